"""What colleagues call customers in chat, and which customers a sentence names by it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from string import ascii_lowercase, digits
from typing import NamedTuple

from escalation.naming import GENERIC, domain_forms, domain_key, name_key, short_key, spoken_keys
from escalation.records import Account
from escalation.remembered import OfRecord
from escalation.text.everyday import is_everyday

SHORT_WORD = 4
"""A word of a name that is no longer may be anything."""

_INITIALS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z&]{2,3}")
"""Two or three letters, of which two are capitals at least."""

_LETTERS = re.compile(r"[A-Za-z&]+")
_INSIDE = frozenset(ascii_lowercase + digits)
"""What goes on with a word of a folded text."""

_WORD = re.compile(r"[a-z0-9]+")


def initials_in(sentence: str) -> frozenset[str]:
    """What may be a short alias in a sentence, as it is written: "VdK", and never "vdk" in the middle of something."""
    return frozenset(word for word in _LETTERS.findall(sentence) if _INITIALS.fullmatch(word))


def words_in(text: str) -> frozenset[str]:
    """The words in Latin letters of a folded text."""
    return frozenset(text.split(" ") if text.isascii() else _WORD.findall(text))


class _Calls(NamedTuple):
    """What one customer may be called: keys of names, short aliases, all words of its names, and a last word that may be
    enough."""

    keys: frozenset[str]
    initials: tuple[str, ...]
    words: frozenset[str]
    last: str | None


@dataclass(frozen=True)
class Called:
    """What these customers are called: a name that is part of a longer one is not read where that one stands."""

    owners: Mapping[str, Set[str]]
    initials: Mapping[str, Set[str]]
    beginnings: Mapping[str, list[str]]
    """Names in Latin letters by their first word."""
    others: list[str]
    """Names that are not, or not all, in Latin letters: nothing tells where their words end."""

    @staticmethod
    def of(accounts: Iterable[Account]) -> Called:
        owners: defaultdict[str, set[str]] = defaultdict(set)
        initials: defaultdict[str, set[str]] = defaultdict(set)
        known = [(account.id, _calls(account)) for account in accounts]
        for id_, calls in known:
            for key in calls.keys:
                owners[key].add(id_)
            for alias in calls.initials:
                initials[alias].add(id_)
        lasts = [(id_, calls.last) for id_, calls in known if calls.last]
        for id_, last in lasts:
            if sum([last in others.words for _, others in known]) == 1:
                owners[last].add(id_)
        beginnings: defaultdict[str, list[str]] = defaultdict(list)
        for key in owners:
            if key.isascii():
                beginnings[key.partition(" ")[0]].append(key)
        return Called(owners, initials, beginnings, [key for key in owners if not key.isascii()])

    def by_initials(self, said: frozenset[str]) -> set[str]:
        """Accounts that a sentence names by one of its `initials_in`."""
        named = (self.initials[word] for word in said if word in self.initials)
        return set[str]().union(*(owners for owners in named if len(owners) == 1))

    def in_text(self, text: str, words: frozenset[str]) -> set[str]:
        """Accounts that a folded text names, `words` being those `words_in` it; a name that several share names nobody."""
        found: set[str] = set()
        possible = self._possible(text, words)
        for key in sorted(possible, key=len, reverse=True) if possible else ():
            if (rest := _without(key, text)) != text:
                text = rest
                if len(self.owners[key]) == 1:
                    found |= self.owners[key]
        return found

    def _possible(self, text: str, words: frozenset[str]) -> list[str]:
        """The names that stand in it somewhere: most of hundreds do not, and need no closer look."""
        begun = words.intersection(self.beginnings)
        found = [key for word in begun for key in self.beginnings[word] if key in text] if begun else []
        if not text.isascii():
            found += [key for key in self.others if key in text]
        return found


@OfRecord
def _calls(account: Account) -> _Calls:
    full = frozenset(name_key(name) for name in (account.name, *account.aliases))
    return _Calls(
        _keys(full, account.domain or ""),
        tuple(alias for alias in account.aliases if _INITIALS.fullmatch(alias)),
        frozenset(" ".join(full).split()),
        _last_word(name_key(account.name)),
    )


def _keys(full: frozenset[str], domain: str) -> frozenset[str]:
    """Full names and what people shorten them to; an everyday word alone is nobody's name here."""
    known = full.union(*map(spoken_keys, full), domain_forms(full, domain_key(domain)))
    return frozenset(
        key for key in known if len(key) > (3 if key.isascii() else 1) and (" " in key or not is_everyday(key))
    )


def _last_word(key: str) -> str | None:
    """The last word of a name whose first is an everyday one: Port Lindgren AB is spoken of as Lindgren."""
    words = short_key(key).split(" ")
    while len(words) > 1 and words[-1] in GENERIC:
        words.pop()
    last = words[-1]
    plain = len(words[0]) <= SHORT_WORD or is_everyday(words[0])
    fits = len(words) == 2 and plain and len(last) > SHORT_WORD and last.isascii() and not is_everyday(last)
    return last if fits else None


def _without(key: str, text: str) -> str:
    """The text with a bar wherever a name stands: one in Latin letters only where its words begin and end."""
    if not key.isascii():
        return text.replace(key, "|")
    kept: list[str] = []
    left, at = 0, text.find(key)
    while at >= 0:
        end = at + len(key)
        if _INSIDE.isdisjoint((text[at - 1 : at], text[end : end + 1])):
            kept += (text[left:at], "|")
            left = end
            at = text.find(key, end)
        else:
            at = text.find(key, at + 1)
    return "".join((*kept, text[left:])) if kept else text
