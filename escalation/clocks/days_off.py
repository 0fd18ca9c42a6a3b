"""Public holidays by country, and the weekend days worked in exchange for them (as in China), from the `holidays` package."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple


class DaysOff(NamedTuple):
    """One year of a country: days off, and weekend days that are worked."""

    off: frozenset[date]
    worked: frozenset[date]


_NONE = DaysOff(frozenset(), frozenset())


def unknown_place(code: str) -> str | None:
    """What is wrong with a place such as "CN" or "DE-BY"; None when its holidays are known."""
    from holidays import list_supported_countries

    country, _, part = code.partition("-")
    parts = list_supported_countries().get(country)
    if parts is None:
        return f"no holidays are known for “{country}”; give a country's two letters, such as CN or DE-BY"
    if part and part not in parts:
        return f"no holidays are known for “{part}” in {country}"
    return None


@lru_cache(maxsize=512)
def days_off(code: str | None, year: int) -> DaysOff:
    """The days off of `year` at a place ("CN", "DE-BY"); none without a place."""
    if code is None:
        return _NONE
    # Imported here: it costs a third of a second, which a start without holidays does not pay.
    from holidays import country_holidays

    country, _, part = code.partition("-")
    # A holiday at the turn of a year is paid for with weekend days of the other. A fresh object for every question, because
    # the package fills a shared one while others read it.
    found = country_holidays(country, subdiv=part or None, years=range(max(1, year - 1), min(9999, year + 1) + 1))
    return DaysOff(
        frozenset(day for day in found if day.year == year),
        frozenset(day for day in found.weekend_workdays if day.year == year),
    )
