"""Writing one record of the workspace: looked for under the write lock first, so that a key is never posted twice."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, select

from escalation.actions.action import Action
from escalation.errors import NotFound
from escalation.records import Record
from tools.acting.outlet import Receipt
from tools.importing.load import Counts
from tools.importing.prepared import prepare
from tools.importing.rows import MODELS, RowKind
from tools.importing.rows import Row as FileRow
from tools.importing.write import TABLES, write
from tools.store.engine import writing
from tools.store.outbox import Row

SYSTEM = "workspace"
MARK = "sent_under"
"""The field of a record, or of a comment in it, that holds the key."""


@dataclass(frozen=True)
class LocalOutlet(ABC):
    """Looks and posts in one transaction; each kind says where its key stands and what it writes."""

    engine: Engine

    def look(self, key: str, action: Action) -> Receipt | None:
        with self.engine.connect() as connection:
            return self.found(connection, key, action)

    def post(self, key: str, action: Action, who: str, at: datetime) -> None:
        with writing(self.engine) as connection:
            if self.found(connection, key, action) is None:
                self.put(connection, key, action, who, at)

    @abstractmethod
    def found(self, connection: Connection, key: str, action: Action) -> Receipt | None:
        """What stands under the key."""

    def stands(self, connection: Connection, row: Row) -> bool:
        """Whether what was sent is still there."""
        return self.found(connection, row.key, row.action) is not None

    @abstractmethod
    def put(
        self, connection: Connection, key: str, action: Action, who: str, at: datetime, id: str | None = None
    ) -> None:
        """Write it; again under `id`, where an import had taken it away."""


class NewRecord(LocalOutlet):
    """Makes a record of its own, found by the key that it holds."""

    kind: RowKind

    def stands(self, connection: Connection, row: Row) -> bool:
        """Also where the files hold it by now: an export of it brings the same id and title, and not our key."""
        there = stored(connection, self.kind, row.receipt or "")
        ours = there is not None and (mark_of(there) == row.key or _titled(there, row.action.title))
        return ours or super().stands(connection, row)


def _titled(record: Record, title: str | None) -> bool:
    return bool(title) and " ".join(str(getattr(record, "title", "")).split()) == title


def stored(connection: Connection, kind: RowKind, id: str) -> Record | None:
    """One record as it is now, in this transaction."""
    table = TABLES[kind]
    document = connection.execute(select(table.c.document).where(table.c.id == id)).scalar()
    return None if document is None else MODELS[kind].model_validate_json(document)


def marked(connection: Connection, kind: RowKind, key: str) -> list[Record]:
    """Records of a kind that hold the key anywhere."""
    table: Table = TABLES[kind]
    held = select(table.c.document).where(table.c.document.like(f"%{key}%"))
    return [MODELS[kind].model_validate_json(document) for document in connection.execute(held).scalars()]


def save(connection: Connection, kind: RowKind, data: Mapping[str, Any]) -> None:
    """A record as an import would write it: checked, masked, linked, indexed."""
    write(connection, kind, [prepare(FileRow(kind, dict(data), "acting", 1))], Counts())


def free(connection: Connection, kind: RowKind, id: str | None, following: str) -> str:
    """The id that a record had, unless another one has it by now; else the `following` one."""
    return id if id and stored(connection, kind, id) is None else following


def later(before: str | None, at: datetime) -> str:
    """The later of two instants: a post that is put back makes nothing older."""
    return max(datetime.fromisoformat(before), at).isoformat() if before else at.isoformat()


def changed(connection: Connection, kind: RowKind, id: str) -> dict[str, Any]:
    """The fields of a record that is about to be changed. Raises `NotFound` when it is gone."""
    record = stored(connection, kind, id)
    if record is None:
        raise NotFound(f"There is no {kind} {id} any more.", "Look it up again, and propose the action anew.")
    return record.model_dump(mode="json", exclude_unset=True)


def mark_of(record: Record) -> str | None:
    """The key that a record or comment was written under."""
    return (record.model_extra or {}).get(MARK)
