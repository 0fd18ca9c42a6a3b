"""The customer's latest word and our own missed word stand in the brief."""

from datetime import timedelta
from typing import Any

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, ticket

ASKED = "Export is missing rows for Acme"


def comment(id_: str, hours: float, role: str, body: str) -> dict[str, Any]:
    return {"id": id_, "author": role, "role": role, "at": NOW - timedelta(hours=hours), "public": True, "body": body}


def judged(*comments: dict[str, Any], **other: Any) -> Assessment:
    tickets = [ticket("T-1", "acme", ASKED, days=3, description=ASKED, comments=list(comments))]
    if other:
        tickets.append(ticket("T-9", "acme", "Where is our invoice?", days=3, product_area="billing", **other))
    return assess(understand(ASKED), context(*tickets, named=("acme",)), Policy(), NOW)


def test_a_promise_whose_time_passed_without_a_reply_is_told() -> None:
    found = judged(comment("c1", 30, "agent", "I will write again tomorrow morning."))
    assert [(p.ticket, p.words) for p in found.communication.missed] == [("T-1", "I will write again tomorrow morning")]
    assert "I will write again tomorrow morning" in (compose(found, "en").last_update or "")
    assert "承诺未兑现" in (compose(found, "zh").last_update or "")


def test_a_promise_that_was_followed_by_a_reply_is_kept() -> None:
    kept = judged(
        comment("c1", 30, "agent", "I will write again tomorrow morning."),
        comment("c2", 20, "agent", "Still looking, no news yet."),
    )
    assert kept.communication.missed == ()


def test_a_promise_on_a_ticket_of_another_matter_is_none_of_this_one() -> None:
    found = judged(comments=[comment("c1", 30, "agent", "We will call you today.")])
    assert found.communication.missed == ()


def test_the_customers_unanswered_word_is_told_and_mere_thanks_is_not() -> None:
    found = judged(
        comment("c1", 30, "agent", "Looking into it."), comment("c2", 20, "customer", "I have heard nothing.")
    )
    assert "I have heard nothing." in (compose(found, "en").expectation or "")
    thanked = judged(comment("c1", 30, "agent", "Looking into it."), comment("c2", 20, "customer", "Thanks a lot!"))
    assert thanked.communication.last_word is None


def test_silence_of_ours_is_said() -> None:
    assert compose(judged(), "en").last_update == "No written reply from us is on record."


def test_not_urgent_is_no_wish() -> None:
    found = judged(comment("c1", 20, "customer", "It is not urgent."))
    assert found.communication.expectation is None
