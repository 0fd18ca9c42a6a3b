"""What joins an escalation is told as that one matter: with all that it counts, and no less severe than it is on record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from escalation.register.events import What
from escalation.ruling import Ruling
from tests.joining.worlds import NOW, arrive, desk, issue, ticket
from tools.catalog.preparation import preparation
from tools.desk.desk import Desk, Request
from tools.desk.writing import write


def odd() -> dict[str, Any]:
    """The same trouble as somebody put it who knows none of its words."""
    return ticket(2) | {
        "subject": "It is empty",
        "description": "Nothing in the folder this morning.",
        "type": "question",
    }


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Desk]:
    store = tmp_path / "s.db"
    arrive(store, (1,), odd())
    at = desk(store)
    yield at
    at.register.engine.dispose()


def opened(at: Desk, severity: str) -> str:
    """An escalation that counts both."""
    return at.register.open(
        issue="Invoice export writes no file",
        who="Kim",
        at=NOW,
        account_ids=("acc-1", "acc-2"),
        ticket_ids=("T-1", "T-2"),
        concepts=("export", "invoice"),
        decision="escalate",
        severity=severity,
        target="engineering",
    )


def test_the_line_alone_does_not_find_the_odd_one(at: Desk) -> None:
    assert at.assess(Request(issue(1))).facts.affected_customers == 1


@pytest.mark.parametrize("line", [issue(1), "Northwind Traders 发票导出失败，报 ERR_EXPORT_42"])
def test_the_brief_of_a_report_that_joins_counts_what_the_escalation_counts(at: Desk, line: str) -> None:
    before = opened(at, "high")
    joined = at.prepare(Request(line))
    assert (joined.escalation_id, joined.assessment.facts.affected_account_ids) == (before, ("acc-1", "acc-2"))
    assert joined.delta is not None
    assert joined.delta.customers == joined.assessment.facts.affected_customers


def test_what_was_ruled_out_by_hand_stays_out(at: Desk) -> None:
    opened(at, "high")
    ruling = Ruling(record_id="T-2", source="tickets", same=False, reason="Their disk was full.")
    joined = at.prepare(Request(issue(1), rulings=(ruling,)))
    assert joined.assessment.facts.affected_account_ids == ("acc-1",)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "On record ESC-0001 is Critical; this report alone would be High."),
        ("zh", "ESC-0001 登记的级别为「关键」；只看这次反馈，应为「高」。"),
    ],
)
def test_it_is_as_severe_as_both_clocks_run_by(at: Desk, language: str, said: str) -> None:
    opened(at, "critical")
    joined = at.prepare(Request(issue(1), language="zh" if language == "zh" else "en"))
    assert joined.assessment.severity == "critical"
    told = preparation(joined, None)
    assert said in "\n".join(str(reason) for reason in told.model_dump().values())
    assert write(at, joined.assessment).text is not None


def test_a_report_that_is_graver_than_the_record_raises_it_and_both_clocks(at: Desk) -> None:
    one = opened(at, "medium")
    joined = at.prepare(Request(issue(1), reporter="Mia"))
    assert joined.assessment.severity == "high"
    assert not [r for r in joined.assessment.reasons if r.signal == "severity_on_record"]
    assert at.register.state(one).severity == "high"
    told = [event for event in at.register.events(one) if event.what == "severity_changed"]
    assert [(event.who, event.why) for event in told] == [
        ("Mia", f"Another report of the same matter is graver: “{issue(1)}”.")
    ]
    at.prepare(Request(issue(1)))
    assert len([e for e in at.register.events(one) if e.what == "severity_changed"]) == 1
    assert at.reassess(one).severity == "high"


@pytest.mark.parametrize("what", ["severity_changed", "overridden"])
def test_what_a_person_chose_stays(at: Desk, what: What) -> None:
    one = opened(at, "medium")
    data = {"severity": "medium"} | {"field": "severity", "recommended": "high", "chosen": "medium"}
    at.register.append(one, what, who="Kim", at=NOW, why="Half of it works", data=data)
    at.prepare(Request(issue(1)))
    assert at.register.state(one).severity == "medium"


def test_a_later_person_lowers_what_a_report_raised(at: Desk) -> None:
    one = opened(at, "medium")
    at.prepare(Request(issue(1)))
    at.register.append(one, "severity_changed", who="Kim", at=NOW, why="It works by hand", data={"severity": "medium"})
    at.prepare(Request(issue(1)))
    assert at.register.state(one).severity == "medium"
