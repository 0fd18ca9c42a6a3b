"""The records of an export in whatever shape, and what other lists and files say about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from tools.importing.mapping import Join, Lookup, Mapping
from tools.importing.presets.catalogue import collections_of
from tools.importing.presets.documents import json_elements
from tools.importing.presets.tables import table_records
from tools.importing.progress import Progress
from tools.importing.rows import Problem

Record = tuple[int, str | None, dict[str, Any]]
"""Line (1-based), the JSON array it stood in (None: no array of a name), the record."""
Joined = dict[str, dict[str, list[dict[str, Any]]]]
"""Join → key → rows."""


def is_table(mapping: Mapping) -> bool:
    return mapping.file.shape in ("csv", "tsv")


def elements(path: Path, mapping: Mapping, progress: Progress | None = None) -> Iterator[Record | Problem]:
    if is_table(mapping):
        for found in table_records(path, mapping.file, progress):
            yield found if isinstance(found, Problem) else (found[0], None, found[1])
        return
    for element in json_elements(path, mapping.file.encoding, collections_of(mapping), progress):
        if isinstance(element, Problem):
            yield element
        elif isinstance(element[2], dict):
            yield element[0], element[1], cast("dict[str, Any]", element[2])
        else:
            yield Problem(str(path), element[0], "a record is expected here, not a single value")


def lookup_of(path: Path, lookup: Lookup, mapping: Mapping) -> dict[str, Any]:
    """Records by key, from the box itself and from a file of that name beside it."""
    found: dict[str, Any] = {}
    for source in (path, *(path.parent / name for name in lookup.beside)):
        if source.is_file() and not is_table(mapping):
            for element in elements(source, mapping):
                if not isinstance(element, Problem) and (element[1] == lookup.collection or source != path):
                    found[str(element[2].get(lookup.key))] = element[2]
    return found


def _belongs(row: dict[str, Any], join: Join) -> bool:
    return all(row.get(column) in values for column, values in join.where.items())


def joined(path: Path, mapping: Mapping) -> Joined:
    """The rows of the files beside `path` by the record they belong to. They are held in memory while the file is read."""
    found: Joined = {name: {} for name in mapping.joins}
    for name, join in mapping.joins.items():
        sources = {beside for pattern in join.beside for beside in path.parent.glob(pattern)} - {path}
        for source in sorted(sources):
            for row in table_records(source, mapping.file):
                if not isinstance(row, Problem) and _belongs(row[1], join) and join.key in row[1]:
                    found[name].setdefault(str(row[1][join.key]), []).append(row[1])
    return found


def with_joined(record: dict[str, Any], mapping: Mapping, rows: Joined) -> dict[str, Any]:
    """The record with the joined rows under the names of their joins."""
    known = {name: rows[name].get(str(record.get(join.to))) for name, join in mapping.joins.items()}
    return {**record, **{name: found for name, found in known.items() if found}}
