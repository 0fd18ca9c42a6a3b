"""What each plan promises, in hours, and the due times that follow for one ticket."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tools.sample.clock import due, rfc3339

Row = dict[str, Any]

PLAN_SLA: dict[str, Row | None] = {
    "Enterprise": {
        "first_response_h": 4,
        "update_h": 4,
        "resolution_h": {"urgent": 8, "high": 24, "normal": 72, "low": 168},
        "clock": "24x7",
    },
    "Professional": {
        "first_response_h": 8,
        "update_h": 24,
        "resolution_h": {"urgent": 18, "high": 27, "normal": 90, "low": 180},
        "clock": "business",
    },
    "Starter": {
        "first_response_h": 18,
        "update_h": None,
        "resolution_h": {"urgent": 45, "high": 90, "normal": 180, "low": 270},
        "clock": "business",
    },
    "Trial": None,
}
_NO_RESOLUTION_CLOCK = frozenset({"feature", "question"})


def ticket_sla(told: Row, of: Row | None, created: datetime) -> Row | None:
    """Due times of one ticket under its account's contract; `None` without a contract."""
    terms: Row | None = of["sla"] if of else None
    if of is None or terms is None:
        return None
    hours: float | None = terms["resolution_h"].get(told["priority"])
    if told["type"] in _NO_RESOLUTION_CLOCK:
        hours = None
    zone, clock = of["timezone"], terms["clock"]
    return {
        "first_response_due": rfc3339(due(created, terms["first_response_h"], clock, zone)),
        "resolution_due": None if hours is None else rfc3339(due(created, hours, clock, zone)),
    }
