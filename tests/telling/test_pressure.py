"""A brief says that nobody presses only where nobody does, and that work is stopped only where it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, issue, ticket

TEXT = "Export is missing rows for Acme"


def told(*words: str, text: str = TEXT, **fields: Any) -> Assessment:
    comments = [
        {"id": str(n), "role": "customer", "public": True, "at": NOW - timedelta(hours=9 - n), "body": body}
        for n, body in enumerate(words[1:])
    ]
    one = ticket("T-1", "acme", "Export is missing rows", description=words[0], comments=comments, **fields)
    return assess(understand(text), context(one, named=("acme",)), Policy(), NOW)


def test_what_a_customer_threatens_with_stands_in_the_brief() -> None:
    found = told("Export is missing rows.", "I will tell procurement, by the terms of the contract.", "Any news?")
    assert [one.words for one in found.pressure] == ["I will tell procurement, by the terms of the contract."]
    assert "I will tell procurement" in (compose(found, "en").escalation_risk or "")
    assert "I will tell procurement" in (compose(found, "zh").escalation_risk or "")


def test_what_stands_beside_as_their_last_word_is_not_quoted_again() -> None:
    found = told("Export is missing rows.", "Our director is asking for the contract.")
    text = compose(found, "en")
    assert "Our director is asking" in (text.expectation or "")
    assert text.escalation_risk is not None
    assert "No threat" not in text.escalation_risk


def test_that_there_is_no_hurry_is_passed_on_and_stops_nobody() -> None:
    found = told(
        "No hurry at all. The export is short and we cannot work with it.", text="Acme cannot export, no hurry"
    )
    assert "No hurry at all." in (compose(found, "en").escalation_risk or "")
    assert "blocked" not in [f.signal for f in found.impact.dimensions["depth"]]
    assert "customer_blocked" not in [r.signal for r in found.reasons]


def test_a_complaint_does_not_make_what_is_over_a_stop_of_work() -> None:
    line = "Acme's director is furious about three outages, wants a call from our CEO or they leave"
    words = "In July we could not work, in May nothing worked. I want your CEO to call me, else we will not renew."
    one = ticket("T-1", "acme", "Three outages", description=words, type="question")
    found = assess(issue(line, "relationship"), context(one, named=("acme",)), Policy(), NOW)
    assert found.impact.dimensions["depth"] == ()


@pytest.mark.parametrize(("kind", "said"), [("question", True), ("incident", False)])
def test_that_work_goes_on_is_said_only_where_nothing_is_out_of_order(kind: str, *, said: bool) -> None:
    line = "Acme's director is furious that nobody answers and wants a call from our CEO or they leave"
    one = ticket("T-1", "acme", "Nobody answers", description="I want your CEO to call, else we leave.", type=kind)
    found = assess(issue(line, "relationship"), context(one, named=("acme",)), Policy(), NOW)
    assert found.target == "leadership"
    assert ("No interruption" in (compose(found, "en").workflow_impact or "")) is said


def test_without_a_ticket_nothing_is_said_of_pressure() -> None:
    found = assess(understand(TEXT), context(named=("acme",)), Policy(), NOW)
    assert found.pressure == ()


def test_a_first_answer_in_time_is_told_where_no_time_to_solve_is_set() -> None:
    due = NOW - timedelta(hours=20)
    found = told("Export is missing rows.", sla={"first_response_due": due}, first_response_at=due - timedelta(hours=1))
    assert [f.signal for f in found.impact.dimensions["contractual"]] == ["sla_answered"]
    assert "a first answer was due it came in time" in (compose(found, "en").time_in_queue or "")


def test_what_was_solved_in_time_is_told_as_kept() -> None:
    due = NOW - timedelta(hours=2)
    solved: dict[str, Any] = {"status": "solved", "solved_at": due - timedelta(hours=1)}
    found = told("Export is missing rows.", sla={"resolution_due": due}, **solved)
    assert [f.signal for f in found.impact.dimensions["contractual"]] == ["sla_met"]
    assert "T-1 came in time" in (compose(found, "en").time_in_queue or "")


def test_a_first_answer_that_is_still_due_runs() -> None:
    due = NOW + timedelta(hours=2)
    found = told("Export is missing rows.", sla={"first_response_due": due})
    (running,) = found.impact.dimensions["contractual"]
    assert (running.signal, running.values["due"]) == ("sla_running", due)


def test_steps_and_clocks_of_what_was_settled_long_ago_are_none_of_a_complaint() -> None:
    line = "Acme's VP says they won't renew unless someone senior calls this week"
    done = {
        "id": "c",
        "role": "agent",
        "public": True,
        "at": NOW - timedelta(days=29),
        "body": "Changed it under Settings.",
    }
    old = ticket(
        "T-0", "acme", "Remove our phone number from the page", days=30, type="question", priority="urgent", status="closed",
        first_response_at=NOW - timedelta(days=29), sla={"first_response_due": NOW - timedelta(days=29, hours=20)},
        comments=[done],
    )  # fmt: skip
    words = "Nothing holds. Unless someone senior calls me this week we will not renew."
    one = ticket("T-1", "acme", "We will not renew", description=words, type="complaint", sla={})
    found = assess(issue(line, "relationship"), context(old, one, named=("acme",)), Policy(), NOW)
    assert found.target == "leadership"
    assert found.tried == ()
    assert "sla_late" not in [f.signal for f in found.impact.dimensions["contractual"]]
    assert "workaround_tried" not in [q.signal for q in found.questions]
