"""What support promised in a ticket's thread before anybody escalated it, and still owes (domain.md §8: nothing is forgotten)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from escalation.promises.find import promises
from escalation.promises.found import Promise
from escalation.reading.signals.polarity import assertions
from escalation.records import Account, Comment, Ticket
from escalation.text.sentence import SENTENCE

_REPEATED = re.compile(r"(?m)^[ \t]*>.*$")
"""Lines of an earlier message that a mail program repeats under the answer."""
_ALL_BACK = re.compile(r"\b(?:all|everything)\b[^,.]{0,24}\b(?:is|are) (?:back|up|online|running)\b(?! again\b)")
_NOT_YET = re.compile(
    r"\b(?:will|soon|once|until|when|if|should|hope|expect|part|parts|partly|some|most|half|except|but|not all|only)\b|['’]ll\b"
    r"|会|将|预计|争取|等|后|如果|若|部分|除了|还有|只有|白天|大多|一半|但"
)
"""What is still to come, or not all of it."""
_WORK = frozenset({"fix_by", "deliver_by", "call_by"})
_BY_WORD = frozenset({"update_by", "update_every"})
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
    delivery or a call by a time the last one said stands, in whichever reply. So does a rhythm, until the customer is told
    another time, or either side writes that all is well again.
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
                last = reply is replies[-1] and promise.kind == "update_by"
                if promise.every_hours or (promise.due and (last or promise.kind in _WORK)):
                    latest[promise.kind] = Standing(f"{reply.id}#{number}", ticket, reply, promise)
        if (every := latest.get("update_every")) and _ended(every, replies, account, now):
            del latest["update_every"]
        yield from latest.values()


def _ended(every: Standing, replies: list[Comment], account: Account | None, now: datetime) -> bool:
    """Whether the rhythm that was promised holds no longer: a later word was announced since, or all is well again."""
    said, step = every.said, timedelta(hours=every.promise.every_hours or 0)
    zone = account.timezone if account else None
    later = [reply for reply in replies if reply.at > said.at]
    due = ((p, reply) for reply in later for p in _promised(_own(reply), reply.at, zone) if p.kind == "update_by")
    if any(p.due is not None and p.due - reply.at > step for p, reply in due):
        return True
    theirs = (c for c in every.ticket.comments if c.role == "customer" and said.at < c.at <= now)
    return any(_well_again(_own(each)) for each in (*later, *theirs))


@lru_cache(maxsize=2_048)
def _well_again(text: str) -> bool:
    told = (s for s in SENTENCE.findall(text) if not _NOT_YET.search(s.lower()))
    return any(
        _ALL_BACK.search(s.lower())
        or any(a.signal == "resolved_now" and a.polarity == "affirmed" for a in assertions(s))
        for s in told
    )


def rhythm_promised(tickets: Iterable[Ticket], account: Account | None, now: datetime) -> float | None:
    """Hours between two words that `account` was promised last in these threads; None where no rhythm stands."""
    known = {account.id: account} if account else {}
    own = [t for t in tickets if account and t.account_id == account.id]
    every = (each for each in standing(own, known, now) if each.promise.every_hours)
    last = max(every, key=lambda each: each.said.at, default=None)
    return last.promise.every_hours if last else None


def still_to_come(ticket: Ticket, account: Account, now: datetime) -> Standing | None:
    """The promise on `ticket` whose time is the last to come; None where nothing is owed after `now`."""
    owed = [
        each for each in standing((ticket,), {account.id: account}, now) if each.promise.due and each.promise.due > now
    ]
    return max(owed, key=lambda each: each.promise.due or now, default=None)


def kept_by(ticket: Ticket, promise_id: str, now: datetime) -> Comment | None:
    """The reply that kept a promise of word by a time, or the first word of a rhythm: the first one after it. None for any
    other promise, or when none came."""
    replies = sorted(ticket.replies(now), key=lambda comment: comment.at)
    for said, following in pairwise(replies):
        if promise_id.startswith(f"{said.id}#"):
            found = _promised(_own(said), said.at, None)
            number = int(promise_id.rpartition("#")[2])
            return following if number <= len(found) and found[number - 1].kind in _BY_WORD else None
    return None


@lru_cache(maxsize=2_048)  # the same threads are read for what is missed, for the record, and for the next issue
def _promised(text: str, said_at: datetime, zone: str | None) -> tuple[Promise, ...]:
    return tuple(promises(text, said_at, zone))


def _own(reply: Comment) -> str:
    """What was said in it and not before, every word at its place."""
    return _REPEATED.sub(lambda line: " " * len(line[0]), reply.body)
