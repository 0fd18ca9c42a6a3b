"""An article that tells customers what to do; our last note on their ticket says that it takes one of ours: no way out."""

from __future__ import annotations

from collections.abc import Iterable, Set

from escalation.judgement.colleagues import beyond_said
from escalation.judgement.heard import Said
from escalation.matching.links import names_id
from escalation.reading.threads.confirmed import confirms
from escalation.records import Article, Ticket

_OURS = frozenset({"agent", "internal"})
_KNOWN = frozenset({"known_issue"})
"""Articles on a fault that is known to be ours: their workaround holds while somebody mends it."""


def takes_others(tickets: Iterable[Ticket], articles: Iterable[Article], named: Set[str]) -> dict[str, Said]:
    """Ids of such articles, with the note. Of the customers in question (`named`; all where nobody is): of none that the note
    names, and nothing where a customer wrote later that it works."""
    told = list(tickets)
    own = [t for t in told if t.account_id in named] or told
    noted = [said for ticket in own if not ticket.solved and (said := _last_note(ticket))]
    if not noted:
        return {}
    last = max(noted, key=lambda s: (s.at is not None, s.at))
    return {a.id: last for a in articles if a.type not in _KNOWN and not names_id(last.words, a.id)}


def _last_note(ticket: Ticket) -> Said | None:
    """What our last word on a ticket says of that; None where we wrote again, or the customer that it works."""
    said = beyond_said("", (ticket,))
    if said is None or said.at is None:
        return None
    later = [c for c in ticket.comments if c.at > said.at]
    done = any(c.role in _OURS or (c.role == "customer" and confirms(c.body)) for c in later)
    return None if done else said
