"""`python -m evals.recount [FOLDER…]`: the scenarios' facts counted anew from the raw records; imports nothing of the product.

Each folder holds `workspace/` (design.md §7) and `scenarios.jsonl`; the facts of design.md §8 are written to `truth.jsonl` beside
them. Which tickets belong to an issue, and which article solves it, is a person's judgement and stands in the scenarios.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Row = dict[str, Any]

COMPANIES = Path(__file__).parent / "cases" / "companies"
PATTERN = 3
"""Distinct customers that make a pattern (domain.md §3)."""


def recount(scenario: Row, accounts: dict[str, Row], tickets: dict[str, Row]) -> Row:
    """All facts of one scenario; unknown is None. Raises `KeyError` for a ticket or an account that is not there."""
    now = instant(scenario["as_of"])
    chosen = [tickets[key] for key in scenario["belongs"]]
    affected = sorted({t["account_id"] for t in chosen if t.get("account_id")})
    amounts = [accounts[a]["arr_usd"] for a in affected if accounts[a].get("arr_usd") is not None]
    first = min((instant(t["created_at"]) for t in chosen), default=None)
    named = scenario["named_account_id"]
    return {
        "affected_customers": len(affected),
        "affected_account_ids": affected,
        "arr_at_risk_usd": sum(amounts) if amounts else None,
        "first_reported_at": first.isoformat().replace("+00:00", "Z") if first else None,
        "sla_breached": any(breached(t, now) for t in chosen if not t.get("merged_into")),
        "prior_escalation_count": sum(
            len(accounts[a].get("escalation_history") or ()) for a in ([named] if named else affected)
        ),
        "kb_workaround_exists": scenario["kb_workaround"] is not None,
        "pattern_3plus_customers": len(affected) >= PATTERN,
    }


def breached(ticket: Row, now: datetime) -> bool:
    """Answered or solved late, or still unanswered or unsolved past its due time. What was merged is answered in the other."""
    due: Row = ticket.get("sla") or {}
    pairs = (("first_response_due", "first_response_at"), ("resolution_due", "solved_at"))
    return any(missed(due.get(when), ticket.get(done), now) for when, done in pairs)


def missed(due: str | None, done: str | None, now: datetime) -> bool:
    if due is None:
        return False
    return (min(instant(done), now) if done else now) > instant(due)


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def truth(folder: Path) -> list[Row]:
    """The facts of every scenario in a company's folder."""
    accounts, tickets = (
        {row["id"]: row for row in rows(folder / "workspace" / f"{name}.jsonl")} for name in ("accounts", "tickets")
    )
    return [{"id": s["id"], "facts": recount(s, accounts, tickets)} for s in rows(folder / "scenarios.jsonl")]


def main(arguments: list[str]) -> int:
    """Writes each folder's truth.jsonl; exit code 0."""
    for folder in [Path(a) for a in arguments] or sorted(p for p in COMPANIES.iterdir() if p.is_dir()):
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in truth(folder))
        (folder / "truth.jsonl").write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
