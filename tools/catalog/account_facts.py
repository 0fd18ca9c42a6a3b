"""An account record as the facts of a result."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tools.results.accounts import AccountFacts, Candidate, Incident, Person
from tools.serving.quoting import bare, listed, orders_in, plain, quoted

if TYPE_CHECKING:
    from escalation.ports import AccountMatch
    from escalation.records import Account, AccountSla, Deal, Health, PastEscalation

_ASKED_FOR = ("plan", "arr_usd", "renewal_date", "sla", "health", "csm", "contacts")
"""What a brief may need: named as unknown when no source tells it."""


def facts(account: Account) -> tuple[AccountFacts, tuple[str, ...]]:
    """The account, and warnings about orders in its notes or in any of its short fields."""
    notes = quoted(account.notes, f"notes on {account.id}", 1_500) if account.notes else None
    told = AccountFacts(
        id=bare(account.id),
        name=plain(account.name) or "",
        aliases=listed(account.aliases),
        domain=plain(account.domain),
        plan=plain(account.plan),
        arr_usd=account.arr_usd,
        renewal_date=_day(account.renewal_date),
        customer_since=_day(account.signup_date),
        trial_ends=_day(account.trial_ends),
        seats=account.seats,
        sla=_sla(account.sla),
        health=_health(account.health),
        csm=plain(account.csm),
        region=plain(account.region),
        language=plain(account.language),
        timezone=plain(account.timezone),
        reference_customer=account.reference_customer,
        deals=tuple(_deal(deal) for deal in account.deals),
        contacts=tuple(
            Person(
                name=plain(each.name) or "",
                role=plain(each.role),
                email=plain(each.email),
                executive=each.is_exec or None,
            )
            for each in account.contacts
        ),
        notes=notes.text if notes else None,
        unknown=tuple(name for name in _ASKED_FOR if getattr(account, name) in (None, ())),
    )
    flagged = orders_in(_short_fields(account), f"The record of {told.id}")
    return told, (*(notes.warnings if notes else ()), *flagged)


def _short_fields(account: Account) -> tuple[str | None, ...]:
    health, sla = account.health, account.sla
    return (
        *(account.name, *account.aliases, account.domain, account.plan, account.csm, account.region),
        *(account.language, account.timezone, health.trend if health else None, sla.clock if sla else None),
        *(field for each in account.contacts for field in (each.name, each.role, each.email)),
        *(deal.name for deal in account.deals),
        *(field for past in account.escalation_history for field in (past.title, past.outcome)),
    )


def called(account: Account) -> str:
    """ "Northwind Traders (acc-1)"."""
    return f"{plain(account.name, 80) or bare(account.id)} ({bare(account.id)})"


def incident(past: PastEscalation) -> Incident:
    return Incident(
        id=bare(past.id),
        at=past.at.date().isoformat(),
        title=plain(past.title) or "(no title)",
        severity=plain(past.severity),
        target=plain(past.target),
        outcome=plain(past.outcome, 240),
    )


def candidate(match: AccountMatch) -> Candidate:
    account = match.account
    return Candidate(
        id=bare(account.id),
        name=plain(account.name) or "",
        domain=plain(account.domain),
        plan=plain(account.plan),
        how=match.how,
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sla(sla: AccountSla | None) -> str | None:
    if sla is None:
        return None
    by_priority = sla.resolution_h.model_dump(exclude_none=True) if sla.resolution_h else {}
    parts = [
        f"first response {sla.first_response_h:g} h" if sla.first_response_h is not None else "",
        f"update every {sla.update_h:g} h" if sla.update_h is not None else "",
        *(f"{priority} solved in {hours:g} h" for priority, hours in by_priority.items() if _number(hours)),
        f"clock {sla.clock}" if sla.clock else "",
    ]
    return plain(", ".join(part for part in parts if part))


def _number(value: object) -> bool:
    return isinstance(value, int | float)


def _health(health: Health | None) -> str | None:
    if health is None:
        return None
    score = f"{health.score:g}" if health.score is not None else ""
    return plain(", ".join(part for part in (score, health.trend) if part))


def _deal(deal: Deal) -> str:
    amount = f"{deal.amount_usd:,.0f} USD" if deal.amount_usd is not None else "amount unknown"
    return f"{plain(deal.name)}: {amount}" + (f", closes {deal.close_date.isoformat()}" if deal.close_date else "")
