"""Why a record answers a question: the words of the question that it says, the same or others of their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from escalation.matching.otherwise_said import otherwise_said
from escalation.matching.profile import Rarity
from escalation.text.asking import ACROSS_WORDS, asked
from escalation.text.concepts import forms, spans_in_run, spans_in_words
from escalation.text.tokens import is_cjk, prepared, query_tokens, runs_of, word_tokens
from escalation.text.words import plain_words

MOST = 5
_FAINT = 0.3
"""What weighs less than this share of the heaviest is no reason: common words, the end of one word with the start of the next."""
_SAME = 1.3
"""The very word before one of its meaning."""

_TOLD = 4
"""Letters from which a word is told as near to another: shorter ones are mostly articles, in some language."""


@dataclass(frozen=True)
class Shared:
    """A piece of the question and how the record says it; `said` is None where it is the same word."""

    asked: str
    said: str | None = None

    def __str__(self) -> str:
        return f"{self.asked} ~ {self.said}" if self.said else self.asked


def shared(question: str, text: str, rarity: Rarity, most: int = MOST) -> tuple[Shared, ...]:
    """The weightiest pieces that question and text have in common, heaviest first; Chinese as Simplified."""
    ours, theirs = _wordings(question), _wordings(text)
    found: list[tuple[float, Shared]] = list(_same_runs(question, theirs, rarity))
    for token, factor in asked(question).items():
        if token not in ours or (is_cjk(token) and token in theirs):
            continue
        said = theirs.get(token)
        if said is not None:
            if _other_number(token, ours[token], said):
                continue
            # "export" and "exports" are one word, though what both are read as is a concept.
            same = not token.startswith("c:") or not theirs.keys().isdisjoint(query_tokens(ours[token]))
            piece = Shared(ours[token], None if same else said)
            found.append((factor * rarity.weight(token) * (_SAME if same else 1.0), piece))
            continue
        if len(token) < _TOLD and not is_cjk(token):
            continue
        fits = [(near * rarity.weight(o), o) for o, near in otherwise_said(token).items() if o in theirs]
        if fits:
            weight, other = max(fits)
            found.append((factor * weight, Shared(ours[token], theirs[other])))
    return _distinct(sorted(found, key=lambda pair: -pair[0]), most)


def _other_number(token: str, asked_for: str, said: str) -> bool:
    """Two ids of the same series share what stands before their numbers, and that is nothing."""
    return token.isalpha() and asked_for != said and not (asked_for.isalpha() or said.isalpha())


def _distinct(found: list[tuple[float, Shared]], most: int) -> tuple[Shared, ...]:
    """The heaviest, each piece of the question once."""
    kept: list[Shared] = []
    for weight, piece in found:
        if len(kept) == most or weight < _FAINT * found[0][0]:
            break
        ours = piece.asked.casefold()
        if not any(ours in one.asked.casefold() or one.asked.casefold() in ours for one in kept):
            kept.append(piece)
    return tuple(kept)


def _same_runs(question: str, theirs: Mapping[str, str], rarity: Rarity) -> Iterator[tuple[float, Shared]]:
    """The longest stretches of Chinese of which the text holds every pair of characters."""
    factors = asked(question)
    for run in runs_of(prepared(question)):
        if not is_cjk(run):
            continue
        at = 0
        while at < len(run) - 1:
            end = at
            while run[end : end + 2] in theirs and factors.get(run[end : end + 2], 0.0) > ACROSS_WORDS:
                end += 1
            if end > at:
                pairs = [run[i : i + 2] for i in range(at, end)]
                yield max(factors[p] * rarity.weight(p) for p in pairs) * _SAME, Shared(run[at : end + 1])
            at = max(end, at + 1)


@lru_cache(maxsize=32)
def _wordings(text: str) -> Mapping[str, str]:
    """Token or concept of a text -> as it stands there first."""
    found: dict[str, str] = {}
    words: list[str] = []
    stands: list[str] = []
    for run in runs_of(prepared(text)):
        if is_cjk(run):
            for pair in (run[at : at + 2] for at in range(max(len(run) - 1, 1))):
                found.setdefault(pair, pair)
            for start, end, ids in spans_in_run(run, forms()):
                found |= {f"c:{one}": run[start:end] for one in ids if f"c:{one}" not in found}
            continue
        for token in word_tokens(run):
            found.setdefault(token, run)
        plain = plain_words(run)
        words += plain
        stands += [run] * len(plain)
    for start, end, ids in spans_in_words(tuple(words), forms()):
        said = " ".join(dict.fromkeys(stands[start:end]))
        found |= {f"c:{one}": said for one in ids if f"c:{one}" not in found}
    return found
