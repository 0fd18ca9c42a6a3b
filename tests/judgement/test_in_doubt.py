"""An article that may be the way out: what else speaks for support makes it one, and what speaks against that leaves it aside."""

from dataclasses import replace
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement import solutions
from escalation.judgement.solutions import FITS, MAY_FIT
from escalation.policy import Policy
from escalation.records import Article
from tests.judgement.worlds import NOW, context, issue, ticket

FAULT = "Data export is missing rows"
ASKED = "How do I export all rows of the orders list?"


def judged(monkeypatch: pytest.MonkeyPatch, chance: float, line: str, **fields: Any) -> Assessment:
    """A line with one report, and with an article that is the way out with this chance."""
    told = {"id": "KB-1", "title": "Export all rows", "body": "Set the page size to 500.", "updated_at": NOW}
    article = Article.model_validate({"type": "howto", "has_workaround": True, **told, **fields})
    world = context(ticket("1", "a", "Rows missing in the export of orders", description="The orders list is cut."))

    def settles(*_: object) -> float:
        return chance

    monkeypatch.setattr(solutions, "settles", settles)
    kind = "question" if line == ASKED else "bug"
    return assess(issue(line, kind), replace(world, articles=(article,)), Policy(), NOW)


def test_where_all_else_speaks_for_support_it_is_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    found = judged(monkeypatch, 0.3, ASKED)
    assert (found.decision, found.facts.kb_workaround_exists, found.cited.kb) == ("handle", True, ("KB-1",))
    assert "documented_workaround" in {reason.signal for reason in found.reasons}


def test_where_a_team_is_needed_it_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    found = judged(monkeypatch, MAY_FIT + 0.01, FAULT)
    assert (found.decision, found.facts.kb_workaround_exists, found.cited.kb) == ("escalate", False, ())


def test_the_likelier_it_is_the_sooner_a_fault_stays_with_support(monkeypatch: pytest.MonkeyPatch) -> None:
    decided = [judged(monkeypatch, chance, FAULT).decision for chance in (0.0, MAY_FIT, FITS - 0.01, FITS)]
    assert decided == sorted(decided)  # "escalate" before "handle", and not back
    assert decided[0] == decided[1] == "escalate"
    assert decided[-1] == "handle"


@pytest.mark.parametrize(
    ("chance", "fields", "line"),
    [
        (MAY_FIT - 0.01, {}, ASKED),
        (0.3, {"has_workaround": False, "type": "known_issue"}, ASKED),
        (0.3, {"status": "archived"}, ASKED),
        (0.3, {}, f"{ASKED} The article KB-1 is wrong for this"),
    ],
    ids=["too unlikely", "no way out by its mark", "archived", "refuted"],
)
def test_what_gives_no_way_out_or_hardly_fits_is_never_taken(
    monkeypatch: pytest.MonkeyPatch, chance: float, fields: dict[str, Any], line: str
) -> None:
    found = judged(monkeypatch, chance, line, **fields)
    assert (found.facts.kb_workaround_exists, found.solution) == (False, None)
