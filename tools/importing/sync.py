"""Keeping a store equal to a workspace folder: only files that changed are read again, and what left them leaves the store."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, select

from tools.importing import workspace, write
from tools.importing.accounts.settling import settle, take_up
from tools.importing.load import ImportReport, Seen, load_file
from tools.importing.progress import Progress
from tools.importing.rows import RowKind
from tools.store import schema
from tools.store.engine import writing


@dataclass(frozen=True)
class _Stamp:
    """What tells a changed file from an unchanged one; the digest is taken only when size or time differ."""

    digest: str
    size: int
    mtime_ns: int


def sync(engine: Engine, folder: Path, *, progress: Progress | None = None) -> ImportReport | None:
    """Import what changed in the folder since the last time; None when nothing did.

    One transaction per kind of record, so a process killed in the middle leaves each kind as before or as in the files.
    What was posted to these records from here is no part of the files, and stays.
    The register is never touched. Raises `WorkspaceUnusable` when the folder has no accounts or the store cannot be
    written.
    """
    started = time.monotonic()
    files = workspace.files_of(folder)
    report = ImportReport()
    kinds: tuple[RowKind, ...] = (*write.TABLES, "workspace")
    done = [
        _sync_kind(engine, kind, [path for path in files if workspace.kind_of(path) == kind], report, progress)
        for kind in kinds
    ]
    report.seconds = time.monotonic() - started
    return report if any(done) else None


def _sync_kind(
    engine: Engine, kind: RowKind, paths: list[Path], report: ImportReport, progress: Progress | None
) -> bool:
    with engine.connect() as connection:
        if _untouched(_known(connection, kind), paths):
            return False
    with writing(engine) as connection:
        # Another process may have imported it while this one waited for the lock.
        known = _known(connection, kind)
        if _untouched(known, paths):
            return False
        stamps = {path.name: _stamp(path) for path in paths}
        same = {name: one.digest for name, one in stamps.items()} == {name: one.digest for name, one in known.items()}
        if not same:
            _read_again(connection, kind, paths, report, progress)
        _remember(connection, known, stamps)
    return not same


def _read_again(
    connection: Connection, kind: RowKind, paths: list[Path], report: ImportReport, progress: Progress | None
) -> None:
    seen = Seen()
    if kind == "account":
        take_up(connection)
    for path in paths:
        load_file(connection, workspace.rows_of(path, progress), report, seen)
    report.remarks += seen.remarks.told(connection)
    if kind == "workspace":
        if not paths:
            connection.execute(delete(schema.meta).where(schema.meta.c.key == "workspace"))
        return
    from tools.acting.local.replay import made_here, replay

    gone = write.ids_of(connection, kind) - seen.ids(kind) - made_here(connection, kind)
    write.remove(connection, kind, gone, report.of(kind))
    if kind == "account":
        settle(connection)
    replay(connection, [kind])


def _known(connection: Connection, kind: RowKind) -> dict[str, _Stamp]:
    table = schema.imported_file
    rows = connection.execute(select(table.c.path, table.c.digest, table.c.size, table.c.mtime_ns))
    return {
        row.path: _Stamp(row.digest, row.size, row.mtime_ns)
        for row in rows
        if workspace.kind_of(Path(row.path)) == kind
    }


def _untouched(known: dict[str, _Stamp], paths: list[Path]) -> bool:
    now = {path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in paths}
    return now == {name: (stamp.size, stamp.mtime_ns) for name, stamp in known.items()}


def _stamp(path: Path) -> _Stamp:
    status = path.stat()
    with path.open("rb") as file:
        return _Stamp(hashlib.file_digest(file, "sha256").hexdigest(), status.st_size, status.st_mtime_ns)


def _remember(connection: Connection, known: dict[str, _Stamp], stamps: dict[str, _Stamp]) -> None:
    table = schema.imported_file
    if known:
        connection.execute(delete(table).where(table.c.path.in_(list(known))))
    rows = [
        {"path": name, "digest": one.digest, "size": one.size, "mtime_ns": one.mtime_ns, "at": datetime.now(UTC)}
        for name, one in stamps.items()
    ]
    if rows:
        connection.execute(table.insert(), rows)
