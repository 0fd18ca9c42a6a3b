"""Reading the workspace format of design.md §7: a folder of JSON Lines or CSV files, or one such file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from escalation.errors import WorkspaceUnusable
from tools.importing import csv_rows, json_rows
from tools.importing.progress import Progress
from tools.importing.rows import Problem, Row, RowKind

KIND_OF_STEM: dict[str, RowKind] = {
    "accounts": "account",
    "tickets": "ticket",
    "kb": "article",
    "chat": "message",
    "tracker": "item",
}
_SUFFIXES = (".jsonl", ".csv")
_HEADER = "workspace.json"


def kind_of(path: Path) -> RowKind | None:
    """The kind of record a file holds by its name ("accounts.jsonl", "kb.csv"); None when the name is not of §7."""
    if path.name.lower() == _HEADER:
        return "workspace"
    return KIND_OF_STEM.get(path.stem.lower()) if path.suffix.lower() in _SUFFIXES else None


def files_of(folder: Path) -> list[Path]:
    """The folder's files in the order they are imported: accounts first, `workspace.json` last.

    Raises `WorkspaceUnusable` when the folder is missing, empty, or has no accounts.
    """
    try:
        known = {path: kind_of(path) for path in sorted(folder.iterdir()) if path.is_file()}
    except OSError as fault:
        raise WorkspaceUnusable(
            f"The workspace folder {folder} cannot be read ({fault.strerror}).", "Check the path and its permissions."
        ) from fault
    if "account" not in known.values():
        found = ", ".join(path.name for path, kind in known.items() if kind) or "nothing it knows"
        raise WorkspaceUnusable(
            f"The folder {folder} has no accounts.jsonl or accounts.csv (found: {found}).",
            "Put a file accounts.csv there; its first line alone (id,name) is enough to begin without any customer. Import other"
            " exports with: customer-escalation import FILE.",
        )
    order: tuple[RowKind, ...] = (*KIND_OF_STEM.values(), "workspace")
    return [path for kind in order for path, its_kind in known.items() if its_kind == kind]


def rows_of(path: Path, progress: Progress | None = None) -> Iterator[Row | Problem]:
    """Every record of one file, in order, read as a stream. Raises `WorkspaceUnusable` when it cannot be opened."""
    kind = kind_of(path)
    if kind is None:
        raise ValueError(f"{path.name} is not a file of the workspace format")
    if kind == "workspace":
        return json_rows.one(path)
    return (
        json_rows.lines(path, kind, progress)
        if path.suffix.lower() == ".jsonl"
        else csv_rows.rows(path, kind, progress)
    )
