"""The register's rows: events read and appended in one order, checked before they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Select, case, func, select

from escalation.errors import InvalidInput, NotFound
from escalation.register.events import SAYS, WHATS, Event, What
from escalation.register.state import OVER, EscalationState
from tools.store.schema import event as table
from tools.store.schema import meta

# Kinds of event whose data is long, and that say nothing of which escalation is the same issue.
LONG: tuple[What, ...] = ("evidence_added", "brief_written", "action_proposed")


def told(*ids: str) -> Select[Any]:
    return select(table).where(table.c.what.not_in(LONG), table.c.escalation_id.in_(ids))


def grouped(connection: Connection, ids: list[str]) -> Iterator[tuple[str, Iterator[Event]]]:
    return groupby(read(connection, told(*ids), by_escalation=True), key=lambda one: one.escalation_id)


def ended() -> Select[tuple[str]]:
    """Ids of escalations that are over: of their endings and reopenings, the last is an ending (as in the fold)."""
    ending = func.max(case((table.c.what.in_(sorted(OVER)), table.c.seq), else_=0))
    reopening = func.max(case((table.c.what == "reopened", table.c.seq), else_=0))
    return select(table.c.escalation_id).group_by(table.c.escalation_id).having(ending > reopening)


# Built once: putting a statement together costs more than running it.
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
    number = int(
        connection.execute(select(meta.c.value).where(meta.c.key == "escalations").with_for_update()).scalar_one()
    )
    if take:
        connection.execute(meta.update().where(meta.c.key == "escalations").values(value=str(number + take)))
    return number + take


def append(connection: Connection, **values: Any) -> int:
    return int(connection.execute(table.insert().values(values).returning(table.c.seq)).scalar_one())


def read(connection: Connection, query: Select[Any], *, by_escalation: bool = False) -> list[Event]:
    order = (table.c.escalation_id, table.c.seq) if by_escalation else (table.c.seq,)
    return [Event.model_validate(dict(row)) for row in connection.execute(query.order_by(*order)).mappings()]


def unknown(escalation_id: str) -> NotFound:
    return NotFound(
        f"There is no escalation {escalation_id} in this workspace.", "List them with: customer-escalation list."
    )
