"""Good news that asks for nothing is told from what is over and leaves something to do, and from what only sounds well."""

import pytest

from escalation.reading.nothing_asked import good_news
from escalation.reading.signals.polarity import assertions

OVER = [
    "导出没问题了，客户说谢谢",
    "客户说现在能登录了",
    "客戶說匯出沒問題了，謝謝",
    "登入已經恢復，客戶說可以結案",
    "不报错了，客户确认",
    "天坤说导出好使了",
    "问题解决了，可以关单吗",
    "API errors are gone, Acme is happy",
    "Acme: the 500s stopped, they say thank you",
    "SSO login loop solved itself at Vantor",
    "login problem no longer occurs for Corvid",
    "the outage yesterday is over, thanks",
    "Customer confirmed it's resolved, can we close the ticket?",
]
PRAISE = [
    "Larkfield just wrote: love the new calendar view, best thing this year",
    "Corvid says thank you for the quick help",
    "The customer is very happy with the onboarding",
    "Larkfield 来信说新日历特别好用，客户很喜欢",
    "客戶特別喜歡新版日曆，說是今年最好的更新",
]
NEITHER = [
    "yesterday's dashboard outage is over, they just want a report",
    "海通船舶的儀表板昨天當機，現在好了，他們要事故報告",
    "API went down at 3 and is back up",
    "export works again but they lost a day and want a credit",
    "SSO works now but nobody knows why, customer fears it comes back",
    "errors stopped and came back",
    "it worked again for an hour and then failed again",
    "导出没问题了，但是登录不了",
    "导出时好时坏，刚才好了",
    "不能登录了",
    "outage is over 3 hours long",
    "they are not happy",
    "客户不满意",
    "great, another outage",
    "真棒，又挂了",
    "would love dark mode",
    "love the product but exports are slow",
    "客户很喜欢甘特图，要是能导出就好了",
    "login from an unknown country was resolved, customer says thanks",
    "data leak is over, all good",
    "customer data was lost but is restored, thanks",
    "export is missing rows, thanks",
]
LABELLED = (
    [(line, "over") for line in OVER] + [(line, "praise") for line in PRAISE] + [(line, None) for line in NEITHER]
)


@pytest.mark.parametrize(("line", "news"), LABELLED)
def test_good_news_is_what_leaves_nothing_to_do(line: str, news: str | None) -> None:
    assert good_news(line) == news


@pytest.mark.parametrize(
    "line",
    [
        "the problem no longer occurs",
        "没有再出现",
        "不再出现了",
        "沒問題了",
        "yesterday's dashboard outage at 海通船舶 is over",
        "the timeouts have stopped",
        "能正常登录了",
    ],
)
def test_an_end_told_by_what_is_no_more_is_an_end(line: str) -> None:
    assert ("resolved_now", "affirmed") in {(a.signal, a.polarity) for a in assertions(line)}


@pytest.mark.parametrize(
    "line",
    [
        "the outage is not over",
        "不能登录了",
        "什么时候能登录了",
        "the call is over 2 hours long",
        "sync stopped working",
    ],
)
def test_what_goes_on_is_no_end(line: str) -> None:
    assert ("resolved_now", "affirmed") not in {(a.signal, a.polarity) for a in assertions(line)}


def test_a_long_report_that_ends_well_has_more_to_tell() -> None:
    assert good_news("The export ran for an hour each night of that week. " * 5 + "It works again.") is None


@pytest.mark.parametrize(
    "line",
    [
        "Larkfield get every order twice by webhook again, we told them in June it was fixed",
        "double orders at Larkfield, support said in June that it was fixed",
        "Larkfield once more gets two parcels for each order, told in June it's fixed",
        "login again asks for the code twice, told them last week it was solved",
        "Larkfield 每单发两遍，6月告诉客户已修好",
        "Larkfield 每單發兩遍，6月告訴客戶已修好",
        "webhook 再次重复，我们上个月答复过他们已修复",
    ],
)
def test_that_we_said_once_that_it_is_over_is_no_news_that_it_is(line: str) -> None:
    assert good_news(line) is None
    assert not any(a.signal == "resolved_now" and a.polarity == "affirmed" for a in assertions(line))


@pytest.mark.parametrize("thing", ["webhook", "book", "login", "unit", "run over", "queue"])
def test_that_it_is_back_is_heard_whatever_word_stands_before_it(thing: str) -> None:
    heard = {a.signal for a in assertions(f"two parcels for each order from the {thing} again")}
    assert ("recurrence" in heard) == (thing != "run over")


def test_that_the_customer_told_us_it_is_over_is_good_news() -> None:
    assert good_news("Larkfield told us it is fixed now") == "over"
    assert good_news("logins are working again") == "over"
