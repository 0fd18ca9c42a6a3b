"""Of whose tickets colleagues speak in chat: they name customers, seldom ticket numbers, and say when it is the same trouble."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

from escalation.context import Context
from escalation.matching.called import Called, initials_in, words_in
from escalation.matching.denial import SENTENCE, denies
from escalation.matching.profile import Profile, profile_of, ticket_profile
from escalation.naming import name_key
from escalation.reading.orders.finding import find_orders
from escalation.records import Message, Ticket
from escalation.remembered import OfRecord

BEFORE = timedelta(days=14)
"""How long after a ticket was opened colleagues still speak of it by its customer's name, ..."""

AHEAD = timedelta(hours=12)
"""... and how long before it is written down."""

DONE = timedelta(days=2)
"""How long a solved ticket is still spoken of."""

NEARLY = 0.6
"""Share of what the best fitting ticket has in common with a message from which another one is meant as well."""

_SAME = re.compile(
    r"\b(?:same|too|as well|also|likewise|so far|match(?:es)?|both|plus|another (?:one|customer|case)|one more"
    r"|so (?:is|are|does|do|has|have)|(?:two|three|four|five|six|several) of them|who is on it)\b"
    r"|同一|一样|相同|也是|也有|也在|也说|都是|都有|都没|都中|同样|又一[家个]|另一家|还有",
    re.IGNORECASE,
)

_ONE = re.compile(
    r"\b(?:same .{0,40}\bas|identical to|duplicate of)\b|(?:跟|和|与|與|同).{1,20}(?:同一|一样|一樣|相同|一回事)",
    re.IGNORECASE,
)

_FINE = re.compile(
    r"\b(?:fine|ok|okay|unaffected|not affected|all (?:good|well|signing in)|their own|was their)\b"
    r"|\b(?:do|does|is|are|has|have|did|was|were)(?:n['’]t| not)\s*[.!]?\s*$"
    r"|正常|没事|不受影响|(?:不用|没有?这个|都?没有?)[。！]?\s*$",
    re.IGNORECASE,
)

_OWNER = re.compile(r"['’]s\b")
"""The end of "Orchard's board", which is no part of the name as it is of "Wendy's"."""


@dataclass(frozen=True)
class Talk:
    """Threads (id of their first message) by ticket id: those that speak of it, and those that call several the same."""

    of: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    same: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    one: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Messages by ticket id that name it, or its customer, as one matter with a ticket whose number they give."""
    beside: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Sentences by ticket id that name its customer and others: the head of the thread, "#", the message and its sentence."""
    sure: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Threads by ticket id that speak of its customer when that one had no other ticket."""
    named: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Customers by the id of the message that names them."""


def talk_of(context: Context, by_id: Callable[[str], Set[str]] = lambda text: frozenset()) -> Talk:
    """Reads each message sentence by sentence; one that says it is something else, or that all is well, speaks of nobody.

    `by_id` finds the tickets that a text names by number: "T-9 is the same as at Orchard" speaks of that one and of theirs.
    """
    if not context.messages:
        return Talk()
    called = Called.of(context.accounts.values())
    own: defaultdict[str | None, list[Ticket]] = defaultdict(list)
    for ticket in context.tickets:
        own[ticket.account_id].append(ticket)
    spoken: defaultdict[str, set[str]] = defaultdict(set)
    alike: defaultdict[str, set[str]] = defaultdict(set)
    one: defaultdict[str, set[str]] = defaultdict(set)
    beside: defaultdict[str, set[str]] = defaultdict(set)
    sure: defaultdict[str, set[str]] = defaultdict(set)
    told: dict[str, frozenset[str]] = {}
    for message in context.messages:
        read = _read(message)
        if read is None:
            continue
        head = message.thread_of or message.id
        for n, named in enumerate(_named(read.sentences, called)):
            if not named:
                continue
            told[message.id] = told.get(message.id, frozenset()) | named
            then = {a: _open_then(own[a], message) for a in named}
            meant = {a: {t.id for t in _meant(lately, message)} for a, lately in then.items()}
            spoken[head] |= set[str]().union(*meant.values())
            sure[head] |= {i for a, lately in then.items() if len(lately) == 1 for i in meant[a]}
            if len(named) > 1:
                beside[f"{head}#{message.id}/{n}"] = {t.id for lately in then.values() for t in lately}
        if read.one and (numbers := by_id(message.text)):
            one[message.id] |= _as_one(message, numbers, called, own)
        if read.same:
            alike[head] = spoken[head]
    return Talk(_by_ticket(spoken), _by_ticket(alike), _by_ticket(one), _by_ticket(beside), _by_ticket(sure), told)


def _as_one(message: Message, numbers: Set[str], called: Called, own: Mapping[str | None, list[Ticket]]) -> set[str]:
    """What one sentence calls the same: a ticket by its number, and what a customer has whose number it does not give."""
    found: set[str] = set()
    for sentence in SENTENCE.findall(message.text):
        here = {n for n in numbers if n in sentence}
        if not here or not _ONE.search(sentence):
            continue
        for account_id in _customers(sentence, called):
            if here.isdisjoint(t.id for t in own[account_id]):
                found |= here | {t.id for t in _meant(_open_then(own[account_id], message), message)}
    return found


def _customers(text: str, called: Called) -> set[str]:
    return set[str]().union(*_named(_sentences(text), called))


def _named(sentences: Iterable[_Sentence], called: Called) -> Iterator[set[str]]:
    """The customers that each sentence speaks of."""
    for sentence in sentences:
        here = called.in_text(sentence.key, sentence.words)
        if sentence.initials:
            here |= called.by_initials(sentence.initials)
        if sentence.owner is not None:
            here |= called.in_text(sentence.owner, words_in(sentence.owner))
        yield here


class _Sentence(NamedTuple):
    """A sentence that may speak of somebody: its folded text and the Latin words of it, the same text without a possessive's end
    (None where there is none), and what may be short aliases."""

    key: str
    words: frozenset[str]
    owner: str | None
    initials: frozenset[str]


def _sentences(text: str) -> tuple[_Sentence, ...]:
    """Without those that say it is something else, or that all is well."""
    return tuple(
        _Sentence(
            key := name_key(sentence),
            words_in(key),
            name_key(_OWNER.sub(" ", sentence)) if _OWNER.search(sentence) else None,
            initials_in(sentence),
        )
        for sentence in SENTENCE.findall(text)
        if not denies(sentence) and not _FINE.search(sentence)
    )


class _Read(NamedTuple):
    """A message as it is read here: nothing of it where it gives orders to a machine."""

    sentences: tuple[_Sentence, ...]
    one: bool
    same: bool


@OfRecord
def _read(message: Message) -> _Read | None:
    """Read once, however many questions it is a candidate of: of whom it speaks depends on the customers of each."""
    text = message.text
    if find_orders(text):
        return None
    return _Read(_sentences(text), _ONE.search(text) is not None, _SAME.search(text) is not None)


def _meant(lately: list[Ticket], message: Message) -> list[Ticket]:
    """Of a customer's tickets of that time those that are talked about: of several, those that share most with what is said.

    Where it is about several tickets, those that share nearly as much; what was merged speaks through what it was merged into.
    """
    if len(lately) < 2:
        return lately
    said = profile_of(message.text)
    shared = {t.id: _shared(ticket_profile(t), said) for t in lately}
    most = max(shared.values())
    return [t for t in lately if shared[t.id] == most or 0 < NEARLY * most <= shared[t.id]]


def _open_then(tickets: list[Ticket], message: Message) -> list[Ticket]:
    """The customer's tickets of that time, each matter once."""
    lately = [t for t in tickets if -AHEAD <= message.at - t.created_at <= BEFORE and not _done(t, message)]
    ids = {t.id for t in lately}
    return [t for t in lately if t.merged_into not in ids]


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
