"""Steps told as customers tell them: in passing, in the words they were asked in, in Cantonese, French and Spanish."""

from __future__ import annotations

import pytest

from escalation.reading.threads.tried import tried, tried_in
from escalation.records import Ticket


def ticket(*told: tuple[str, str]) -> Ticket:
    comments = [
        {"id": str(n), "role": role, "at": f"2026-03-19T1{n}:00:00Z", "body": body}
        for n, (role, body) in enumerate(told)
    ]
    return Ticket.model_validate({"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "comments": comments})


def steps(*told: tuple[str, str]) -> list[tuple[str, str | None]]:
    return [(f.step, f.result) for f in tried([ticket(*told)])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("換咗條線都唔得。", [("換咗條線", "都唔得")]),
        ("重開部機冇用。", [("重開部機", "冇用")]),
        ("重开打印机顶半小时又卡住。", [("重开打印机", "顶半小时又卡住")]),
        ("重開路由器撐五分鐘又斷。", [("重開路由器", "撐五分鐘又斷")]),
        ("关掉杀毒软件没有用。", [("关掉杀毒软件", "没有用")]),
        ("改用備用線路後正常，不過速度很慢。", [("改用備用線路", "正常，不過速度很慢")]),
        (
            "Nous avons vidé le cache deux fois, cela n'a rien changé.",
            [("Nous avons vidé le cache deux fois", "cela n'a rien changé")],
        ),
        (
            "Hemos reiniciado el terminal, pero sigue igual.",
            [("Hemos reiniciado el terminal", "pero sigue igual")],
        ),
        (
            "We rolled the north depot back to 5.2 and the depot has been quiet for two days.",
            [("We rolled the north depot back to 5.2", "the depot has been quiet for two days")],
        ),
        (
            "With the VPN off we had no drop-outs since Monday.",
            [("With the VPN off", "we had no drop-outs since Monday")],
        ),
        (
            "It came back this morning even with the VPN switched off.",
            [("with the VPN switched off", "It came back this morning")],
        ),
    ],
)
def test_a_step_is_told_in_many_ways(text: str, found: list[tuple[str, str | None]]) -> None:
    assert steps(("customer", text)) == found


@pytest.mark.parametrize(
    ("asked", "told", "step", "result"),
    [
        ("Please set the buffer to 0.", "That did it.", "set the buffer to 0", "That did it"),
        ("Please use the old login page.", "Worked with that, thanks.", "use the old login page", "Worked with that, thanks"),
        (
            "Can you try one warehouse at a time?",
            "One warehouse at a time gives more lines but 31 are missing.",
            "try one warehouse at a time",
            "One warehouse at a time gives more lines but 31 are missing",
        ),
        ("请先把「缓存天数」从 30 改成 0 试试。", "改了，好了，谢谢！", "把「缓存天数」从 30 改成 0 试试", "好了，谢谢"),
        ("請先試試按門市匯出。", "按門市匯出多了幾行，還是少三十行。", "按門市匯出", "按門市匯出多了幾行，還是少三十行"),
        (
            "The article shows how: tick \"Ignore duplicates\".",
            "Ticked, now it stops at row 900 with the same message.",
            "Ticked",
            "now it stops at row 900 with the same message",
        ),
    ],
)  # fmt: skip
def test_an_answer_tells_that_it_was_done_and_what_came_of_it(asked: str, told: str, step: str, result: str) -> None:
    assert steps(("agent", asked), ("customer", told)) == [(step, result)]


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("agent", "王姐，已经升级给二线了。"),
        ("agent", "已上報給工程部。"),
        ("agent", "Your case has been escalated to our engineers."),
        ("agent", "I have escalated this internally."),
        ("customer", "另一家的系统已经有这个功能了，我们在试用。"),
        ("customer", "With the store closed we had no orders."),
        ("customer", "Attached, the same file as yesterday."),
        ("customer", "我们重开了一家门店。"),
    ],
)
def test_a_courtesy_and_a_rival_on_trial_are_no_steps(role: str, text: str) -> None:
    assert steps(("agent", "Hello."), (role, text)) == []


def test_what_came_of_a_step_later_is_told_beside_what_came_of_it_first() -> None:
    told = ("With the proxy off we had no drop-outs since noon.", "It came back at five even with the proxy off.")
    assert steps(("agent", "Hello."), ("customer", told[0]), ("customer", told[1])) == [
        ("With the proxy off", "we had no drop-outs since noon"),
        ("with the proxy off", "It came back at five"),
    ]
    assert len(steps(("customer", "Rebooted it, no change."), ("customer", "Rebooted it, no change."))) == 1


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("清除快取、換瀏覽器都試過了，沒有改善。", [("清除快取", "沒有改善"), ("換瀏覽器", "沒有改善")]),
        ("重启、换网线都试过了，没有好转。", [("重启", "没有好转"), ("换网线", "没有好转")]),
    ],
)
def test_what_was_all_tried_has_what_came_of_all_of_it(told: str, found: list[tuple[str, str | None]]) -> None:
    assert steps(("customer", told)) == found


@pytest.mark.parametrize("told", ["前台的收银机又掉登录了", "昨天又自动退出登录了", "手持终端又被退出了"])
def test_who_is_logged_out_has_tried_nothing(told: str) -> None:
    assert (tried_in(told), steps(("customer", f"{told}。"))) == ([], [])


def test_that_it_was_seen_and_reported_to_engineering_is_no_trial() -> None:
    assert steps(("agent", "我们在测试账号也看到要二十秒以上，已回报工程。")) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Switched it off, and sent by hand. No doubles today.", [("Switched it off, and sent by hand", "No doubles today")]),
        (
            'We changed the unit to "litre" in the sheet and these come in right.',
            [('We changed the unit to "litre" in the sheet', "these come in right")],
        ),
        ("I restarted the till and it works again.", [("I restarted the till", "it works again")]),
        ("I restarted the till and the printer.", [("I restarted the till and the printer", None)]),
        ("I restarted the till. No idea what else to do.", [("I restarted the till", None)]),
    ],
)  # fmt: skip
def test_what_came_of_it_stands_behind_the_deed(told: str, found: list[tuple[str, str | None]]) -> None:
    assert steps(("customer", told)) == found
