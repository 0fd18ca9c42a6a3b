"""The smallest worlds that show a behaviour: records with only the fields that matter."""

from datetime import UTC, datetime, timedelta
from typing import Any

from escalation.assessment import Issue
from escalation.context import Context
from escalation.matching.belonging import Matching, match_tickets
from escalation.matching.profile import profile_of
from escalation.records import Account, Ticket, TrackerItem
from escalation.terms import IssueKind

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


def account(id_: str, **fields: Any) -> Account:
    return Account.model_validate({"id": id_, "name": id_.title(), "plan": "Enterprise", **fields})


def ticket(id_: str, account_id: str, subject: str, *, days: float = 1, **fields: Any) -> Ticket:
    data: dict[str, Any] = {
        "id": id_,
        "account_id": account_id,
        "subject": subject,
        "created_at": NOW - timedelta(days=days),
        "product_area": "exports",
    }
    return Ticket.model_validate(data | fields)


def item(id_: str, *, linked: tuple[str, ...] = (), **fields: Any) -> TrackerItem:
    return TrackerItem.model_validate({"id": id_, "title": id_, "type": "bug", "linked_tickets": linked, **fields})


def issue(text: str, kind: IssueKind = "bug", **fields: Any) -> Issue:
    whole = profile_of(text)
    data: dict[str, Any] = {"error_strings": tuple(whole.errors), "endpoints": tuple(whole.endpoints)}
    return Issue.model_validate({"text": text, "language": "en", "kind": kind, **data, **fields})


def context(*tickets: Ticket, items: tuple[TrackerItem, ...] = (), named: tuple[str, ...] = ()) -> Context:
    accounts = {t.account_id: account(t.account_id) for t in tickets if t.account_id}
    accounts |= {n: account(n) for n in named}
    # A workspace of a thousand tickets in which the topic's words are rare, as they are in life.
    return Context(
        tickets=tickets,
        accounts=accounts,
        items=items,
        named=tuple(accounts[n] for n in named),
        frequencies={"export": 30, "missing": 20, "row": 10, "sync": 30},
        ticket_total=1000,
    )


def matched(issue_: Issue, context_: Context) -> tuple[Matching, set[str]]:
    found = match_tickets(issue_, context_, NOW)
    return found, {s.ticket.id for s in found.belonging}


def ruled_out(found: Matching) -> dict[str, str]:
    return {look.record_id: look.why.signal for look in found.lookalikes}
