"""What a reason states is so by the records: what is over is not down, a pointer argues nothing, and Critical says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.returning import only_points
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.terms import Language
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, context, item, ticket
from tools.desk.desk import Desk, Request
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

LINE = "Acme's dashboards are slow again today"


def judged(world: Context, line: str = LINE) -> Assessment:
    return assess(understand(line), world, Policy(), NOW)


def signals(found: Assessment) -> list[str]:
    return [r.signal for r in found.reasons]


def note(number: int, role: str, body: str, *, hours: float = 3) -> dict[str, Any]:
    return {
        "id": str(number),
        "role": role,
        "public": role != "internal",
        "at": NOW - timedelta(hours=hours),
        "body": body,
    }


def dashboards(text: str, *comments: dict[str, Any]) -> Context:
    one = ticket(
        "T-1", "acme", "Dashboards", description=text, comments=comments, status="open", product_area="dashboards"
    )
    return context(one, items=(item("BUG-1", linked=("T-1",), status="open", title="Dashboards"),), named=("acme",))


OVER = [
    "Since 14:00 all dashboards are down, production is down. It is working again since 16:40. Please explain the cause.",
    "今天 14:00 到 16:40 仪表盘全部打不开，生产中断，现在已经恢复。请说明原因。",
]


@pytest.mark.parametrize("text", OVER)
def test_an_outage_that_its_own_ticket_ends_is_neither_down_nor_going_on(text: str) -> None:
    found = judged(dashboards(text))
    assert "production_down" not in signals(found)
    told = [f.signal for f in found.impact.dimensions["duration"]]
    assert "over_on_record" in told
    assert "ongoing_since" not in told
    for language in ("en", "zh"):
        assert "restore" not in compose(found, language).ask.lower()
        assert "恢复服务" not in compose(found, language).ask


def test_what_came_back_after_it_was_over_is_down() -> None:
    again = note(1, "customer", "It is down again, production is down, nobody can work.")
    found = judged(dashboards(OVER[0], again))
    assert "production_down" in signals(found)
    assert "ongoing_since" in [f.signal for f in found.impact.dimensions["duration"]]


def test_a_line_that_says_it_is_down_counts_whatever_an_earlier_ticket_ended_on() -> None:
    assert "production_down" in signals(judged(dashboards(OVER[0]), "Acme's dashboards: production is down"))


@pytest.mark.parametrize(
    ("words", "points"),
    [("Same code as T-48258.", True), ("Same as P-7031 / ENG-2291.", True), ("与 C-5102 相同", True),
     ("Same as T-48258, linked to ENG-2291.", True),
     ("与 T-48258 是同一个问题，已关联 ENG-2291", True), ("Same code as T-48258, needs a fix in the parser.", False),
     ("Customer set it wrong, see KB-124", False),
     ("与 T-48258 一样，需要研发修复", False), ("Linked.", False)],
)  # fmt: skip
def test_a_note_that_only_names_another_record_argues_nothing(words: str, *, points: bool) -> None:
    assert only_points(words) is points


def test_a_pointer_is_no_reason_against_an_escalation(sample_store: Engine) -> None:
    now = datetime.fromisoformat("2026-03-20T08:15:00+00:00")
    desk = Desk(StoreWorkspace(sample_store, now=now), Register(sample_store), Policy())
    for line in ("Nightly sync job dies half way at Brightwater", "Brightwater 夜间同步任务中途失败，接口报 500"):
        assert [r.values for r in desk.assess(Request(line)).reasons if "T-48258" in str(r.values.get("words"))] == []


def test_two_colleagues_with_a_ticket_each_did_not_write_back() -> None:
    def world(*bodies: int, **fields: Any) -> Context:
        said = [
            [note(n, "customer", "It is still short of rows.", hours=5 - n) for n in range(count)] for count in bodies
        ]
        told = [
            ticket(
                f"T-{n}", "acme", "Export is missing rows", description="Export is missing rows.", comments=c, **fields
            )
            for n, c in enumerate(said)
        ]
        return context(*told, named=("acme",))

    line = "Export is missing rows for Acme"
    assert "wrote_back" not in signals(judged(world(1, 1), line))
    (reason,) = [r for r in judged(world(1, 3), line).reasons if r.signal == "wrote_back"]
    assert reason.values["count"] == 3
    closed = world(3, status="closed", solved_at=NOW - timedelta(hours=1))
    assert "wrote_back" not in signals(judged(closed, line))


LOSS = ("光合設計匯出的 CSV 少了資料列，客戶給業主的進度表不完整",
        "Guanghe Design: the CSV export is missing rows, the schedule they give to their client is incomplete")  # fmt: skip


def test_one_fault_on_record_has_one_severity_in_both_languages(sample_store: Engine) -> None:
    now = datetime.fromisoformat("2026-03-20T08:15:00+00:00")
    desk = Desk(StoreWorkspace(sample_store, now=now), Register(sample_store), Policy())
    assert {desk.assess(Request(line)).severity for line in LOSS} == {"high"}


STATED = {
    "production_down",
    "data_loss",
    "security_concern",
    "security_possible",
    "several_high_value",
    "read_as_critical",
}


@pytest.mark.parametrize("intact", [False, True])
def test_critical_says_what_it_rests_on_and_is_high_where_nothing_is_lost(*, intact: bool) -> None:
    """The file that a customer gets is short: critical by its words, unless the tracker says that what is stored is whole."""
    urgent = "Export is missing rows, urgent, the whole company waits, our client meets at noon."
    told = [
        ticket(f"T-{n}", who, "Export is missing rows", description=urgent, priority="urgent")
        for n, who in enumerate(("acme", "b", "c", "d"))
    ]
    bug = item("BUG-1", linked=tuple(t.id for t in told), status="open", priority="critical",
               comments=["Stored data is intact, only the file is short."] if intact else [])  # fmt: skip
    world = context(*told, items=(bug,), named=("acme",))
    line = "光合設計匯出的 CSV 少了資料列，客戶給業主的進度表不完整 Export is missing rows Acme"
    found = judged(world, line)
    assert found.severity == ("high" if intact else "critical")
    assert intact or STATED & set(signals(found))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_support_answers_puts_no_revenue_at_risk_and_does_not_go_on(
    sample_store: Engine, language: Language
) -> None:
    now = datetime.fromisoformat("2026-03-20T08:15:00+00:00")
    desk = Desk(StoreWorkspace(sample_store, now=now), Register(sample_store), Policy())
    found = desk.assess(
        Request("Orchard Books: how do we import a CSV with umlauts, they come out garbled", language=language)
    )
    assert found.decision == "handle"
    told = {f.signal for each in found.impact.dimensions.values() for f in each}
    assert told & {"arr_at_risk", "ongoing_since"} == set()
    assert found.facts.arr_at_risk_usd == 21_000


def test_several_valued_customers_are_named_as_what_makes_it_critical() -> None:
    told = [ticket(f"T-{n}", who, "Export is missing rows", description="Export is missing rows.", priority="urgent")
            for n, who in enumerate(("a", "b", "c"))]  # fmt: skip
    world = context(*told, items=(item("BUG-1", linked=("T-0", "T-1", "T-2"), status="open"),))
    world = replace(world, accounts={who: account(who, arr_usd=300_000) for who in ("a", "b", "c")})
    found = judged(world, "Export is missing rows")
    assert found.severity == "critical"
    (reason,) = [r for r in found.reasons if r.signal == "several_high_value"]
    assert reason.values["count"] == 3
