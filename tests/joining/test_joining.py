"""The third customer with the same issue makes one parent escalation; what is reported later joins it as a delta."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from escalation.errors import InvalidInput
from escalation.following.news import News, data_of
from escalation.following.patterns import patterns
from tests.joining.worlds import NOW, apart, arrive, desk, issue
from tools.catalog.preparation import preparation
from tools.desk.desk import Desk, Request

ROOT = Path(__file__).parents[2]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "s.db"


@pytest.fixture
def at(store: Path) -> Iterator[Desk]:
    arrive(store, (1,))
    at = desk(store)
    yield at
    at.register.engine.dispose()


def test_each_later_customer_joins_as_who_is_new_and_the_new_totals(at: Desk, store: Path) -> None:
    first = at.prepare(Request(issue(1)))
    assert first.delta is None
    said: list[str] = []
    for number in (2, 3):
        arrive(store, (number,))
        joined = at.prepare(Request(issue(number), reporter="Lee"))
        assert (joined.escalation_id, joined.joined) == (first.escalation_id, True)
        said.append(preparation(joined, None).delta or "")
    assert said[0].startswith(
        "One more report of ESC-0001: Lotus Foods (acc-2) is new. In total: 2 customers, at least"
    )
    assert "at least $240,000 of ARR (1 customer without a figure), first reported 2026-11-20 01:00 UTC" in said[0]
    assert "莲花物流 (acc-3) is new. In total: 3 customers, at least $276,000 of ARR" in said[1]
    state = at.register.state("ESC-0001")
    assert (state.reports, state.account_ids) == (3, ("acc-1", "acc-2", "acc-3"))
    assert [event.data["new"] for event in at.register.events("ESC-0001") if event.what == "joined"] == [
        ["acc-2"],
        ["acc-3"],
    ]
    assert len(at.register.list()) == 1


def test_the_same_customer_again_brings_nobody_new(at: Desk) -> None:
    at.prepare(Request(issue(1)))
    again = preparation(at.prepare(Request(issue(1))), "zh")
    assert again.delta == (
        "ESC-0001 又有一次反馈：没有新增客户。合计 1 家客户，ARR 24 万美元，最早反馈于 2026-11-20 01:00 UTC。"
        "记录中还没有向团队发出过任何内容：请发出简报。"
    )
    told = preparation(at.prepare(Request(issue(1))), "en").delta or ""
    assert told.endswith("Nothing is on record as sent to the team yet: post the brief.")
    posted = {"proposal": "ACT-1", "hash": "x", "kind": "post_to_channel", "receipt": "m-1"}
    at.register.append("ESC-0001", "action_carried_out", who="Kim", at=NOW, data=posted)
    told = preparation(at.prepare(Request(issue(1))), "zh").delta or ""
    assert told.endswith("简报不必重写，也不必再通知团队。")


def test_who_is_only_named_is_told_apart_from_whom_tickets_show(at: Desk) -> None:
    at.prepare(Request(issue(1)))
    at.register.append("ESC-0001", "account_joined", who="Mia", at=NOW, data={"account_ids": ["acc-4"]})
    told = preparation(at.prepare(Request(issue(1))), "en").delta or ""
    assert "In the records: 1 customer, $240,000 of ARR, first reported 2026-11-20 01:00 UTC;" in told
    assert "reported besides, without a ticket that is counted: Redmoor Mills (acc-4)." in told


def test_another_error_and_another_severity_are_told(at: Desk, store: Path) -> None:
    at.prepare(Request(issue(1)))
    at.register.append("ESC-0001", "severity_changed", who="Kim", at=NOW, data={"severity": "medium"})
    arrive(store, (2,))
    told = preparation(at.prepare(Request(f"{issue(2)}, and with ERR_EXPORT_77")), None)
    assert "It names another error: “err_export_77”." in (told.delta or "").lower().replace("it names", "It names")
    assert f"On record it is medium; this report points to {told.severity}." in (told.delta or "")
    chinese = preparation(at.prepare(Request(f"{issue(2)}, and with ERR_EXPORT_77")), "zh").delta or ""
    assert "目前登记为中级，这次反馈对应高级。" in chinese or "目前登记为中级，这次反馈对应关键级。" in chinese


def test_the_third_customer_makes_one_of_what_was_opened_apart(at: Desk, store: Path) -> None:
    arrive(store, (1, 2, 3))
    one, two = apart(at, 1, 2)
    third = at.prepare(Request(issue(3)))
    assert third.escalation_id == one
    told = preparation(third, None).delta or ""
    assert told.startswith(
        f"One more report of {one}: 莲花物流 (acc-3) is new. {two} is the same issue, and part of it"
    )
    parent, child = at.register.state(one), at.register.state(two)
    assert parent.account_ids == ("acc-1", "acc-2", "acc-3")
    assert set(parent.ticket_ids) == {"T-1", "T-2", "T-3"}
    assert (parent.reports, child.status, child.merged_into) == (3, "merged", one)
    assert [state.id for state in at.register.list(open_only=True)] == [one]
    (pattern,) = patterns(at.register.list(), 3)
    assert (pattern.parent.id, pattern.escalations) == (one, (at.register.list(open_only=True)[0],))
    # Whoever still has the old id goes on under the new one.
    assert at.prepare(Request(issue(2)), escalation_id=two).escalation_id == one
    with pytest.raises(InvalidInput, match=f"goes on as part of {one}.*Record it on {one}"):
        data_of(News("progress", text="x"), child, NOW)


def test_two_customers_apart_stay_apart(at: Desk, store: Path) -> None:
    arrive(store, (1, 2))
    one, two = apart(at, 1, 2)
    again = at.prepare(Request(issue(2)))
    assert again.escalation_id in (one, two)
    assert again.delta is not None
    assert again.delta.merged == ()
    assert {state.id for state in at.register.list(open_only=True)} == {one, two}


JOINER = """
import sys
from pathlib import Path
from tests.joining.worlds import desk, issue
from tools.desk.desk import Request
at, number = desk(Path(sys.argv[1])), int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
print(at.prepare(Request(issue(number), reporter=f"P{number}")).escalation_id, flush=True)
"""


@pytest.mark.parametrize("before", [0, 2])
def test_processes_that_bring_customers_at_once_make_one_parent(store: Path, before: int) -> None:
    """With nothing on record, and with two escalations apart: one is left, with every customer and every report."""
    arrive(store, (1, 2, 3, 4))
    at = desk(store)
    apart(at, *range(1, before + 1))
    bring = (3, 4) if before else (1, 2, 3, 4)
    racing = [
        subprocess.Popen(
            [sys.executable, "-c", JOINER, str(store), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for number in bring
    ]
    try:
        for each in racing:
            assert each.stdout is not None
            assert each.stdout.readline() == "ready\n"
        for each in racing:
            assert each.stdin is not None
            each.stdin.write("go\n")
            each.stdin.flush()
        told = [each.communicate(timeout=120)[0].strip() for each in racing]
    finally:
        for each in racing:
            each.kill()
            each.communicate()
    assert told == ["ESC-0001"] * len(bring)
    (parent,) = at.register.list(open_only=True)
    assert parent.id == "ESC-0001"
    assert set(parent.account_ids) == {"acc-1", "acc-2", "acc-3", "acc-4"}
    # Each separate escalation became part of it once, each report joined it once.
    assert parent.reports == 4
    merged = [event for state in at.register.list() for event in at.register.events(state.id) if event.what == "merged"]
    assert len(merged) == max(before - 1, 0)
    at.register.engine.dispose()
