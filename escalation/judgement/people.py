"""How many people are hit: by the helpdesk's own figure, else in the customers' words."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.assessment import Finding
from escalation.judgement.case import Case
from escalation.judgement.headcount import Headcount, headcounts


def people(case: Case) -> Iterable[Finding]:
    """The helpdesk's figures, summed over the customers; then those of customers whose tickets carry none."""
    users = [t for t in case.tickets if t.affected_users]
    if users:
        total = sum(_users_by_account(case).values())
        inputs = tuple(t.id for t in users)
        statement = f"affected users = {total} (largest figure per customer on {', '.join(inputs)})"
        evidence = case.ledger.computed("affected_users", statement, inputs)
        yield Finding(signal="users_affected", values={"count": total}, evidence=(evidence,))
    if told := _told_only(case):
        yield _people_told(case, told)


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
    told = headcounts(case.heard, (t.id for t in case.tickets if not t.solved))
    return tuple(h for h in told if h.account_id not in counted)


def _people_told(case: Case, told: tuple[Headcount, ...]) -> Finding:
    tickets = {t.id: t for t in case.tickets}
    evidence = [case.ledger.ticket(tickets[h.ticket], h.words) for h in told]
    total = sum(h.count for h in told)
    if len(told) > 1:
        parts = " + ".join(f"{h.count} ({h.ticket})" for h in told)
        evidence.append(case.ledger.computed("people_told", f"people the customers name = {total} = {parts}"))
    return Finding(
        signal="users_told", values={"count": total, "words": tuple(h.words for h in told)}, evidence=tuple(evidence)
    )


def people_known(case: Case) -> bool:
    """Whether the records say how many people are hit, in a field or in words."""
    return any(t.affected_users for t in case.tickets) or bool(_told_only(case))
