"""Years of generated histories: what holds for every record, policy and contract (design.md §4, invariant 6)."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from escalation.clocks.due import Due
from escalation.clocks.replay import ASKED
from escalation.clocks.rhythm import Ground
from escalation.records import Account, AccountSla
from escalation.terms import SEVERITIES, Severity
from escalation.zones import zone
from tests.clocks.histories import CLOSED, START, Move, accounts, any_accounts, begin, by_key, make, moves, severities
from tests.clocks.logs import LONDON


@settings(max_examples=60)
@given(START, severities, any_accounts, moves())
def test_what_was_met_is_due_later(
    start: datetime, severity: Severity | None, who: tuple[Account, ...], history: list[Move]
) -> None:
    log = begin(start, severity, who)
    for move in history:
        when = make(log, move)
        for due in log.dues(when):
            met = move.what in ASKED if due.clock == "internal" else move.what == "customer_told"
            if met and (due.clock == "internal" or move.data["account_id"] in (None, due.account_id)):
                assert due.due_at > when
                assert due.since == when
            assert due.due_at >= due.since


@settings(max_examples=60)
@given(START, severities, any_accounts, moves())
def test_no_change_makes_anything_due_before_itself(
    start: datetime, severity: Severity | None, who: tuple[Account, ...], history: list[Move]
) -> None:
    log = begin(start, severity, who)
    for move in history:
        before = by_key(log.dues())
        when = make(log, move)
        for key, due in by_key(log.dues()).items():
            was = before.get(key)
            assert due.due_at >= (when if was is None else min(was.due_at, when))


@settings(max_examples=60)
@given(START, st.sampled_from(["high", "medium", None]), accounts(CLOSED), moves())
def test_where_business_hours_count_nothing_is_due_at_night_or_on_a_holiday(
    start: datetime, severity: Severity | None, who: tuple[Account, ...], history: list[Move]
) -> None:
    assume(all(move.data.get("severity") != "critical" for move in history))
    log = begin(start, severity, who)
    for move in history:
        make(log, move)
        for due in log.dues():
            assert due.why.values.get("around_the_clock") is not True
            assert any(works(log.ground, due, at) for at in (due.due_at, due.due_at - timedelta(microseconds=1)))


def works(ground: Ground, due: Due, at: datetime) -> bool:
    """Told independently of the calendar: local hours, weekday and, for two places, well-known holidays."""
    account = ground.accounts.get(due.account_id or "") or next(iter(ground.accounts.values()), None)
    own = account.timezone if account else None
    china = at.astimezone(zone("Asia/Shanghai"))
    local = at.astimezone(zone(own))
    opens, closes = ((7, 30), (24, 0)) if own == "America/New_York" else ((9, 0), (18, 0))
    in_hours = opens <= (local.hour, local.minute) < closes
    holiday = (local.month, local.day) in ({(10, 1), (10, 2)} if own == "Asia/Shanghai" else {(10, 3), (12, 25)})
    if own == "America/New_York":
        holiday = False
    weekday = local.weekday() < 5 or own == "Asia/Shanghai"
    by_team = due.clock == "internal" and 9 <= china.hour < 18 and (china.month, china.day) not in {(10, 1), (10, 2)}
    return by_team or (in_hours and weekday and not holiday)


def under_contract(who: tuple[Account, ...]) -> tuple[Account, ...]:
    always = AccountSla(clock="24x7")
    return tuple(a.model_copy(update={"sla": a.sla or always}) for a in who) or (
        LONDON.model_copy(update={"sla": always}),
    )


@settings(max_examples=40)
@given(START, severities, accounts(st.just("24x7")).map(under_contract), moves(without=frozenset({"snoozed"})))
def test_a_24x7_contract_counts_every_hour(
    start: datetime, severity: Severity | None, who: tuple[Account, ...], history: list[Move]
) -> None:
    log = begin(start, severity, who)
    for move in history:
        when = make(log, move)
        for due in log.dues():
            if due.why.signal == "solution_unconfirmed":  # asked for in working days, whatever the contract
                assert due.why.values["around_the_clock"] is False
                assert due.due_at.weekday() < 5
                continue
            assert due.why.values["around_the_clock"] is True
            # Never later than what the period says, across weekends, holidays and daylight saving alike.
            assert due.due_at <= max(due.since + period(due), when)


def period(due: Due) -> timedelta:
    hours, days = due.why.values.get("hours"), due.why.values.get("days")
    return timedelta(hours=float(str(hours))) if hours else timedelta(days=int(str(days)))


@settings(max_examples=60)
@given(START, any_accounts, moves(without=frozenset({"severity_changed"})))
def test_the_more_severe_is_never_due_later(start: datetime, who: tuple[Account, ...], history: list[Move]) -> None:
    logs = [begin(start, severity, who) for severity in SEVERITIES]
    for move in history:
        for log in logs:
            make(log, move)
        critical, high, medium = (by_key(log.dues()) for log in logs)
        assert critical.keys() == high.keys() == medium.keys()
        assert all(critical[key].due_at <= high[key].due_at <= medium[key].due_at for key in medium)


@settings(max_examples=60)
@given(START, severities, any_accounts, moves(), st.lists(st.floats(0.05, 400), min_size=1, max_size=25), st.data())
def test_nobody_is_reminded_twice_of_one_miss_and_a_gap_is_caught_up_with_once(
    start: datetime,
    severity: Severity | None,
    who: tuple[Account, ...],
    history: list[Move],
    polls: list[float],
    data: st.DataObject,
) -> None:
    log, claims, left = begin(start, severity, who), set[str](), list(history)
    for hours in polls:
        now = log.events[-1].at + timedelta(hours=hours)
        found = log.reminders(now)
        assert len({reminder.due.key for reminder in found}) == len(found)
        assert claims.isdisjoint(reminder.claim for reminder in found)
        assert all(reminder.missed_at <= now and reminder.due.due_at <= now for reminder in found)
        claims |= {reminder.claim for reminder in found}
        log.fire(now)
        assert log.reminders(now) == ()
        # What is still unmet is not missed again before a whole period has passed.
        again = {reminder.due.key for reminder in log.reminders(now + timedelta(minutes=59))}
        assert again.isdisjoint(reminder.due.key for reminder in found)
        if left and data.draw(st.booleans()):
            make(log, left.pop(0))


@settings(max_examples=30)
@given(START, severities, any_accounts, moves())
def test_a_due_time_follows_from_the_record_and_not_from_when_one_asks(
    start: datetime, severity: Severity | None, who: tuple[Account, ...], history: list[Move]
) -> None:
    log = begin(start, severity, who)
    for move in history:
        make(log, move)
    early, late = (by_key(log.dues(now)) for now in (start, start + timedelta(days=9999)))
    assert {key: due.due_at for key, due in early.items()} == {key: due.due_at for key, due in late.items()}
    assert all(late[key].overdue for key in late if late[key].due_at < start + timedelta(days=9999))
