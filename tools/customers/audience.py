"""A customer as reader, from everything the store and the assessment know: of everybody else's, nothing is shared."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.assessment import Assessment
from escalation.audience import Approval, Audience
from escalation.language import language_of
from escalation.policy import Policy
from escalation.ports import Workspace
from escalation.records import Account, Article, Ticket, TrackerItem
from escalation.register.events import Event
from escalation.register.lessons import with_cause
from escalation.terms import Language
from escalation.updates.told import told_before
from tools.customers.data_seen import data_seen

_TONGUES: tuple[Language, ...] = ("en", "zh")
_PUBLIC = frozenset({"public", "external", "customer", "customers", "everyone", "anonymous"})
_NO_PERSON = frozenset({"support", "agent", "system", "bot", "admin", "team", "customer support", "客户支持", "客服"})


def audience(
    workspace: Workspace,
    policy: Policy,
    found: Assessment,
    own: Account | None,
    *,
    log: Iterable[Event] = (),
    approved: tuple[Approval, ...] = (),
    language: Language | None = None,
) -> Audience:
    """`own` reads; None is the public, to whom every customer is somebody else. `log` tells the confirmed cause."""
    log = tuple(log)
    causes = confirmed_causes(log)
    tickets = [each.ticket for each in found.matched]
    mine = [each for each in tickets if own and each.account_id == own.id]
    accounts = [*found.affected, *((found.account,) if found.account else ())]
    articles = [*found.articles, *((found.solution,) if found.solution else ())]
    return Audience(
        customer=_called(own) if own else (),
        language=language or found.issue.language,
        timezone=own.timezone if own else None,
        contacts=_unique(_own_people(own, tickets)) if own else (),
        introduced=_introduced(found, own, accounts, tickets) if own else (),
        shared=_shared(own, tickets, articles),
        other_customers=_others(workspace, own, accounts),
        people=_unique(
            (
                *_colleagues(policy, found, [*accounts, *((own,) if own else ())], tickets),
                *_others_people(own, accounts, tickets),
            )
        ),
        channels=_unique((*(m.channel for m in found.messages), *(team.channel for team in policy.teams.values()))),
        ids=_unique(_ids(found, tickets)),
        figures=tuple(_figures([*accounts, *((own,) if own else ())], found.facts.arr_at_risk_usd)),
        cause=next(iter(causes), None),
        retold=causes[1:],
        told=tuple(each.words for tongue in _TONGUES if (each := told_before(mine, tongue, found.at))),
        approved=approved,
        data_seen=data_seen(found, own, log),
    )


def of_records(
    workspace: Workspace,
    policy: Policy,
    own: Account,
    tickets: list[Ticket],
    items: list[TrackerItem],
    *,
    language: Language,
    ids: Iterable[str] = (),
) -> Audience:
    """The same for a customer whose records are read without an assessment; `ids` are further ids of ours."""
    ours = (
        own.csm,
        *(person for team in policy.teams.values() for person in team.people),
        *(each.author for t in tickets for each in t.comments if each.role in {"agent", "internal"}),
        *(each.assignee for each in items),
    )
    return Audience(
        customer=_called(own),
        language=language,
        timezone=own.timezone,
        contacts=_unique(_own_people(own, tickets)),
        introduced=_unique((own.csm, *_wrote_to(own, tickets))),
        shared=tuple(each.id for each in tickets),
        other_customers=_others(workspace, own, ()),
        people=_unique(ours),
        channels=_unique(team.channel for team in policy.teams.values()),
        ids=_unique((*ids, *(each.id for each in items))),
        figures=tuple(_figures([own], None)),
    )


def _shared(own: Account | None, tickets: Iterable[Ticket], articles: Iterable[Article]) -> tuple[str, ...]:
    mine = (each.id for each in tickets if own and each.account_id == own.id)
    return (*mine, *(each.id for each in articles if (each.visibility or "").lower() in _PUBLIC))


def _called(account: Account) -> tuple[str, ...]:
    return tuple(name for name in (account.name, *account.aliases, account.domain) if name)


def _others(workspace: Workspace, own: Account | None, accounts: Iterable[Account]) -> tuple[str, ...]:
    mine = {own.id} if own else set[str]()
    near = [name for each in accounts if each.id not in mine for name in _called(each)]
    return _unique((*near, *workspace.account_names(except_ids=tuple(mine))))


def _own_people(own: Account, tickets: Iterable[Ticket]) -> Iterable[str | None]:
    yield from (each.name for each in own.contacts)
    for ticket in tickets:
        if ticket.account_id == own.id:
            yield ticket.requester.name if ticket.requester else None
            yield from (each.author for each in ticket.comments if each.role == "customer")


def _wrote_to(own: Account, tickets: Iterable[Ticket]) -> Iterable[str | None]:
    """Colleagues who answered this customer under their name: whoever wrote to them is somebody they know."""
    for ticket in tickets:
        if ticket.account_id == own.id and (ticket.channel or "").lower() != "internal":
            yield from (each.author for each in ticket.comments if each.role == "agent" and each.public)


def _introduced(
    found: Assessment, own: Account, accounts: Iterable[Account], tickets: Iterable[Ticket]
) -> tuple[str, ...]:
    """Ours whom the customer knows: who wrote to them, who looks after them, and the agent whom they told of it, who writes this.
    Somebody of another customer may have reported it, and is theirs."""
    listed = list(tickets)
    others = set(_others_people(own, accounts, listed))
    known = _unique((own.csm, found.reported_by, *_wrote_to(own, listed)))
    return tuple(name for name in known if name not in others)


def _others_people(own: Account | None, accounts: Iterable[Account], tickets: Iterable[Ticket]) -> Iterable[str | None]:
    """Whoever speaks for the other customers of this escalation: who else has the fault is not this customer's to know."""
    mine = own.id if own else None
    yield from (contact.name for account in accounts if account.id != mine for contact in account.contacts)
    for ticket in tickets:
        if ticket.account_id != mine:
            yield ticket.requester.name if ticket.requester else None
            yield from (each.author for each in ticket.comments if each.role == "customer")


def _colleagues(
    policy: Policy, found: Assessment, accounts: Iterable[Account], tickets: Iterable[Ticket]
) -> Iterable[str | None]:
    yield found.reported_by
    yield from (account.csm for account in accounts)
    yield from (person for team in policy.teams.values() for person in team.people)
    yield from (each.author for t in tickets for each in t.comments if each.role in {"agent", "internal"})
    yield from (each.author for each in found.messages)
    yield from (each.assignee for each in found.items)


def _ids(found: Assessment, tickets: Iterable[Ticket]) -> Iterable[str]:
    yield from (id for name, listed in found.cited for id in listed if name != "accounts")
    yield from (each.id for each in tickets)
    yield from (each.id for each in found.items)


def _figures(accounts: Iterable[Account], total: float | None) -> Iterable[str]:
    if total:
        yield f"${total:,.0f}"
    for account in accounts:
        amounts = (account.arr_usd, *(deal.amount_usd for deal in account.deals))
        yield from (f"${amount:,.0f}" for amount in amounts if amount)


def confirmed_causes(log: Iterable[Event]) -> tuple[str, ...]:
    """The cause that was last put on record as found, once in each language; what was reopened since was not caused by it."""
    causes: tuple[str, ...] = ()
    for event in log:
        told = event.data.get("cause")
        if event.what == "reopened":
            causes = ()
        elif isinstance(told, str) and told.strip():
            causes = with_cause(causes, told.strip())
    return causes


def in_language(causes: Iterable[str], language: Language) -> str | None:
    """The cause in the reader's language, else as it was first told."""
    found = list(causes)
    return next((each for each in found if language_of(each) == language), found[0] if found else None)


def _unique(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name and name.casefold() not in _NO_PERSON))
