"""When a customer must hear again if a text goes out now: by what was promised or agreed, their contract, or the severity."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from escalation.claims.fold import fold
from escalation.clocks.choose import office_of
from escalation.clocks.rhythm import Ground, customer, next_update
from escalation.promises.rhythm import rhythm
from escalation.promises.standing import WORD, rhythm_promised, standing
from escalation.register.state import ALL
from escalation.zones import zone

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from escalation.policy import Policy
    from escalation.records import Account
    from escalation.register.state import EscalationState

_AT_ONCE = timedelta(minutes=15)
"""What is due so soon this very letter keeps."""
_ACT = timedelta(hours=4)
"""Less than this is no time left."""
_DAYS_BACK = 6
_NIGHT, _MORNING = time(22), time(7)
"""Between these a customer sleeps: what is not critical is told them in the evening, or as they rise."""
_EVENING, _RISEN = time(21), time(8)
_SOON = timedelta(hours=1)


class NextWord(NamedTuple):
    """`owed`: somebody promised or agreed it, or the contract says it; what only our own rhythm says may be named later.
    `promised` is the time that they were last told, though it be later: whoever names it again goes back on nothing."""

    at: datetime
    owed: bool = True
    promised: datetime | None = None


def next_word(
    policy: Policy, found: Assessment, state: EscalationState | None, wanted_by: datetime | None = None
) -> datetime:
    """`state` is the escalation on record, which knows what was agreed; None for a matter that is on none."""
    return next_owed(policy, found, state, wanted_by).at


def next_owed(
    policy: Policy, found: Assessment, state: EscalationState | None, wanted_by: datetime | None = None
) -> NextWord:
    """The same, and whether the customer may count on it already: the earliest of what was promised, what the clock says, and
    the time by which they want it (`wanted_by`), for nobody is left without a word beyond that.

    What is not critical is not named for their night, unless it was promised or agreed for it. The clock runs on all the same.
    """
    own = found.account
    wish = found.target == "product"
    if state is None:
        every = rhythm_promised((match.ticket for match in found.matched), own, found.at)
        clock = next_update(found.at, "medium" if wish else found.severity, own, policy, found.target, every)
        word = _soonest(policy, found, clock, _in_threads(found), wanted_by, owed=not wish)
        return word if every else _by_day(found, word, wanted_by)
    kept = customer(state, own.id if own else None, Ground(policy, {own.id: own} if own else {}))
    ours = wish and kept.why == "severity_rhythm"
    # How loudly a wish is asked for hastens no decision about it: nobody is to hear of it by tonight.
    clock = next_update(found.at, "medium", own, policy, found.target) if ours else kept.after(found.at)
    said = _promised(state, own.id if own else None, found.at)
    if found.severity == "critical" and kept.why == "sla_rhythm":
        return _critical(policy, found, NextWord(clock, promised=said), wanted_by)
    word = _soonest(policy, found, clock, said, wanted_by, owed=not ours)
    return word if kept.why == "agreed_rhythm" else _by_day(found, word, wanted_by)


def _by_day(found: Assessment, word: NextWord, wanted_by: datetime | None) -> NextWord:
    """`word` by a time at which its customer is awake: the evening before, else the morning after unless they want it sooner or
    their contract has them told at night too."""
    own = found.account
    if found.severity == "critical" or own is None or own.timezone is None or word.at == word.promised:
        return word
    local = word.at.astimezone(zone(own.timezone))
    if _MORNING <= local.time() < _NIGHT:
        return word
    night = local.date() if local.time() >= _NIGHT else local.date() - timedelta(days=1)
    evening = datetime.combine(night, _EVENING, tzinfo=local.tzinfo).astimezone(UTC)
    if evening > found.at + _SOON:
        return word._replace(at=evening, promised=max(word.promised or word.at, word.at))
    morning = datetime.combine(night + timedelta(days=1), _RISEN, tzinfo=local.tzinfo).astimezone(UTC)
    if (wanted_by is not None and found.at < wanted_by < morning) or _counts_nights(own):
        return word
    return word._replace(at=morning, promised=max(word.promised or morning, morning))


def _counts_nights(own: Account) -> bool:
    return own.sla is not None and own.sla.counts == "24x7" and own.sla.update_h is not None


def _critical(policy: Policy, found: Assessment, owed: NextWord, wanted_by: datetime | None) -> NextWord:
    """What stands still is told of at the severity's own rhythm, though the contract asks for less: the letter names the
    earlier time, and a text that names the contract's goes back on nothing."""
    ours = next_update(found.at, "critical", None, policy)
    if ours >= owed.at:
        return _soonest(policy, found, owed.at, owed.promised, wanted_by, owed=True)
    named = _soonest(policy, found, ours, owed.promised, wanted_by, owed=True)
    latest = min(at for at in (owed.at, owed.promised) if at is not None and at > found.at)
    return named._replace(promised=max(named.promised or latest, latest))


def _soonest(
    policy: Policy, found: Assessment, clock: datetime, said: datetime | None, wanted_by: datetime | None, *, owed: bool
) -> NextWord:
    sooner = [at for at in (said, wanted_by) if at is not None and found.at < at < clock]
    word = NextWord(min(sooner), promised=said) if sooner else NextWord(clock, owed=owed, promised=said)
    return word._replace(at=_with_time_left(policy, found, word.at, wanted_by))


def _with_time_left(policy: Policy, found: Assessment, at: datetime, wanted_by: datetime | None) -> datetime:
    """`at`, but not in the last hours before the customer's own time where a working day before it is still to come: they
    must be able to act on what they hear."""
    if wanted_by is None or not wanted_by - _ACT <= at <= wanted_by:
        return at
    office, day = office_of(found.account, policy), timedelta(days=1)
    before = (wanted_by - day * n for n in range(1, _DAYS_BACK))
    return next((each for each in before if each > found.at + _ACT and office.is_open(each - _ACT / 2)), at)


def _in_threads(found: Assessment) -> datetime | None:
    """The first time still to come by which the threads promise this customer word: a matter on no record holds no other."""
    own = found.account
    if own is None:
        return None
    tickets = [match.ticket for match in found.matched if match.ticket.account_id == own.id]
    due = (each.promise.due for each in standing(tickets, {own.id: own}, found.at) if each.promise.kind in WORD)
    return min((at for at in due if at is not None and at > found.at + _AT_ONCE), default=None)


def _promised(state: EscalationState, account_id: str | None, now: datetime) -> datetime | None:
    """The first time still to come by which this customer was promised word; of a rhythm this letter is the next word, and the
    clock knows when the one after it is due."""
    owed = (each for each in state.promises if each.kind in WORD and each.owed_to((account_id or ALL,)))
    due = (each.due for each in owed if rhythm(fold(each.text).lower()) is None)
    return min((at for at in due if at is not None and at > now + _AT_ONCE), default=None)
