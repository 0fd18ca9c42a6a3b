"""Turns what a story tells, in short hand, into rows of the workspace format (design.md §7)."""

from __future__ import annotations

import re

from tools.sample.clock import rfc3339, stamp
from tools.sample.contracts import PLAN_SLA, Row, ticket_sla

DOCS = "https://help.lanternfold.example/articles/"
TRACKER = "https://tracker.lanternfold.example/browse/"

_ROLES = {"<": "customer", ">": "agent", "#": "internal", "*": "system"}
_LINE = re.compile(r"^(?P<at>[\d-]+ \d\d:\d\d) (?P<mark>[<>#*]) (?P<author>[^:]+): (?P<body>.*)$")
_CHAT = re.compile(
    r"^(?P<reply>> )?(?P<id>m-\d+) (?P<channel>#\S+) (?P<at>[\d-]+ \d\d:\d\d) (?P<author>[^:]+): (?P<text>.*)$"
)
_NOTE = re.compile(r"^(?P<at>[\d-]+ \d\d:\d\d) (?P<author>[^:]+): (?P<body>.*)$")
_PERSON = re.compile(r"^(?P<name>[^<|]+?)(?: <(?P<email>[^>]+)>)?(?: \| (?P<role>[^|]+?))?(?P<exec> \| exec)?$")


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
