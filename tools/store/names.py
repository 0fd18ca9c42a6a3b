"""The directory of a store's accounts, built once per generation of the store's records."""

from __future__ import annotations

from sqlalchemy import select

from escalation.directory import Directory
from tools.store import schema
from tools.store.memory import Reading


def directory(reading: Reading) -> Directory:
    """The directory of the accounts as the reading sees them."""
    return reading.memory.recall(("directory",), lambda: _built(reading))


def _built(reading: Reading) -> Directory:
    names = schema.account_name.c
    rows = reading.connection.execute(
        select(names.account_id, names.key, names.kind).order_by(names.account_id, names.key)
    )
    return Directory((row.account_id, row.key, row.kind) for row in rows)
