"""The reader: one customer's audience as an assessment knows it; of everybody else's, nothing is shared."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.assessment import Assessment
from escalation.audience.known import Approval, Audience
from escalation.promises.found import PromiseKind
from escalation.promises.standing import standing
from escalation.records import Account, Article, Ticket
from escalation.terms import Language

PUBLIC = frozenset({"public", "external", "customer", "customers", "everyone", "anonymous"})
"""Visibilities of an article that every customer may read."""

_NO_PERSON = frozenset({"support", "agent", "system", "bot", "admin", "team", "customer support", "客户支持"})

_DATED: tuple[PromiseKind, ...] = ("fix_by", "deliver_by", "other")


def reader(found: Assessment, language: Language) -> Audience:
    """The named customer as reader. With none named, every customer of the assessment is somebody else."""
    own = found.account
    everyone = (*found.affected, *((own,) if own else ()))
    mine = [each.ticket.id for each in found.matched if own and each.ticket.account_id == own.id]
    return Audience(
        customer=_called(own) if own else (),
        language=language,
        timezone=own.timezone if own else None,
        contacts=_own_people(found, own) if own else (),
        shared=(*mine, *(each.id for each in _articles(found) if (each.visibility or "").lower() in PUBLIC)),
        other_customers=tuple(name for each in everyone if own is None or each.id != own.id for name in _called(each)),
        people=_unique(_ours(found, everyone)),
        channels=_unique(each.channel for each in found.messages),
        ids=_unique((*_cited(found), *(each.ticket.id for each in found.matched), *(each.id for each in found.items))),
        figures=tuple(_figures(everyone)),
        approved=tuple(_promised(found, own)) if own else (),
    )


def _promised(found: Assessment, own: Account) -> Iterable[Approval]:
    """What support wrote to this customer that it will do by a time to come: it stands, and may be said again."""
    tickets = [each.ticket for each in found.matched if each.ticket.account_id == own.id]
    for owed in standing(tickets, {own.id: own}, found.at):
        if owed.promise.due is not None and owed.promise.due > found.at:
            words = owed.promise.span
            yield from (Approval(kind=kind, due=owed.promise.due, words=words) for kind in _DATED)


def _called(account: Account) -> tuple[str, ...]:
    return tuple(name for name in (account.name, *account.aliases, account.domain) if name)


def _articles(found: Assessment) -> tuple[Article, ...]:
    return (*found.articles, *((found.solution,) if found.solution else ()))


def _own_people(found: Assessment, own: Account) -> tuple[str, ...]:
    tickets = [each.ticket for each in found.matched if each.ticket.account_id == own.id]
    asked = (ticket.requester.name for ticket in tickets if ticket.requester)
    wrote = (each.author for ticket in tickets for each in ticket.comments if each.role == "customer")
    return _unique((*(each.name for each in own.contacts), *asked, *wrote))


def _ours(found: Assessment, everyone: Iterable[Account]) -> Iterable[str | None]:
    """Colleagues: whoever writes or is asked inside. Who reported it may be the customer, and is told apart by `contacts`."""
    tickets: list[Ticket] = [each.ticket for each in found.matched]
    yield found.reported_by
    yield from (account.csm for account in everyone)
    yield from (c.author for ticket in tickets for c in ticket.comments if c.role in {"agent", "internal"})
    yield from (each.author for each in found.messages)
    yield from (item.assignee for item in found.items)


def _cited(found: Assessment) -> Iterable[str]:
    return (id for name, listed in found.cited for id in listed if name != "accounts")


def _figures(everyone: Iterable[Account]) -> Iterable[str]:
    for account in everyone:
        amounts = (account.arr_usd, *(deal.amount_usd for deal in account.deals))
        yield from (f"${amount:,.0f}" for amount in amounts if amount)


def _unique(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name and name.casefold() not in _NO_PERSON))
