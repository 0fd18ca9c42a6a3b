"""Links between records as stated by either side: a field, a tracker comment, a note, a chat thread that names both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from escalation.context import Context
from escalation.matching.denial import SENTENCE, denies
from escalation.matching.ruled import ruled
from escalation.matching.talk import Talk, talk_of
from escalation.reading.orders.finding import find_orders
from escalation.records import Message, Ticket, TrackerItem
from escalation.remembered import OfRecord


@dataclass(frozen=True)
class Links:
    """Look-ups by ticket id; an unknown id has no links."""

    by_ticket: dict[str, frozenset[str]]
    by_thread: dict[str, frozenset[str]]
    into: dict[str, str]
    spoken: Talk = field(default_factory=Talk)
    texts: dict[str, str] = field(default_factory=dict[str, str])
    """What each thread says, by its head."""
    in_thread: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Tracker items that a thread ties to what it speaks of, by its head."""

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """Tickets that a thread names or speaks of: the others, which are the most, need no further look-up in chat."""
        talk = self.spoken
        return frozenset[str]().union(self.by_thread, talk.of, talk.same, talk.one, talk.beside, talk.sure)

    def merged(self, ticket_id: str) -> bool:
        """Whether another ticket stands for this one. Tickets merged in a circle stand for themselves."""
        if ticket_id not in self.into:
            return False
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
        return self.by_ticket.get(ticket_id, _NONE)

    def threads(self, ticket_id: str) -> frozenset[str]:
        """Chat threads (id of their first message) that name this ticket."""
        return self.by_thread.get(ticket_id, _NONE)

    def as_one(self, ticket_id: str) -> frozenset[str]:
        """Messages that call it the same as what another customer has, one of the two by number."""
        return self.spoken.one.get(ticket_id, _NONE)

    def talk(self, ticket_id: str) -> frozenset[str]:
        """Chat threads that speak of its customer around the ticket's time."""
        return self.spoken.of.get(ticket_id, _NONE)

    def sure(self, ticket_id: str) -> frozenset[str]:
        """Threads that speak of its customer, who had no other ticket then."""
        return self.spoken.sure.get(ticket_id, _NONE)

    def beside(self, ticket_id: str) -> frozenset[str]:
        """Sentences in chat that name its customer together with others."""
        return self.spoken.beside.get(ticket_id, _NONE)

    def heads(self, ticket_id: str) -> frozenset[str]:
        """Threads that name it by number or speak of its customer, by their first messages."""
        return self.threads(ticket_id) | self.talk(ticket_id)

    def mentioned(self, heads: Iterable[str]) -> frozenset[str]:
        """Tracker items that stand in those threads."""
        return frozenset[str]().union(*(self.in_thread.get(head, frozenset[str]()) for head in heads))

    def joined(self, ticket_ids: Iterable[str], items: frozenset[str]) -> Links:
        """The same with these items linked to these tickets as well."""
        return replace(self, by_ticket={**self.by_ticket, **{id_: self.items(id_) | items for id_ in ticket_ids}})

    def likened(self, ticket_id: str) -> frozenset[str]:
        """Those of them in which colleagues say that it is the same with several."""
        return self.spoken.same.get(ticket_id, _NONE)


def links_of(context: Context) -> Links:
    """Reads every candidate once. A sentence that says two records are not the same links nothing, nor does a tracker item that
    was ruled not to belong."""
    known = _Ids.of(t.id for t in context.tickets)
    items = {i.id: set(i.linked_tickets) | known.tied(_words_of(i)) for i in context.items}
    threads = threads_of(context.messages)
    by_thread = {head: known.tied(text) for head, text in threads.items()}
    numbered = _Ids.of(items)
    by_ticket = _items_by_ticket(context, items, numbered, threads, by_thread)
    into = {t.id: t.merged_into for t in context.tickets if t.merged_into}
    spoken = talk_of(context, known.tied)
    in_thread = {head: frozenset(numbered.tied(text)) for head, text in threads.items()}
    return Links(by_ticket, _turned(by_thread), into, spoken, threads, in_thread)


def _items_by_ticket(
    context: Context,
    items: dict[str, set[str]],
    numbered: _Ids,
    threads: dict[str, str],
    by_thread: dict[str, set[str]],
) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for ticket in context.tickets:
        if ticket.linked_tracker:
            found[ticket.id].update(ticket.linked_tracker)
        if numbered.may_stand_in(_ids_in_notes(ticket)):
            found[ticket.id] |= numbered.tied(_notes_of(ticket))
    for item_id, ids in items.items():
        for ticket_id in ids:
            found[ticket_id].add(item_id)
    for head, ids in by_thread.items():
        if ids:
            named = numbered.tied(threads[head])
            for ticket_id in ids:
                found[ticket_id] |= named
    apart = ruled(context, "tracker", same=False).keys()
    return {k: frozenset(v - apart) for k, v in found.items()}


def threads_of(messages: Iterable[Message]) -> dict[str, str]:
    """The text of each thread by the id of its first message; what gives orders to machines is nobody's observation."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for message in messages:
        if not find_orders(message.text):
            found[message.thread_of or message.id].append(message.text)
    return {head: "\n".join(texts) for head, texts in found.items()}


def _turned(by_key: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    turned: defaultdict[str, set[str]] = defaultdict(set)
    for key, ids in by_key.items():
        for id_ in ids:
            turned[id_].add(key)
    return {k: frozenset(v) for k, v in turned.items()}


@OfRecord
def _notes_of(ticket: Ticket) -> str:
    return "\n".join(c.body for c in ticket.comments if c.role in {"agent", "internal"})


@OfRecord
def _ids_in_notes(ticket: Ticket) -> frozenset[str]:
    """What may be ids in them."""
    return _words_in(_notes_of(ticket)) or _NONE


@OfRecord
def _words_of(item: TrackerItem) -> str:
    said = item.comment_bodies
    return "\n".join([item.body, *said])


@dataclass(frozen=True)
class _Ids:
    """Ids to be looked for in many texts: those of letters, digits and hyphens at once, any others, and mere words, one by
    one."""

    simple: frozenset[str]
    odd: frozenset[str]

    @staticmethod
    def of(ids: Iterable[str]) -> _Ids:
        known = frozenset(ids)
        simple = frozenset(filter(_is_simple, known))
        return _Ids(simple, known - simple)

    def may_stand_in(self, words: frozenset[str]) -> bool:
        """Whether a text with these words, as `_words_in` finds them, may name one: a look at it would tell."""
        return bool(self.odd) or not words.isdisjoint(self.simple)

    def named(self, text: str) -> frozenset[str]:
        found = named_ids(text, self.simple)
        return found | {i for i in self.odd if names_id(text, i)} if self.odd else found

    def tied(self, text: str) -> set[str]:
        """Those that a sentence of `text` names without saying that it is something else."""
        if not self.named(text):
            return set()
        return set[str]().union(*map(self.named, _tying(text)))


_NONE = frozenset[str]()


@lru_cache(maxsize=1_024)
def _tying(text: str) -> tuple[str, ...]:
    """The sentences that do not say that what they name is something else."""
    return tuple(sentence for sentence in SENTENCE.findall(text) if not denies(sentence))


@lru_cache(maxsize=4_096)
def _is_simple(id_: str) -> bool:
    return _SIMPLE.fullmatch(id_) is not None and not id_.isalpha()


_SIMPLE = re.compile(r"[A-Za-z0-9-]+")
_WORDS = re.compile(r"#?[A-Za-z0-9-]+")


@lru_cache(maxsize=4_096)
def _words_in(text: str) -> frozenset[str]:
    """The words that may be ids: not of letters alone, and a bare number only where a '#' stood before it.

    Remembered, since one issue's records are read twice: to find what they lead to, and to judge.
    """
    found = _WORDS.findall(text)
    return frozenset(word.lstrip("#") for word in found if not (word.isalpha() or word.isdigit()))


def named_ids(text: str, ids: frozenset[str]) -> frozenset[str]:
    """Of ids made of letters, digits and hyphens, and not of letters alone, those that `text` names: the same rule as
    `names_id`, for many at once."""
    return _words_in(text) & ids


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
