"""Four customers with the same trouble, whose tickets come one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from escalation.policy import Policy
from tools.desk.desk import Desk
from tools.importing.load import import_path
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
ISSUE = "Invoice export fails with ERR_EXPORT_42 for {name}"
ACCOUNTS: list[dict[str, Any]] = [
    {"id": "acc-1", "name": "Northwind Traders", "arr_usd": 240000, "language": "en"},
    {"id": "acc-2", "name": "Lotus Foods", "language": "en"},
    {"id": "acc-3", "name": "莲花物流", "arr_usd": 36000, "language": "zh-Hans"},
    {"id": "acc-4", "name": "Redmoor Mills", "arr_usd": 12000, "language": "en"},
]


def ticket(number: int) -> dict[str, Any]:
    return {
        "id": f"T-{number}",
        "account_id": f"acc-{number}",
        "subject": "Invoice export fails with ERR_EXPORT_42",
        "description": "Each invoice export ends with the message ERR_EXPORT_42 and no file is written.",
        "status": "open",
        "type": "bug",
        "product_area": "billing",
        "priority": "high",
        "created_at": f"2026-11-20T0{number}:00:00Z",
    }


def arrive(store: Path, numbers: Iterable[int], *others: dict[str, Any]) -> None:
    """The tickets of these customers come in, and `others`."""
    folder = store.parent / "files"
    folder.mkdir(exist_ok=True)
    (folder / "accounts.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ACCOUNTS))
    (folder / "tickets.jsonl").write_text("".join(json.dumps(row) + "\n" for row in (*map(ticket, numbers), *others)))
    engine = open_store(store)
    import_path(engine, [folder])
    engine.dispose()


def desk(store: Path) -> Desk:
    engine = open_store(store)
    return Desk(StoreWorkspace(engine, now=NOW), Register(engine), Policy())


def issue(number: int) -> str:
    return ISSUE.format(name=ACCOUNTS[number - 1]["name"])


def apart(at: Desk, *numbers: int) -> list[str]:
    """Escalations of their own, as they were opened before anybody saw that it is one issue."""
    return [
        at.register.open(
            issue=issue(number),
            who="Kim",
            at=NOW.replace(hour=number),
            account_ids=(f"acc-{number}",),
            ticket_ids=(f"T-{number}",),
            concepts=("export", "invoice"),
            decision="escalate",
            severity="high",
            target="engineering",
        )
        for number in numbers
    ]
