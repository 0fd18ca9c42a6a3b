"""How well a record answers a question: BM25 over the tokens, the same sums whether its tokens lie in memory or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tools.store.memory import Row
from tools.store.postings import Postings

_OWN_ID = 3.0  # a record asked for by its id comes before those that mention it
_K1, _B = 1.2, 0.5


def scored(documents: list[Row], weights: dict[str, float]) -> list[tuple[str, float]]:
    """BM25 of each document that holds any of the weighted tokens."""
    average = sum(one.length for one in documents) / max(len(documents), 1)
    scores: list[tuple[str, float]] = []
    asked = frozenset(weights)
    # Sums of floating-point numbers depend on their order: the heaviest token first, whatever the text says first.
    heaviest = list(weights.items())
    for one in documents:
        count_of = one.counts(asked).get
        norm = _norm(one.length, average)
        score = 0.0
        for token, weight in heaviest:
            if count := count_of(token):
                score += weight * count * (_K1 + 1) / (count + norm)
        if score:
            scores.append((one.id, score))
    return _best(scores, weights)


def scored_in_memory(postings: Postings, places: Iterable[int], weights: dict[str, float]) -> list[tuple[str, float]]:
    """The same, token by token: most documents hold few of those that are asked for."""
    lengths = {place: postings.lengths[place] for place in places}
    average = sum(lengths.values()) / max(len(lengths), 1)
    norm_of = {place: _norm(length, average) for place, length in lengths.items()}.get
    scores = dict[int, float]()
    for token, weight in weights.items():
        for place, count in postings.counted(token):
            if norm := norm_of(place):
                scores[place] = scores.get(place, 0.0) + weight * count * (_K1 + 1) / (count + norm)
    return _best([(postings.ids[place], score) for place, score in scores.items()], weights)


class Meant(NamedTuple):
    """A word of a question with the tokens that answer for it (it is one of them where any record holds it), each weighed."""

    token: str
    weights: Mapping[str, float]


def scored_by_meaning(documents: list[Row], meant: list[Meant]) -> list[tuple[str, float]]:
    """As `scored`, where each word asked for counts once: by whichever of its tokens says it best."""
    average = sum(one.length for one in documents) / max(len(documents), 1)
    wanted = frozenset(token for each in meant for token in each.weights)
    scores: list[tuple[str, float]] = []
    for one in documents:
        counts = {token: count for token, count in one.counts(wanted).items() if token in wanted}
        norm = _norm(one.length, average)
        score = 0.0
        for _, weights in meant:
            found = [weights[token] * n * (_K1 + 1) / (n + norm) for token, n in counts.items() if token in weights]
            score += max(found, default=0.0)
        if score:
            scores.append((one.id, score))
    return _best(scores, _own(meant))


def scored_by_meaning_in_memory(
    postings: Postings, places: Iterable[int], meant: list[Meant]
) -> list[tuple[str, float]]:
    """The same from an index in memory."""
    lengths = {place: postings.lengths[place] for place in places}
    average = sum(lengths.values()) / max(len(lengths), 1)
    norm_of = {place: _norm(length, average) for place, length in lengths.items()}.get
    scores = dict[int, float]()
    for _, weights in meant:
        best = dict[int, float]()
        for token, weight in weights.items():
            for place, count in postings.counted(token):
                if norm := norm_of(place):
                    best[place] = max(best.get(place, 0.0), weight * count * (_K1 + 1) / (count + norm))
        for place, score in best.items():
            scores[place] = scores.get(place, 0.0) + score
    return _best([(postings.ids[place], score) for place, score in scores.items()], _own(meant))


def _own(meant: list[Meant]) -> dict[str, float]:
    return {token: weights[token] for token, weights in meant if token in weights}


def _norm(length: int, average: float) -> float:
    return _K1 * (1 - _B + _B * length / average)


def _best(scored: Iterable[tuple[str, float]], weights: dict[str, float]) -> list[tuple[str, float]]:
    """Best first, a record that was asked for by its id before those that mention it."""
    found = [(id_, score + _OWN_ID * weights.get(id_.casefold(), 0.0)) for id_, score in scored]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))
