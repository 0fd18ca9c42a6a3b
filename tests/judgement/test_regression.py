"""What comes back after its fix is told as that: which item, fixed in what, what was noted then; and it is to be reopened."""

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.terms import Language
from prompts.compose import compose
from prompts.statements import say
from tests.judgement.worlds import NOW, context, item, ticket

BODY = "Two workers pick up the same rule. Both create the task."
SAID = "The double work orders you fixed in February are back since 2026.3.2, closed with 2026.2.2 then."


def judged(line: str, **of_item: object) -> Assessment:
    own = ticket("T-1", "acme", "Work orders created twice", description=SAID)
    fields = {"status": "done", "fixed_in": "2026.2.2", "body": BODY} | of_item
    mended = item("ENG-7", linked=("T-1",), created_at=NOW, **fields)
    return assess(understand(line), context(own, items=(mended,), named=("acme",)), Policy(), NOW)


LINES: tuple[tuple[str, Language], ...] = (
    ("Acme double work orders are back AGAIN", "en"),
    ("Acme 重复工单的问题又出现了", "zh"),
)
ASKED = {"en": "Please reopen ENG-7, closed as fixed in 2026.2.2", "zh": "请重新打开 ENG-7（曾在 2026.2.2 中修复）"}
TOLD = {
    "en": "It is back: ENG-7 was reported as fixed in 2026.2.2; it was opened for: “Two workers pick up the same rule.”",
    "zh": "问题再次出现：ENG-7 曾报告已修复（2026.2.2），最初登记的是：「Two workers pick up the same rule.」。",
}


@pytest.mark.parametrize(("line", "language"), LINES)
def test_the_fix_that_did_not_hold_is_named_with_what_it_was_opened_for(line: str, language: Language) -> None:
    found = judged(line)
    (reason,) = (r for r in found.reasons if r.signal == "recurrence")
    assert say(reason, language) == TOLD[language]
    held = {e.id: e.quotation for e in found.evidence}
    assert [held[id_] for id_ in reason.evidence] == [
        "ENG-7 (done, fixed in 2026.2.2)",
        "Two workers pick up the same rule.",
    ]
    assert compose(found, language).ask.startswith(ASKED[language])


NOTE = "Fixed in 2026.2.2. The lock was missing."
NOTED = {"en": f"; noted then: “{NOTE}”", "zh": f"，当时写道：「{NOTE}」"}


@pytest.mark.parametrize(("line", "language"), LINES)
def test_what_was_noted_when_it_was_closed_is_told_and_not_how_it_was_opened(line: str, language: Language) -> None:
    notes = [
        {"at": NOW, "body": NOTE},
        {"at": NOW, "body": "Reopened, the second queue still does it."},
    ]
    found = judged(line, comments=notes)
    (reason,) = (r for r in found.reasons if r.signal == "recurrence")
    assert NOTED[language] in say(reason, language)
    assert NOTE in {e.quotation for e in found.evidence if e.id in reason.evidence}


@pytest.mark.parametrize(("line", "language"), LINES)
def test_nobody_asks_whether_what_came_back_still_happens(line: str, language: Language) -> None:
    found = judged(line)
    assert "still_happening" not in [q.signal for q in found.questions]
    told = compose(found, language).reproduction
    assert told
    assert told.environment
    assert "2026.2.2" not in told.environment


@pytest.mark.parametrize("unfinished", [{"status": "in_progress"}, {"fixed_in": None}])
def test_a_fix_that_is_still_to_come_was_none(unfinished: dict[str, object]) -> None:
    found = judged(LINES[0][0], **unfinished)
    (reason,) = (r for r in found.reasons if r.signal == "recurrence")
    assert reason.values["item"] is None
    assert "reopen" not in compose(found, "en").ask


@pytest.mark.parametrize(("line", "language"), LINES)
def test_while_an_open_item_of_theirs_is_worked_on_no_other_is_to_be_reopened(line: str, language: Language) -> None:
    own = ticket("T-1", "acme", "Work orders created twice", description="Double work orders again, since 2026.3.2.")
    worked = item("ENG-12", linked=("T-1",), created_at=NOW, status="in_review", title="Work orders created twice")
    old = item("ENG-7", status="done", fixed_in="2026.2.2", title="Work orders created twice", created_at=NOW)
    found = assess(understand(line), context(own, items=(old, worked), named=("acme",)), Policy(), NOW)
    assert "ENG-7" not in compose(found, language).ask
    assert "ENG-12" in compose(found, language).ask
