"""`import` and `presets`: bringing in what people have."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agent import options
from agent.bar import Bar
from escalation.errors import EscalationError, InvalidInput

if TYPE_CHECKING:
    from tools.importing.rows import Problem

SHOWN_PROBLEMS = 20


def import_files(
    paths: Annotated[
        list[Path], typer.Argument(help="Folders or files: records of our own format, or a helpdesk's export.")
    ],
    preset: Annotated[str | None, typer.Option("--preset", help="How to read the file; see `presets`.")] = None,
    mapping: Annotated[
        Path | None, typer.Option("--map", help="A mapping file of your own; `presets --copy` makes one.")
    ] = None,
    workspace: options.Workspace = None,
) -> None:
    """Import records into a workspace (your own unless named). Importing twice changes nothing."""
    from tools.importing.load import import_path
    from tools.store.engine import open_store
    from tools.store.location import own_store

    for path in paths:
        if not _exists(path):
            raise InvalidInput(f"There is nothing at {str(path)[:200]}.", "Check the path.")
    place = Path(workspace or own_store())
    fresh = "://" not in str(place) and not place.exists()
    engine = open_store(workspace or str(own_store()))
    try:
        with Bar() as progress:
            report = import_path(engine, paths, preset=preset, mapping=mapping, progress=progress)
    except EscalationError:
        engine.dispose()
        _discard(place, fresh=fresh)
        raise
    engine.dispose()
    if not report.total:
        _discard(place, fresh=fresh)
    for kind, count in report.counts.items():
        sys.stdout.write(f"{kind}: {count.new} new, {count.changed} changed, {count.unchanged} unchanged\n")
    if report.joined:
        sys.stdout.write(f"account: {report.joined} found to be one customer with another export's\n")
    if report.problems:
        sys.stdout.write(f"not used, in whole or in part: {len({(p.file, p.line) for p in report.problems}):,} lines\n")
    _tell(report.problems, "lines that could not be used")
    _tell(report.doubts, "accounts left apart")
    _tell(report.remarks, "remarks like these")
    if not report.total:
        raise InvalidInput(
            "Nothing in these files could be read as records.",
            "Mend what is said of them, name the kind of export with --preset (see: customer-escalation presets), or write a"
            " mapping for --map.",
        )


def _tell(lines: Sequence[Problem], rest: str) -> None:
    from tools.serving.quoting import bare

    for line in lines[:SHOWN_PROBLEMS]:
        sys.stderr.write(f"{bare(str(line))}\n")
    if len(lines) > SHOWN_PROBLEMS:
        sys.stderr.write(f"… and {len(lines) - SHOWN_PROBLEMS} more {rest}.\n")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long to be one
        return False


def _discard(place: Path, *, fresh: bool) -> None:
    """A store made for an import that brought nothing would stand before the sample company."""
    if fresh:
        for file in (place, place.with_name(f"{place.name}-wal"), place.with_name(f"{place.name}-shm")):
            file.unlink(missing_ok=True)


def presets(
    copy: Annotated[str | None, typer.Option("--copy", help="Name of a preset to copy for changing.")] = None,
    to: Annotated[Path, typer.Option("--to", help="Where the copy goes.")] = Path("mapping.toml"),
) -> None:
    """List the exports that `import` knows, or copy one of them as a start for your own mapping."""
    from tools.importing.presets import copy_preset, describe_presets

    if copy is not None:
        copy_preset(copy, to)
        sys.stdout.write(f"{to} is a copy of {copy}. Change it, then: customer-escalation import FILE --map {to}\n")
        return
    for described in describe_presets():
        sys.stdout.write(f"{described['name']:<20} {described['about']} ({described['checked']})\n")
