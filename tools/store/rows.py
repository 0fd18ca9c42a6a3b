"""The register's rows: events read and appended in one order, checked before they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, CursorResult, Select, bindparam, case, func, select

from escalation.errors import InvalidInput, NotFound
from escalation.register.events import SAYS, WHATS, Event, What
from escalation.register.state import OVER, EscalationState
from tools.store import other_ids
from tools.store.documents import among
from tools.store.schema import event as table
from tools.store.schema import meta

# Kinds of event whose data is long, and that say nothing of which escalation is the same issue.
LONG: tuple[What, ...] = ("evidence_added", "brief_written", "action_proposed")


# Built once: putting a statement together costs more than running it.
_TOLD = (
    select(table)
    .where(table.c.what.not_in(LONG), table.c.escalation_id.in_(among("ids")), table.c.seq > bindparam("since"))
    .order_by(table.c.escalation_id, table.c.seq)
)
_OF_ONE = (
    select(table)
    .where(table.c.escalation_id == bindparam("id"), table.c.seq > bindparam("since"))
    .order_by(table.c.seq)
)
_NUMBER = select(meta.c.value).where(meta.c.key == "escalations").with_for_update()
_APPEND = table.insert().returning(table.c.seq)


def told(connection: Connection, id_: str) -> list[Event]:
    """The record of one escalation without evidence and briefs, oldest first."""
    return told_since(connection, [id_], 0)


def told_since(connection: Connection, ids: list[str], since: int, *, joined: bool | None = None) -> list[Event]:
    """Events after `since` of these escalations, but for evidence and briefs; one escalation after the other.

    `joined`: whether any customer goes by several ids, where that is known already.
    """
    return _events(connection, connection.execute(_TOLD, {"ids": ids, "since": since}), joined)


def of_one(connection: Connection, id_: str, *, since: int = 0, joined: bool | None = None) -> list[Event]:
    """Every event of one escalation after `since`, oldest first; `joined` as above."""
    return _events(connection, connection.execute(_OF_ONE, {"id": id_, "since": since}), joined)


def grouped(connection: Connection, ids: list[str]) -> Iterator[tuple[str, Iterator[Event]]]:
    return groupby(told_since(connection, ids, 0), key=lambda one: one.escalation_id)


def ended() -> Select[tuple[str]]:
    """Ids of escalations that are over: of their endings and reopenings, the last is an ending (as in the fold)."""
    ending = func.max(case((table.c.what.in_(sorted(OVER)), table.c.seq), else_=0))
    reopening = func.max(case((table.c.what == "reopened", table.c.seq), else_=0))
    return select(table.c.escalation_id).group_by(table.c.escalation_id).having(ending > reopening)


LAST = (
    select(table.c.escalation_id, func.max(table.c.seq))
    .where(table.c.what.not_in(LONG))
    .group_by(table.c.escalation_id)
)
"""The last event of each escalation, but for long ones."""

LAST_OF_OPEN = LAST.where(table.c.escalation_id.not_in(ended()))


def shared(state: EscalationState, wanted: Mapping[str, set[str]]) -> int:
    common = {name: len(ids.intersection(getattr(state, name))) for name, ids in wanted.items()}
    if common["ticket_ids"] or common["item_ids"] or (common["account_ids"] and common["concepts"]):
        return sum(common.values())
    return 0


def checked(what: What, data: Mapping[str, Any]) -> dict[str, Any]:
    if what not in WHATS:
        raise InvalidInput(f"“{what}” is nothing an escalation's record knows.", f"Use one of: {', '.join(WHATS)}.")
    model = SAYS.get(what)
    if model is None:
        return dict(data)
    try:
        return model.model_validate(dict(data)).model_dump(mode="json", exclude_unset=True)
    except ValidationError as fault:
        fields = ", ".join(sorted({".".join(map(str, error["loc"])) for error in fault.errors()}))
        raise InvalidInput(
            f"The record of “{what}” cannot hold this: {fields}.", "Correct these fields, then do it again."
        ) from None


def lock(connection: Connection, *, take: int = 0) -> int:
    """Hold the register until this transaction ends, and take escalation numbers; returns the last one taken.

    SQLite's write lock is held already; elsewhere the locked row makes `seq` grow in the order of commits.
    """
    number = int(connection.execute(_NUMBER).scalar_one())
    if take:
        connection.execute(meta.update().where(meta.c.key == "escalations").values(value=str(number + take)))
    return number + take


def append(connection: Connection, **values: Any) -> int:
    return int(connection.execute(_APPEND, values).scalar_one())


def one(connection: Connection, seq: int) -> Event | None:
    """One event by its place."""
    return next(iter(_events(connection, connection.execute(select(table).where(table.c.seq == seq)))), None)


def _events(connection: Connection, found: CursorResult[Any], joined: bool | None = None) -> list[Event]:  # noqa: FBT001
    """As they were written, but for ids that are another name of a customer by now."""
    told = [dict(row) for row in found.mappings()]
    if told and (other_ids.joins(connection) is not None if joined is None else joined):
        data = other_ids.as_now(connection, [row["data"] for row in told])
        told = [{**row, "data": now} for row, now in zip(told, data, strict=True)]
    return [Event.model_validate(row) for row in told]


def unknown(escalation_id: str) -> NotFound:
    # A model that is told of it has the tool, a person at a terminal the command.
    way_out = "List them with list_escalations, in a terminal with: customer-escalation list."
    return NotFound(f"There is no escalation {escalation_id} in this workspace.", way_out)
