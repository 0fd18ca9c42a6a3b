"""How long has a customer waited for a word of ours, and what did we promise that did not come? Who complains of silence must not
read thanks for their patience."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from escalation.matters import MissedPromise, OwedUpdate
from escalation.reading.chasing import chases
from escalation.reading.threads.communication import is_thanks
from escalation.records import AccountSla, Ticket
from escalation.text.folding import fold
from escalation.updates.advised import says_it_works

if TYPE_CHECKING:
    from escalation.assessment import Assessment

DAY = timedelta(days=1)
SILENT = 2 * DAY
"""Without a word of ours after our last one, where the customer did not write again."""
CHASED = timedelta(hours=4)
"""An answer to somebody who asks where it stays."""
_BUT = re.compile(r"\b(?:not|no|nothing|but|still|only|except|however|until)\b|n['’]t\b|没(?!问题)|不|但|还|又|只")
WISHES = 7
"""A wish may wait this many times as long as a fault: nobody stands still for it."""


@dataclass(frozen=True)
class Waited:
    """`since`: their first message that has had no answer, or our last word; `unanswered`: which of the two. `wrote`: when they
    wrote what has had no answer, the earliest first."""

    since: datetime
    unanswered: bool
    wrote: tuple[datetime, ...] = ()


def waited(
    tickets: Iterable[Ticket],
    now: datetime,
    sla: AccountSla | None,
    *,
    wish: bool = False,
    every: float | None = None,
) -> Waited | None:
    """The longest wait on `tickets` that are not solved, if it is longer than anybody should wait; `now` is aware UTC.

    A contract that counts nights and holidays is held to its hours; any other gives us at least a day. `every`: hours in which
    customers hear of what is as grave as this, day and night. Who chases us has waited already.
    """
    held = [t for t in tickets if not t.solved]
    found = [one for t in held if (one := _on(t, now, sla, wish=wish, every=every))]
    longest = min(found, key=lambda one: (not one.unanswered, one.since), default=None)
    return replace(longest, wrote=unanswered(held, now)) if longest and longest.unanswered else longest


def unanswered(tickets: Iterable[Ticket], now: datetime) -> tuple[datetime, ...]:
    """When the customer of these tickets wrote what has had no answer of ours, the earliest first."""
    return tuple(sorted({at for t in tickets if not t.solved for at, _ in _unread(t, now)}))


def _unread(ticket: Ticket, now: datetime) -> list[tuple[datetime, str]]:
    """What the customer wrote on the ticket, its opening too, since our last word. Thanks want no answer, nor does what says
    that it helped."""
    ours = ticket.answered(now)
    said = [(c.at, c.body) for c in ticket.comments if c.role == "customer" and c.at <= now]
    wrote = [(at, body) for at, body in said if not (is_thanks(body) or _all_well(body))]
    return [(at, body) for at, body in [(ticket.created_at, ""), *wrote] if ours is None or at > ours]


def _all_well(body: str) -> bool:
    return says_it_works(body) and not _BUT.search(fold(body).lower())


def _on(ticket: Ticket, now: datetime, sla: AccountSla | None, *, wish: bool, every: float | None) -> Waited | None:
    ours, unread = ticket.answered(now), _unread(ticket, now)
    open_since = min((at for at, _ in unread), default=None)
    times = WISHES if wish else 1
    if open_since is not None:
        agreed = sla.first_response_h if sla and ours is None else sla.update_h if sla else None
        limit = timedelta(hours=agreed) if agreed and sla and sla.counts == "24x7" else DAY
        by_the_clock = sla is None or sla.counts == "24x7"
        grave = timedelta(hours=every) if every and by_the_clock else limit * times
        chased = CHASED if any(chases(body) for _, body in unread) else limit * times
        return Waited(open_since, unanswered=True) if now - open_since > min(limit * times, grave, chased) else None
    return Waited(ours, unanswered=False) if ours is not None and now - ours > SILENT * times else None


def broken(found: Assessment) -> MissedPromise | None:
    """What we promised the customer of this assessment and let pass, the latest of several; None where no customer is named."""
    own = found.account.id if found.account else None
    whose = {match.ticket.id: match.ticket.account_id for match in found.matched}
    cited = {each.id: each.account_id for each in found.evidence}
    theirs = (
        each
        for each in found.communication.missed
        if own and own in (whose.get(each.ticket or ""), *(cited.get(id_) for id_ in each.evidence[:1]))
    )
    return max(theirs, key=lambda each: each.due, default=None)


def fell_silent(found: Assessment) -> OwedUpdate | None:
    """The rhythm that we promised the customer of this assessment and did not keep; None where no customer is named."""
    own = found.account.id if found.account else None
    theirs = (
        each for each in found.communication.owed if own and each.account_id == own and each.promised and each.due
    )
    return max(theirs, key=lambda each: each.late_hours, default=None)
