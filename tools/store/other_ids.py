"""Ids by which an export calls a customer that goes by another one: read as the customer's, whatever record holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from tools.store.memory import Reading
from tools.store.schema import account_record

_JOINED = (
    select(account_record.c.id, account_record.c.account_id)
    .distinct()
    .where(account_record.c.account_id != account_record.c.id)
    .order_by(account_record.c.id)
)


def goes_by(reading: Reading) -> Mapping[str, str]:
    """Each such id, and the one that its customer goes by."""
    return reading.memory.recall(
        ("other ids",), lambda: {row.id: row.account_id for row in reading.connection.execute(_JOINED)}
    )


def every_id(reading: Reading, ids: Iterable[str]) -> list[str]:
    """All ids of these customers: tickets keep the one that their export gave."""
    known = goes_by(reading)
    if not known:
        return list(ids)
    firsts = {known.get(id_, id_): None for id_ in ids}
    return [*firsts, *(id_ for id_, first in known.items() if first in firsts)]
