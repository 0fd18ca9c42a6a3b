"""Links between records as stated by either side: ticket to tracker item, and tickets named together in one chat thread."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from escalation.context import Context
from escalation.records import Ticket

AROUND = timedelta(days=3)


@dataclass(frozen=True)
class Links:
    """Look-ups by ticket id; an unknown id has no links."""

    by_ticket: dict[str, frozenset[str]]
    by_thread: dict[str, frozenset[str]]
    into: dict[str, str]

    def merged(self, ticket_id: str) -> bool:
        """Whether another ticket stands for this one. Tickets merged in a circle stand for themselves."""
        seen = {ticket_id}
        at = self.into.get(ticket_id)
        while at is not None and at not in seen:
            seen.add(at)
            following = self.into.get(at)
            if following is None:
                return True
            at = following
        return False

    def items(self, ticket_id: str) -> frozenset[str]:
        """Tracker items linked to this ticket."""
        return self.by_ticket.get(ticket_id, frozenset())

    def threads(self, ticket_id: str) -> frozenset[str]:
        """Chat threads (id of their first message) that name this ticket."""
        return self.by_thread.get(ticket_id, frozenset())


def links_of(context: Context) -> Links:
    items: defaultdict[str, set[str]] = defaultdict(set)
    threads: defaultdict[str, set[str]] = defaultdict(set)
    for ticket in context.tickets:
        items[ticket.id].update(ticket.linked_tracker)
    for item in context.items:
        for ticket_id in item.linked_tickets:
            items[ticket_id].add(item.id)
    into = {t.id: t.merged_into for t in context.tickets if t.merged_into}
    called = [(name, a.id) for a in context.accounts.values() for name in (a.name, *a.aliases) if len(name) > 1]
    simple = frozenset(t.id for t in context.tickets if _SIMPLE.fullmatch(t.id))
    odd = [t.id for t in context.tickets if t.id not in simple]
    of_account: defaultdict[str | None, list[Ticket]] = defaultdict(list)
    for ticket in context.tickets:
        of_account[ticket.account_id].append(ticket)
    for message in context.messages:
        spoken_of = {id_ for name, id_ in called if name in message.text}
        named = named_ids(message.text, simple) | {i for i in odd if names_id(message.text, i)}
        about = {t.id for id_ in spoken_of for t in of_account[id_] if abs(message.at - t.created_at) <= AROUND}
        # Colleagues speak of customers, not of ticket numbers: a message may name the customer around the ticket's time.
        for ticket_id in named | about:
            threads[ticket_id].add(message.thread_of or message.id)
    return Links({k: frozenset(v) for k, v in items.items()}, {k: frozenset(v) for k, v in threads.items()}, into)


_SIMPLE = re.compile(r"[A-Za-z0-9-]+")
_WORDS = re.compile(r"#?[A-Za-z0-9-]+")


def named_ids(text: str, ids: frozenset[str]) -> set[str]:
    """Of ids made of letters, digits and hyphens, those that `text` names: the same rule as `names_id`, for many at once."""
    words = set(_WORDS.findall(text))
    plain = {w.lstrip("#") for w in words if not w.isdigit()}
    return {i for i in plain & ids if not i.isdigit() or f"#{i}" in words}


def names_id(text: str, record_id: str) -> bool:
    """Whether `text` names `record_id` as a whole word ("T-10" is not in "T-101"). Bare numbers need a '#' before them."""
    wanted = f"#{record_id}" if record_id.isdigit() else record_id
    start = text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (_word(before) and _word(wanted[0])) and not _word(after):
            return True
        start = text.find(wanted, start + 1)
    return False


def _word(character: str) -> bool:
    return bool(character) and character.isascii() and (character.isalnum() or character == "-")
