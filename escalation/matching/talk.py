"""Of whose tickets colleagues speak in chat: they name customers, seldom ticket numbers, and say when it is the same trouble."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from escalation.context import Context
from escalation.directory import Directory
from escalation.matching.denial import SENTENCE, denies
from escalation.matching.profile import Profile, profile_of, ticket_profile
from escalation.mentions import Spoken, named_in
from escalation.naming import account_keys
from escalation.reading.orders import find_orders
from escalation.records import Message, Ticket
from escalation.remembered import OfRecord

BEFORE = timedelta(days=14)
"""How long after a ticket was opened colleagues still speak of it by its customer's name, ..."""

AHEAD = timedelta(hours=12)
"""... and how long before it is written down."""

DONE = timedelta(days=2)
"""How long a solved ticket is still spoken of."""

_SAME = re.compile(
    r"\b(?:same|too|as well|also|likewise|so far|match(?:es)?|both|plus|another (?:one|customer|case)|one more)\b"
    r"|同一|一样|相同|也是|也有|也在|也说|都是|都有|都没|都中|同样|又一[家个]|另一家|还有",
    re.IGNORECASE,
)

_FINE = re.compile(
    r"\b(?:fine|ok|okay|unaffected|not affected|all (?:good|well|signing in)|their own|was their)\b|正常|没事|不受影响",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Talk:
    """Threads (id of their first message) by ticket id: those that speak of it, and those that call several the same."""

    of: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    same: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])


def talk_of(context: Context) -> Talk:
    """Reads each message sentence by sentence; one that says it is something else, or that all is well, speaks of nobody."""
    directory = Directory((a.id, *key) for a in context.accounts.values() for key in _keys(a))
    own: defaultdict[str | None, list[Ticket]] = defaultdict(list)
    for ticket in context.tickets:
        own[ticket.account_id].append(ticket)
    spoken: defaultdict[str, set[str]] = defaultdict(set)
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for message in context.messages:
        if find_orders(message.text):
            continue
        head = message.thread_of or message.id
        for account_id in _customers(message, directory):
            spoken[head] |= {t.id for t in _meant(own[account_id], message)}
        if _SAME.search(message.text):
            alike[head] = spoken[head]
    return Talk(_by_ticket(spoken), _by_ticket(alike))


_keys = OfRecord(account_keys)


@OfRecord
def _sentences(message: Message) -> list[Spoken]:
    """Those that may speak of somebody's trouble."""
    said = SENTENCE.findall(message.text)
    return [Spoken(sentence) for sentence in said if not (denies(sentence) or _FINE.search(sentence))]


def _customers(message: Message, directory: Directory) -> set[str]:
    found: set[str] = set()
    for sentence in _sentences(message):
        spans: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for mention in named_in(directory, sentence):
            spans[mention.start, mention.end].add(mention.account_id)
        found |= {id_ for ids in spans.values() if len(ids) == 1 for id_ in ids}
    return found


def _meant(tickets: list[Ticket], message: Message) -> list[Ticket]:
    """The customer's tickets that are talked about at that time; of several, those that share most with what is said."""
    lately = [t for t in tickets if -AHEAD <= message.at - t.created_at <= BEFORE and not _done(t, message)]
    if len(lately) < 2:
        return lately
    said = profile_of(message.text)
    shared = {t.id: _shared(ticket_profile(t), said) for t in lately}
    most = max(shared.values())
    return [t for t in lately if shared[t.id] == most]


def _shared(one: Profile, other: Profile) -> int:
    return 2 * len(one.concepts & other.concepts) + len(one.words & other.words)


def _done(ticket: Ticket, message: Message) -> bool:
    return ticket.solved_at is not None and message.at - ticket.solved_at > DONE


def _by_ticket(by_thread: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    turned: defaultdict[str, set[str]] = defaultdict(set)
    for head, ids in by_thread.items():
        for id_ in ids:
            turned[id_].add(head)
    return {id_: frozenset(heads) for id_, heads in turned.items()}
