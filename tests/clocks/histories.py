"""Histories to test with: what may happen to an escalation over years, at any hour, for any contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from escalation.clocks.due import Due, Key
from escalation.policy import Policy, Team
from escalation.policy_calendar import BusinessCalendar
from escalation.records import Account, AccountSla
from escalation.terms import SEVERITIES, Severity
from tests.clocks.logs import Log

ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Auckland", None)
START = st.datetimes(datetime(2019, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
HOURS = st.one_of(st.floats(0, 12), st.floats(0, 24 * 90)).map(lambda hours: round(hours, 2))
CLOSED = st.sampled_from([None, "business"])
POLICY = Policy(
    calendars={
        "default": BusinessCalendar(holidays="DE"),
        "china": BusinessCalendar(timezone="Asia/Shanghai", holidays="CN", zones=("Asia/Shanghai",)),
        "long": BusinessCalendar(opens=time(7, 30), closes=time(0), zones=("America/New_York",)),
    },
    teams={"engineering": Team(calendar="china")},
)


@dataclass(frozen=True)
class Move:
    """`hours` after the move before it, something happens."""

    hours: float
    what: str
    data: dict[str, Any]


def moves(*, without: frozenset[str] = frozenset()) -> st.SearchStrategy[list[Move]]:
    of = st.sampled_from([None, "a", "b"])
    data: dict[str, st.SearchStrategy[dict[str, Any]]] = {
        **{what: st.just({}) for what in ("progress", "acknowledged", "bounced", "resolved", "de_escalated", "closed")},
        "reopened": st.just({}),
        "customer_told": st.fixed_dictionaries({"account_id": of}),
        "waiting_on_customer": st.fixed_dictionaries({"account_id": of}),
        "customer_answered": st.fixed_dictionaries({"account_id": of}),
        "customer_confirmed": st.fixed_dictionaries({"account_id": of}),
        "severity_changed": st.fixed_dictionaries({"severity": st.sampled_from(SEVERITIES)}),
        "target_changed": st.fixed_dictionaries({"target": st.sampled_from(["engineering", "l2"])}),
        "rhythm_agreed": st.fixed_dictionaries(
            {
                "account_id": of,
                "internal_hours": st.sampled_from([None, 1, 7.5, 24]),
                "customer_hours": st.sampled_from([None, 2, 36]),
            }
        ),
        "snoozed": st.fixed_dictionaries({"in_hours": HOURS}),
    }
    chosen = [what for what in data if what not in without]
    return st.lists(
        st.sampled_from(chosen).flatmap(lambda what: st.builds(Move, HOURS, st.just(what), data[what])), max_size=25
    )


def accounts(clock: st.SearchStrategy[str | None]) -> st.SearchStrategy[tuple[Account, ...]]:
    sla = st.none() | st.builds(AccountSla, clock=clock, update_h=st.sampled_from([None, 1, 6, 16, 24, 48]))
    one = st.builds(Account, id=st.just("a"), name=st.just("A"), timezone=st.sampled_from(ZONES), sla=sla)
    return st.lists(one, max_size=2).map(
        lambda found: tuple(a.model_copy(update={"id": id_}) for id_, a in zip("ab", found, strict=False))
    )


def begin(start: datetime, severity: Severity | None, who: tuple[Account, ...], policy: Policy = POLICY) -> Log:
    return Log(severity, opened=start, accounts=who, policy=policy)


def make(log: Log, move: Move) -> datetime:
    when = log.events[-1].at + timedelta(hours=move.hours)
    data = dict(move.data)
    if "in_hours" in data:
        data = {"until": (when + timedelta(hours=data["in_hours"])).isoformat()}
    log.add(move.what, when, "so it is", **data)
    return when


def by_key(found: tuple[Due, ...]) -> dict[Key, Due]:
    return {due.key: due for due in found}


severities = st.sampled_from((*SEVERITIES, None))
any_accounts = accounts(st.sampled_from(["24x7", "business", None]))
