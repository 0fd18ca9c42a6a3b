"""Ids by which an export calls a customer that goes by another one: read as the customer's, whatever record holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from sqlalchemy import Connection, bindparam, select

from tools.store.memory import Reading
from tools.store.schema import account_record, meta

_AT_ONCE = 500
_JOINED = (
    select(account_record.c.id, account_record.c.account_id)
    .distinct()
    .where(account_record.c.account_id != account_record.c.id)
    .order_by(account_record.c.id)
)
_OF_SOME = _JOINED.where(account_record.c.id.in_(bindparam("ids", expanding=True)))
_KEY = "joins"
_TIMES = select(meta.c.value).where(meta.c.key == bindparam("key"))


def goes_by(reading: Reading) -> Mapping[str, str]:
    """Each such id, and the one that its customer goes by."""
    return reading.memory.recall(("other ids",), lambda: dict(reading.connection.execute(_JOINED).all()))


def every_id(reading: Reading, ids: Iterable[str]) -> list[str]:
    """All ids of these customers: tickets keep the one that their export gave."""
    known = goes_by(reading)
    if not known:
        return list(ids)
    firsts = {known.get(id_, id_): None for id_ in ids}
    return [*firsts, *(id_ for id_, first in known.items() if first in firsts)]


def joins(connection: Connection) -> str | None:
    """Tells one set of such ids from another; None where every customer has one id."""
    return connection.execute(_TIMES, {"key": _KEY}).scalar()


def renew(connection: Connection) -> None:
    """To be called in each transaction in which an id became, or is no longer, another name of a customer."""
    before = joins(connection)
    if before is None:
        connection.execute(meta.insert().values(key=_KEY, value="1"))
    else:
        connection.execute(meta.update().where(meta.c.key == _KEY).values(value=str(int(before) + 1)))


def as_now(connection: Connection, told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The data of events with the ids by which their customers go now; an action stays word for word what was approved."""
    named = sorted({id_ for data in told for id_ in _named(data)})
    known: dict[str, str] = {}
    for start in range(0, len(named), _AT_ONCE):
        part = named[start : start + _AT_ONCE]
        known.update(connection.execute(_OF_SOME, {"ids": part}).all())
    return [_renamed(data, known) for data in told] if known else told


def _named(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for each in cast("list[object]", value):
            yield from _named(each)
    elif isinstance(value, dict):
        for name, inner in cast("dict[str, object]", value).items():
            if name == "account_id" and isinstance(inner, str):
                yield inner
            elif name == "account_ids" and isinstance(inner, list):
                yield from map(str, cast("list[object]", inner))
            elif name != "action":
                yield from _named(inner)


def _renamed(value: object, known: Mapping[str, str], name: str = "") -> Any:
    if name == "account_id":
        return known.get(str(value), value)
    if name == "action":
        return value
    if isinstance(value, list):
        several = cast("list[object]", value)
        if name == "account_ids":
            return list(dict.fromkeys(known.get(str(id_), id_) for id_ in several))
        return [_renamed(each, known) for each in several]
    if isinstance(value, dict):
        return {key: _renamed(inner, known, key) for key, inner in cast("dict[str, object]", value).items()}
    return value
