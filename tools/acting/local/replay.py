"""After an import: what was posted here stays, though the files it was read from know nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from escalation.actions.action import ActionKind
from escalation.actions.proposal import sequence_of
from escalation.errors import EscalationError
from tools.acting.local import moves
from tools.acting.local.records import LocalOutlet
from tools.importing.rows import RowKind
from tools.store import outbox
from tools.store.outbox import Row

_WRITES: Mapping[ActionKind, RowKind] = {
    "post_to_channel": "message",
    "reply_to_customer": "ticket",
    "create_tracker_item": "item",
    "link_tracker_item": "item",
    "draft_article": "article",
    "publish_article": "article",
}
_MAKES: frozenset[ActionKind] = frozenset({"post_to_channel", "create_tracker_item", "draft_article"})
"""Whose receipt is a record of its own; the others change one that is there."""


def made_here(connection: Connection, kind: RowKind) -> set[str]:
    """Ids of records that were made by acting: no import brought them, and none takes them away."""
    return {row.receipt for row in _sent(connection, kind) if row.receipt and row.action.kind in _MAKES}


def replay(connection: Connection, kinds: Iterable[RowKind]) -> None:
    """Puts back what an import has written over, in the order it was sent; within the import's own transaction.

    Where the record that it stood in is gone, or an article says something else or is no draft now, it is left out: the
    outbox still has it. Where the import took the id that a record of ours had, ours gets another one, and the outbox and
    the escalation's record say which.
    """
    from tools.acting.local import local_outlets

    outlets = local_outlets(connection.engine, Path())
    for kind in kinds:
        for row in _sent(connection, kind):
            outlet = outlets[row.action.kind]
            if isinstance(outlet, LocalOutlet) and row.sent_at:
                _put_back(connection, outlet, row)


def _put_back(connection: Connection, outlet: LocalOutlet, row: Row) -> None:
    """One row, where it is not there any more: at the id by which its record goes now."""
    action = moves.followed(connection, row)
    if outlet.stands(connection, replace(row, action=action)) or row.sent_at is None:
        return
    try:
        outlet.put(connection, row.key, action, row.confirmed_by, row.sent_at, row.receipt)
    except EscalationError:
        return
    now = outlet.found(connection, row.key, action)
    if now is not None and now.id != row.receipt and row.action.kind in _MAKES:
        moves.record(connection, row, now.id)


def _sent(connection: Connection, kind: RowKind) -> list[Row]:
    rows = (row for row in outbox.sent(connection) if _WRITES.get(row.action.kind) == kind)
    return sorted(rows, key=lambda row: sequence_of(row.proposal) or 0)
