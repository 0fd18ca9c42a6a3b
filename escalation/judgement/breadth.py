"""How many it reaches (domain.md §5): customers and users, whether it grows, and who tells of it outside the records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from escalation.assessment import Finding
from escalation.judgement.asking_first import different_matters
from escalation.judgement.case import Case
from escalation.judgement.headcount import Headcount, headcounts, people_named, people_told
from escalation.judgement.over import stopped
from escalation.text.concepts import concepts

GROWTH_DAYS = 7


def breadth(case: Case) -> Iterable[Finding]:
    if case.customer_count:
        named = case.named_ids
        names = tuple(a.name for a in sorted(case.affected, key=lambda a: a.id not in named))
        yield Finding(
            signal="customers_asked" if case.issue.kind == "feature" else "customers_affected",
            values={"count": case.customer_count, "accounts": names},
            evidence=(counted(case),),
        )
    if outside := told_outside(case):
        pieces = tuple(p.id for p in case.pieces if case.name_of(p.account_id) in outside)
        yield Finding(signal="customers_handed_in", values={"accounts": outside}, evidence=pieces[:3])
    users = [t for t in case.tickets if t.affected_users]
    if users and case.issue.kind != "feature":
        total = sum(_users_by_account(case).values())
        inputs = tuple(t.id for t in users)
        statement = f"affected users = {total} (largest figure per customer on {', '.join(inputs)})"
        evidence = case.ledger.computed("affected_users", statement, inputs)
        yield Finding(signal="users_affected", values={"count": total}, evidence=(evidence,))
    if case.issue.kind != "feature" and (told := _told_only(case)):
        yield _people_told(case, told)
    if not people_known(case) and (answer := case.answers.get("how_many_users")):
        yield Finding(signal="users_reported", values={"words": answer}, evidence=(case.by_reporter(answer),))
    elif not people_known(case) and (typed := people_named(case.issue.text)):
        yield Finding(signal="users_reported", values={"words": typed[1]}, evidence=(case.by_reporter(),))
    if len(case.tickets) > 1 and not (case.over or stopped(case) or different_matters(case)):
        yield _growth(case)


def told_outside(case: Case) -> tuple[str, ...]:
    """Customers who tell of this very matter in what was handed in, and of whom no record does. They are named and not counted:
    nobody here can open what was handed in."""
    shown = {a.id for a in case.affected}
    told = (
        p.account_id
        for p in case.pieces
        if p.description and p.account_id not in shown and concepts(p.description).intersection(case.issue.concepts)
    )
    return tuple(dict.fromkeys(name for id_ in told if (name := case.name_of(id_))))


def _users_by_account(case: Case) -> dict[str, int]:
    """A customer that states a number on several tickets is counted once, with the largest."""
    largest: dict[str, int] = {}
    for t in case.tickets:
        key = t.account_id or t.id
        largest[key] = max(largest.get(key, 0), t.affected_users or 0)
    return largest


def _told_only(case: Case) -> tuple[Headcount, ...]:
    """Numbers that customers name in words, of those whose tickets carry no figure of the helpdesk's own."""
    counted = {t.account_id for t in case.tickets if t.affected_users}
    told = headcounts(case.heard, (t.id for t in (*case.tickets, *case.pieces) if not t.solved))
    return tuple(h for h in told if h.account_id not in counted)


def _people_told(case: Case, told: tuple[Headcount, ...]) -> Finding:
    tickets = {t.id: t for t in case.tickets}
    evidence = [case.ledger.ticket(tickets[h.ticket], h.words) if h.ticket in tickets else h.ticket for h in told]
    total = sum(h.count for h in told)
    if len(told) > 1:
        parts = " + ".join(f"{h.count} ({h.ticket})" for h in told)
        evidence.append(case.ledger.computed("people_told", f"people the customers name = {total} = {parts}"))
    return Finding(
        signal="users_told", values={"count": total, "words": tuple(h.words for h in told)}, evidence=tuple(evidence)
    )


def people(case: Case) -> int:
    """How many people the records say are hit, in fields or in the customers' words; 0 where they do not say."""
    return sum(_users_by_account(case).values()) + sum(h.count for h in _told_only(case))


def people_known(case: Case) -> bool:
    """Whether the records say how many people are hit, in a field or in words."""
    return any(t.affected_users for t in case.tickets) or bool(_told_only(case)) or people_told(case.tickets)


def _growth(case: Case) -> Finding:
    edge = case.now - timedelta(days=GROWTH_DAYS)
    recent = sum(1 for t in case.tickets if t.created_at > edge)
    before = sum(1 for t in case.tickets if edge - timedelta(days=GROWTH_DAYS) < t.created_at <= edge)
    statement = f"reports: {recent} in the last {GROWTH_DAYS} days, {before} in the {GROWTH_DAYS} days before"
    evidence = case.ledger.computed("growth", statement, _ticket_ids(case))
    signal = "growth" if recent > before else "growth_flat"
    return Finding(
        signal=signal, values={"recent": recent, "before": before, "days": GROWTH_DAYS}, evidence=(evidence,)
    )


def counted(case: Case) -> str:
    """Evidence of the affected customers: one statement, whoever speaks of them."""
    return case.ledger.computed("affected_customers", _count_statement(case), _ticket_ids(case))


def _count_statement(case: Case) -> str:
    names = ", ".join([*(f"{a.name} ({a.id})" for a in case.affected), *case.unknown_accounts])
    count = len(case.tickets)
    further = f"; beyond the first two, {_tickets(count - 2, 'more ')}" if count > 2 else ""
    return f"customers affected = {case.customer_count}: {names}; reports: {_tickets(count)}{further}"


def _tickets(count: int, which: str = "") -> str:
    return f"{count} {which}ticket{'' if count == 1 else 's'}"


def _ticket_ids(case: Case) -> tuple[str, ...]:
    return tuple(t.id for t in case.tickets)
