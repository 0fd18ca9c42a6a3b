"""Only steps really taken, each with what came of it."""

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


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "We rotated the token and moved one worker. Same result.",
            [("We rotated the token", "Same result"), ("moved one worker", "Same result")],
        ),
        ("换过令牌，也换过出口 IP，都一样。", [("换过令牌", "都一样"), ("也换过出口 IP", "都一样")]),
        (
            "Clearing cookies and restarting laptops did nothing.",
            [("Clearing cookies and restarting laptops", "did nothing")],
        ),
        ("换浏览器、清缓存都不行。", [("换浏览器、清缓存", "都不行")]),
        ("Restarting the client does nothing.", [("Restarting the client", "does nothing")]),
        ("手动同步还是同样的报错。", [("手动同步", "还是同样的报错")]),
        ("客户端重启了，没有用。", [("客户端重启了", "没有用")]),
        ("New rule on a test space: doubles as well.", [("New rule on a test space", "doubles as well")]),
        (
            "Rebooted 4, they came back for about an hour then gone again.",
            [("Rebooted 4", "they came back for about an hour then gone again")],
        ),
        ("Swapped the SIM, froze the next morning.", [("Swapped the SIM", "froze the next morning")]),
        ("Rolled back to 5.1 and all is well.", [("Rolled back to 5.1", "all is well")]),
        (
            "Restarted the print server. It worked until lunch.",
            [("Restarted the print server", "It worked until lunch")],
        ),
        ("重启了，撑了一个小时又死机了。", [("重启了", "撑了一个小时又死机了")]),
        ("回退到5.1就正常了。", [("回退到5.1", "就正常了")]),
        ("重灌收銀程式，撐了兩天又當機。", [("重灌收銀程式", "撐了兩天又當機")]),
        ("试过，Wi-Fi和4G都一样，重装App也没用。", [("Wi-Fi和4G", "都一样"), ("重装App", "也没用")]),
        (
            "Yes, same on wifi and 4G. Reinstalling the app didn't help either.",
            [("wifi and 4G", "same"), ("Reinstalling the app", "didn't help either")],
        ),
        ("Swapped the SIM, Marta sent a photo.", [("Swapped the SIM, Marta sent a photo", None)]),
        ("Rebooted all tills, we have twelve of them.", [("Rebooted all tills, we have twelve of them", None)]),
        ("换了SIM卡，型号是WT-40。", [("换了SIM卡，型号是WT-40", None)]),
        (
            "We cleared the cache, then restarted the laptop, no change.",
            [("We cleared the cache", "no change"), ("restarted the laptop", "no change")],
        ),
        ("I've changed the owner to you for now.", [("I've changed the owner to you for now", None)]),
    ],
)
def test_a_step_is_told_from_its_result(text: str, steps: list[tuple[str, str | None]]) -> None:
    assert [(f.step, f.result) for f in tried([ticket(("customer", text))])] == steps


@pytest.mark.parametrize(
    "text",
    [
        "重启后就掉线。",
        "It is the same on Monday.",
        "新厂搬迁的通知发到了组长已关闭的频道。",
        "张姐换了新显示器后，仪表盘上的组件叠在一起。",
        "已收到，我们在测试账号上也复现了，已转给后端同事排查。",
        "We have received it, reproduced it and passed it on to engineering.",
        "Retrying right away usually works, but our board shows stale jobs.",
        "Google Calendar sync stopped after I changed my Google password.",
        "Those who stayed logged in overnight are fine.",
        "We changed nothing.",
        "今天上午同步比平时慢，不过都能同步成功。",
        "Same CACHE_SHARD_UNAVAILABLE as on your status page.",
        "incognito",
    ],
)
def test_what_only_looks_like_a_step_is_left_out(text: str) -> None:
    assert tried([ticket(("agent", text))]) == []


@pytest.mark.parametrize(
    ("asked", "told", "step", "result"),
    [
        ("Please clear the cache.", "Did that, no change.", "clear the cache", "no change"),
        ("Could you restart the client?", "We did that. Same error.", "restart the client", "Same error"),
        ("请您先清除缓存。", "试过了，没有用。", "清除缓存", "没有用"),
        ("Please clear the cache.", "Done that already.", "clear the cache", None),
    ],
)
def test_a_request_counts_when_the_customer_says_it_was_done(
    asked: str, told: str, step: str, result: str | None
) -> None:
    (found,) = tried([ticket(("agent", asked), ("customer", told))])
    assert (found.step, found.result, found.quote.author_role) == (step, result, "customer")


def test_a_request_nobody_answered_is_no_step() -> None:
    assert tried([ticket(("agent", "Please clear the cache."), ("customer", "When will this be fixed?"))]) == []
    assert tried([ticket(("internal", "Nothing asked."), ("customer", "Did that, no change."))]) == []


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("收银接口全部返回502，三家门店无法结账，重启无效", [("重启", "无效")]),
        ("已经换过浏览器，也试过清缓存，都不行", [("已经换过浏览器", "都不行"), ("也试过清缓存", "都不行")]),
        ("Restarted the gateway twice, no effect", [("Restarted the gateway twice", "no effect")]),
        ("Export is slow, please restart it", []),
    ],
)
def test_steps_told_in_the_typed_line_are_steps_tried(text: str, steps: list[tuple[str, str]]) -> None:
    assert tried_in(text) == steps


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Re-saving the rule made no difference.", [("Re-saving the rule", "made no difference")]),
        ("Restart of one node did nothing.", [("Restart of one node", "did nothing")]),
        ("We dropped the batch size to 50 and it made no difference.",
         [("We dropped the batch size to 50", "made no difference")]),
        ("Checked all four: the entry is there, its file is not.",
         [("Checked all four", "the entry is there, its file is not")]),
        ("I compared two orders with the ledger and see the difference too.",
         [("compared two orders with the ledger", "see the difference too")]),
        ("换浏览器、换电脑都一样", [("换浏览器、换电脑", "都一样")]),
        ("Android 14 and 15, reinstalled on five phones, same.", [("Android 14 and 15, reinstalled on five phones", "same")]),
        ("Ruled out: proxy, VPN.", [("proxy, VPN", "Ruled out")]),
    ],
)  # fmt: skip
def test_what_came_to_nothing_and_what_was_looked_up_is_told_with_its_result(
    text: str, steps: list[tuple[str, str | None]]
) -> None:
    assert [(f.step, f.result) for f in tried([ticket(("customer", text))])] == steps


@pytest.mark.parametrize(
    "text",
    [
        "The lines of 2 May were there when I ran the payroll on the 8th.",
        "Nothing changed.",
        "Nothing we tried helped.",
        "Your team did nothing.",
        "The button does nothing.",
        "Clicking Export does nothing, no file appears.",
        "We have reproduced it and it is with our technical team.",
        "我们已确认有故障，正在抢修。",
        "Reproduced on two test phones with 7.3.",
        "Did you restart it? No effect would surprise me.",
    ],
)
def test_what_happened_before_or_is_only_passed_on_is_no_step(text: str) -> None:
    assert tried([ticket(("agent", text))]) == []


def test_who_answers_by_naming_the_deed_tells_it_in_his_own_words() -> None:
    found = tried([ticket(("agent", "请重启试试。"), ("customer", "重启了，撑了一个小时又死机了。"))])
    assert [(f.step, f.result) for f in found] == [("重启了", "撑了一个小时又死机了")]


def test_what_came_of_what_we_asked_for_may_be_the_next_sentence() -> None:
    found = tried([ticket(("agent", "Please clear the cache."), ("customer", "Done. It held until this morning."))])
    assert [(f.step, f.result) for f in found] == [("clear the cache", "It held until this morning")]
