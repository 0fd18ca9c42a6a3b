"""From what a helpdesk exported to a brief: the main job on files that Request Tracker and Redmine really wrote."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.desk.writing import check, write
from tools.importing.load import import_path
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

EXPORTS = Path(__file__).parent / "exports"
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("file", "prefix"), [("rt-tickets.tsv", "RT"), ("redmine-issues.csv", "RM"), ("redmine-issues-zh.csv", "RM")]
)
@pytest.mark.parametrize("line", ["File sync answers 423 Locked", "桌面客户端提示423 Locked后停止同步"])
def test_the_customers_who_report_it_are_found_in_both_languages(
    tmp_path: Path, file: str, prefix: str, line: str
) -> None:
    store = open_store(str(tmp_path / "w.db"))
    import_path(store, [EXPORTS / file])
    desk = Desk(StoreWorkspace(store, now=NOW), Register(store), Policy())
    prepared = desk.prepare(Request(line))
    found = prepared.assessment
    assert (found.decision, found.target) == ("escalate", "engineering")
    assert {m.ticket.id for m in found.matched} == {f"{prefix}-{n}" for n in (18, 21, 22, 39)}  # 3 was solved before
    assert found.facts.affected_customers == 4
    assert found.facts.arr_at_risk_usd is None
    written = write(desk, found, escalation_id=prepared.escalation_id)
    assert check(desk, found, written.text) == ()
    assert {line.category: line.state for line in found.coverage}["chat"] == "not_connected"
    assert desk.register.state(prepared.escalation_id or "").brief == written.markdown
