"""The directory of a store's accounts, built once per engine and again when the accounts changed."""

from __future__ import annotations

from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, func, select

from escalation.directory import Directory
from tools.store import schema

_lock = Lock()
_built: WeakKeyDictionary[Engine, tuple[Any, Directory]] = WeakKeyDictionary()


def directory(engine: Engine, connection: Connection) -> Directory:
    """The directory as the connection sees the accounts now."""
    mark = _mark(connection)
    with _lock:
        known = _built.get(engine)
    if known and known[0] == mark:
        return known[1]
    names = schema.account_name.c
    rows = connection.execute(select(names.account_id, names.key, names.kind).order_by(names.account_id, names.key))
    fresh = Directory((row.account_id, row.key, row.kind) for row in rows)
    with _lock:
        _built[engine] = (mark, fresh)
    return fresh


def _mark(connection: Connection) -> Any:
    """Changes whenever an import changed accounts: cheap enough to ask each time, and right across processes."""
    files = connection.execute(select(schema.imported_file.c.path, schema.imported_file.c.digest)).all()
    names = connection.execute(
        select(func.count(), func.coalesce(func.sum(func.length(schema.account_name.c.key)), 0))
    ).one()
    return (tuple(sorted(tuple(row) for row in files)), tuple(names))
