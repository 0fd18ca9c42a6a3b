"""A step that was asked for and done, ours with the customer's answer, and trials that are only named."""

from __future__ import annotations

import pytest

from escalation.reading.threads.tried import tried, tried_in
from escalation.records import Ticket


def found(*told: tuple[str, str]) -> list[tuple[str, str | None]]:
    comments = [
        {"id": str(n), "role": role, "public": True, "at": f"2026-03-19T1{n}:00:00Z", "body": body}
        for n, (role, body) in enumerate(told)
    ]
    ticket = Ticket.model_validate({"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "comments": comments})
    return [(f.step, f.result) for f in tried([ticket])]


@pytest.mark.parametrize(
    ("asked", "told", "steps"),
    [
        (
            "Please clear the cache and try in a private window.",
            "Done, no difference. Another browser neither.",
            [("clear the cache and try in a private window", "no difference"), ("Another browser", "neither")],
        ),
        ("Could you sign out and in again?", "No difference.", [("sign out and in again", "No difference")]),
        ("Please reconnect the scanner.", "All done. Same error.", [("reconnect the scanner", "Same error")]),
        ("请您清除缓存。", "做了，没区别。", [("清除缓存", "没区别")]),
        ("請您清除快取。", "照做了，沒有差別。", [("清除快取", "沒有差別")]),
        ("麻烦换个浏览器试试。", "还是一样。", [("换个浏览器试试", "还是一样")]),
        (
            "Please check that the signing certificate is still the one in your settings here.",
            "It is, thumbprint matches, valid until 2027.",
            [
                (
                    "check that the signing certificate is still the one in your settings here",
                    "It is, thumbprint matches, valid until 2027",
                )
            ],
        ),
        ("请检查回调地址是否一致。", "是一致的。", [("检查回调地址是否一致", "是一致的")]),
    ],
)
def test_what_was_asked_for_is_a_step_with_what_the_customer_says_came_of_it(
    asked: str, told: str, steps: list[tuple[str, str | None]]
) -> None:
    assert found(("agent", asked), ("customer", told)) == steps


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Please clear the cache.", "Still waiting for an answer."),
        ("Please clear the cache.", "No, we want a fix and not homework."),
        ("Please clear the cache.", "It is urgent, our shop stands still."),
        ("Please check the address.", "It still does not work!"),
        ("请您清除缓存。", "没有时间做这些，什么时候能修好？"),
        ("We are looking into it.", "No difference between the two lists, both are wrong."),
        ("Please clear the cache.", "No difference in price is acceptable to us."),
        ("Please clear the cache.", "Done with this. We leave."),
    ],
)
def test_what_is_no_answer_to_it_makes_no_step(asked: str, told: str) -> None:
    assert found(("agent", asked), ("customer", told)) == []


@pytest.mark.parametrize(
    ("ours", "told", "step", "result"),
    [
        ("I rebuilt your search index, is it better?", "No.", "I rebuilt your search index, is it better?", "No"),
        ("I have reset the token. Does it work now?", "Not really.",
         "I have reset the token. Does it work now?", "Not really"),
        ("We restarted the worker, please try again.", "Still the same.",
         "We restarted the worker, please try again.", "Still the same"),
        ("我重建了索引，现在好了吗？", "没有。", "我重建了索引，现在好了吗？", "没有"),
        ("我們重啟了服務，現在好了嗎？", "還是一樣。", "我們重啟了服務，現在好了嗎？", "還是一樣"),
        ("I rebuilt your search index, is it better?", "When will somebody call me?", "I rebuilt your search index", None),
    ],
)  # fmt: skip
def test_what_we_did_has_the_customer_s_answer_as_its_result(
    ours: str, told: str, step: str, result: str | None
) -> None:
    assert found(("agent", ours), ("customer", told)) == [(step, result)]


@pytest.mark.parametrize(
    "ours",
    ["If you restarted it, is it better?", "Have you cleared the cache, is it better?", "您重启了吗？现在好了吗？",
     "I will rebuild it tonight, is that fine?"],
)  # fmt: skip
def test_a_question_or_a_plan_of_ours_is_none(ours: str) -> None:
    assert found(("agent", ours), ("customer", "No.")) == []


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Private window, Edge and Chrome: the same loop for everyone, administrators too.",
         [("Private window, Edge and Chrome", "the same loop for everyone, administrators too")]),
        ("Two other laptops and a phone: no change.", [("Two other laptops and a phone", "no change")]),
        ("无痕窗口、Edge 和 Chrome：都一样。", [("无痕窗口、Edge 和 Chrome", "都一样")]),
        ("On all computers: the same slow list.", []),
        ("Our wish: the same list for everyone.", []),
        ("We must show that records cannot be changed by your staff without a trace.", []),
    ],
)  # fmt: skip
def test_where_it_was_tried_is_a_step_when_it_is_told_what_came_of_it(
    text: str, steps: list[tuple[str, str | None]]
) -> None:
    assert found(("customer", text)) == steps


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("search takes 30s, only in their shop, tried cache, browsers, index rebuild",
         [("tried cache", None), ("browsers", None), ("index rebuild", None)]),
        ("tried cache, another browser, no luck, they want it today",
         [("tried cache", "no luck"), ("another browser", "no luck")]),
        ("搜索要30秒，只有他们家这样，缓存、浏览器、重建索引都试过了", [("缓存", None), ("浏览器", None), ("重建索引", None)]),
        ("快取、瀏覽器、重建索引都試過了，沒有用", [("快取", "沒有用"), ("瀏覽器", "沒有用"), ("重建索引", "沒有用")]),
        ("试过清缓存、换浏览器，没用", [("试过清缓存", "没用"), ("换浏览器", "没用")]),
        ("tried the cache, browser vendor wants to know by Friday", [("tried the cache", None)]),
        ("they tried a competitor, browsers of theirs work", []),
        ("办法、步骤都试过了", []),
        ("want a private window, other browsers, an index rebuild", []),
    ],
)  # fmt: skip
def test_trials_named_one_after_the_other_in_a_line_are_each_a_step(
    line: str, steps: list[tuple[str, str | None]]
) -> None:
    assert tried_in(line) == steps
