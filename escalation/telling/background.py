"""What is put on the ledger so that a writer may say it: every matching report, the customers' records, what was ruled out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from escalation.assessment import Lookalike
from escalation.judgement.case import Case
from escalation.matching.ruled import in_effect
from escalation.records import Account

DOUBTFUL = frozenset({"not_the_issue", "other_area"})
"""Why a record is not counted where nothing but its words sets it apart."""

LOOKED_AT_AGAIN = 3

IN_FULL = 3
"""Customers whose whole record is laid open; of further ones only plan and ARR."""


def lay_open(case: Case, lookalikes: Iterable[Lookalike]) -> None:
    """Adds evidence in a fixed order; what is there already keeps its id."""
    for answer in case.answers.values():
        case.by_reporter(answer)
    for ticket in case.tickets:
        case.ledger.ticket(ticket)
    named = case.named_ids
    accounts = [*case.context.named, *(a for a in case.affected if a.id not in named)]
    for number, account in enumerate(accounts):
        _account(case, account, in_full=account.id in named or number < IN_FULL)
    for ruling in in_effect(case.context):  # somebody's words, and no fact by themselves
        case.ledger.add("reporter", "ruling", ruling.reason, about="ruling", at=case.now)
    for look in lookalikes:
        values = ", ".join(f"{k} {v}" for k, v in look.why.values.items() if v is not None and k != "reason")
        statement = (
            f"{look.record_id} is not counted: {look.why.signal.replace('_', ' ')}{f' ({values})' if values else ''}"
        )
        case.ledger.computed("not_counted", statement, (look.record_id,))


def as_their_records_write(case: Case, lookalikes: Sequence[Lookalike]) -> tuple[Lookalike, ...]:
    """Look-alikes with the day of their ticket, and the error in the capitals of it: it is going to be quoted. The most doubtful
    come with their subject."""
    tickets = {t.id: t for t in case.context.tickets}
    doubtful = [look.record_id for look in lookalikes if look.why.signal in DOUBTFUL][:LOOKED_AT_AGAIN]
    told: list[Lookalike] = []
    for look in lookalikes:
        error, ticket = look.why.values.get("error"), tickets.get(look.record_id)
        text = "\n".join(ticket.texts) if ticket and isinstance(error, str) else ""
        changed: dict[str, Any] = {"at": ticket.created_at} if ticket else {}
        if hit := re.search(re.escape(error), text, re.IGNORECASE) if isinstance(error, str) else None:
            changed["why"] = look.why.model_copy(update={"values": look.why.values | {"error": hit[0]}})
        if ticket and look.record_id in doubtful:
            changed["subject"] = ticket.subject
        told.append(look.model_copy(update=changed) if changed else look)
    return tuple(told)


def _health(account: Account) -> str | None:
    health = account.health
    if health is None or health.score is None:
        return None
    return f"{health.score:g}" + (f", {health.trend}" if health.trend else "")


def _account(case: Case, account: Account, *, in_full: bool) -> None:
    known: dict[str, str | None] = {
        "plan": account.plan,
        "arr_usd": f"${account.arr_usd:,.0f}" if account.arr_usd is not None else None,
    }
    if in_full:
        known |= {
            "seats": str(account.seats) if account.seats is not None else None,
            "signup_date": str(account.signup_date) if account.signup_date else None,
            "renewal_date": str(account.renewal_date) if account.renewal_date else None,
            "trial_ends": str(account.trial_ends) if account.trial_ends else None,
            "csm": account.csm,
            "health": _health(account),
            "notes": account.notes,
        }
    for about, value in known.items():
        if value:
            case.ledger.account(account, about, value)
    if not in_full:
        return
    for contact in account.contacts:
        case.ledger.account(account, "contact", ", ".join(x for x in (contact.name, contact.role) if x))
    for past in account.escalation_history:
        told = ", ".join(x for x in (past.title, past.severity, past.target, past.outcome) if x)
        case.ledger.add(
            "accounts",
            account.id,
            f"{account.name}: escalation {past.id}, {told}",
            about="escalation_history",
            at=past.at,
            account_id=account.id,
        )
