"""The vocabulary of a book: which words its sources, customers and people have, and whose words they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property

from escalation.claims.fold import HAN
from escalation.claims.scene.scene import Scene
from escalation.records import Account

_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _HAN = re.compile(r"[a-z]{5,}"), re.compile(rf"[{HAN}]{{2,}}")
_SPACED = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_STEM = 6
_WRITES = 12
"""So many words of a script are more than a name and a plan."""


class Vocabulary:
    """Built from what a book quotes (evidence id, customer id, words as `fold.words` has them), read only."""

    def __init__(
        self, quoted: Sequence[tuple[str, str | None, str]], allowed: str, scene: Scene, accounts: Collection[Account]
    ) -> None:
        people = " | ".join(person.name for person in scene.people)
        self._quoted, self._allowed = quoted, allowed
        self._records = " | ".join((scene.words, people, *(account.model_dump_json() for account in accounts)))
        self.han_people = any(re.search(rf"[{HAN}]", person.name) for person in scene.people)
        """Whether anybody here has a Chinese name, which a text may spell in Latin letters."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of evidence, allowed text, customers' records and the scene, in small letters."""
        told = " ".join((self._allowed, self._records, *(said for _, _, said in self._quoted)))
        return frozenset(_WORD.findall(told.lower()))

    @cached_property
    def names(self) -> str:
        """Everybody whom the records name, customers and people, in small letters."""
        return self._records.lower()

    @cached_property
    def owners(self) -> dict[str, set[str | None]]:
        """Whose sources have each mark, see `marks`; None for sources of nobody."""
        found: dict[str, set[str | None]] = defaultdict(set)
        for _, account, said in self._quoted:
            for mark in marks(_SPACED.sub("", said)):
                found[mark].add(account)
        return found

    @cached_property
    def writes(self) -> frozenset[tuple[str | None, bool]]:
        """Each customer with whether they write in Latin letters (True) or Chinese, or both: only there are their words known."""
        counts = Counter((owner, mark.isascii()) for mark, them in self.owners.items() for owner in them)
        return frozenset(who for who, count in counts.items() if count >= _WRITES)


def marks(text: str) -> frozenset[str]:
    """What a text is recognised by: the stems of its longer Latin words, its Chinese characters two by two."""
    small = text.lower()
    pairs = (run[at : at + 2] for run in _HAN.findall(small) for at in range(len(run) - 1))
    return frozenset((*(word[:_STEM] for word in _LATIN.findall(small)), *pairs))
