"""What an import took as it was and could not be sure of: times without a zone, tickets of a customer that nobody knows.

Said once for a file and once for each such customer, at the first of its lines: a whole export may be like that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Connection, select

from tools.importing.rows import OWN_FORMAT, Problem, Row
from tools.store.documents import parts
from tools.store.schema import account, account_record

_TIMES = ("created_at", "updated_at", "first_response_at", "solved_at", "at", "now")
_INSIDE = {"sla": ("first_response_due", "resolution_due"), "comments": ("at",), "escalation_history": ("at",)}
_ZONED = re.compile(r"(?:[zZ]|[+-]\d{2}(?::?\d{2})?)\s*$")
_OF_A_DAY = re.compile(r"\d[T ]\d")
_SHOWN = 60


@dataclass
class _Lines:
    file: str
    first: int
    named: str
    count: int = 1


@dataclass
class Remarks:
    """Gathered while rows are read; `told` says them."""

    _unzoned: dict[str, _Lines] = field(default_factory=dict[str, _Lines])
    _accounts: dict[str, _Lines] = field(default_factory=dict[str, _Lines])

    def look_at(self, row: Row) -> None:
        """To be called for each row that is kept."""
        if row.source == OWN_FORMAT and (named := _unzoned(row.data)):
            _count(self._unzoned, row.file, row, named)
        if row.kind == "ticket" and (of := row.data.get("account_id")):
            _count(self._accounts, str(of), row, str(of))

    def told(self, connection: Connection) -> Iterator[Problem]:
        """One line each, in the order of the files; to be asked when all files are read: customers may come after tickets."""
        for one in self._unzoned.values():
            text = f"{one.named} has no zone and is read as UTC{_more(one)}."
            yield Problem(one.file, one.first, f"{text} Write times such as 2026-01-05T09:30:00Z or with +08:00.")
        known = _known(connection, list(self._accounts))
        for id_, one in self._accounts.items():
            if id_ not in known:
                named = id_ if len(id_) <= _SHOWN else f"{id_[:_SHOWN]}…"
                text = (
                    f"no account on record has the id {named}{_more(one)}: kept, but nothing is known of the customer."
                )
                yield Problem(one.file, one.first, text)


def _count(lines: dict[str, _Lines], key: str, row: Row, named: str) -> None:
    if (known := lines.get(key)) is None:
        lines[key] = _Lines(row.file, row.line, named)
    else:
        known.count += 1


def _more(one: _Lines) -> str:
    more = one.count - 1
    return "" if not more else f" (so on {more:,} more line{'s' * (more > 1)})"


def _unzoned(data: Mapping[str, Any]) -> str:
    """The first field with a time of day and no zone; empty when there is none."""
    if named := _lacking(data, _TIMES):
        return named
    for name, times in _INSIDE.items():
        if inner := data.get(name):
            for each in cast("list[object]", inner) if isinstance(inner, list) else [inner]:
                if isinstance(each, dict) and (named := _lacking(cast("dict[str, Any]", each), times)):
                    return f"{name}.{named}"
    return ""


def _lacking(data: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        at = data.get(name)
        # Nearly all end in Z: no pattern need be asked of those.
        if isinstance(at, str) and at[-1:] != "Z" and _OF_A_DAY.search(at) and not _ZONED.search(at):
            return name
    return ""


def _known(connection: Connection, ids: list[str]) -> set[str]:
    found: set[str] = set()
    for part in parts(ids):
        for column in (account.c.id, account_record.c.id):
            found.update(connection.execute(select(column).where(column.in_(part))).scalars())
    return found
