"""Reads the hand-written stories (TOML, one per scenario) into records of the workspace format."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tools.sample.clock import due, rfc3339, stamp

Row = dict[str, Any]

DOCS = "https://help.lanternfold.example/articles/"
TRACKER = "https://tracker.lanternfold.example/browse/"

PLAN_SLA: dict[str, Row | None] = {
    "Enterprise": {
        "first_response_h": 4,
        "update_h": 4,
        "resolution_h": {"urgent": 8, "high": 24, "normal": 72, "low": 168},
        "clock": "24x7",
    },
    "Professional": {
        "first_response_h": 8,
        "update_h": 24,
        "resolution_h": {"urgent": 18, "high": 27, "normal": 90, "low": 180},
        "clock": "business",
    },
    "Starter": {
        "first_response_h": 18,
        "update_h": None,
        "resolution_h": {"urgent": 45, "high": 90, "normal": 180, "low": 270},
        "clock": "business",
    },
    "Trial": None,
}
_ROLES = {"<": "customer", ">": "agent", "#": "internal", "*": "system"}
_LINE = re.compile(r"^(?P<at>[\d-]+ \d\d:\d\d) (?P<mark>[<>#*]) (?P<author>[^:]+): (?P<body>.*)$")
_CHAT = re.compile(
    r"^(?P<reply>> )?(?P<id>m-\d+) (?P<channel>#\S+) (?P<at>[\d-]+ \d\d:\d\d) (?P<author>[^:]+): (?P<text>.*)$"
)
_NOTE = re.compile(r"^(?P<at>[\d-]+ \d\d:\d\d) (?P<author>[^:]+): (?P<body>.*)$")
_PERSON = re.compile(r"^(?P<name>[^<|]+?)(?: <(?P<email>[^>]+)>)?(?: \| (?P<role>[^|]+?))?(?P<exec> \| exec)?$")
_NO_RESOLUTION_CLOCK = frozenset({"feature", "question"})


@dataclass
class Records:
    """All rows of a workspace, by file."""

    accounts: list[Row] = field(default_factory=list[Row])
    tickets: list[Row] = field(default_factory=list[Row])
    kb: list[Row] = field(default_factory=list[Row])
    chat: list[Row] = field(default_factory=list[Row])
    tracker: list[Row] = field(default_factory=list[Row])


def matched(pattern: re.Pattern[str], line: str) -> re.Match[str]:
    """The match, or a `ValueError` that shows the line: a story with a slip in it must not be half read."""
    found = pattern.match(line)
    if found is None:
        raise ValueError(f"unreadable story line: {line!r}")
    return found


def _lines(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if line.strip()]


def account(told: Row) -> Row:
    """An account row; the contract follows from the plan unless the story tells its own."""
    people = [matched(_PERSON, line) for line in told.get("contacts", [])]
    row: Row = {
        "id": told["id"],
        "name": told["name"],
        "aliases": told.get("aliases", []),
        "domain": told["domain"],
        "plan": told["plan"],
        "arr_usd": told.get("arr"),
        "seats": told["seats"],
        "region": told["region"],
        "language": told["language"],
        "timezone": told["timezone"],
        "signup_date": told["signup"],
        "renewal_date": told.get("renewal"),
        "trial_ends": told.get("trial_ends"),
        "sla": told.get("sla", PLAN_SLA[told["plan"]]),
        "contacts": [
            {"name": p["name"], "email": p["email"], "role": p["role"], "is_exec": p["exec"] is not None}
            for p in people
        ],
        "csm": told.get("csm"),
        "health": told.get("health"),
        "reference_customer": told.get("reference", False),
        "notes": told.get("notes"),
        "deals": told.get("deals", []),
        "escalation_history": told.get("history", []),
    }
    return row


def comments(ticket_id: str, thread: str) -> list[Row]:
    """Comments from "03-19 14:05 > Name: words"; < customer, > agent, # internal note, * system."""
    rows: list[Row] = []
    for number, line in enumerate(_lines(thread), start=1):
        part = matched(_LINE, line)
        rows.append(
            {
                "id": f"{ticket_id}-{number}",
                "author": part["author"],
                "role": _ROLES[part["mark"]],
                "at": rfc3339(stamp(part["at"])),
                "public": part["mark"] in "<>",
                "body": part["body"].replace("\\n", "\n"),
            }
        )
    return rows


def ticket_sla(told: Row, of: Row | None, created: datetime) -> Row | None:
    """Due times of one ticket under its account's contract; `None` without a contract."""
    terms: Row | None = of["sla"] if of else None
    if of is None or terms is None:
        return None
    hours: float | None = terms["resolution_h"].get(told["priority"])
    if told["type"] in _NO_RESOLUTION_CLOCK:
        hours = None
    zone, clock = of["timezone"], terms["clock"]
    return {
        "first_response_due": rfc3339(due(created, terms["first_response_h"], clock, zone)),
        "resolution_due": None if hours is None else rfc3339(due(created, hours, clock, zone)),
    }


def ticket(told: Row, accounts: dict[str, Row]) -> Row:
    """A ticket row; response, update and solution times are read off its thread."""
    created, owner = stamp(told["at"]), told.get("account")
    thread = comments(told["id"], told["thread"])
    answers = [c["at"] for c in thread if c["role"] == "agent" and c["public"]]
    last = thread[-1]["at"] if thread else rfc3339(created)
    by = matched(_PERSON, told["by"])
    done: bool = told["status"] in {"solved", "closed"}
    return {
        "id": told["id"],
        "account_id": owner,
        "requester": {"name": by["name"], "email": by["email"]},
        "channel": told.get("channel", "email"),
        "subject": told["subject"],
        "description": told["description"].strip(),
        "language": told.get("language", "en"),
        "product_area": told["area"],
        "type": told["type"],
        "priority": told["priority"],
        "status": told["status"],
        "tier": told.get("tier", "L1"),
        "created_at": rfc3339(created),
        "updated_at": last,
        "first_response_at": answers[0] if answers else None,
        "solved_at": (rfc3339(stamp(told["solved"])) if "solved" in told else last) if done else None,
        "sla": ticket_sla(told, accounts[owner] if owner else None, created),
        "tags": told.get("tags", []),
        "linked_tracker": told.get("tracker", []),
        "linked_kb": told.get("kb", []),
        "merged_into": told.get("merged"),
        "csat": told.get("csat"),
        "comments": thread,
        "affected_users": told.get("users"),
    }


def article(told: Row) -> Row:
    return {
        "id": told["id"],
        "title": told["title"],
        "body": told["body"].strip(),
        "product_area": told["area"],
        "type": told["type"],
        "language": told.get("language", "en"),
        "status": told.get("status", "published"),
        "visibility": told.get("visibility", "public"),
        "updated_at": rfc3339(stamp(told["updated"])),
        "tags": told.get("tags", []),
        "has_workaround": told.get("has_workaround", False),
        "applies_to": told.get("applies_to"),
        "fixed_in": told.get("fixed_in"),
        "url": DOCS + told["id"].lower(),
    }


def item(told: Row) -> Row:
    notes = [matched(_NOTE, line) for line in _lines(told.get("comments", ""))]
    said = [{"author": n["author"], "at": rfc3339(stamp(n["at"])), "body": n["body"]} for n in notes]
    created = rfc3339(stamp(told["at"]))
    return {
        "id": told["id"],
        "title": told["title"],
        "body": told["body"].strip(),
        "type": told["type"],
        "status": told["status"],
        "priority": told["priority"],
        "created_at": created,
        "updated_at": said[-1]["at"] if said else created,
        "component": told["component"],
        "labels": told.get("labels", []),
        "linked_tickets": told.get("tickets", []),
        "fixed_in": told.get("fixed_in"),
        "assignee": told.get("assignee"),
        "url": TRACKER + told["id"],
        "comments": said,
    }


def messages(text: str) -> list[Row]:
    """Chat rows from "m-48301 #support 03-18 15:02 Name: words"; "> " in front answers the last message without it."""
    rows: list[Row] = []
    root: str | None = None
    for line in _lines(text):
        part = matched(_CHAT, line)
        root = root if part["reply"] else part["id"]
        rows.append(
            {
                "id": part["id"],
                "channel": part["channel"],
                "at": rfc3339(stamp(part["at"])),
                "author": part["author"],
                "text": part["text"].replace("\\n", "\n"),
                "thread_of": root if part["reply"] else None,
                "mentions": re.findall(r"@([\w.-]+)", part["text"]),
            }
        )
    return rows


def read(folder: Path, accounts: Sequence[Row] = ()) -> Records:
    """All stories of a folder, in the order of their file names, about their own accounts and the given ones.

    Raises `ValueError` on a line it cannot read.
    """
    told: list[Row] = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    records = Records(accounts=list(accounts))
    for story in told:
        usual = story.get("account_defaults", {})
        records.accounts += [account(usual | row) for row in story.get("accounts", [])]
    by_id = {row["id"]: row for row in records.accounts}
    for story in told:
        usual = story.get("ticket_defaults", {})
        records.tickets += [ticket(usual | row, by_id) for row in story.get("tickets", [])]
        records.kb += [article(row) for row in story.get("kb", [])]
        records.tracker += [item(row) for row in story.get("tracker", [])]
        records.chat += messages(story.get("chat", ""))
    return records
