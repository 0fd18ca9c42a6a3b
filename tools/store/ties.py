"""What hangs together in the store's tables: messages in threads, tickets on tracker items, tickets merged into others.

Where there are few such pairs they are read once for a generation and kept; else each question is one statement. Portable SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import BigInteger, Select, select, type_coerce

from escalation.ports import FOLLOWS
from tools.store import schema
from tools.store.documents import among
from tools.store.memory import Reading

MOST = 5_000
"""Pairs of a kind that are kept: a quarter of a megabyte."""

NEXT = 2
"""As many messages of a channel are read on from one of them."""

_Step = Callable[[Iterable[str]], Iterable[str]]
"""From ids to the ids on the other side of their pairs."""

# Built once: putting a statement together costs more than running it.
_message, _ticket, _link = schema.message.c, schema.ticket.c, schema.ticket_item.c
_PAIRS: dict[str, Select[str, str]] = {
    "threads": select(_message.id, _message.thread_of).where(_message.thread_of.is_not(None)),
    "links": select(_link.ticket_id, _link.item_id),
    "merged": select(_ticket.id, _ticket.merged_into).where(_ticket.merged_into.is_not(None)),
}
_FORTH: dict[str, Select[str]] = {
    "threads": select(_message.thread_of).where(_message.id.in_(among("ids")), _message.thread_of.is_not(None)),
    "links": select(_link.item_id).where(_link.ticket_id.in_(among("ids"))),
    "merged": select(_ticket.merged_into).where(_ticket.id.in_(among("ids")), _ticket.merged_into.is_not(None)),
}
_BACK: dict[str, Select[str]] = {
    "threads": select(_message.id).where(_message.thread_of.in_(among("ids"))),
    "links": select(_link.ticket_id).where(_link.item_id.in_(among("ids"))),
    "merged": select(_ticket.id).where(_ticket.merged_into.in_(among("ids"))),
}

_later = schema.message.alias("later").c
_sent, _follows = type_coerce(_message.at, BigInteger), type_coerce(_later.at, BigInteger)
_AFTER = (
    select(_message.id, _later.id)
    .where(_message.id.in_(among("ids")), _message.thread_of.is_(None), _later.thread_of.is_(None))
    .where(_later.channel == _message.channel, _follows > _sent)
    .where(_follows <= _sent + FOLLOWS // timedelta(microseconds=1))
    .order_by(_later.at, _later.id)
)


def after(at: Reading, ids: Iterable[str]) -> set[str]:
    """Ids of the messages that follow next in the channels of these, soon after each and outside of threads."""
    found: dict[str, list[str]] = {}
    for first, later in at.connection.execute(_AFTER, {"ids": list(ids)}).all():
        found.setdefault(first, []).append(later)
    return {id_ for following in found.values() for id_ in following[:NEXT]}


def with_threads(at: Reading, ids: set[str]) -> set[str]:
    """The ids with all that stands above them in their threads, then with all that stands below those."""
    known = set(ids)
    for further in _steps(at, "threads"):
        fresh = set(known)
        while fresh:
            fresh = set(further(fresh)) - known
            known |= fresh
    return known


def linked(at: Reading, items: list[str], merged_into: list[str]) -> set[str]:
    """Ids of the tickets on any of the tracker items or merged into any of the tickets."""
    on_items = _steps(at, "links")[1](items) if items else ()
    merged = _steps(at, "merged")[1](merged_into) if merged_into else ()
    return {*on_items, *merged}


def items_of(at: Reading, tickets: list[str]) -> list[str]:
    """Ids of the tracker items linked to any of the tickets, sorted."""
    return sorted(set(_steps(at, "links")[0](tickets)))


def _steps(at: Reading, name: str) -> tuple[_Step, _Step]:
    """From the first side of the pairs to the second, and back."""
    kept = at.memory.recall(("ties", name), lambda: _read(at, name))
    if kept:
        return partial(_kept, kept[0]), partial(_kept, kept[1])
    return partial(_asked, at, _FORTH[name]), partial(_asked, at, _BACK[name])


_Side = dict[str, list[str]]


def _read(at: Reading, name: str) -> tuple[_Side, _Side] | tuple[()]:
    """Both sides of the pairs; () when there are too many."""
    pairs = at.connection.execute(_PAIRS[name].limit(MOST + 1)).all()
    if len(pairs) > MOST:
        return ()
    forth, back = _Side(), _Side()
    for one, other in pairs:
        forth.setdefault(one, []).append(other)
        back.setdefault(other, []).append(one)
    return forth, back


def _kept(side: _Side, ids: Iterable[str]) -> list[str]:
    return [other for id_ in ids if id_ in side for other in side[id_]]


def _asked(at: Reading, statement: Select[Any], ids: Iterable[str]) -> Iterable[str]:
    return at.connection.execute(statement, {"ids": list(ids)}).scalars().all()
