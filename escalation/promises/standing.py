"""What support promised in a ticket's thread before anybody escalated it, and still owes (domain.md §8: nothing is forgotten)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from escalation.promises.find import promises
from escalation.promises.found import Promise
from escalation.records import Account, Comment, Ticket

_REPEATED = re.compile(r"(?m)^[ \t]*>.*$")
"""Lines of an earlier message that a mail program repeats under the answer."""
_WORK = frozenset({"fix_by", "deliver_by", "call_by"})
WORD = frozenset({"update_by", "call_by"})
"""What is kept by writing or calling; a letter that names a later time would go back on it."""


@dataclass(frozen=True)
class Standing:
    """A promise in the agent's reply `said` of `ticket`; `id` is the same whenever the thread is read."""

    id: str
    ticket: Ticket
    said: Comment
    promise: Promise


def standing(
    tickets: Iterable[Ticket],
    accounts: Mapping[str, Account],
    now: datetime,
    closed: frozenset[str] = frozenset(),
) -> Iterator[Standing]:
    """Promises still owed at `now` on tickets that are not solved, and on those `closed` ones whose promise is asked for again.

    A later reply keeps or replaces a promise of word by a time, so that only those of the last reply stand. Of a fix, a
    delivery or a call by a time the last one said stands, in whichever reply.
    """
    for ticket in tickets:
        if ticket.solved and ticket.id not in closed:
            continue
        account = accounts.get(ticket.account_id or "")
        replies = sorted(ticket.replies(now), key=lambda comment: comment.at)
        latest: dict[str, Standing] = {}
        for reply in replies:
            found = _promised(_own(reply), reply.at, account.timezone if account else None)
            for number, promise in enumerate(found, 1):
                if (promise.kind in _WORK and promise.due) or (reply is replies[-1] and _is_word(promise)):
                    latest[promise.kind] = Standing(f"{reply.id}#{number}", ticket, reply, promise)
        yield from latest.values()


def still_to_come(ticket: Ticket, account: Account, now: datetime) -> Standing | None:
    """The promise on `ticket` whose time is the last to come; None where nothing is owed after `now`."""
    owed = [
        each for each in standing((ticket,), {account.id: account}, now) if each.promise.due and each.promise.due > now
    ]
    return max(owed, key=lambda each: each.promise.due or now, default=None)


def kept_by(ticket: Ticket, promise_id: str, now: datetime) -> Comment | None:
    """The reply that kept a promise of word by a time: the first one after it. None for any other promise, or when none came."""
    replies = sorted(ticket.replies(now), key=lambda comment: comment.at)
    for said, following in pairwise(replies):
        if promise_id.startswith(f"{said.id}#"):
            found = _promised(_own(said), said.at, None)
            number = int(promise_id.rpartition("#")[2])
            return following if number <= len(found) and found[number - 1].kind == "update_by" else None
    return None


@lru_cache(maxsize=2_048)  # the same threads are read for what is missed, for the record, and for the next issue
def _promised(text: str, said_at: datetime, zone: str | None) -> tuple[Promise, ...]:
    return tuple(promises(text, said_at, zone))


def _own(reply: Comment) -> str:
    """What was said in it and not before, every word at its place."""
    return _REPEATED.sub(lambda line: " " * len(line[0]), reply.body)


def _is_word(promise: Promise) -> bool:
    return (promise.kind == "update_by" and promise.due is not None) or promise.kind == "update_every"
