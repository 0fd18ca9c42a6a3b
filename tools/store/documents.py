"""Records read back from the documents the store keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, cast, get_args

from pydantic import ValidationError
from sqlalchemy import BindParameter, Select, Table, bindparam, select

from escalation.errors import WorkspaceUnusable
from escalation.records import Record, Ticket, WorkspaceHeader
from tools.store import schema
from tools.store.memory import Reading
from tools.store.other_ids import goes_by

R = TypeVar("R", bound=Record)

_AT_ONCE = 500  # well under the number of parameters that every database takes in one statement


def read(reading: Reading, table: Table, model: type[R], ids: Iterable[str]) -> list[R]:
    """The records with these ids, in the order asked, unknown ids left out. Raises `WorkspaceUnusable` on a broken document."""
    wanted = _asked(reading, table, ids)
    remembered = reading.memory.records
    keys = {id_: (table.name, id_) for id_ in wanted}
    held = cast("dict[tuple[str, str], R]", remembered.some(keys.values()))
    known: dict[str, R | None] = {id_: held.get(key) for id_, key in keys.items()}
    for part in parts([id_ for id_, record in known.items() if record is None]):
        # All at once: row by row the driver is asked as often as there are records.
        rows = reading.connection.execute(_documents(table), {"ids": part}).all()
        fresh = {id_: _owned(reading, _parsed(model, table.name, id_, document)) for id_, document in rows}
        known.update(fresh)
        remembered.put_all({(table.name, id_): record for id_, record in fresh.items()})
    return [record for record in known.values() if record is not None]


def passing(reading: Reading, table: Table, model: type[R], ids: Iterable[str]) -> Iterator[R]:
    """The records with these ids one after the other, none of them remembered. Raises as `read` does."""
    for part in parts(list(ids)):
        for id_, document in reading.connection.execute(_documents(table), {"ids": part}):
            yield _owned(reading, _parsed(model, table.name, id_, document))


def _asked(reading: Reading, table: Table, ids: Iterable[str]) -> list[str]:
    """Each id once; for an account the one it goes by."""
    if table is schema.account and (known := goes_by(reading)):
        ids = (known.get(id_, id_) for id_ in ids)
    return list(dict.fromkeys(ids))


def _owned(reading: Reading, record: R) -> R:
    """A ticket as one of the customer that its account is another name of."""
    if isinstance(record, Ticket) and (owner := goes_by(reading).get(record.account_id or "")):
        return record.model_copy(update={"account_id": owner})
    return record


@cache
def _documents(table: Table) -> Select[str, str]:
    """Built once: putting a statement together costs more than running it."""
    return select(table.c.id, table.c.document).where(table.c.id.in_(among("ids")))


def among(name: str) -> BindParameter[Any]:
    """A parameter of a statement that is built once, for a list of any length."""
    return bindparam(name, expanding=True)


def header(reading: Reading) -> WorkspaceHeader:
    """What `workspace.json` said; empty when there was none."""
    return reading.memory.recall(("header",), lambda: _header(reading))


def _header(reading: Reading) -> WorkspaceHeader:
    meta = schema.meta.c
    document = reading.connection.execute(select(meta.value).where(meta.key == "workspace")).scalar()
    return WorkspaceHeader() if document is None else _parsed(WorkspaceHeader, "workspace", "workspace.json", document)


def parts(ids: list[str]) -> Iterator[list[str]]:
    """The ids in pieces small enough for one statement."""
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _parsed(model: type[R], table: str, id_: str, document: str) -> R:
    try:
        return _slim(model.model_validate_json(document))
    except ValidationError as broken:
        raise WorkspaceUnusable(
            f"The {table} record {id_} in the workspace cannot be read.", "Import the workspace's files again."
        ) from broken


_STATED = 500
"""Different sets of fields that are kept to be shared."""

_stated: dict[frozenset[str], set[str]] = {}


def _slim(record: R) -> R:
    """The record, and those in it, without a set of its own that says which fields were stated: half of its memory.

    Records of one kind mostly state the same fields, and nobody changes what is frozen: one set serves all of them.
    """
    if len(_stated) > _STATED:
        _stated.clear()
    own = record.model_fields_set
    object.__setattr__(record, "__pydantic_fields_set__", _stated.setdefault(frozenset(own), own))
    values = vars(record)
    for name in _nested(type(record)):
        value: object = values[name]
        for each in cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                _slim(each)
    return record


@cache
def _nested(model: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record that hold records."""
    return tuple(name for name, field in model.model_fields.items() if _holds_records(field.annotation))


def _holds_records(annotation: Any) -> bool:
    return any(map(_holds_records, get_args(annotation))) or (
        isinstance(annotation, type) and issubclass(annotation, Record)
    )
