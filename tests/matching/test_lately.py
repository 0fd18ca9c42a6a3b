"""What time tells of a ticket."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from escalation.matching.lately import before_told, is_neglected, just_over, lately_told
from escalation.matching.profile import profile_of
from tests.judgement.worlds import NOW, ticket

TODAY = NOW.date()


def test_what_is_over_since_a_moment_counts_and_fades_within_a_week() -> None:
    def solved(days: float) -> float:
        return just_over(ticket("1", "a", "down", days=9, status="solved", solved_at=NOW - timedelta(days=days)), NOW)

    assert solved(0) == 1
    assert 0 < solved(5) < solved(1) < 1
    assert solved(8) == 0
    assert just_over(ticket("1", "a", "down"), NOW) == 0


def test_a_ticket_fits_the_day_that_is_named_and_the_next() -> None:
    fits = [lately_told(ticket("1", "a", "down", days=n), frozenset({TODAY - timedelta(days=1)})) for n in (0, 1, 2)]
    assert fits == [0.5, 1.0, 0.0]


def test_what_began_yesterday_was_not_reported_last_week() -> None:
    days = frozenset({TODAY - timedelta(days=1)})
    assert [before_told(ticket("1", "a", "down", days=n), days) for n in (1, 2, 3, 9)] == [0, 0, 0.5, 1]
    assert before_told(ticket("1", "a", "down", days=9), frozenset[date]()) == 0


@pytest.mark.parametrize(
    ("fields", "neglected"),
    [
        ({"sla": {"first_response_due": NOW - timedelta(hours=3)}}, True),
        (
            {"sla": {"first_response_due": NOW - timedelta(hours=3)}, "first_response_at": NOW - timedelta(hours=2)},
            True,
        ),
        (
            {"sla": {"first_response_due": NOW - timedelta(hours=3)}, "first_response_at": NOW - timedelta(hours=4)},
            False,
        ),
        ({"sla": {"resolution_due": NOW - timedelta(hours=3)}}, True),
        ({"sla": {"resolution_due": NOW + timedelta(hours=3)}}, False),
        ({}, False),
    ],
)
def test_neglected_is_what_lies_open_past_its_due_time(fields: dict[str, Any], *, neglected: bool) -> None:
    assert is_neglected(ticket("1", "a", "help", **fields), NOW) is neglected
    solved = ticket("1", "a", "help", status="solved", solved_at=NOW, **fields)
    assert not is_neglected(solved, NOW)


def test_an_hour_is_no_code_that_ties_two_reports() -> None:
    assert profile_of("at 14:00 RECON-4127 failed").codes == {"recon-4127", "4127"}
