"""The published facts of design.md §8, each computed with its inputs on the ledger."""

from __future__ import annotations

from escalation.assessment import Facts
from escalation.judgement.case import Case
from escalation.judgement.sla import standings
from escalation.records import Ticket


def facts_of(case: Case) -> Facts:
    """Counts come from the records, whatever the issue text claims; an unknown ARR is left out of the sum, never zero."""
    reports = case.reports
    lately = {t.id for t in case.asked_lately}
    answered = tuple(t for t in reports if t.id in lately or t in case.duplicates)
    first = min((t.created_at for t in reports), default=None)
    return Facts(
        affected_customers=case.customer_count,
        affected_account_ids=tuple(sorted([*(a.id for a in case.affected), *case.unknown_accounts])),
        arr_at_risk_usd=arr_at_risk(case),
        first_reported_at=first,
        sla_breached=any(
            s.breached
            for s in standings((*answered, *_still_borne(case)), case.context.accounts, case.now, case.policy)
        ),
        prior_escalation_count=prior_escalations(case),
        kb_workaround_exists=bool(case.solutions.valid),
        pattern_3plus_customers=case.customer_count >= 3,
    )


def _still_borne(case: Case) -> tuple[Ticket, ...]:
    """A complaint about us as a whole may be about a late answer to something else that is still open."""
    return tuple(s.ticket for s in case.matched if s.borne and not s.ticket.solved)


def arr_at_risk(case: Case) -> float | None:
    """Sum over the affected customers whose ARR is known; None when none is."""
    known = [a.arr_usd for a in case.affected if a.arr_usd is not None]
    return sum(known) if known else None


def prior_escalations(case: Case) -> int:
    """Escalation history of the named customer, else of all affected: a count over records, like the affected customers."""
    return sum(len(a.escalation_history) for a in case.context.named or case.affected)
