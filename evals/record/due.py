"""The due view over ten thousand open escalations, through an in-memory MCP client."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from evals.calls import Times, times

if TYPE_CHECKING:
    from tools.desk.office import Opened

_SEVERITIES = ("critical", "high", "medium")
_TARGETS = ("engineering", "l2", "product", "security")
_SPREAD = timedelta(days=14)
_CALLS = 60


@dataclass(frozen=True)
class Due:
    """Milliseconds of the first call of a process, of calls after an event each, and of calls between which nothing happened."""

    opening: float
    moving: Times
    still: Times
    found: int


async def measured(escalations: int) -> Due:
    """Opens that many escalations in the sample company, then asks for what is due. Ends the program when a call fails."""
    from mcp import Client

    from tools.desk.office import Office
    from tools.desk.opening import opening
    from tools.serving.command import Command
    from tools.serving.server import build_server

    office = Office(opening(Command(None, None, None, None)))
    rooms = office.open()
    ids = opened(rooms, escalations)
    async with Client(build_server(office)) as client:
        first, found = await _asked(client)
        moving: list[tuple[float, float]] = []
        for number in range(_CALLS):
            said = {"text": "Still looking."}
            rooms.register.append(ids[number], "progress", who="bench", at=rooms.workspace.now(), data=said)
            moving.append((await _asked(client))[0])
        still = [(await _asked(client))[0] for _ in range(_CALLS)]
    return Due(first[0], times(moving), times(still), found)


def opened(rooms: Opened, count: int) -> list[str]:
    """Open escalations on record, of the last two weeks, on the workspace's own customers; every fourth with a promise."""
    from sqlalchemy import select

    from tools.store import rows, schema
    from tools.store.engine import writing

    with rooms.engine.connect() as connection:
        tickets = connection.execute(select(schema.ticket.c.id, schema.ticket.c.account_id)).all()
    now, ids = rooms.workspace.now(), list[str]()
    with writing(rooms.engine) as connection:
        last = rows.lock(connection, take=count)
        for number in range(count):
            id_, at = f"ESC-{last - count + number + 1:04d}", now - _SPREAD * (number + 1) / count
            ticket, account = tickets[number % len(tickets)]
            data: dict[str, Any] = {"issue": f"Report {number}", "decision": "escalate", "language": "en"}
            data |= {"severity": _SEVERITIES[number % 3], "target": _TARGETS[number % 4], "ticket_ids": [ticket]}
            data["account_ids"] = [account] if account else []
            _append(connection, id_, "opened", at, data)
            _append(connection, id_, "acknowledged", at + timedelta(minutes=5), {})
            if number % 4 == 0:
                due = {"id": f"P{number}", "text": "by tomorrow", "due": (at + timedelta(days=1)).isoformat()}
                _append(connection, id_, "promise_made", at + timedelta(minutes=6), due)
            ids.append(id_)
    return ids


def _append(connection: Any, id_: str, what: Any, at: Any, data: dict[str, Any]) -> None:
    from tools.store import rows

    said = rows.checked(what, data)
    rows.append(connection, escalation_id=id_, at=at, who="bench", what=what, why=None, data=said)


async def _asked(client: Any) -> tuple[tuple[float, float], int]:
    wall, cpu = time.perf_counter(), time.process_time()
    answer = await client.call_tool("list_escalations", {"view": "due"})
    took = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
    if answer.is_error:
        sys.exit(f"list_escalations failed: {answer.content[0].text}")
    told = answer.structured_content or json.loads(answer.content[0].text)
    return took, int(told["found"])
