"""Full text over the records: with `proposing` the only module whose SQL is SQLite's own (FTS5).

Each text is cut into tokens here (`escalation.text`), so the database only keeps lists of rows per token. Candidates come from
the index; their order is BM25 over the stored tokens, the same on every database. A kind with few records is asked in memory
(`postings`), with the same outcome.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from sqlalchemy import Connection, text

from escalation.errors import WorkspaceUnusable
from escalation.text.asking import asked
from escalation.text.tokens import tokens
from tools.store.documents import parts
from tools.store.indexed_text import text_of
from tools.store.memory import Counts, Row
from tools.store.packing import Packed, pack
from tools.store.postings import MOST, Postings
from tools.store.proposing import DEEPEST, PROPOSING, InDatabase, InMemory, all_of, candidates
from tools.store.scoring import scored, scored_in_memory

__all__ = [
    "DEEPEST",
    "KINDS",
    "among",
    "create",
    "documents",
    "holding",
    "index",
    "indexed",
    "postings_of",
    "query",
    "rarity",
    "remove",
    "rows_of",
    "term_frequencies",
    "text_of",
]

KINDS = ("ticket", "article", "message", "item")
# Everything a token may hold besides letters and digits.
_WORD_CHARS = "_./:@#&+-'’"
_ASKED, _WEIGHED = 200, 40  # of a long question: tokens looked up, and the rarest of them that count
_COUNTED = 20_000
_ALL = ""  # stands for a token that every record holds
_DOCUMENTS = "SELECT row, id, length, packed FROM search_doc WHERE row IN (SELECT value FROM json_each(?))"
"""One statement for rows of any number: the driver keeps it ready."""


def create(connection: Connection) -> None:
    """Make the index tables where they do not exist. Raises `WorkspaceUnusable` on a database other than SQLite."""
    if connection.dialect.name != "sqlite":
        raise WorkspaceUnusable(
            f"Search is not available on {connection.dialect.name} yet.", "Use a workspace folder or a SQLite file."
        )
    connection.execute(
        text(
            "CREATE TABLE IF NOT EXISTS search_doc (row INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, "
            "length INTEGER NOT NULL, packed BLOB NOT NULL, UNIQUE (kind, id))"
        )
    )
    for kind in KINDS:
        connection.execute(
            text(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS search_{kind} USING fts5(body, content='', detail=none, columnsize=0, "
                f"tokenize=\"ascii tokenchars '{_WORD_CHARS.replace(chr(39), chr(39) * 4)}'\")"
            )
        )
        connection.execute(
            text(f"CREATE VIRTUAL TABLE IF NOT EXISTS search_{kind}_terms USING fts5vocab(search_{kind}, row)")
        )


def index(connection: Connection, kind: str, rows: Iterable[tuple[str, str]]) -> None:
    """Store (id, text) rows; an id already there is replaced, and left alone when its tokens did not change."""
    put(connection, kind, {id_: pack(body) for id_, body in rows})


def put(connection: Connection, kind: str, rows: Mapping[str, Packed]) -> None:
    """The same for texts that have been cut already."""
    _checked(kind)
    if not rows:
        return
    known = _stored(connection, kind, rows)
    changed = [id_ for id_, (_, blob) in known.items() if blob != rows[id_][1]]
    _forget(connection, kind, [known[id_] for id_ in changed])
    same = known.keys() - set(changed)
    fresh = [id_ for id_ in rows if id_ not in same]
    if not fresh:
        return
    first = int(connection.execute(text("SELECT coalesce(max(row), 0) + 1 FROM search_doc")).scalar_one())
    # Plain tuples: binding names a hundred thousand times over would cost as much as the index itself.
    connection.exec_driver_sql(
        "INSERT INTO search_doc (row, kind, id, length, packed) VALUES (?, ?, ?, ?, ?)",
        [(row, kind, id_, rows[id_][0].count(" ") + 1, rows[id_][1]) for row, id_ in enumerate(fresh, first)],
    )
    connection.exec_driver_sql(
        f"INSERT INTO search_{kind} (rowid, body) VALUES (?, ?)",  # noqa: S608
        [(row, rows[id_][0]) for row, id_ in enumerate(fresh, first)],
    )


def remove(connection: Connection, kind: str, ids: Iterable[str]) -> None:
    """Take ids out of the index; unknown ids are ignored."""
    _checked(kind)
    _forget(connection, kind, list(_stored(connection, kind, ids).values()))


def _checked(kind: str) -> None:
    if kind not in KINDS:
        raise ValueError(f"nothing is indexed under {kind!r}")


def _stored(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, tuple[int, bytes]]:
    wanted = list(dict.fromkeys(ids))
    found: dict[str, tuple[int, bytes]] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        marks = ", ".join("?" * len(part))
        rows = connection.exec_driver_sql(
            f"SELECT id, row, packed FROM search_doc WHERE kind = ? AND id IN ({marks})",  # noqa: S608
            (kind, *part),
        )
        found.update({id_: (row, packed) for id_, row, packed in rows.all()})
    return found


def rows_of(connection: Connection, kind: str, ids: Iterable[str]) -> list[int]:
    """The numbers of the rows that these ids have in the index."""
    return [row for part in parts(list(ids)) for row in _numbers(connection, kind, part)]


def _numbers(connection: Connection, kind: str, ids: list[str]) -> Iterable[int]:
    marks = ", ".join("?" * len(ids))
    wanted = f"SELECT row FROM search_doc WHERE kind = ? AND id IN ({marks})"  # noqa: S608
    return connection.exec_driver_sql(wanted, (kind, *ids)).scalars()


def _forget(connection: Connection, kind: str, rows: list[tuple[int, bytes]]) -> None:
    if not rows:
        return
    # A table without content has to be told what it forgets.
    connection.execute(
        text(f"INSERT INTO search_{kind} (search_{kind}, rowid, body) VALUES ('delete', :row, :body)"),  # noqa: S608
        [{"row": row, "body": zlib.decompress(blob).decode()} for row, blob in rows],
    )
    connection.execute(text("DELETE FROM search_doc WHERE row = :row"), [{"row": row} for row, _ in rows])


def term_frequencies(
    connection: Connection, tokens: Iterable[str], kind: str = "ticket", *, known: Counts | None = None
) -> Mapping[str, int]:
    """How many records of a kind hold each token, to be asked with `get`: none or 0 for absent ones, and others may be counted
    with them. Counting a common token takes some ms."""
    _checked(kind)
    if known is not None and (postings := postings_of(connection, kind, known)) is not None:
        return postings
    counts = (known or Counts()).of(kind)
    missing = list({token for token in tokens if token not in counts})
    for start in range(0, len(missing), 500):
        part = missing[start : start + 500]
        counts.update(dict.fromkeys(part, 0) | _counted(connection, kind, part))
    return counts


def _counted(connection: Connection, kind: str, tokens: list[str]) -> dict[str, int]:
    counted = f"SELECT term, doc FROM search_{kind}_terms WHERE term IN (SELECT value FROM json_each(?))"  # noqa: S608
    rows = connection.exec_driver_sql(counted, (json.dumps(tokens),)).all()
    return {term: int(count) for term, count in rows}


def query(
    connection: Connection, kind: str, words: str, limit: int, known: Counts | None = None
) -> list[tuple[str, float]]:
    """The best `limit` (at most `DEEPEST`) (id, score) for a text: rows with all its tokens, then those with its weightiest."""
    frequencies, weights = _asked(connection, kind, words, known)
    if not weights or limit < 1:
        return []
    if known is not None and (postings := postings_of(connection, kind, known)) is not None:
        return scored_in_memory(postings, _places(postings, weights, frequencies), weights)[:limit]
    source = InDatabase(connection, kind, lambda rows: documents(connection, rows, known))
    found = documents(connection, candidates(source, weights, frequencies), known)
    return scored(found, weights)[:limit]


def _places(postings: Postings, weights: dict[str, float], frequencies: dict[str, int]) -> Iterable[int]:
    if len(postings.ids) > DEEPEST:
        return candidates(InMemory(postings), weights, frequencies)
    # No more than are scored anyway: all that any of them would propose.
    return set[int]().union(*map(postings.holders, list(weights)[:PROPOSING]))


def among(
    connection: Connection, kind: str, words: str, ids: Iterable[str], known: Counts | None = None
) -> list[tuple[str, float]]:
    """(id, score) of those of the ids that hold any token of a text, best first; each is read, so ask for some hundreds."""
    _, weights = _asked(connection, kind, words, known)
    if known is not None and (postings := postings_of(connection, kind, known)) is not None:
        places = {postings.places[id_] for id_ in ids if id_ in postings.places}
        return scored_in_memory(postings, places, weights) if weights else []
    rows = rows_of(connection, kind, ids) if weights else []
    return scored(documents(connection, rows, known), weights)


def holding(
    connection: Connection, kind: str, phrases: Sequence[str], each: int, known: Counts | None = None
) -> list[list[str]]:
    """For each phrase the ids of the last indexed `each` records that hold all its tokens, the last first."""
    _checked(kind)
    wanted = [tuple(dict.fromkeys(tokens(phrase))) for phrase in phrases]
    if known is not None and (postings := postings_of(connection, kind, known)) is not None:
        return [[postings.ids[place] for place in postings.holding(some)[: -each - 1 : -1]] for some in wanted]
    matches = [all_of(some) for some in wanted]
    found: list[list[str]] = [[] for _ in phrases]
    for start in range(0, len(matches), 100):
        asked_for = [(n, match) for n, match in enumerate(matches[start : start + 100], start) if match]
        parts = " UNION ALL ".join(
            f"SELECT * FROM (SELECT {n} AS n, rowid AS row FROM search_{kind} WHERE search_{kind} MATCH ? "  # noqa: S608
            f"ORDER BY rowid DESC LIMIT {each:d})"
            for n, _ in asked_for
        )
        if parts:
            best = f"SELECT n, id FROM ({parts}) AS found JOIN search_doc ON search_doc.row = found.row"  # noqa: S608
            for row in connection.exec_driver_sql(best, tuple(match for _, match in asked_for)).all():
                found[int(row[0])].append(str(row[1]))
    return found


def _asked(
    connection: Connection, kind: str, words: str, known: Counts | None
) -> tuple[dict[str, int], dict[str, float]]:
    """How many records hold each token and concept of a query, and what it weighs, heaviest first; none that nobody holds."""
    factors = asked(words)
    looked_up = list(factors)[:_ASKED]
    counted = term_frequencies(connection, looked_up, kind, known=known).get
    frequencies = {token: count for token in looked_up if (count := counted(token))}
    total = indexed(connection, kind, known) if frequencies else 0
    weights = {token: factors[token] * rarity(frequency, total) for token, frequency in frequencies.items()}
    heaviest = sorted(weights, key=lambda one: (-weights[one], one))[:_WEIGHED]
    return frequencies, {token: weights[token] for token in heaviest}


def rarity(frequency: int, total: int) -> float:
    return log(1 + (total - frequency + 0.5) / (frequency + 0.5))


def indexed(connection: Connection, kind: str, known: Counts | None) -> int:
    """How many records of a kind are indexed: counted while that is quick, else the highest row, which is close enough."""
    sizes = (known or Counts()).of(kind)
    size = sizes.get(_ALL)
    if size is None:
        few = f"SELECT count(*) FROM (SELECT 1 FROM search_doc WHERE kind = ? LIMIT {_COUNTED})"  # noqa: S608
        size = int(connection.exec_driver_sql(few, (kind,)).scalar_one())
        if size == _COUNTED:
            size = int(connection.exec_driver_sql("SELECT max(row) FROM search_doc").scalar_one())
        sizes[_ALL] = size
    return size


def postings_of(connection: Connection, kind: str, known: Counts) -> Postings | None:
    """The index of a kind with few records, read once; None for one with many."""
    if kind not in known.postings:
        _checked(kind)
        few = indexed(connection, kind, known) <= MOST
        known.postings[kind] = Postings(_read_all(connection, kind)) if few else None
    return known.postings[kind]


def _read_all(connection: Connection, kind: str) -> Iterator[tuple[str, int, str]]:
    every = "SELECT id, length, packed FROM search_doc WHERE kind = ? ORDER BY row"
    for id_, length, packed in connection.exec_driver_sql(every, (kind,)):
        yield id_, length, zlib.decompress(packed).decode()


def documents(connection: Connection, rows: list[int], known: Counts | None) -> list[Row]:
    """The rows with these numbers, in the order of the numbers."""
    remembered = (known or Counts()).rows
    found = remembered.some(rows)
    missing = [row for row in rows if row not in found]
    for start in range(0, len(missing), 500):
        numbers = json.dumps(missing[start : start + 500])
        fresh = {
            row: Row(row, id_, length, zlib.decompress(packed).decode())
            for row, id_, length, packed in connection.exec_driver_sql(_DOCUMENTS, (numbers,)).all()
        }
        remembered.put_all(fresh)
        found |= fresh
    return [found[row] for row in sorted(found)]
