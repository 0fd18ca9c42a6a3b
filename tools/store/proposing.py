"""Which rows of the index are worth reading for a question: those that hold its weightiest tokens, in SQLite's own SQL (FTS5)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from heapq import nlargest

from sqlalchemy import Connection

from tools.store.memory import Row

DEEPEST = 150  # rows scored exactly; reading and counting one costs about 0.04 ms
PROPOSING = 14  # tokens that may propose candidates on their own
_POSTINGS = 9_000  # rows looked at per query, newest first: bounds the work whatever the size of the workspace

_Asked = tuple[str, float, int]
"""What to look for, what a row that holds it gains, and how many rows at most, the newest."""


def candidates(
    connection: Connection,
    kind: str,
    weights: dict[str, float],
    frequencies: dict[str, int],
    read: Callable[[list[int]], list[Row]],
) -> list[int]:
    """The rows most worth reading: with all tokens, with the heaviest half of them, with the heaviest two, with any heavy one.

    `weights` with the heaviest first. To look for many tokens together takes the index as long as all the rest: where few rows
    hold the heaviest two, those are read (`read`), as most of them will be anyway.
    """
    heaviest = list(weights)
    pair, half, whole = heaviest[:2], heaviest[: (len(heaviest) + 1) // 2], heaviest
    together = {tuple(some): sum(weights[one] for one in some) for some in (pair, half, whole)}
    wanted: list[_Asked] = [(_all_of(some), gain, DEEPEST) for some, gain in together.items() if len(some) <= len(pair)]
    left = _POSTINGS
    for token in heaviest[:PROPOSING]:
        most = min(frequencies[token], left, _POSTINGS // 3)
        wanted.append((quoted(token), weights[token], most))
        left -= most
    found = _found(connection, kind, wanted)
    points = dict[int, float]()
    for rows, (_, gain, _) in zip(found, wanted, strict=True):
        _add(points, rows, gain)
    longer = {some: gain for some, gain in together.items() if len(some) > len(pair)}
    if longer and len(found[0]) < DEEPEST:
        for row in read(found[0]):
            for some, gain in longer.items():
                if row.holds(some):
                    _add(points, [row.row], gain)
    elif longer:
        asked: list[_Asked] = [(_all_of(some), gain, DEEPEST) for some, gain in longer.items()]
        for rows, (_, gain, _) in zip(_found(connection, kind, asked), asked, strict=True):
            _add(points, rows, gain)
    return [row for _, row in nlargest(DEEPEST, zip(points.values(), points, strict=True))]


def _found(connection: Connection, kind: str, wanted: list[_Asked]) -> list[list[int]]:
    parts = " UNION ALL ".join(
        f"SELECT json_group_array(row) FROM (SELECT rowid AS row FROM search_{kind} WHERE search_{kind} MATCH ? "  # noqa: S608
        "ORDER BY rowid DESC LIMIT ?)"
        for _ in wanted
    )
    values = tuple(value for match, _, rows in wanted for value in (match, rows))
    return [json.loads(rows) for rows in connection.exec_driver_sql(parts, values).scalars()]


def _add(points: dict[int, float], rows: Iterable[int], gain: float) -> None:
    """Added up here: to group thousands of rows takes the database twice as long."""
    known = points.get
    for row in rows:
        points[row] = known(row, 0.0) + gain


def _all_of(tokens: Iterable[str]) -> str:
    return " AND ".join(map(quoted, tokens))


def quoted(token: str) -> str:
    """A token as the index takes it, whatever characters it holds."""
    return '"' + token.replace('"', '""') + '"'
