"""From a file to rows: the one way in for every export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from escalation.errors import InvalidInput
from tools.importing.mapping import Lookup, Mapping, RowsMapping, load_mapping
from tools.importing.presets.catalogue import choose, collections_of, rows_for
from tools.importing.presets.catalogue import preset as named
from tools.importing.presets.convert import Lookups, Reading, make
from tools.importing.presets.customers import account_of
from tools.importing.presets.documents import json_elements
from tools.importing.presets.tables import table_records
from tools.importing.rows import Problem, Row, RowKind

_Record = tuple[int, str | None, dict[str, Any]]


def rows_of(path: Path, *, preset: str | None = None, mapping: Path | None = None) -> Iterator[Row | Problem]:
    """Every record of an export as a row, streaming; what cannot be used as a Problem with file and line.

    `preset` names one of ours, `mapping` a file of the user's own; with neither the file's header decides. Accounts made
    out of tickets come before the first ticket that names them, with `derived_from: "tickets"`, so that a loader may keep
    what it knows better. Raises InvalidInput for a file that no or several presets fit, a broken mapping or an unknown
    encoding, NotFound for an unknown preset.
    """
    if preset and mapping:
        raise InvalidInput("Both a preset and a mapping file were named.", "Use --preset or --map, not both.")
    if not path.is_file():
        raise InvalidInput(f"{path} is not a file.", "Name the exported file itself.")
    chosen = load_mapping(mapping) if mapping else named(preset) if preset else choose(path)
    return _rows(path, chosen)


def _elements(path: Path, mapping: Mapping) -> Iterator[_Record | Problem]:
    if mapping.file.shape in ("csv", "tsv"):
        for found in table_records(path, mapping.file):
            yield found if isinstance(found, Problem) else (found[0], None, found[1])
        return
    for element in json_elements(path, mapping.file.encoding, collections_of(mapping)):
        if isinstance(element, Problem):
            yield element
        elif isinstance(element[2], dict):
            yield element[0], element[1], cast("dict[str, Any]", element[2])
        else:
            yield Problem(str(path), element[0], "a record is expected here, not a single value")


def _lookup(path: Path, lookup: Lookup, mapping: Mapping) -> dict[str, Any]:
    """Records by key, from the box itself and from a file of that name beside it."""
    found: dict[str, Any] = {}
    for source in (path, *(path.parent / name for name in lookup.beside)):
        if source.is_file() and mapping.file.shape not in ("csv", "tsv"):
            for element in _elements(source, mapping):
                if not isinstance(element, Problem) and (element[1] == lookup.collection or source != path):
                    found[str(element[2].get(lookup.key))] = element[2]
    return found


def _account(
    record: dict[str, Any], rows: RowsMapping, reading: Reading, data: dict[str, Any]
) -> dict[str, Any] | None:
    """The account a ticket's customer becomes, unless the ticket has an account of its own."""
    if rows.customers is None or data.get("account_id"):
        return None
    return account_of(record, rows.customers, reading)


def _rows(path: Path, mapping: Mapping) -> Iterator[Row | Problem]:
    lookups: Lookups = {name: _lookup(path, lookup, mapping) for name, lookup in mapping.lookups.items()}
    seen: set[str] = set()
    for element in _elements(path, mapping):
        if isinstance(element, Problem):
            yield element
            continue
        line, box, record = element
        rows = rows_for(mapping, box, set(record)) if mapping.file.shape in ("json", "jsonl") else mapping.rows[0]
        if rows is not None and rows.kind != "nothing":
            yield from _record_rows(record, rows, Reading(mapping, lookups), (str(path), line), seen)


def _record_rows(
    record: dict[str, Any], rows: RowsMapping, reading: Reading, place: tuple[str, int], seen: set[str]
) -> Iterator[Row | Problem]:
    try:
        data = make(record, rows, reading)
    except ValueError as fault:
        yield Problem(*place, f"left out: {'; '.join([*reading.faults, str(fault)])}")
        return
    account = _account(record, rows, reading, data)
    if account is not None:
        data["account_id"] = account["id"]
        if account["id"] not in seen:
            seen.add(account["id"])
            yield Row("account", account, *place)
    yield Row(cast("RowKind", rows.kind), data, *place)
    for unread in reading.faults:
        yield Problem(*place, f"one value left out: {unread}")
