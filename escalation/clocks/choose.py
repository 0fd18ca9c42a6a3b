"""Which calendar serves whom: the one that names the account, else the one that names its time zone, else the default."""

from __future__ import annotations

from escalation.clocks.calendar import Office
from escalation.policy import Policy
from escalation.policy_calendar import BusinessCalendar
from escalation.records import Account
from escalation.terms import Target
from escalation.zones import zone

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def office_of(account: Account | None, policy: Policy) -> Office:
    """The working time of a customer."""
    return _office(_serving(account, policy), account)


def office_of_team(target: Target | None, account: Account | None, policy: Policy) -> Office:
    """The working time of a receiving team: its own calendar where the policy names one, else its customer's."""
    team = policy.teams.get(target) if target else None
    named = policy.calendars.get(team.calendar) if team and team.calendar else None
    return _office(named, account) if named else office_of(account, policy)


def _serving(account: Account | None, policy: Policy) -> BusinessCalendar:
    for calendar in policy.calendars.values():
        if account and account.id in calendar.accounts:
            return calendar
    for calendar in policy.calendars.values():
        if account and account.timezone in calendar.zones:
            return calendar
    return policy.calendars.get("default") or BusinessCalendar()


def _office(calendar: BusinessCalendar, account: Account | None) -> Office:
    return Office(
        zone=zone(calendar.timezone or (account.timezone if account else None)),
        weekdays=frozenset(WEEK.index(day) for day in calendar.days),
        opens=calendar.opens,
        closes=calendar.closes,
        holidays=calendar.holidays,
        closed=frozenset(calendar.closed),
        worked=frozenset(calendar.worked),
    )
