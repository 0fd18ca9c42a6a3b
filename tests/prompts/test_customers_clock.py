"""An hour in a letter is said by the customer's own clock, which is called by its city."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prompts.their_clock import for_customer


@pytest.mark.parametrize(
    ("timezone", "said"),
    [
        ("Europe/Lisbon", "(Lisbon time)"),
        ("America/Argentina/Buenos_Aires", "(Buenos Aires time)"),
        ("America/Port-au-Prince", "(your local time)"),
        (None, "UTC"),
    ],
)
def test_a_customers_clock_is_called_by_its_city(timezone: str | None, said: str) -> None:
    assert said in for_customer(datetime(2026, 11, 13, 12, tzinfo=UTC), timezone, "en")
