"""Opening the embedded store: SQLite tuned for one machine and many processes, or any database URL SQLAlchemy knows.

PRAGMAs live here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from escalation.errors import WorkspaceUnusable
from tools.store import faults, migrate

_MAGIC = b"SQLite format 3\x00"
_WAIT_MS = 60_000  # an import of 100,000 tickets may hold the write lock for most of a minute

_EVERY_CONNECTION = (
    f"PRAGMA busy_timeout = {_WAIT_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # what was acknowledged survives a power cut too, not only a killed process
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -500",  # KiB
)


_BACKENDS = ("sqlite", "postgresql")
_URL_REMEDY = "Write it like postgresql://user@host/name, or name a database file."


def open_store(url_or_path: str | Path, *, create: bool = True) -> Engine:
    """An engine on a store with the current schema; a new file (and its folder) is made when `create`.

    Takes a path, "sqlite://" (in memory, for tests) or a database URL. A file that cannot be written opens for reading when
    its schema is current. Raises `WorkspaceUnusable` with the way out; the file is then as it was.
    """
    url = _url(url_or_path)
    readonly = False
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        readonly = _prepare(Path(str(url.database)), create=create)
    engine = _engine(url, readonly=readonly)
    try:
        _bring_up_to_date(engine, readonly=readonly)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Generator[Connection]:
    """A transaction that holds the write lock from its first moment, so that what it reads stays true until it commits."""
    with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        yield connection


def place(engine: Engine) -> str:
    """The store's address as a person may see it: the path of a file, or the URL without its password."""
    url = engine.url
    if url.get_backend_name() != "sqlite":
        return url.render_as_string(hide_password=True)
    database = str(url.database or "in memory")
    return unquote(database.removeprefix("file:")) if database.startswith("file:") else database


def _url(url_or_path: str | Path) -> URL:
    text = str(url_or_path)
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = make_url(text)
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as fault:
        raise WorkspaceUnusable(
            "This database URL cannot be understood.",
            _URL_REMEDY,
        ) from fault
    if url.get_backend_name() not in _BACKENDS:
        raise WorkspaceUnusable(f"A workspace cannot be kept in {url.get_backend_name()}.", _URL_REMEDY)
    return url


def _prepare(path: Path, *, create: bool) -> bool:
    """Check the file before SQLite touches it; True when it can only be read."""
    try:
        if not path.exists():
            _make_room(path, create=create)
            return False
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as fault:
        raise WorkspaceUnusable(
            f"The workspace {path} cannot be opened ({fault.strerror}).",
            "Check that it is a file which you may read, or choose another place with --workspace or"
            " CUSTOMER_ESCALATION_HOME.",
        ) from fault
    if head not in (b"", _MAGIC):
        raise WorkspaceUnusable(
            f"{path} is not a database of ours; it was left as it is.",
            "Name a workspace folder, a database file, or a path that does not exist yet.",
        )
    return not _writable(path)


def _make_room(path: Path, *, create: bool) -> None:
    if not create:
        raise WorkspaceUnusable(
            f"There is no workspace at {path}.",
            "Check the path, or make one with: customer-escalation import DIR --workspace PATH.",
        )
    path.parent.mkdir(parents=True, exist_ok=True)


def _writable(path: Path) -> bool:
    """Asking by opening, since permission bits say nothing of a read-only disk."""
    try:
        path.open("r+b").close()
    except OSError:
        return False
    return True


def _engine(url: URL, *, readonly: bool) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    options: dict[str, Any] = {"connect_args": {"cached_statements": 32}} if sqlite else {}
    if sqlite and url.database in (None, "", ":memory:"):
        options = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    elif readonly:
        url = _readonly_url(url)
    try:
        engine = create_engine(url, **options)
    except ModuleNotFoundError as fault:
        raise WorkspaceUnusable(
            f"The driver for this database is not installed ({fault.name}).",
            f"Add it to the environment that runs customer-escalation: uv pip install {fault.name}.",
        ) from fault
    event.listen(engine, "handle_error", partial(faults.translate, place=place(engine)))
    if sqlite:
        event.listen(engine, "connect", partial(_connected, readonly=readonly))
        event.listen(engine, "begin", _begin)
    return engine


def _readonly_url(url: URL) -> URL:
    path = Path(str(url.database)).resolve()
    # Without a write-ahead log nobody is writing, and `immutable` is the only way to read where no -shm file can be made.
    log = Path(f"{path}-wal")
    mode = {"mode": "ro"} if log.exists() and log.stat().st_size else {"immutable": "1"}
    return url.set(database=f"file:{quote(str(path))}", query={**mode, "uri": "true"})


def _connected(driver: Any, _record: object, *, readonly: bool) -> None:
    driver.isolation_level = None  # SQLAlchemy begins (see `_begin`), never the driver on its own
    for pragma in _EVERY_CONNECTION:
        driver.execute(pragma)
    if not readonly:
        _write_ahead(driver)


def _write_ahead(driver: Any) -> None:
    if driver.execute("PRAGMA journal_mode").fetchone()[0] not in ("wal", "memory"):
        # The mode belongs to the file: when another process is just setting it, this one need not.
        with suppress(driver.OperationalError):
            driver.execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _bring_up_to_date(engine: Engine, *, readonly: bool) -> None:
    with engine.connect() as connection:
        if migrate.stored_revision(connection) == migrate.HEAD:
            return
    if readonly:
        raise WorkspaceUnusable(
            f"The workspace {place(engine)} needs to be brought up to date, and it cannot be written.",
            "Make the file and its folder writable, or copy it to a place that is.",
        )
    with writing(engine) as connection:
        # Another process may have done it while this one waited for the lock.
        revision = migrate.stored_revision(connection)
        if revision is None:
            migrate.create(connection)
        elif revision != migrate.HEAD:
            migrate.upgrade(connection)
