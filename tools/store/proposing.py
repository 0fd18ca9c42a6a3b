"""Which rows of the index are worth reading for a question: those that hold its weightiest tokens."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest
from typing import Protocol

from sqlalchemy import Connection

from tools.store.memory import Row
from tools.store.postings import Postings

DEEPEST = 150  # rows scored exactly; reading and counting one costs about 0.04 ms
PROPOSING = 14  # tokens that may propose candidates on their own
_POSTINGS = 9_000  # rows looked at per query, newest first: bounds the work whatever the size of the workspace

_Tokens = Sequence[str]
_Asked = tuple[_Tokens, float, int]
"""Tokens that must all be there, what a row that holds them gains, and how many rows at most, the newest."""


class Source(Protocol):
    """What can say which rows hold what."""

    def found(self, wanted: Iterable[tuple[_Tokens, int]]) -> Iterable[Iterable[int]]:
        """For each (tokens, most) the newest rows that hold all the tokens, at most so many."""
        ...

    def among(self, rows: list[int], wanted: Sequence[_Tokens]) -> Iterable[Iterable[int]]:
        """For each of the wanted those of the rows that hold all its tokens."""
        ...


def candidates(source: Source, weights: dict[str, float], frequencies: dict[str, int]) -> list[int]:
    """The rows most worth reading: with all tokens, with the heaviest half of them, with the heaviest two, with any heavy one.

    `weights` with the heaviest first. To look for many tokens together takes the index as long as all the rest: where few rows
    hold the heaviest two, those are looked through, as most of them will be read anyway.
    """
    heaviest = list(weights)
    pair, half, whole = heaviest[:2], heaviest[: (len(heaviest) + 1) // 2], heaviest
    together = {tuple(some): sum(weights[one] for one in some) for some in (pair, half, whole)}
    wanted: list[_Asked] = [(some, gain, DEEPEST) for some, gain in together.items() if len(some) <= len(pair)]
    left = _POSTINGS
    for token in heaviest[:PROPOSING]:
        most = min(frequencies[token], left, _POSTINGS // 3)
        wanted.append(((token,), weights[token], most))
        left -= most
    found = _asked(source, wanted)
    points = dict[int, float]()
    for rows, (_, gain, _) in zip(found, wanted, strict=True):
        _add(points, rows, gain)
    longer: list[_Asked] = [(some, gain, DEEPEST) for some, gain in together.items() if len(some) > len(pair)]
    if longer and len(both := list(found[0])) < DEEPEST:
        for rows, (_, gain, _) in zip(source.among(both, [some for some, *_ in longer]), longer, strict=True):
            _add(points, rows, gain)
    else:
        for rows, (_, gain, _) in zip(_asked(source, longer), longer, strict=True):
            _add(points, rows, gain)
    return [row for _, row in nlargest(DEEPEST, zip(points.values(), points, strict=True))]


def _asked(source: Source, wanted: list[_Asked]) -> list[Iterable[int]]:
    return list(source.found((tokens, most) for tokens, _, most in wanted)) if wanted else []


def _add(points: dict[int, float], rows: Iterable[int], gain: float) -> None:
    """Added up here: to group thousands of rows takes the database twice as long."""
    known = points.get
    for row in rows:
        points[row] = known(row, 0.0) + gain


class InDatabase:
    """The index of one kind in the database, in SQLite's own SQL (FTS5). `read` gives rows by their numbers."""

    def __init__(self, connection: Connection, kind: str, read: Callable[[list[int]], list[Row]]) -> None:
        self._connection, self._kind, self._read = connection, kind, read

    def found(self, wanted: Iterable[tuple[_Tokens, int]]) -> list[list[int]]:
        values = [value for tokens, most in wanted for value in (all_of(tokens), most)]
        one = (
            f"SELECT json_group_array(row) FROM (SELECT rowid AS row FROM search_{self._kind}"  # noqa: S608
            f" WHERE search_{self._kind} MATCH ? ORDER BY rowid DESC LIMIT ?)"
        )
        parts = " UNION ALL ".join([one] * (len(values) // 2))
        return [json.loads(rows) for rows in self._connection.exec_driver_sql(parts, tuple(values)).scalars().all()]

    def among(self, rows: list[int], wanted: Sequence[_Tokens]) -> list[list[int]]:
        read = self._read(rows)
        return [[row.row for row in read if row.holds(tokens)] for tokens in wanted]


class InMemory:
    """The index of a kind with few records: its rows are places in `Postings`."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings

    def found(self, wanted: Iterable[tuple[_Tokens, int]]) -> list[Sequence[int]]:
        return [self._newest(tokens, most) for tokens, most in wanted]

    def _newest(self, tokens: _Tokens, most: int) -> Sequence[int]:
        holding = self._postings.holders(tokens[0]) if len(tokens) == 1 else self._postings.holding(tokens)
        return holding if len(holding) <= most else holding[len(holding) - most :]

    def among(self, rows: list[int], wanted: Sequence[_Tokens]) -> list[set[int]]:
        return [set(rows).intersection(self._postings.holding(tokens)) for tokens in wanted]


def all_of(tokens: Iterable[str]) -> str:
    return " AND ".join(map(_quoted, tokens))


def _quoted(token: str) -> str:
    """A token as the index takes it, whatever characters it holds."""
    return '"' + token.replace('"', '""') + '"'
