"""Rows of CSV and TSV files, one at a time, with the line each begins on."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from escalation.errors import InvalidInput
from tools.importing.delimiters import delimiter_of, named_delimiter
from tools.importing.mapping import FileShape
from tools.importing.progress import Progress, told
from tools.importing.rows import Problem

CELL_LIMIT = 4 * 1024 * 1024
"""Characters in one cell. A quotation mark that is never closed stops here instead of swallowing the file."""
_PROBE = 1024 * 1024


@dataclass
class _Lines:
    """Lines of a file that can be given back when a record turns out to be broken."""

    source: Iterator[str]
    returned: deque[str] = field(default_factory=deque[str])
    taken: list[str] = field(default_factory=list[str])
    first: int = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.returned.popleft() if self.returned else next(self.source)
        self.taken.append(line)
        return line

    def accept(self) -> None:
        self.first += len(self.taken)
        self.taken.clear()

    def give_back(self) -> None:
        """Drop the first line of the broken record; the lines after it are read again as records of their own."""
        self.returned.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]
        self.accept()


def encoding_of(path: Path, candidates: Iterable[str]) -> str:
    """The first candidate that decodes the beginning of the file; a byte order mark decides before all."""
    with path.open("rb") as stream:
        head = stream.read(_PROBE)
        whole = not stream.read(1)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    tried = list(candidates)
    for name in tried:
        try:
            # The probe may end inside a character: only what stands before its last line break is judged.
            (head if whole else head[: head.rfind(b"\n") + 1]).decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        return "utf-8-sig" if name.lower().replace("_", "-") in {"utf-8", "utf8"} else name
    raise InvalidInput(
        f"{path} is not text in {' or '.join(tried)}.",
        "Save it as UTF-8, or name its encoding under [file] in a copy of the preset and use it with --map.",
    )


def open_table(path: Path, shape: FileShape) -> TextIO:
    return path.open(encoding=encoding_of(path, shape.encoding), newline="", errors="replace")


def _reader(lines: _Lines, delimiter: str, *, quotes: bool) -> Iterator[list[str]]:
    csv.field_size_limit(CELL_LIMIT)
    if quotes:
        return csv.reader(lines, delimiter=delimiter, strict=True)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)


def cells_of(stream: Iterable[str], shape: FileShape, file: str) -> Iterator[tuple[int, list[str]] | Problem]:
    """Each record's first line (1-based) and its cells; a broken record costs its own first line and no other."""
    lines = _Lines(iter(stream))
    delimiter = shape.delimiter or ("\t" if shape.shape == "tsv" else None)
    header = next(lines.source, "")
    if named := named_delimiter(header):
        lines.first += 1
        delimiter = named
    else:
        lines.returned.extend([header] if header else [])
        delimiter = delimiter or delimiter_of(header)
    reader = _reader(lines, delimiter, quotes=shape.quotes)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            yield Problem(file, lines.first, f"this line cannot be read ({fault}); check its quotation marks")
            lines.give_back()
            reader = _reader(lines, delimiter, quotes=shape.quotes)
            continue
        first = lines.first
        lines.accept()
        if any(cell.strip() for cell in cells):
            yield first, cells


def header_of(path: Path, shape: FileShape) -> list[str]:
    """The column names, or an empty list."""
    with open_table(path, shape) as stream:
        for record in cells_of(stream, shape, path.name):
            return [] if isinstance(record, Problem) else [cell.strip() for cell in record[1]]
    return []


def _record(names: list[str], cells: list[str], empty: frozenset[str]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name, raw in zip(names, cells, strict=False):
        cell = raw.strip()
        if not cell or cell in empty:
            continue
        known = record.get(name)
        if known is None:
            record[name] = cell
        elif isinstance(known, list):
            record[name].append(cell)
        else:
            # Jira repeats a column as often as the fullest issue needs it.
            record[name] = [known, cell]
    return record


def table_records(
    path: Path, shape: FileShape, progress: Progress | None = None
) -> Iterator[tuple[int, dict[str, Any]] | Problem]:
    """Records of a table by column name; a repeated column gives a list. A line with too many cells is a Problem."""
    empty = frozenset(shape.empty)
    names: list[str] | None = None
    with open_table(path, shape) as stream:
        for found in told(cells_of(stream, shape, str(path)), stream, path, progress):
            if isinstance(found, Problem):
                yield found
            elif names is None:
                names = [cell.strip() for cell in found[1]]
            elif [cell for cell in found[1][len(names) :] if cell.strip()]:
                message = f"{len(found[1])} cells under {len(names)} column names: a separator stands inside a value"
                yield Problem(str(path), found[0], message)
            else:
                yield found[0], _record(names, found[1], empty)
