"""Records read back from the documents the store keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import ValidationError
from sqlalchemy import Connection, Table, select

from escalation.errors import WorkspaceUnusable
from escalation.records import Record, WorkspaceHeader
from tools.store import schema

R = TypeVar("R", bound=Record)

_AT_ONCE = 500  # well under the number of parameters that every database takes in one statement


def read(connection: Connection, table: Table, model: type[R], ids: Iterable[str]) -> list[R]:
    """The records with these ids, in the order asked, unknown ids left out. Raises `WorkspaceUnusable` on a broken document."""
    wanted = list(dict.fromkeys(ids))
    documents: dict[str, str] = {}
    for part in parts(wanted):
        rows = connection.execute(select(table.c.id, table.c.document).where(table.c.id.in_(part)))
        documents.update((row.id, row.document) for row in rows)
    return [_parsed(model, table.name, id_, documents[id_]) for id_ in wanted if id_ in documents]


def header(connection: Connection) -> WorkspaceHeader:
    """What `workspace.json` said; empty when there was none."""
    meta = schema.meta.c
    document = connection.execute(select(meta.value).where(meta.key == "workspace")).scalar()
    return WorkspaceHeader() if document is None else _parsed(WorkspaceHeader, "workspace", "workspace.json", document)


def parts(ids: list[str]) -> Iterator[list[str]]:
    """The ids in pieces small enough for one statement."""
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _parsed(model: type[R], table: str, id_: str, document: str) -> R:
    try:
        return model.model_validate_json(document)
    except ValidationError as broken:
        raise WorkspaceUnusable(
            f"The {table} record {id_} in the workspace cannot be read.", "Import the workspace's files again."
        ) from broken
