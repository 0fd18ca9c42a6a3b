"""What the tracker says last reaches the team: of a wish as of a fault, and of an item that was closed before this began."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, item, ticket

WISH = "Acme asks for bulk assignment for the third time and is looking at competitors"
LOSS = "Old photos of Acme are gone, the files were deleted, data loss"


def note(hours: float, body: str) -> dict[str, Any]:
    return {"id": str(hours), "author": "kim", "at": NOW - timedelta(hours=hours), "body": body}


def judged(text: str, **fields: Any) -> Assessment:
    one = ticket("T-1", "acme", text, days=2, description=text)
    return assess(
        understand(text),
        context(one, items=(item("DEV-1", linked=("T-1",), **fields),), named=("acme",)),
        Policy(),
        NOW,
    )


def test_of_a_wish_the_tracker_is_told_with_its_last_word() -> None:
    notes = [note(900, "Asked twice."), note(40, "Not on the roadmap of this half-year, tell me who asks.")]
    found = judged(WISH, type="feature", status="backlog", body="Assign many tasks at once.", comments=notes)
    assert found.target == "product"
    text = compose(found, "en")
    assert "Assign many tasks at once." in text.description
    assert any("Not on the roadmap" in line for line in text.context)
    assert not any("Asked twice." in line for line in text.context)


def test_what_was_found_after_an_item_was_closed_is_told_and_what_was_noted_before_is_not() -> None:
    late = judged(
        LOSS, status="done", body="Removes old files.", comments=[note(5, "Files deleted. Job is switched off.")]
    )
    assert [lead.what for lead in late.leads] == ["Files deleted. Job is switched off."]
    early = judged(LOSS, status="done", body="Removes old files.", comments=[note(900, "Ran without errors.")])
    assert early.leads == ()


def test_what_is_said_later_than_now_is_not_known_yet() -> None:
    found = judged(LOSS, status="open", comments=[note(5, "The clean-up took them."), note(-5, "Restored.")])
    assert [lead.what for lead in found.leads] == ["The clean-up took them."]


def test_what_runs_no_more_is_not_asked_to_be_stopped() -> None:
    off = judged(LOSS, status="open", comments=[note(5, "Files deleted by the job. Job is switched off.")])
    runs = judged(LOSS, status="open", comments=[note(5, "Files deleted by the job.")])
    assert off.target == runs.target == "engineering"
    assert "stop" not in compose(off, "en").ask
    assert "can be brought back" in compose(off, "en").ask
    assert "stop first" in compose(runs, "en").ask


def test_a_note_of_one_word_is_nothing_to_read_on() -> None:
    notes = [note(40, "The clean-up took them."), note(5, "font")]
    assert [lead.what for lead in judged(LOSS, status="open", body="字体", comments=notes).leads] == [
        "The clean-up took them."
    ]


def test_the_latest_note_on_a_ticket_that_tells_anything_is_told() -> None:
    told = ((40, "Restores from backup work."), (5, "Seen"))
    notes = [note(hours, body) | {"role": "internal"} for hours, body in told]
    one = ticket("T-1", "acme", LOSS, days=2, description=LOSS, comments=notes)
    found = assess(understand(LOSS), context(one, named=("acme",)), Policy(), NOW)
    assert [lead.what for lead in found.leads] == ["Restores from backup work."]
