"""What engineering is called for is told in full, whatever the line looks like; what was ruled out is quoted as written."""

from __future__ import annotations

from datetime import timedelta

from escalation.assess import assess
from escalation.assessment import Finding, Lookalike
from escalation.judgement.override import Choice
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.sifting import sift
from escalation.telling.background import as_their_records_write
from escalation.weighing import Inputs, case_of
from tests.judgement.worlds import NOW, context, item, ticket

NOTE = "The planner ignores the height when the route has a via point. Reproduced on the demo tenant in the north."


def test_a_line_that_looks_like_a_question_still_brings_notes_and_reproduction_to_engineering() -> None:
    note = {"id": "1", "role": "internal", "public": False, "at": NOW - timedelta(hours=1), "body": NOTE}
    told = ticket(
        "T-1", "acme", "Route under a low bridge", description="The planner sent a tall van there.", comments=[note]
    )
    world = context(told, items=(item("BUG-1", linked=("T-1",), status="open"),), named=("acme",))
    issue = understand("Acme route under a low bridge").model_copy(update={"kind": "question"})
    found = assess(
        issue,
        world,
        Policy(),
        NOW,
        Inputs(choice=Choice(decision="escalate", target="engineering", reason="It is theirs.")),
    )
    assert found.target == "engineering"
    assert NOTE in [lead.what for lead in found.leads]
    assert found.reproduction is not None


def test_an_error_that_was_ruled_out_is_quoted_with_the_capitals_of_its_ticket() -> None:
    other = ticket("T-9", "beta", "Uploads fail", description='Every upload ends in "TD-310 Signature Mismatch".')
    mine = ticket("T-1", "acme", "Feed fails", description="PX-5021 no healthy backend")
    sifted = context(mine, other, named=("acme",))
    look = Lookalike(
        record_id="T-9",
        source="tickets",
        why=Finding(signal="other_error", values={"error": "td-310 signature mismatch"}),
    )
    case = case_of(sift(understand("Acme feed fails PX-5021"), sifted, Policy(), NOW), Inputs())
    (told,) = as_their_records_write(case, [look])
    assert told.why.values["error"] == "TD-310 Signature Mismatch"
