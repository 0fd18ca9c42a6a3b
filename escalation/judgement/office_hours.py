"""Contracts that count business hours: working time by the calendar that serves the customer (`escalation.clocks`)."""

from __future__ import annotations

from datetime import datetime, timedelta

from escalation.clocks.choose import office_of
from escalation.policy import Policy
from escalation.records import Account


def add_office_hours(start: datetime, hours: float, account: Account | None, policy: Policy) -> datetime:
    """The instant (UTC) at which `hours` working hours have passed since `start`; by default those of Monday to Friday,
    09:00 to 18:00 in the customer's time zone."""
    return office_of(account, policy).add(start, timedelta(hours=hours))
