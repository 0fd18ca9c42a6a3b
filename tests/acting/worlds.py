"""A workspace small enough to see through, and what tests do in it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from escalation.actions.action import Action, ActionKind, Destination
from escalation.actions.proposal import Proposal
from escalation.policy import Policy
from tools.acting.carrying import Carrying
from tools.acting.local import local_outlets
from tools.acting.proposing import Draft, propose
from tools.acting.sending import Sender
from tools.desk.office import Opened
from tools.importing.load import import_path
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
CONFIG = '[teams.engineering]\nchannel = "#billing"\ntracker_project = "BUG"\n'
RECORDS: dict[str, list[dict[str, Any]]] = {
    "accounts": [
        {"id": "acc-1", "name": "Northwind Traders", "domain": "northwind.example", "arr_usd": 240000},
        {"id": "acc-2", "name": "Lotus Foods", "aliases": ["莲花食品"], "domain": "lotus.example"},
    ],
    "tickets": [
        {
            "id": "T-1",
            "account_id": "acc-1",
            "subject": "Invoice export answers 502",
            "created_at": "2026-11-20T02:00:00Z",
        },
        {"id": "T-2", "account_id": "acc-2", "subject": "Invoice export fails", "created_at": "2026-11-20T05:00:00Z"},
    ],
    "kb": [{"id": "KB-7", "title": "Invoice export limits", "body": "At most 10,000 invoices.", "status": "published"}],
    "chat": [{"id": "M-1", "channel": "#billing", "at": "2026-11-20T05:30:00Z", "author": "lee", "text": "502 again"}],
    "tracker": [{"id": "BUG-7", "title": "Invoice export 502", "status": "open", "linked_tickets": ["T-2"]}],
}
SAFE = "We are working on your invoice export and will write again today."


def write_folder(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "workspace.json").write_text(json.dumps({"company": "Example", "now": NOW.isoformat()}))
    for name, rows in RECORDS.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return folder


def world(place: Path) -> Path:
    """A store with the records, its clock pinned."""
    store = place / "world.db"
    engine = open_store(store)
    import_path(engine, [write_folder(place / "world")])
    engine.dispose()
    return store


def escalate(register: Register, **said: Any) -> str:
    links: dict[str, Any] = {
        "account_ids": ("acc-1",),
        "ticket_ids": ("T-1",),
        "target": "engineering",
        "severity": "high",
    }
    return register.open(issue="Invoice export answers 502", who="Kim", at=NOW, **{**links, **said})


def put_forward(rooms: Opened, escalation: str, kind: ActionKind, **draft: Any) -> Proposal:
    """A proposal that has no findings."""
    made = propose(rooms.desk, rooms.carrying.sender.outlets, escalation, Draft(kind, **draft))
    assert made.proposal is not None, made.findings
    return made.proposal


def carrying(store: Path, *, now: datetime | None = None, clock: timedelta = timedelta(), **other: Any) -> Carrying:
    """A worker of its own over a store. `now` is the workspace's clock; `clock` how much later the real one is."""
    engine = open_store(store)
    sender = Sender(
        engine,
        Register(engine),
        StoreWorkspace(engine, now=now),
        other.get("policy", Policy()),
        local_outlets(engine, store.parent / "reminders"),
        clock=lambda: NOW + clock,
    )
    return Carrying(replace(sender, **{name: value for name, value in other.items() if name == "outlets"}))


def posted(register: Register, escalation: str, text: str, channel: str = "#billing") -> str:
    """A proposed post, put on record without a desk; returns its id."""
    from escalation.actions.action import content_hash

    place = Destination(system="workspace", id=channel, name=channel)
    action = Action(kind="post_to_channel", escalation_id=escalation, destination=place, text=text)
    data = {"action": action.model_dump(mode="json", exclude_none=True), "hash": content_hash(action)}
    data |= {"expires_at": NOW + timedelta(hours=1)}
    return f"ACT-{register.append(escalation, 'action_proposed', who='x', at=NOW, data=data).seq}"
