"""The directory of accounts: who is meant by a name that somebody typed, and who is named inside a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from escalation.naming import (
    GENERIC,
    LEGAL_FORMS,
    beginnings,
    brand_key,
    domain_forms,
    domain_key,
    name_key,
    short_key,
    spoken_keys,
)
from escalation.text.everyday import is_everyday

_EXACT = ("id", "name", "alias", "domain")
_ABOUT_EQUAL = 0.1  # nearer than this, the second candidate is as likely as the first
_LEAST = 0.6


@dataclass(frozen=True)
class Found:
    """An account that fits a query: `how` it was found (id, name, alias, domain, near), `score` 0..1."""

    account_id: str
    how: str
    score: float


class Directory:
    """All names of all accounts, held in memory. Built from (account id, key, kind) as `account_keys` gives them."""

    def __init__(self, names: Iterable[tuple[str, str, str]]) -> None:
        self.exact: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.spoken: dict[str, set[str]] = defaultdict(set)
        self._in_part: dict[str, set[str]] = defaultdict(set)
        called, domains = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        for account_id, key, kind in names:
            self.exact[key].append((kind, account_id))
            if kind in ("name", "alias"):
                called[account_id].append(key)
                for form in spoken_keys(key):
                    self.spoken[form].add(account_id)
                for form in beginnings(key):
                    self._in_part[form].add(account_id)
            elif kind == "domain" and "@" not in key:
                domains[account_id].append(key)
        for account_id, theirs in domains.items():
            for form in (form for domain in theirs for form in domain_forms(called[account_id], domain)):
                self.spoken[form].add(account_id)
        self._beginnings = {part for key in (*self.exact, *self.spoken) for part in _beginnings(key)}
        self._spellings = [
            key for key, owners in self.exact.items() if any(kind in ("name", "alias") for kind, _ in owners)
        ]
        # As a part of a name is found when it is spelt right, so it is with a letter wrong: Harbor Point is also near
        # Harbour Point Logistics, not only near Harborpoint.
        self._spellings += [key for key in {**self.spoken, **self._in_part} if key not in self.exact]
        self._with_word: dict[str, set[str]] = defaultdict(set)
        for key in self._spellings:
            for word in key.split(" "):
                self._with_word[word].add(key)

    def find(self, query: str, limit: int = 5) -> list[Found]:
        """Who is meant: one account when it is clear, all that fit about equally when it is not, best first.

        An exact id wins over an exact name, that over an alias, that over a domain or e-mail, that over near spellings.
        """
        return (self._exactly(query) or self._nearly(query))[:limit]

    def may_begin(self, key: str) -> bool:
        """Whether some name begins with this key: all of it, and whole words."""
        return key in self._beginnings

    def going_on(self, key: str) -> set[str]:
        """Accounts of which a name goes on after this key. Looks at every name: ask of what `may_begin` holds of."""
        return {
            id_
            for name, owners in self.exact.items()
            if len(name) > len(key) and name.startswith(key)
            for kind, id_ in owners
            if kind in ("name", "alias")
        }

    def owners_of_address(self, address: str) -> set[str]:
        """Accounts whose contact has this e-mail address, or whose domain it, or the host, belongs to."""
        return {id_ for _, id_ in self._domain_owners(address)}

    def _exactly(self, query: str) -> list[Found]:
        owners = [*self.exact.get(name_key(query), ()), *self._domain_owners(query)]
        for how in _EXACT:
            ids = sorted({account_id for kind, account_id in owners if kind == how})
            if ids:
                return [Found(id_, how, 1.0) for id_ in ids]
        return []

    def _domain_owners(self, query: str) -> list[tuple[str, str]]:
        address = query.strip().casefold()
        found = [owner for owner in self.exact.get(address, ()) if owner[0] == "domain"]
        host = domain_key(address.rpartition("@")[2])
        while not found and "." in host:
            found = [owner for owner in self.exact.get(host, ()) if owner[0] == "domain"]
            host = host.partition(".")[2]
        return found

    def _nearly(self, query: str) -> list[Found]:
        key = name_key(query)
        scores: dict[str, float] = {}
        # A name of which all words are spelt right leaves out another customer's that would have to be misspelt.
        for account_id, score in self._said(key) or self.misspelt(key):
            scores[account_id] = max(score, scores.get(account_id, 0.0))
        best = max(scores.values(), default=0.0)
        near = [Found(id_, "near", round(score, 3)) for id_, score in scores.items() if score >= best - _ABOUT_EQUAL]
        return sorted(near, key=lambda found: (-found.score, found.account_id))

    def _said(self, key: str) -> list[tuple[str, float]]:
        """Short forms: the legal form left out or another one, the name without its trade, words out of it."""
        short = short_key(key)
        found = [(id_, 0.95) for id_ in self.spoken.get(key, ())]
        found += [(id_, 0.85) for id_ in self.spoken.get(short, ())]
        found += [(id_, 0.9) for kind, id_ in self.exact.get(short, ()) if kind in ("name", "alias")]
        if not key.isascii():
            brand = brand_key(key)
            found += [(id_, 0.8) for id_ in self._owners(brand)] if len(brand) > 1 else []
        return found + [(id_, 0.85) for name in self._holding(short) for id_ in self._owners(name)]

    def _holding(self, part: str) -> set[str]:
        """Names that hold all words of a part; in Chinese, names in which it stands."""
        words = part.split(" ")
        if len(part) < 2 or all(word in GENERIC | LEGAL_FORMS for word in words):
            return set()
        if not part.isascii():
            return set() if is_everyday(part) else {name for name in self._spellings if part in name}
        return set[str].intersection(*(self._with_word.get(word, set()) for word in words))

    def misspelt(self, key: str) -> list[tuple[str, float]]:
        """(account id, score) of names that a name key misspells by a letter or two."""
        if not (allowed := _edits(key)):
            return []
        lengths = range(len(key) - allowed, len(key) + allowed + 1)
        near = [name for name in self._spellings if len(name) in lengths and alike_in_letters(key, name, allowed)]
        if not near:
            return []
        from rapidfuzz import process  # a library of 3 MB: most names are spelt right, or like nobody's
        from rapidfuzz.distance import OSA

        close = process.extract(key, near, scorer=OSA.distance, score_cutoff=allowed, limit=20)
        return [
            (id_, 0.95 * (1 - distance / max(len(key), len(name))))
            for name, distance, _ in close
            if 1 - distance / max(len(key), len(name)) >= _LEAST
            for id_ in self._owners(name)
        ]

    def _owners(self, key: str) -> set[str]:
        named = {id_ for kind, id_ in self.exact.get(key, ()) if kind in ("name", "alias")}
        return named.union(self.spoken.get(key, ()), self._in_part.get(key, ()))


def _edits(key: str) -> int:
    """How many letters may be wrong: short names are too close to each other, Chinese ones closer still."""
    length = len(key)
    if not key.isascii():
        return 0 if length < 4 else 1 if length < 10 else 2
    return 0 if length < 4 else 1 if length < 9 else 2


def alike_in_letters(key: str, name: str, edits: int) -> bool:
    """Whether `name` holds all letters of `key` but so many: an edit takes one letter away at most, and none where neighbours
    change places."""
    gone = 0
    for letter in set(key):
        gone += max(key.count(letter) - name.count(letter), 0)
        if gone > edits:
            return False
    return True


@lru_cache(maxsize=2_048)
def _beginnings(key: str) -> tuple[str, ...]:
    return tuple(_begun(key))


def _begun(key: str) -> Iterator[str]:
    """The key cut after each of its words and Chinese characters: a reader that goes piece by piece asks whether to go on."""
    for at in range(1, len(key)):
        if key[at] == " " or not (key[at].isascii() and key[at - 1].isascii()):
            yield key[:at].rstrip()
    yield key
