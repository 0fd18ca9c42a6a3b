"""What a brief states is what the records say: spans, days, whether work is blocked, and whose words are whose."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment, Ruling
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.signals.polarity import assertions
from tests.judgement.worlds import NOW, context, item, ticket

LINE = "Export is missing rows for Acme"


def comment(role: str, body: str, hours: float = 5) -> dict[str, Any]:
    return {
        "id": body[:8],
        "author": role,
        "role": role,
        "at": NOW - timedelta(hours=hours),
        "public": True,
        "body": body,
    }


def judged(*comments: dict[str, Any], line: str = LINE, description: str = LINE, **other: Any) -> Assessment:
    own = ticket("T-1", "acme", LINE, days=1, description=description, comments=list(comments), **other)
    return assess(understand(line), context(own, named=("acme",)), Policy(), NOW)


def depth(found: Assessment) -> list[str]:
    return [f.signal for f in found.impact.dimensions["depth"]]


@pytest.mark.parametrize(
    ("words", "signals"),
    [
        ("We can't work at all.", ["blocked"]),
        ("We can't work at all. Until then we can key it by hand.", ["degraded"]),
        ("We can't work at all, it was bad. We've had no trouble since.", []),
        ("Premiums stop at the last step, 14 clerks idle.", ["blocked"]),
        ("14 clerks idle. Until then we can key it by hand.", ["degraded"]),
        ("Every export is refused with EXP_3.", ["fails_throughout"]),
        ("Not every export is refused.", []),
        ("仓库二十个人都闲着。", ["blocked"]),
        ("每一笔扣款都被拒。", ["fails_throughout"]),
        ("不是每一笔都被拒。", []),
    ],
)
def test_work_is_blocked_where_the_customer_has_no_way_to_go_on(words: str, signals: list[str]) -> None:
    assert depth(judged(description=words)) == signals


def test_whose_work_stands_still_is_said_where_another_customer_is_named() -> None:
    """Theirs comes second: what the named customer tells is what the line is about."""
    own = ticket("T-1", "acme", LINE, description="Every export is refused with EXP_3.")
    other = ticket("T-2", "globex", LINE, description="Export refused with EXP_3, 14 clerks idle.")
    found = assess(understand(f"{LINE}, EXP_3"), context(own, other, named=("acme",)), Policy(), NOW)
    told = [(f.signal, f.values.get("account")) for f in found.impact.dimensions["depth"]]
    assert told == [("fails_throughout", None), ("blocked", "Globex")]
    unnamed = assess(understand("Export is missing rows, EXP_3"), context(own, other), Policy(), NOW)
    assert [(f.signal, f.values.get("account")) for f in unnamed.impact.dimensions["depth"]] == [("blocked", None)]


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("We lose about 90 orders an hour.", False),
        ("我们每小时丢 90 个订单。", False),
        ("订单每小时流失 90 个，丢得厉害。", False),
        ("90 orders are missing.", True),
        ("丢了 90 个订单。", True),
        ("订单丢了 90 个。", True),
    ],
)
def test_what_business_loses_by_the_hour_is_no_stored_record(words: str, *, lost: bool) -> None:
    assert ("data_loss" in {a.signal for a in assertions(words)}) is lost


def test_what_support_cannot_open_blocks_no_customer() -> None:
    assert "blocked" not in depth(judged(line=f"{LINE} and support can't log in to the host"))


def test_what_an_agent_says_of_his_own_view_is_nothing_of_the_product() -> None:
    note = comment("internal", "Nothing else as far as I can see, but I only have a partial view.")
    assert depth(judged(note)) == []


def test_a_contract_that_is_due_before_the_customers_day_binds_us_first() -> None:
    """Their day stands beside as what they expect."""
    due = NOW + timedelta(days=2)
    found = judged(
        comment("customer", "We have to send it by 30 March."),
        sla={"first_response_due": None, "resolution_due": due},
    )
    assert found.deadline_why is not None
    assert (found.deadline, found.deadline_why.signal) == (due, "deadline_sla")
    expected = found.communication.expectation_deadline
    assert expected is not None
    assert (expected.month, expected.day) == (3, 30)


def test_a_pattern_of_months_is_not_called_one_of_days() -> None:
    reported = (("acme", 1), ("b", 120), ("c", 160))
    months = [ticket(f"T-{who}", who, LINE, days=days, description=LINE) for who, days in reported]
    rulings = tuple(Ruling(record_id=t.id, same=True, reason="read") for t in months)
    held = replace(context(*months), rulings=rulings)
    found = assess(understand(LINE), held, Policy(), NOW)
    said = [r.values for r in found.reasons if r.signal == "three_or_more_customers"]
    assert [(v["count"], v["days"]) for v in said] == [(3, 160)]


def test_everyone_at_one_customer_is_not_all_customers() -> None:
    found = judged(line="Acme: single sign-on rejects everyone since midnight")
    assert "claimed_segment_not_supported" not in [c.signal for c in found.claims]


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("T-99999: the CSV export is missing rows", ["T-99999"]),
        ("T-100: the CSV export is missing rows", []),
        ("T-7001 and RFC-9999: the CSV export is missing rows", []),
        ("导出缺行，见 T-99999 和 t-100", ["T-99999"]),
    ],
)
def test_a_number_that_no_ticket_has_is_said_so(line: str, unknown: list[str]) -> None:
    reported = ticket("T-100", "acme", "CSV export is missing rows", description="Rows are missing.")
    found = assess(understand(line), context(reported, items=(item("T-7001"),)), Policy(), NOW)
    assert [c.values["ticket"] for c in found.claims if c.signal == "named_ticket_unknown"] == unknown


def test_of_bare_numbers_only_one_as_long_as_theirs_is_taken_for_a_ticket() -> None:
    reported = ticket("48100", "acme", "CSV export is missing rows")
    found = assess(understand("#48999 and #17: the CSV export is missing rows"), context(reported), Policy(), NOW)
    assert [c.values["ticket"] for c in found.claims if c.signal == "named_ticket_unknown"] == ["48999"]


def test_where_no_ticket_could_be_read_none_is_called_unknown() -> None:
    found = assess(understand("T-99999: the CSV export is missing rows"), context(), Policy(), NOW)
    assert not found.claims
