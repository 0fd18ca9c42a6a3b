"""Search that also takes what is said otherwise: for who looks by hand and reads what comes back, not for the judgement.

Each word of the question is one thing asked for. A record answers it with the word itself or with one near in meaning, whichever
counts more in it: to say one thing in three ways is to say it once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from sqlalchemy import Connection

from escalation.matching.otherwise_said import otherwise_said
from escalation.text.asking import asked
from escalation.text.tokens import tokens
from tools.store import search
from tools.store.memory import Counts
from tools.store.postings import Postings
from tools.store.proposing import DEEPEST, InDatabase, InMemory, candidates
from tools.store.scoring import Meant, scored_by_meaning, scored_by_meaning_in_memory

_ASKED, _WEIGHED = 60, 40
"""Words of a long question that are looked up, and the weightiest of them that count."""

_NUMBERED = re.compile(r"\b([A-Za-z]{1,10})[-_#]\d+\b")
"""The id of a record, with what stands before its number."""

_OTHERS = 40
"""Other words that may bring in records which hold none of the question's own."""


def query(connection: Connection, kind: str, words: str, limit: int, known: Counts) -> list[tuple[str, float]]:
    """The best `limit` (id, score) for a text in its own words or others of their meaning."""
    meant, frequencies = _meant(connection, kind, words, known)
    if not meant or limit < 1:
        return []
    own, others = _proposing(meant)
    if (postings := search.postings_of(connection, kind, known)) is not None:
        places = _places(postings, meant, (own, others), frequencies)
        return scored_by_meaning_in_memory(postings, places, meant)[:limit]
    source = InDatabase(connection, kind, lambda rows: search.documents(connection, rows, known))
    rows = {row for some in (own, others) if some for row in candidates(source, some, frequencies)}
    return scored_by_meaning(search.documents(connection, sorted(rows), known), meant)[:limit]


def among(connection: Connection, kind: str, words: str, ids: Iterable[str], known: Counts) -> list[tuple[str, float]]:
    """(id, score) of those of the ids that answer to any word of a text, best first; each is read."""
    meant, _ = _meant(connection, kind, words, known)
    if not meant:
        return []
    if (postings := search.postings_of(connection, kind, known)) is not None:
        places = {postings.places[id_] for id_ in ids if id_ in postings.places}
        return scored_by_meaning_in_memory(postings, places, meant)
    return scored_by_meaning(search.documents(connection, search.rows_of(connection, kind, ids), known), meant)


def _asked(words: str) -> dict[str, float]:
    """The first words of a question with their factors, without what stands before the number of a record: who asks for
    "HD-60801" does not ask for all tickets that are numbered so."""
    elsewhere = set(tokens(_NUMBERED.sub(" ", words)))
    before = {token for prefix in _NUMBERED.findall(words) for token in tokens(prefix)} - elsewhere
    factors = ((token, factor) for token, factor in asked(words).items() if token not in before)
    return dict(islice(factors, _ASKED))


def _meant(connection: Connection, kind: str, words: str, known: Counts) -> tuple[list[Meant], dict[str, int]]:
    """For each word of the question the tokens that answer for it with what each weighs, the weightiest word first; and how many
    records hold each token."""
    factors = _asked(words)
    answering = {token: {token: 1.0, **otherwise_said(token)} for token in factors}
    wanted = dict.fromkeys(other for others in answering.values() for other in others)
    counted = search.term_frequencies(connection, wanted, kind, known=known).get
    frequencies = {token: count for token in wanted if (count := counted(token))}
    total = search.indexed(connection, kind, known) if frequencies else 0
    meant: list[Meant] = []
    for token, others in answering.items():
        weighed = {
            other: factors[token] * nearness * search.rarity(frequencies[other], total)
            for other, nearness in others.items()
            if other in frequencies
        }
        if weighed:
            meant.append(Meant(token, weighed))
    return sorted(meant, key=lambda each: (-max(each.weights.values()), each.token))[:_WEIGHED], frequencies


def _proposing(meant: list[Meant]) -> tuple[dict[str, float], dict[str, float]]:
    """The question's own tokens, and the heaviest of the others, each with its weight, heaviest first."""
    own = {each.token: each.weights[each.token] for each in meant if each.token in each.weights}
    others = dict[str, float]()
    for each in meant:
        for token, weight in each.weights.items():
            if token not in own:
                others[token] = max(weight, others.get(token, 0.0))
    return _heaviest(own), dict(list(_heaviest(others).items())[:_OTHERS])


def _heaviest(weights: dict[str, float]) -> dict[str, float]:
    return dict(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])))


def _places(
    postings: Postings, meant: list[Meant], proposing: tuple[dict[str, float], ...], frequencies: dict[str, int]
) -> set[int]:
    if len(postings.ids) > DEEPEST:
        source = InMemory(postings)
        return {place for some in proposing if some for place in candidates(source, some, frequencies)}
    return {place for each in meant for token in each.weights for place in postings.holders(token)}
