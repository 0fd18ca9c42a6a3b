"""Who writes that it was their own fault; a guess, a question and a fault that shows again are none."""

from __future__ import annotations

import pytest

from escalation.reading.threads.own_fault import own_fault, says_own_fault
from escalation.reading.threads.reproduction import reproduction
from escalation.records import Ticket


def ticket(*told: tuple[str, str]) -> Ticket:
    comments = [
        {"id": str(n), "role": role, "at": f"2026-03-19T1{n}:00:00Z", "body": body}
        for n, (role, body) in enumerate(told)
    ]
    return Ticket.model_validate(
        {
            "id": "T-1",
            "created_at": "2026-03-19T09:00:00Z",
            "description": "The second till is dark.",
            "comments": comments,
        }
    )


@pytest.mark.parametrize(
    "said",
    [
        "Found it: our own power strip had tripped.",
        "Not you.",
        "It was our router that died, sorry.",
        "Our mistake, we had unplugged it.",
        "The problem is on our side.",
        "Our internet provider had an outage, back now.",
        "That has nothing to do with your software.",
        "查了，是我们店里的网线松了。",
        "不是你们的问题。",
        "搞清楚了，跟你们没关系。",
        "我们自己接错了。",
        "查咗，係我哋自己部路由器壞咗，唔關你哋事。",
    ],
)
def test_it_was_theirs(said: str) -> None:
    assert says_own_fault(said)
    assert own_fault(ticket(("customer", said))) is not None


@pytest.mark.parametrize(
    "said",
    [
        "Is it our own router?",
        "MFA was off, our mistake perhaps, but do not assume.",
        "It was not our mistake.",
        "We thought it was our own cable that broke.",
        "Our error log shows nothing.",
        "Our own customers were turned away.",
        "是不是我们自己的网络问题？",
        "我们以为是自己的网线坏了。",
        "If it is on our side, tell us.",
        "I am not your only customer.",
    ],
)
def test_a_guess_a_question_and_other_words_are_none(said: str) -> None:
    assert not says_own_fault(said)


def test_what_shows_again_later_takes_it_back() -> None:
    told = (
        ("customer", "Our mistake, we had unplugged it."),
        ("customer", "Plugged in, and the till is dark and frozen still."),
    )
    assert own_fault(ticket(*told)) is None
    assert own_fault(ticket(told[0], ("customer", "Thank you for the quick help!"))) is not None


def test_their_own_cause_is_no_way_to_see_the_fault() -> None:
    found = reproduction([ticket(("customer", "Found it: our own power strip lost power after the UPS stopped."))])
    assert [one.words for one in found.shown] == ["The second till is dark."]
