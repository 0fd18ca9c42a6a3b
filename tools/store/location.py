"""Which store `--workspace` means, and opening it. Loads nothing heavy until a store is opened."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from escalation.errors import WorkspaceUnusable

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tools.importing.load import ImportReport
    from tools.importing.progress import Progress

HOME = "CUSTOMER_ESCALATION_HOME"
"""Environment variable: the root of everything we keep, instead of the platform's data folder."""

_DATABASE_SUFFIXES = (".db", ".sqlite", ".sqlite3")
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True)
class Location:
    """Where the records are. `store` is a database file or URL; `folder` the files it mirrors, if it mirrors any."""

    kind: Literal["own", "sample", "folder", "database", "url"]
    store: str
    folder: Path | None = None

    @property
    def name(self) -> str:
        """How to name this workspace to a person."""
        return str(self.folder or self.store) if self.kind != "url" else self.store.rpartition("@")[2]


def state_root() -> Path:
    """The folder of our state. It holds the register, so it is a data folder and never a cache that may be swept."""
    home = os.environ.get(HOME)
    if home:
        return Path(home).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("customer-escalation", appauthor=False)


def own_store() -> Path:
    """The user's own workspace, where `import` puts records when no other is named."""
    return state_root() / "workspace.db"


def resolve(workspace: str | None, *, sample: Path) -> Location:
    """What `--workspace` names; for None the user's own workspace, or the sample company until there is one.

    Raises `WorkspaceUnusable` when the path is neither a folder nor a database.
    """
    if workspace is None:
        own = own_store()
        return Location("own", str(own)) if _has_bytes(own) else _mirror("sample", sample)
    if "://" in workspace:
        return Location("url", workspace)
    path = Path(workspace).expanduser().absolute()
    if path.is_dir():
        return _mirror("folder", path)
    if path.suffix.lower() in _DATABASE_SUFFIXES or _is_database(path):
        return Location("database", str(path))
    raise WorkspaceUnusable(
        f"{path} is not a workspace: it is neither a folder nor a database file."
        if path.exists()
        else f"There is no workspace at {path}.",
        "Name a folder with accounts.jsonl, a .db file, or a database URL; to bring in an export use: customer-escalation"
        " import FILE.",
    )


def open_location(
    location: Location, *, create: bool = False, progress: Progress | None = None
) -> tuple[Engine, ImportReport | None]:
    """The store's engine, and the report of an import when the folder it mirrors is new or has changed.

    `create` allows a new database file (for `import`); without it a missing one raises `WorkspaceUnusable`.
    """
    from tools.store.derived import refresh
    from tools.store.engine import open_store

    if location.folder is None:
        engine = open_store(location.store, create=create)
        refresh(engine)
        return engine, None
    from escalation.text.analysis import forget
    from tools.importing.sync import sync
    from tools.importing.workspace import files_of
    from tools.store.room import give_back

    files_of(location.folder)  # a folder that cannot be used must not leave an empty store behind
    engine = open_store(location.store)
    try:
        refresh(engine)
        report = sync(engine, location.folder, progress=progress)
    except BaseException:
        engine.dispose()
        raise
    if report is not None:
        engine.dispose()  # the connection that wrote holds the pages it wrote
        forget()
        give_back()
    return engine, report


def _mirror(kind: Literal["sample", "folder"], folder: Path) -> Location:
    address = str(folder.resolve())
    key = sha256(os.fsencode(address)).hexdigest()[:16]
    return Location(kind, str(state_root() / "workspaces" / f"{folder.name or 'root'}-{key}.db"), folder)


def _has_bytes(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False
