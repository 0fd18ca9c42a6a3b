"""An earlier time that a customer or the line names ("the same as in October"), and the ticket that is on record of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from escalation.assessment import Finding, Issue, Lookalike
from escalation.context import Context
from escalation.matching.alike import trouble
from escalation.matching.kin import share
from escalation.matching.profile import Profile, ticket_profile
from escalation.reading.threads.entries import entries, sentences
from escalation.reading.times.likened import likened_to, names_month
from escalation.records import Ticket

_WORDS = 4
_Named = tuple[tuple[int, int], frozenset[str | None], Profile]
"""Year and month, the customers whose tickets may be meant (all where there is none), and what this time was like."""


def happened_before(
    told: Iterable[Lookalike], issue: Issue, wanted: Profile, counted: Sequence[Ticket], context: Context, now: datetime
) -> tuple[Lookalike, ...]:
    """What is `told` of other records, before all the solved tickets of the months that this matter is likened to, each as an
    earlier time; one a month, which tells most of the same."""
    rest, ids = list(told), {t.id for t in counted}
    apart = {r.record_id for r in context.rulings if not r.same}
    found: dict[str, Lookalike] = {}
    for (year, month), whose, profile in _named(issue, wanted, counted, context, now):
        then = [
            t
            for t in context.tickets
            if t.solved and t.id not in ids and t.id not in apart and (t.account_id in whose or not whose)
            if (t.created_at.year, t.created_at.month) == (year, month) and _alike(profile, ticket_profile(t))
        ]
        if then:
            best = max(then, key=lambda t: (_shared(profile, ticket_profile(t)), t.created_at, t.id))
            why = Finding(signal="happened_before", values={"at": best.created_at})
            found[best.id] = Lookalike(record_id=best.id, source="tickets", why=why)
    return (*found.values(), *(look for look in rest if look.record_id not in found))


def _named(
    issue: Issue, wanted: Profile, counted: Sequence[Ticket], context: Context, now: datetime
) -> Iterator[_Named]:
    typed = (issue.typed_at or now).date()
    named = frozenset(a.id for a in context.named)
    for at in _months(issue.text, typed):
        yield at, named, wanted
    for ticket in counted:
        for entry in entries(ticket):
            for at in _months(entry.text, entry.at.date()):
                theirs = frozenset((ticket.account_id,)) if entry.role == "customer" else frozenset[str | None]()
                yield at, theirs, ticket_profile(ticket)


def _months(text: str, said: date) -> Iterator[tuple[int, int]]:
    if names_month(text):
        yield from filter(None, (likened_to(sentence, said) for sentence in sentences(text)))


def _alike(one: Profile, other: Profile) -> bool:
    """The same or a kindred thing, and no other trouble with it; where one names no known thing, most of the shorter one's
    words."""
    if trouble(one, other) < 0:
        return False
    if one.errors & other.errors or share(one.things, other.things):
        return True
    few = min(len(one.words), len(other.words))
    return not (one.things and other.things) and 2 * len(one.words & other.words) >= max(few, _WORDS)


def _shared(one: Profile, other: Profile) -> int:
    return len(one.concepts & other.concepts) + len(one.words & other.words) + 5 * len(one.errors & other.errors)
