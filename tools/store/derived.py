"""What the store derives from its records (search index, names accounts answer to), made anew when the deriving code changed."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from sqlalchemy import Connection, Engine, Table, delete, select

from escalation.errors import WorkspaceUnusable
from escalation.naming import account_keys
from escalation.records import Account, Article, Message, Record, Ticket, TrackerItem
from tools.importing.accounts.records import mark_again
from tools.importing.rows import RowKind
from tools.store import schema, search
from tools.store.engine import writing
from tools.store.schema import meta

KEY = "derived_by"
_AT_ONCE = 500
_INDEXED: tuple[tuple[RowKind, Table, type[Record]], ...] = (
    ("ticket", schema.ticket, Ticket),
    ("article", schema.article, Article),
    ("message", schema.message, Message),
    ("item", schema.item, TrackerItem),
)


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Of the code and words that cut texts into tokens and names into keys: another version derives anew."""
    digest = hashlib.sha256()
    for part in sorted(_parts(files("escalation.text")), key=lambda p: p.name):
        digest.update(part.read_bytes())
    for name in ("naming.py", "directory.py", "one_customer.py", "free_mail.py"):
        digest.update((files("escalation") / name).read_bytes())
    digest.update((files("tools.store") / "indexed_text.py").read_bytes())
    return digest.hexdigest()


def _parts(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _parts(entry) if entry.name != "__pycache__" else []
        elif entry.name.endswith((".py", ".toml")):
            found.append(entry)
    return found


def refresh(engine: Engine) -> bool:
    """Derives anew when another version of the product derived what is there. True when it did.

    A store that cannot be written is read as it is: its answers are then those of the version that wrote it.
    """
    with engine.connect() as connection:
        if connection.execute(select(meta.c.value).where(meta.c.key == KEY)).scalar() == fingerprint():
            return False
    try:
        with writing(engine) as connection:
            _names(connection)
            mark_again(connection)
            for kind, table, model in _INDEXED:
                for rows in connection.execute(select(table.c.document)).scalars().partitions(_AT_ONCE):
                    records = [model.model_validate_json(row) for row in rows]
                    search.index(connection, kind, [(vars(r)["id"], search.text_of(kind, r)) for r in records])
            connection.execute(delete(meta).where(meta.c.key == KEY))
            connection.execute(meta.insert().values(key=KEY, value=fingerprint()))
    except WorkspaceUnusable:
        return False
    return True


def _names(connection: Connection) -> None:
    names = schema.account_name
    accounts = [Account.model_validate_json(d) for d in connection.execute(select(schema.account.c.document)).scalars()]
    connection.execute(delete(names))
    rows = [{"account_id": a.id, "key": key, "kind": kind} for a in accounts for key, kind in account_keys(a)]
    if rows:
        connection.execute(names.insert(), rows)
