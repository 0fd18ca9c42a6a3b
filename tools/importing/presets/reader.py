"""From a file to rows: the one way in for every export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from escalation.errors import InvalidInput
from tools.importing.mapping import Mapping, RowsMapping, load_mapping
from tools.importing.presets.catalogue import choose, fits, rows_for
from tools.importing.presets.catalogue import preset as named
from tools.importing.presets.convert import MODELS, Lookups, Reading, make
from tools.importing.presets.customers import account_of, source_of
from tools.importing.presets.records import Record, elements, is_table, joined, lookup_of, with_joined
from tools.importing.presets.tables import header_of
from tools.importing.progress import Progress
from tools.importing.rows import MADE_UP, Problem, Row, RowKind


def rows_of(
    path: Path, *, preset: str | None = None, mapping: Path | None = None, progress: Progress | None = None
) -> Iterator[Row | Problem]:
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
    return _rows(path, chosen, progress, own=mapping is not None)


def _rows(path: Path, mapping: Mapping, progress: Progress | None, *, own: bool) -> Iterator[Row | Problem]:
    part = _part_of_table(path, mapping)
    if part is not None and (missing := _missing(path, mapping, part)):
        yield Problem(str(path), 1, missing)
        return
    if own and part is not None and (empty := _empty(path, mapping, part)):
        yield Problem(str(path), 1, empty)
    lookups: Lookups = {name: lookup_of(path, lookup, mapping) for name, lookup in mapping.lookups.items()}
    others = joined(path, mapping) if part is None or part.kind != "nothing" else {}
    seen: set[str] = set()
    for element in elements(path, mapping, progress):
        if isinstance(element, Problem):
            yield element
            continue
        rows = part or rows_for(mapping, element[1], set(element[2]))
        if rows is not None and rows.kind != "nothing":
            record = with_joined(element[2], mapping, others)
            yield from _of_record((element[0], element[1], record), rows, Reading(mapping, lookups), str(path), seen)


def _part_of_table(path: Path, mapping: Mapping) -> RowsMapping | None:
    """The part that reads a table: the one its header fits, or the first, since a person chose this mapping."""
    if not is_table(mapping):
        return None
    columns = set(header_of(path, mapping.file))
    return next((rows for rows in mapping.rows if fits(rows, columns)), mapping.rows[0])


def _empty(path: Path, mapping: Mapping, rows: RowsMapping) -> str | None:
    """Which fields of a person's own mapping no column of this file can fill: a name is soon a letter off."""
    columns = {column.partition(".")[0] for column in (*header_of(path, mapping.file), *mapping.joins)}
    lacking = [
        f"{name} ({' or '.join(sources)})"
        for name, rules in rows.fields.items()
        if not any(rule.constant or rule.outer for rule in rules)
        and (sources := [rule.source for rule in rules if rule.source])
        and not columns & {source.partition(".")[0] for source in sources}
    ]
    return f"no column of this file gives {', '.join(lacking)}: left empty" if lacking else None


def _missing(path: Path, mapping: Mapping, rows: RowsMapping) -> str | None:
    """One sentence instead of the same complaint on every line, when a column that every record needs is not there."""
    if rows.kind == "nothing":
        return None
    columns = set(header_of(path, mapping.file))
    for name, field in MODELS[rows.kind].model_fields.items():
        rules = rows.fields.get(name, ())
        sources = [rule.source for rule in rules if rule.source]
        if field.is_required() and not columns & set(sources) and not any(rule.constant for rule in rules):
            wanted = (
                f"the preset {mapping.name} reads it from {' or '.join(sources)}"
                if sources
                else "the mapping names none"
            )
            return f"no column gives {name}, which every {rows.kind} needs: {wanted}. Export again with that column"
    return None


def _of_record(
    found: Record, rows: RowsMapping, reading: Reading, file: str, seen: set[str]
) -> Iterator[Row | Problem]:
    line, _, record = found
    try:
        data = make(record, rows, reading)
    except ValueError as fault:
        yield Problem(file, line, f"left out: {'; '.join([*reading.faults, str(fault)])}")
        return
    account = _account(record, rows, reading, data)
    if account is not None:
        source = source_of(account, reading.mapping, data.get("account_id"))
        data["account_id"] = account["id"]
        if account["id"] not in seen:
            seen.add(account["id"])
            yield Row("account", account, file, line, source, MADE_UP)
    yield Row(cast("RowKind", rows.kind), data, file, line, reading.mapping.name, _rank(reading.mapping))
    for unread in reading.faults:
        yield Problem(file, line, f"one value left out: {unread}")


def _rank(mapping: Mapping) -> int:
    """A CRM's list of customers knows more of them than a helpdesk's own."""
    return 2 if any(rows.kind == "ticket" for rows in mapping.rows) else 1


def _account(
    record: dict[str, Any], rows: RowsMapping, reading: Reading, data: dict[str, Any]
) -> dict[str, Any] | None:
    """The account a ticket's customer becomes."""
    return account_of(record, rows.customers, reading, data.get("account_id")) if rows.customers else None
