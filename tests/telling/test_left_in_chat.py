"""What the colleague on the matter writes in chat names neither ticket nor customer: what was done, what is not to be said yet,
and whom nobody has told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.threads.own_steps import ours_in
from escalation.records import Message
from prompts.brief import render_brief
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, item, ticket

LINE = "Booking pages are down at Fernhotel"


def message(id_: str, hours: float, author: str, text: str, channel: str = "#booking-dev") -> Message:
    return Message(id=id_, channel=channel, at=NOW - timedelta(hours=hours), author=author, text=text)


def judged(*messages: Message, replied: float = 9) -> Assessment:
    reply: dict[str, Any] = {
        "id": "c1", "author": "Ruth", "role": "agent", "public": True, "at": NOW - timedelta(hours=replied),
        "body": "We are working on it.",
    }  # fmt: skip
    told = ticket(
        "H-1", "fernhotel", "Booking page down, error BK-77", days=0.5, type="incident", priority="urgent",
        description="The booking page shows BK-77, no guest can book.", linked_tracker=["BOOK-5"], comments=[reply],
    )  # fmt: skip
    known = item(
        "BOOK-5", linked=("H-1",), title="Booking page answers BK-77", status="in_progress", type="incident",
        assignee="Tariq Noor", body="The session cache is full.",
    )  # fmt: skip
    fern = account("fernhotel", name="Fernhotel")
    world = Context(
        tickets=(told,), accounts={"fernhotel": fern}, named=(fern,), items=(known,), messages=messages,
        frequencies={"booking": 3}, ticket_total=1000,
    )  # fmt: skip
    return assess(understand(LINE), world, Policy(), NOW)


CODE = message("m1", 11, "Tariq Noor", "BK-77 on the booking page, looking at H-1")
DONE = message(
    "m2",
    8,
    "Tariq Noor",
    "cache failed over to the spare. half the sessions still fail. Don't tell customers it is fixed.",
)


def test_what_the_assignee_did_is_told_as_tried_with_what_came_of_it() -> None:
    found = judged(CODE, DONE)
    text = render_brief(found, compose(found, "en"), "en")
    tried = text[text.index("## What's Been Tried") : text.index("## Reproduction Steps")]
    assert "The colleague who works on it (m2, 2026-03-20): “cache failed over to the spare”" in tried
    assert "— “half the sessions still fail”" in tried
    assert "Not to be told to customers yet, by m2, 2026-03-20 04:00 UTC: “Don't tell customers it is fixed.”" in text


@pytest.mark.parametrize(
    "other",
    [
        message("m2", 8, "Someone Else", DONE.text),
        message("m2", 8, "Tariq Noor", DONE.text, channel="#invoices"),
        message("m2", 8, "Tariq Noor", "restarted my laptop. works again"),
        message("m2", 60, "Tariq Noor", DONE.text),
    ],
)
def test_what_others_write_or_of_something_else_is_not(other: Message) -> None:
    found = judged(CODE, other)
    assert not [s for s in found.tried if s.by == "colleague"]
    assert found.heed == ()


@pytest.mark.parametrize("words", ["can someone call Fernhotel? I'm off", "谁来通知一下 Fernhotel，我下班了"])
def test_whom_nobody_has_told_is_said_until_somebody_has(words: str) -> None:
    left = message("m3", 3, "Olu", words, channel="#floor")
    found = judged(CODE, left)
    assert [f.signal for f in found.heed] == ["left_to_tell"]
    assert "Fernhotel was left for somebody to tell at 2026-03-20 09:00 UTC (m3)" in (
        compose(found, "en").last_update or ""
    )
    assert "有同事请人通知 Fernhotel（m3），此后仍未有人告知" in (compose(found, "zh").last_update or "")
    assert judged(CODE, left, replied=1).heed == ()


@pytest.mark.parametrize("words", ["先别跟客户说修好了。", "Please do not promise the customer a date."])
def test_a_word_of_what_not_to_say_in_either_language(words: str) -> None:
    found = judged(CODE, message("m4", 2, "Tariq Noor", f"H-1: {words}"))
    assert [f.values["words"] for f in found.heed] == [f"H-1: {words}"]


@pytest.mark.parametrize(
    "words", ["I told the customer it is fixed.", "Tell the customer that we are on it.", "客户说修好了。"]
)
def test_other_words_to_customers_forbid_nothing(words: str) -> None:
    assert judged(CODE, message("m4", 2, "Tariq Noor", f"H-1: {words}")).heed == ()


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("scaled search to 6 pods. 90% of queries work.", [("scaled search to 6 pods", "90% of queries work")]),
        ("网关已重启。还是连不上，一样报错。", [("网关已重启", "还是连不上，一样报错")]),
        ("will restart the gateway. still down", []),
        ("restarted the gateway. any news?", []),
        ("rolled back to 3.1. lunch at 12?", []),
    ],
)
def test_the_outcome_may_be_the_next_sentence_s(text: str, deeds: list[tuple[str, str]]) -> None:
    assert [(deed, result) for deed, result, _ in ours_in(text)] == deeds
