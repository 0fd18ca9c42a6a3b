"""Recounts the scenarios' facts from the raw files, with nothing of the product imported and the tickets chosen by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]

WORKSPACE = Path(__file__).parents[2] / "tools" / "sample" / "workspace"

ISSUES: dict[str, tuple[str, ...]] = {
    "acme-api-500": (
        "T-48258",
        "T-48360",
        "T-48263",
        "T-48335",
        "T-48304",
        "T-48408",
    ),
    "export-missing-rows": (
        "T-48149",
        "T-48205",
        "T-48222",
        "T-48306",
    ),
    "sso-login-loop": (
        "T-48353",
        "T-48362",
        "T-48354",
        "T-48356",
        "T-48361",
        "T-48364",
        "T-48402",
        "T-48433",
    ),
    "audit-log-churn": (
        "T-32841",
        "T-39042",
        "T-41162",
        "T-42519",
        "T-45355",
        "T-47611",
        "T-48152",
    ),
    "xyz-sync-outage": ("T-48425",),
    "abc-bulk-assignment": (
        "T-32953",
        "T-33358",
        "T-34362",
        "T-36115",
        "T-37536",
        "T-37837",
        "T-38358",
        "T-41309",
        "T-41913",
        "T-42713",
        "T-44162",
        "T-44921",
        "T-45622",
        "T-46025",
        "T-46868",
        "T-47511",
        "T-48313",
    ),
    "def-security": ("T-48006",),
    "ghi-executive": (
        "T-38926",
        "T-41811",
        "T-43032",
        "T-46029",
        "T-47204",
        "T-47430",
        "T-48409",
    ),
    "garbled-import": ("T-48240",),
    "unassigned-requests": ("T-48339",),
    "milestones-training": ("T-48310",),
    "large-attachment": ("T-48371",),
    "android-push": ("T-48317",),
    "expired-certificate": ("T-48340",),
    "share-link-numbers": ("T-48260",),
    "dashboards-recovered": (
        "T-48236",
        "T-48238",
    ),
    "duplicate-work-orders": ("T-48265",),
}
"""Ticket ids of each issue, picked by reading the tickets; merged duplicates are in."""


def rows(name: str) -> dict[str, Row]:
    lines = (WORKSPACE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def _missed(due: str | None, done: str | None, now: str) -> bool:
    # All times of the files have one form, so that their text sorts as time does.
    return due is not None and (done or now) > due


def _breached(ticket: Row, now: str) -> bool:
    due = ticket["sla"]
    return due is not None and (
        _missed(due["first_response_due"], ticket["first_response_at"], now)
        or _missed(due["resolution_due"], ticket["solved_at"], now)
    )


def recount(scenario: Row) -> Row:
    """All facts of design.md §8 that can be counted; whether an article helps is a person's judgement."""
    accounts, tickets = rows("accounts"), rows("tickets")
    chosen = [tickets[key] for key in ISSUES[scenario["id"]]]
    affected = sorted({t["account_id"] for t in chosen})
    known = [accounts[key]["arr_usd"] for key in affected if accounts[key]["arr_usd"] is not None]
    whose = [scenario["account"]] if scenario["account"] else affected
    return {
        "affected_customers": len(affected),
        "affected_account_ids": affected,
        "arr_at_risk_usd": sum(known) if known else None,
        "first_reported_at": min(t["created_at"] for t in chosen),
        "sla_breached": any(_breached(t, scenario["as_of"]) for t in chosen),
        "prior_escalation_count": sum(len(accounts[key]["escalation_history"]) for key in whose),
        "pattern_3plus_customers": len(affected) >= 3,
    }
