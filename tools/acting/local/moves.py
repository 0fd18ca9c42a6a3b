"""Records of ours whose id an import took: the outbox and the record follow them, and so do later acts on them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from escalation.actions.action import Action, ActionKind
from escalation.actions.proposal import sequence_of
from escalation.records import WorkspaceHeader
from tools.store import outbox, rows
from tools.store.outbox import Row
from tools.store.schema import event, meta

_ON: dict[ActionKind, ActionKind] = {"link_tracker_item": "create_tracker_item", "publish_article": "draft_article"}
"""Acts on a record that another kind of act may have made."""


def record(connection: Connection, row: Row, now: str) -> None:
    """What this row became goes by `now`: in the outbox, and on the escalation's record."""
    rows.lock(connection)
    said = {"proposal": row.proposal, "hash": row.hash, "kind": row.action.kind, "was": row.receipt, "now": now}
    rows.append(
        connection,
        escalation_id=row.escalation_id,
        at=_at(connection),
        who="customer-escalation",
        what="action_renumbered",
        why=f"An import brought another record with the id {row.receipt}.",
        data=rows.checked("action_renumbered", said),
    )
    outbox.renumber(connection, row.key, now)


def followed(connection: Connection, row: Row) -> Action:
    """The row's action with the id that its destination goes by now, if it was one of ours when the action was proposed."""
    action, made_by = row.action, _ON.get(row.action.kind)
    if made_by is None:
        return action
    proposed = sequence_of(row.proposal) or 0
    id = action.destination.id
    moved = select(event.c.data).where(event.c.what == "action_renumbered", event.c.seq > proposed)
    for said in connection.execute(moved.order_by(event.c.seq)).scalars():
        if said["kind"] == made_by and said["was"] == id:
            id = said["now"]
    if id == action.destination.id:
        return action
    return action.model_copy(update={"destination": action.destination.model_copy(update={"id": id})})


def _at(connection: Connection) -> datetime:
    """The workspace's clock, which may be pinned; the store is read in the import's own transaction."""
    document = connection.execute(select(meta.c.value).where(meta.c.key == "workspace")).scalar()
    pinned = WorkspaceHeader.model_validate_json(document).now if document else None
    return pinned or datetime.now(UTC)
