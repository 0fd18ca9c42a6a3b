"""A ticket on which the customer writes that the cause was theirs is handled, and not handed on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.terms import Language
from prompts.update import customer_update
from tests.judgement.worlds import NOW, context, ticket

LINE = "No picture on camera 4"


def judged(*comments: tuple[str, str], others: int = 0) -> Assessment:
    bodies = [
        {"id": f"c{n}", "role": role, "at": NOW - timedelta(hours=9 - n), "body": body}
        for n, (role, body) in enumerate(comments)
    ]
    tickets = [ticket("T-1", "acme", LINE, description=LINE, comments=bodies, status="pending")]
    tickets += [ticket(f"T-{n}", f"other{n}", LINE, description=LINE) for n in range(2, 2 + others)]
    return assess(understand(f"{LINE} at Acme"), context(*tickets, named=("acme",)), Policy(), NOW)


@pytest.mark.parametrize(
    "words",
    [
        "Found it: our own power strip had tripped. Not you, thanks for the help!",
        "It was our router that died. The new one comes on Friday.",
        "查到了，是我们店里的交换机坏了，不是你们的问题。",
        "查咗，係我哋自己部路由器壞咗。",
    ],
)
def test_it_stays_with_support_and_says_why(words: str) -> None:
    found = judged(("agent", "Does the lamp on it light up?"), ("customer", words))
    reasons = {r.signal: r for r in found.reasons}
    assert found.decision == "handle"
    assert reasons["customers_cause"].stance == "against"
    assert reasons["customers_cause"].values["account"] == "Acme"
    assert str(reasons["customers_cause"].values["words"]) in words


@pytest.mark.parametrize(
    "words",
    [
        "Perhaps it is our own power strip that had tripped?",
        "It was not our router, the picture is still gone.",
        "我们以为是自己的交换机坏了，换了还是没有画面。",
    ],
)
def test_a_guess_decides_nothing(words: str) -> None:
    found = judged(("agent", "Does the lamp on it light up?"), ("customer", words))
    assert "customers_cause" not in {r.signal for r in found.reasons}


def test_what_another_customer_found_at_home_settles_nothing_for_this_one() -> None:
    assert "customers_cause" not in {r.signal for r in judged(others=2).reasons}


def test_the_reply_thanks_for_it_and_promises_no_search() -> None:
    found = judged(("agent", "Does the lamp light up?"), ("customer", "Our own power strip had tripped. Not you!"))
    assert {r.signal for r in found.reasons if r.stance == "for"} == set()
    told_in: tuple[tuple[Language, str, str], ...] = (
        ("en", "Thank you for telling us what you found on your side.", "looking into it"),
        ("zh", "感谢您告诉我们在您那边查到的原因。", "正在核实"),
    )
    for language, thanks, search in told_in:
        told = customer_update(found, language, "solution")
        assert thanks in told
        assert search not in told
