"""Why a row fits what was asked, and the passage that shows it: few words in place of a whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from tools.serving.quoting import plain

if TYPE_CHECKING:
    from escalation.matching.profile import Rarity
    from escalation.matching.shared import Shared
    from escalation.ports import Workspace

T = TypeVar("T")

WHOLE = 3
"""Rows told in full: the first ones, ..."""
CLEAR = 0.5
"""... as long as they fit half as well as the best."""
FAINT = 0.2
"""What fits less than this share of the best is another matter: of the tickets that belong, one in a hundred does."""
APART = 0.4
"""The same for articles, threads and items, written by colleagues in plainer words: of those to be cited, one in forty does."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\n+")
_READ = 6_000
"""Characters of a record that are held against the question."""


class Fit:
    """A question, ready to be held against the texts that it found."""

    def __init__(self, workspace: Workspace, question: str) -> None:
        from escalation.matching.otherwise_said import otherwise_said
        from escalation.matching.profile import Rarity
        from escalation.text.asking import asked

        self._question = question
        tokens = dict.fromkeys(asked(question))
        others = (other for token in list(tokens) for other in otherwise_said(token))
        counts = workspace.term_frequencies([*tokens, *others])
        self._rarity: Rarity = Rarity(counts, workspace.ticket_count())

    def shared(self, text: str) -> tuple[Shared, ...]:
        from escalation.matching.shared import shared

        return shared(self._question, text[:_READ], self._rarity)


def matched(found: Sequence[Shared]) -> str | None:
    """ "list; approve ~ 批核": the shared pieces, the most telling first."""
    return plain("; ".join(map(str, found))) if found else None


def passage(text: str, found: Sequence[Shared], limit: int) -> str | None:
    """From the sentence on that says most of what is shared, at most `limit` characters on one line; None for no text."""
    sentences = [one.strip() for one in _SENTENCE.split(text) if one and one.strip()]
    if not sentences:
        return None
    said = [(one.said or one.asked).casefold() for one in found]
    counts = [sum(word in each.casefold() for word in said) for each in sentences]
    best = counts.index(max(counts))
    rest = plain(" ".join(sentences[best:]), 10 * limit) or ""
    shown = rest if len(rest) <= limit else f"{rest[:limit].rstrip()}…"
    return f"…{shown}" if best else shown or None


def clear(number: int, score: float, best: float) -> bool:
    """Whether a row is told in full: one of the first, and fitting half as well as the best."""
    return number < WHOLE and score >= CLEAR * best


def fitting(found: Sequence[T], score: Callable[[T], float]) -> tuple[Sequence[T], int]:
    """What fits, best first, and how many fit so much less that they are mostly of another matter."""
    kept = [one for one in found if score(one) >= APART * score(found[0])]
    return kept, len(found) - len(kept)


def note(left_out: int) -> str | None:
    """What is said of those that `fitting` left out."""
    return f"{left_out} more share much less with these words and are left out." if left_out else None
