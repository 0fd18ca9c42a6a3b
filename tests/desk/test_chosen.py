"""What a person chose holds until it is changed, in the register, the next answer and the brief alike; naming what is recommended
ends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from escalation.judgement.override import Choice
from escalation.policy import Policy
from escalation.ruling import Ruling
from escalation.terms import Severity
from tests.server.sample_office import sample_office
from tools.catalog.by_hand import what_changed
from tools.catalog.get_escalation import reasons_of
from tools.desk.desk import Desk, Prepared, Request
from tools.desk.writing import write
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

TIMER = "Cascade Film timer runs all night again, their CEO called me personally, he wants it fixed"
SAID_AGAIN = "Cascade Film 的计时器整夜不停"


@pytest.fixture
def desk(sample_store: Engine, tmp_path: Path) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store(str(tmp_path / "register.db"))), Policy())


def standing(desk: Desk, id_: str) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """Severity and team on record, and in the brief."""
    state, found = desk.register.state(id_), desk.reassess(id_)
    return (state.severity, state.target), (found.severity, found.target)


def chosen(desk: Desk, id_: str) -> list[tuple[str, str | None, str]]:
    return [(each.field, each.recommended, each.chosen) for each in desk.register.state(id_).overrides]


@pytest.fixture
def one(desk: Desk) -> str:
    prepared = desk.prepare(Request(TIMER))
    assert (prepared.assessment.severity, prepared.assessment.target) == ("high", "engineering")
    return prepared.escalation_id or ""


def told(prepared: Prepared) -> str:
    return what_changed(prepared.changed, on_record=True) if prepared.changed else ""


@pytest.mark.parametrize("again", [TIMER, SAID_AGAIN])
def test_what_was_chosen_with_a_report_that_joins_holds_in_the_brief_too(desk: Desk, one: str, again: str) -> None:
    joined = desk.prepare(Request(again, account="Cascade Film", choice=Choice(severity="critical", reason="CEO")))
    assert (joined.joined, joined.escalation_id) == (True, one)
    assert standing(desk, one) == (("critical", "engineering"),) * 2
    assert "**Severity:** Critical" in write(desk, desk.reassess(one), escalation_id=one).markdown


def test_another_choice_leaves_the_one_before_and_the_answer_says_both(desk: Desk, one: str) -> None:
    desk.prepare(Request(TIMER, choice=Choice(severity="critical", reason="CEO")))
    later = desk.prepare(Request(TIMER, choice=Choice(target="product", reason="a wish")), escalation_id=one)
    assert standing(desk, one) == (("critical", "product"),) * 2
    assert {(o.field, o.reason) for o in later.assessment.overrides} == {("severity", "CEO"), ("target", "a wish")}
    assert told(later) == ""


def test_naming_what_is_recommended_ends_it_and_is_said(desk: Desk, one: str) -> None:
    desk.prepare(Request(TIMER, choice=Choice("escalate", "critical", "product", "CEO")), escalation_id=one)
    back = desk.prepare(Request(TIMER, choice=Choice(target="engineering", reason="back")), escalation_id=one)
    assert standing(desk, one) == (("critical", "engineering"),) * 2
    assert chosen(desk, one) == [("severity", "high", "critical")]
    assert told(back) == "target product → engineering: as recommended, nothing is chosen instead any more"
    # Ended is ended: what is recommended from now on counts, and whoever names it again says nothing new.
    assert told(desk.prepare(Request(TIMER, choice=Choice(target="engineering")), escalation_id=one)) == ""
    desk.prepare(Request(TIMER, choice=Choice(severity="high")))
    assert (standing(desk, one), chosen(desk, one)) == ((("high", "engineering"),) * 2, [])


def test_a_decision_is_taken_back_like_a_severity(desk: Desk, one: str) -> None:
    desk.prepare(Request(TIMER, choice=Choice("handle", reason="known")), escalation_id=one)
    assert desk.register.state(one).decision == "handle"
    back = desk.prepare(Request(TIMER, choice=Choice("escalate")), escalation_id=one)
    assert "decision handle → escalate: as recommended" in told(back)
    assert (desk.register.state(one).decision, chosen(desk, one)) == ("escalate", [])
    assert standing(desk, one) == (("high", "engineering"),) * 2


def test_what_was_named_as_recommended_asks_for_no_reason_once_it_no_longer_is(desk: Desk) -> None:
    first = desk.prepare(Request(TIMER, choice=Choice(severity="high", target="engineering")))
    (opened, *_) = desk.register.events(first.escalation_id or "")
    assert opened.data["request"]["choice"][:3] == [None, None, None]


def test_a_report_that_joins_chooses_nothing_anew_and_is_told_what_stands_on_record(desk: Desk, one: str) -> None:
    desk.prepare(Request(TIMER, choice=Choice(severity="critical", reason="CEO")), escalation_id=one)
    before = len(desk.register.events(one))
    joined = desk.prepare(Request(TIMER))
    told = [r.values for r in joined.assessment.reasons if r.signal == "severity_on_record"]
    assert (joined.escalation_id, joined.assessment.severity) == (one, "critical")
    assert told == [{"escalation": one, "held": "critical", "alone": "high"}]
    assert "overridden" not in [event.what for event in desk.register.events(one)[before:]]
    assert standing(desk, one) == (("critical", "engineering"),) * 2


def test_another_team_that_was_chosen_makes_no_other_escalation_of_the_same_issue(desk: Desk, one: str) -> None:
    chosen_now = desk.prepare(Request(TIMER, choice=Choice(target="product", reason="a wish")))
    assert (chosen_now.escalation_id, chosen_now.joined) == (one, True)
    assert desk.prepare(Request(TIMER)).escalation_id == one
    assert standing(desk, one) == (("high", "product"),) * 2


@pytest.mark.parametrize("severity", ["critical", "medium"])
def test_a_severity_that_was_changed_on_record_is_the_briefs_and_the_next_answers(
    desk: Desk, one: str, severity: Severity
) -> None:
    at = desk.workspace.now()
    desk.register.append(one, "severity_changed", who="Kim", at=at, why="half works", data={"severity": severity})
    assert standing(desk, one) == ((severity, "engineering"),) * 2
    again = desk.prepare(Request(TIMER), escalation_id=one)
    assert [(o.chosen, o.reason) for o in again.assessment.overrides] == [(severity, "half works")]
    assert standing(desk, one) == ((severity, "engineering"),) * 2
    desk.register.append(one, "severity_changed", who="Kim", at=at, why="worse", data={"severity": "high"})
    assert (standing(desk, one), chosen(desk, one)) == ((("high", "engineering"),) * 2, [])


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("leave Northgate out, not my customer", True),
        ("诺斯盖特不是我的客户，先不算", True),
        ("這家不是我負責的客戶", True),
        ("Their customer typed the hours by hand: it is about imports", False),
        ("说的是导入", False),
    ],
)
def test_a_ticket_ruled_out_for_whose_it_is_and_not_for_the_fault_is_taken_and_said(
    desk: Desk, one: str, why: str, *, said: bool
) -> None:
    out = (Ruling(record_id="T-47570", same=False, reason=why),)
    found = told(desk.prepare(Request(TIMER, rulings=out), escalation_id=one))
    assert "affected_customers 2 → 1" in found
    assert ("T-47570 left out though the words are the same: the reason is about the customer" in found) == said


def test_why_it_is_as_severe_as_it_is_can_be_read_before_a_brief_is_written(
    sample_store: Engine, tmp_path: Path
) -> None:
    office = sample_office(sample_store, tmp_path)
    rooms = office.open()
    id_ = rooms.desk.prepare(Request(TIMER)).escalation_id or ""
    reasons = reasons_of(rooms, rooms.register.state(id_))
    assert reasons
    assert all("[E" in reason for reason in reasons)
    write(rooms.desk, rooms.desk.reassess(id_), escalation_id=id_)
    assert reasons_of(rooms, rooms.register.state(id_)) == ()
