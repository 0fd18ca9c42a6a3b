"""The presets that ship with the product: listed, copied, and chosen by what a file looks like."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

from escalation.errors import InvalidInput, NotFound, WorkspaceUnusable
from tools.importing.mapping import Mapping, RowsMapping, load_mapping
from tools.importing.presets.documents import json_elements
from tools.importing.presets.tables import header_of
from tools.importing.rows import Problem

_HERE = Path(__file__).parent
_SHAPES = {".json": ("json", "jsonl"), ".jsonl": ("jsonl", "json"), ".ndjson": ("jsonl", "json"), ".tsv": ("tsv",)}
_ANY_TABLE = ("csv", "tsv")
_FIRST = 20


@cache
def presets() -> dict[str, Mapping]:
    """Every preset by name."""
    found = [load_mapping(path) for path in _HERE.glob("*.toml")]
    return {mapping.name: mapping for mapping in sorted(found, key=lambda mapping: mapping.name)}


def describe_presets() -> list[dict[str, str]]:
    """What a list of presets shows: `name`, `about` and `checked` (how the preset was proven)."""
    return [{"name": m.name, "about": m.about, "checked": m.checked} for m in presets().values()]


def preset(name: str) -> Mapping:
    """Raises NotFound, with the names there are."""
    if name not in presets():
        raise NotFound(f"There is no preset called {name!r}.", f"There are: {', '.join(presets())}; or use --map FILE.")
    return presets()[name]


def copy_preset(name: str, to: Path) -> Path:
    """Copy a preset's file, comments and all, to a file or into a folder, to be changed and used with `--map`.

    Raises NotFound for an unknown name, InvalidInput when the file is there already, WorkspaceUnusable when it can't be written.
    """
    source = _HERE / f"{preset(name).name}.toml"
    target = to / source.name if to.is_dir() else to
    if target.exists():
        raise InvalidInput(f"{target} is there already.", "Name another file, or remove it first.")
    try:
        target.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    except OSError as fault:
        raise WorkspaceUnusable(
            f"{target} cannot be written: {fault.strerror}.", "Name a folder you may write to."
        ) from fault
    return target


def fits(rows: RowsMapping, columns: set[str]) -> bool:
    """Each of `recognised_by` is there ("a|b": either) and none of `unless`."""
    return all(set(name.split("|")) & columns for name in rows.recognised_by) and not set(rows.unless) & columns


def rows_for(mapping: Mapping, box: str | None, columns: set[str]) -> RowsMapping | None:
    """The part of the mapping that reads an element of the array `box` (None: the file is no box) with these columns."""
    for rows in mapping.rows:
        if box is not None and rows.collection is not None:
            if rows.collection == box:
                return rows
        elif fits(rows, columns):
            return rows
    return None


def collections_of(mapping: Mapping) -> frozenset[str]:
    named = {rows.collection for rows in mapping.rows if rows.collection}
    return frozenset(named | {lookup.collection for lookup in mapping.lookups.values()})


def _json_columns(path: Path, mapping: Mapping) -> Iterator[tuple[str | None, set[str]]]:
    """The array and the keys of the first readable objects: one bad line at the top must not hide the export."""
    elements = json_elements(path, mapping.file.encoding, collections_of(mapping))
    for number, element in enumerate(elements):
        if number >= _FIRST:
            return
        if not isinstance(element, Problem) and isinstance(element[2], dict):
            yield element[1], {str(key) for key in cast("dict[str, Any]", element[2])}


def matches(path: Path, mapping: Mapping) -> bool:
    """Whether the header of a table, or the first objects of a JSON file, look like this preset's export."""
    if mapping.file.shape not in _SHAPES.get(path.suffix.lower(), _ANY_TABLE):
        return False
    try:
        if mapping.file.shape in _ANY_TABLE:
            columns = set(header_of(path, mapping.file))
            return any(rows.recognised_by and fits(rows, columns) for rows in mapping.rows)
        return any(rows_for(mapping, box, columns) for box, columns in _json_columns(path, mapping))
    except InvalidInput:
        # Not in this preset's encoding: another preset may read it.
        return False


def choose(path: Path) -> Mapping:
    """The one preset that fits the file. Raises InvalidInput when none or several do, naming the presets and `--map`."""
    fitting = [mapping for mapping in presets().values() if matches(path, mapping)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(mapping.name for mapping in fitting)
        raise InvalidInput(f"{path} could be an export of several kinds: {names}.", "Say which with --preset NAME.")
    raise InvalidInput(
        f"{path} does not look like any export known here.",
        f"Name its kind with --preset ({', '.join(presets())}), or describe its columns in a mapping file and use --map FILE.",
    )
