"""How common the words and concepts of records are among all tickets, looked up as they are weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from escalation.matching.profile import Profile
from escalation.ports import Workspace


def counted(workspace: Workspace, profiles: Iterable[Profile]) -> Mapping[str, int]:
    """How many tickets hold each of the words and concepts of the profiles, under their plain names."""
    read = list(profiles)
    words = frozenset[str]().union(*(profile.words for profile in read))
    concepts = frozenset[str]().union(*(profile.concepts for profile in read))
    return _ByTerm(words, concepts, workspace.term_frequencies(chain(words, map(_as_token, concepts))))


def _as_token(concept: str) -> str:
    return f"c:{concept}"


class _ByTerm(Mapping[str, int]):
    """Of a word that is a concept's name too, the count of the concept: that is what most weigh it as, and it holds whether
    or not a text with the word has been read as well.

    Not laid out as a dict: of some thousand terms that the candidates of a question hold, a third is ever weighed.
    """

    def __init__(self, words: frozenset[str], concepts: frozenset[str], counts: Mapping[str, int]) -> None:
        self._words, self._concepts, self._counts = words, concepts, counts

    def get(self, term: str, default: int = 0) -> int:  # type: ignore[override]
        concept = self._counts.get(_as_token(term), 0) if term in self._concepts else 0
        return concept or (self._counts.get(term, 0) if term in self._words else 0) or default

    def __getitem__(self, term: str) -> int:
        if count := self.get(term):
            return count
        raise KeyError(term)

    def __iter__(self) -> Iterator[str]:
        return (term for term in self._words | self._concepts if self.get(term))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        """Whether any is held by any ticket, without counting how many are."""
        return any(map(self.get, self._words)) or any(map(self.get, self._concepts))
