"""Where no support platform is connected, the tickets that were handed in are the tickets, and whose they are the customers.

What the host's own connectors found stands for records as far as it was quoted: a customer's words with their day are a ticket of
theirs, "ARR: 210000 USD" is what is known of the customer, and everything else of them is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from escalation.assessment import Issue
from escalation.claims.fold import fold
from escalation.claims.money import money
from escalation.context import Context
from escalation.evidence import Evidence
from escalation.judgement.forms import is_form, values_of
from escalation.naming import name_key, short_key
from escalation.records import Account, Comment, Ticket


def account_key(name: str) -> str:
    """By which two spellings of a customer are one."""
    return short_key(name_key(name))


def is_ticket(piece: Evidence) -> bool:
    """A customer's own words with their day; a form of the CRM tells of the customer, and a word without a day begins nothing."""
    return (
        piece.source == "host"
        and piece.about == "text"
        and piece.account_id is not None
        and piece.at is not None
        and not is_form(piece.quotation)
    )


def tickets_of(evidence: Iterable[Evidence]) -> tuple[Ticket, ...]:
    """One for each record that customers' words were quoted from: the first of them opens it, later ones answer in it."""
    threads: dict[str, list[Evidence]] = {}
    for piece in filter(is_ticket, evidence):
        threads.setdefault(piece.own_id or piece.record_id, []).append(piece)
    return tuple(_thread(id_, sorted(told, key=lambda p: p.at or p.fetched_at)) for id_, told in threads.items())


def _thread(id_: str, told: list[Evidence]) -> Ticket:
    first, *later = told
    return Ticket(
        id=id_,
        account_id=first.account_id,
        subject="",
        description=first.quotation,
        created_at=first.at or first.fetched_at,
        comments=tuple(
            Comment(id=f"{id_}-{n}", role="customer", public=True, at=p.at or p.fetched_at, body=p.quotation)
            for n, p in enumerate(later, start=2)
        ),
    )


def accounts_of(evidence: Iterable[Evidence]) -> Mapping[str, Account]:
    """What was quoted of each customer that a piece names, by the id it has there; what nobody quoted is unknown."""
    told: dict[str, list[str]] = {}
    for piece in evidence:
        if piece.source == "host" and piece.account_id is not None:
            told.setdefault(piece.account_id, []).append(piece.quotation)
    return {id_: _account(id_, words) for id_, words in told.items()}


def _account(id_: str, words: list[str]) -> Account:
    arr = next((value for value in map(_usd, values_of("arr_usd", words)) if value is not None), None)
    renewal = next((day for day in map(_day, values_of("renewal_date", words)) if day is not None), None)
    return Account(
        id=id_,
        name=id_,
        plan=next(iter(values_of("plan", words)), None),
        arr_usd=arr,
        renewal_date=renewal,
    )


def _usd(value: str) -> float | None:
    """An amount with its currency; one without, or in another currency, is none that can be added up."""
    return next((float(c.amount.value) for c in money(fold(value)) if c.amount and c.unit == "USD"), None)


def _day(value: str) -> date | None:
    """A day of the calendar; what only looks like one ("2026-02-30") is unknown."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def with_handed_in(issue: Issue, context: Context, evidence: Iterable[Evidence]) -> tuple[Issue, Context]:
    """The issue and its context with what was handed in for records. Unchanged where a support platform was searched."""
    if any(line.category == "support_platform" and line.state == "searched" for line in context.coverage):
        return issue, context
    pieces = tuple(evidence)
    accounts = {id_: a for id_, a in accounts_of(pieces).items() if id_ not in context.accounts}
    tickets = tickets_of(pieces)
    if not accounts and not tickets:
        return issue, context
    named = context.named or tuple(_named(accounts.values(), context.unknown_name or issue.text))
    return (
        issue.model_copy(update={"ticket_ids": tuple(dict.fromkeys((*issue.ticket_ids, *(t.id for t in tickets))))}),
        replace(
            context,
            tickets=(*context.tickets, *tickets),
            accounts={**context.accounts, **accounts},
            named=named,
            handed_in={
                **_told_of(pieces, accounts),
                **{t.id: told for t in tickets if (told := _quoted_from(t.id, pieces))},
            },
            unknown_name=None if named else context.unknown_name,
        ),
    )


def _told_of(pieces: tuple[Evidence, ...], accounts: Iterable[str]) -> Mapping[str, tuple[Evidence, ...]]:
    return {id_: tuple(p for p in pieces if p.account_id == id_ and p.source == "host") for id_ in accounts}


def _quoted_from(id_: str, pieces: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(piece for piece in pieces if is_ticket(piece) and (piece.own_id or piece.record_id) == id_)


def not_records(evidence: Iterable[Evidence], context: Context) -> tuple[Evidence, ...]:
    """What of the evidence is neither a ticket nor a form of a customer's in this context: it speaks for itself."""
    told = {p.id for pieces in context.handed_in.values() for p in pieces if is_ticket(p) or is_form(p.quotation)}
    return tuple(piece for piece in evidence if piece.id not in told)


def _named(accounts: Iterable[Account], text: str) -> Iterator[Account]:
    said = f" {name_key(text)} "
    for account in accounts:
        key = account_key(account.name)
        if key and (f" {key} " in said if key.isascii() else key in said):
            yield account
