"""CSV with the columns of design.md §7: nested fields as `sla.first_response_h` or JSON, lists as JSON or `;`-separated."""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args, get_origin

from escalation.errors import WorkspaceUnusable
from tools.importing.delimiters import delimiter_of, named_delimiter
from tools.importing.progress import AS_UTF8, Progress, lines_of
from tools.importing.rows import MODELS, Problem, Row, RowKind

_LONGEST_RECORD = 2_000
"""Lines. A quotation mark that is never closed would otherwise swallow the rest of the file."""


def rows(path: Path, kind: RowKind, progress: Progress | None = None) -> Iterator[Row | Problem]:
    """A row per record; one that does not fit the header is a `Problem`, and its neighbours are kept.

    Raises `WorkspaceUnusable` when the header has no `id` column.
    """
    csv.field_size_limit(1 << 27)
    source = _Lines(path, progress)
    heading = next(source, None)
    if heading is None:
        return
    if named := named_delimiter(heading):
        heading = next(source, "")
    delimiter = named or delimiter_of(heading)
    columns = [name.strip() for name in next(csv.reader([heading], delimiter=delimiter))]
    if "id" not in columns:
        raise WorkspaceUnusable(
            f"{path} has no column named id.",
            f"Name its columns as we do ({', '.join(MODELS[kind].model_fields)}), or import it with --map.",
        )
    lists = _list_fields(kind)
    while (record := source.record(delimiter)) is not None:
        if not any(record.cells):
            continue
        yield _row(record, columns, lists, kind, str(path), source)


class _Record:
    """One CSV record: its cells, the line it began on, and what is wrong with it as CSV."""

    def __init__(self, cells: list[str], line: int, wrong: str | None) -> None:
        self.cells = cells
        self.line = line
        self.wrong = wrong


class _Lines:
    """The file's lines as text; those of a broken record can be given back, to be read again one by one."""

    def __init__(self, path: Path, progress: Progress | None) -> None:
        self._lines = lines_of(path, progress)
        self._back: deque[str] = deque()
        self._taken: list[str] = []
        self.line = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self._taken) >= _LONGEST_RECORD:
            raise StopIteration
        text = self._back.popleft() if self._back else next(self._lines).decode("utf-8", "surrogateescape")
        self._taken.append(text)
        self.line += 1
        return text

    def record(self, delimiter: str) -> _Record | None:
        """The next record; None at the end of the file."""
        self._taken = []
        line = self.line + 1
        try:
            cells = next(csv.reader(self, delimiter=delimiter, strict=True))
        except StopIteration:
            return None
        except csv.Error:
            self.give_back()
            return _Record([self._taken[0]], line, "its quotation marks do not match")
        return _Record(cells, line, None)

    def give_back(self) -> None:
        """All lines of the current record but its first."""
        self._back.extendleft(reversed(self._taken[1:]))
        self.line -= len(self._taken) - 1
        del self._taken[1:]


def _row(
    record: _Record, columns: list[str], lists: frozenset[str], kind: RowKind, file: str, source: _Lines
) -> Row | Problem:
    wrong = record.wrong
    if wrong is None and len(record.cells) != len(columns):
        source.give_back()
        wrong = f"it has {len(record.cells)} columns where the header has {len(columns)}"
    if wrong is None and not "".join(record.cells).isprintable() and _undecodable(record.cells):
        wrong = f"it is not valid UTF-8; {AS_UTF8}"
    if wrong is not None:
        return Problem(file, record.line, f"this record cannot be read: {wrong}.")
    data: dict[str, Any] = {}
    for column, cell in zip(columns, record.cells, strict=True):
        if cell.strip():
            _put(data, column.split("."), _value(cell, is_list=column in lists))
    return Row(kind, data, file, record.line)


def _undecodable(cells: list[str]) -> bool:
    return any("\udc80" <= character <= "\udcff" for cell in cells for character in cell)


def _value(cell: str, *, is_list: bool) -> Any:
    text = cell.strip()
    if text[0] in "[{":
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            pass
    return [part.strip() for part in text.split(";") if part.strip()] if is_list else cell


def _put(data: dict[str, Any], path: list[str], value: Any) -> None:
    for name in path[:-1]:
        inner: Any = data.setdefault(name, {})
        if not isinstance(inner, dict):
            return  # the whole object is given in its own column, as JSON
        data = cast("dict[str, Any]", inner)
    data[path[-1]] = value


def _list_fields(kind: RowKind) -> frozenset[str]:
    fields = MODELS[kind].model_fields.items()
    return frozenset(
        name for name, field in fields if get_origin(field.annotation) is tuple or _has_tuple(field.annotation)
    )


def _has_tuple(annotation: Any) -> bool:
    return any(get_origin(part) is tuple for part in get_args(annotation))
