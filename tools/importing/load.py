"""Rows into the store: validated, compared with what is there, written in batches; importing twice changes nothing."""

from __future__ import annotations

import gc
import time
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path

from sqlalchemy import Connection, Engine

from escalation.errors import InvalidInput, WorkspaceUnusable
from tools.importing import workspace
from tools.importing.accounts.settling import settle, take_up
from tools.importing.accounts.telling import told
from tools.importing.beside import Beside
from tools.importing.prepared import Prepared, prepare
from tools.importing.progress import Progress
from tools.importing.reasons import Unusable
from tools.importing.remarks import Remarks
from tools.importing.rows import Problem, Row, RowKind
from tools.importing.write import write
from tools.store.engine import writing

_BATCH = 100
_EXPORTS = (".csv", ".tsv", ".json", ".jsonl")


@dataclass
class Counts:
    """Records of one kind in one import."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0


@dataclass
class ImportReport:
    """What an import did: records by kind, the lines that could not be used, and how long it took."""

    counts: dict[RowKind, Counts] = field(default_factory=dict[RowKind, Counts])
    problems: list[Problem] = field(default_factory=list[Problem])
    doubts: list[Problem] = field(default_factory=list[Problem])
    """Rows of accounts that could be one customer and were left apart."""
    remarks: list[Problem] = field(default_factory=list[Problem])
    """What was taken as it was and nobody can be sure of (`tools.importing.remarks`)."""
    joined: int = 0
    """Ids that are another name of a customer now, and were not before."""
    seconds: float = 0.0

    def of(self, kind: RowKind) -> Counts:
        return self.counts.setdefault(kind, Counts())

    def read(self, kind: RowKind) -> int:
        """Records of a kind that were usable, whether they changed anything or not."""
        count = self.counts.get(kind, Counts())
        return count.new + count.changed + count.unchanged

    @property
    def total(self) -> int:
        """Records read and usable, whether they changed anything or not."""
        return sum(map(self.read, self.counts))


class Seen:
    """Where each id of a kind first stood; a second line with the same id is a problem, not a silent winner."""

    def __init__(self) -> None:
        self.remarks = Remarks()
        self._lines: dict[tuple[RowKind, str, str], tuple[str, int]] = {}
        self._made_up: set[tuple[RowKind, str, str]] = set()
        self._accounts: dict[str, tuple[str, int]] = {}

    def check(self, row: Row, id_: str) -> None:
        """Raises `Unusable` for a second line. Of a customer, each export may tell, and a ticket before its own record."""
        here = (row.file, row.line)
        key = (row.kind, id_, row.source if row.kind == "account" else "")
        if row.kind == "account":
            self._accounts.setdefault(id_, here)
        if "derived_from" in row.data:
            if key not in self._lines:
                self._made_up.add(key)
                self._lines[key] = here
            return
        if key in self._made_up:
            self._made_up.discard(key)
            self._lines[key] = here
        first = self._lines.setdefault(key, here)
        if first != here:
            raise Unusable(f"id {id_} is already on line {first[1]} of {Path(first[0]).name}; that one is kept")

    def account(self, id_: str) -> tuple[str, int] | None:
        """File and line where an account first stood."""
        return self._accounts.get(id_)

    def ids(self, kind: RowKind) -> set[str]:
        return {id_ for known, id_, _ in self._lines if known == kind}


def load(engine: Engine, rows: Iterable[Row | Problem]) -> ImportReport:
    """Write the rows, one transaction per file; a bad row is reported in `problems` and stops nothing else.

    A process killed in the middle leaves each file either whole or as it was. Raises `WorkspaceUnusable` when the store
    cannot be written.
    """
    from tools.acting.local.replay import replay

    report = ImportReport()
    started = time.monotonic()
    seen = Seen()
    for _, of_file in groupby(rows, key=lambda row: row.file):
        with writing(engine) as connection:
            take_up(connection)
            before = report.read("account")
            load_file(connection, of_file, report, seen)
            if report.read("account") > before:
                settled = settle(connection)
                report.joined += settled.joined
                report.doubts = list(told(settled, seen.account))
            replay(connection, report.counts)
    with engine.connect() as connection:
        report.remarks = list(seen.remarks.told(connection))
    report.seconds = time.monotonic() - started
    return report


def import_path(
    engine: Engine,
    paths: Sequence[Path],
    *,
    preset: str | None = None,
    mapping: Path | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Import folders and files into the store, adding to what is there.

    Files named as in design.md §7 are read as such unless a preset or mapping is given; all others through
    `tools.importing.presets`. Raises `WorkspaceUnusable` when a path cannot be read or a folder has no accounts.
    """
    return load(engine, _rows(paths, preset, mapping, progress))


def _rows(
    paths: Sequence[Path], preset: str | None, mapping: Path | None, progress: Progress | None
) -> Iterator[Row | Problem]:
    for path in paths:
        files = _files(path)
        for file in files:
            own = preset is None and mapping is None and workspace.kind_of(file)
            rows = workspace.rows_of(file, progress) if own else _exported(file, preset, mapping, progress)
            yield from _among_others(file, rows) if path.is_dir() else rows
        if path.is_dir():
            yield from _passed_over(path, files)


def _files(path: Path) -> list[Path]:
    """A workspace folder's files, or the exports that lie in any other folder; a file is itself."""
    if not path.is_dir():
        return [path]
    exports = _exports(path)
    if exports and not any(workspace.kind_of(f) for f in exports):
        return exports
    return workspace.files_of(path)


def _exports(folder: Path) -> list[Path]:
    return sorted(f for f in folder.iterdir() if f.is_file() and f.suffix.lower() in _EXPORTS)


def _exported(
    file: Path, preset: str | None, mapping: Path | None, progress: Progress | None
) -> Iterator[Row | Problem]:
    """Through a preset, which is chosen when the first row is asked for: what fits none is refused where it is read."""
    from tools.importing.presets import rows_of

    yield from rows_of(file, preset=preset, mapping=mapping, progress=progress)


def _among_others(file: Path, rows: Iterator[Row | Problem]) -> Iterator[Row | Problem]:
    """In a folder, a file that cannot be read is reported and the others are still read."""
    try:
        yield from rows
    except (InvalidInput, WorkspaceUnusable) as unusable:
        yield Problem(str(file), 1, f"{unusable.message} {unusable.remedy}".strip())


def _passed_over(folder: Path, read: Collection[Path]) -> Iterator[Problem]:
    """Files that look like records and were not asked for, or hold nothing: a name that is a letter off must not go unseen."""
    for file in _exports(folder):
        if not file.stat().st_size:
            yield Problem(str(file), 1, "this file is empty.")
        elif file not in read:
            names = ", ".join(sorted(workspace.KIND_OF_STEM))
            yield Problem(
                str(file),
                1,
                f"not read: beside files of ours it is none of {names} (.jsonl or .csv); import it by itself.",
            )


def load_file(connection: Connection, rows: Iterable[Row | Problem], report: ImportReport, seen: Seen) -> None:
    """The rows of one file into the transaction of `connection`, batch by batch."""
    usable = _usable(rows, report, seen)
    with _fewer_collections(), Beside() as beside:
        while batch := list(islice(usable, _BATCH)):
            kinds: list[RowKind] = [kind for kind, _ in batch]
            for kind in dict.fromkeys(kinds):
                records = {(one.id, one.source): one for one in _best_last(batch, kind)}
                write(connection, kind, list(records.values()), report.of(kind), beside.index)
        beside.finish()


def _best_last(batch: list[tuple[RowKind, Prepared]], kind: RowKind) -> list[Prepared]:
    """A customer's own record after the one made up from a ticket, which it stands for, whichever comes first."""
    found = [one for its_kind, one in batch if its_kind == kind]
    return sorted(found, key=lambda one: -one.rank) if kind == "account" else found


@contextmanager
def _fewer_collections() -> Generator[None]:
    # Rows are made and dropped by the hundred thousand and hold no cycles: at its usual pace the collector takes a quarter
    # of an import's time and finds nothing.
    usual = gc.get_threshold()
    gc.set_threshold(100_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _usable(rows: Iterable[Row | Problem], report: ImportReport, seen: Seen) -> Iterator[tuple[RowKind, Prepared]]:
    for row in rows:
        if isinstance(row, Problem):
            report.problems.append(row)
            continue
        try:
            prepared = prepare(row)
            seen.check(row, prepared.id)
        except Unusable as reason:
            report.problems.append(Problem(row.file, row.line, f"{reason}."))
        else:
            seen.remarks.look_at(row)
            if prepared.lost:
                report.problems.append(Problem(row.file, row.line, f"{prepared.lost}: left out, the rest is kept."))
            yield row.kind, prepared
