"""That the customer found the cause on their own side, and wrote so: there is nothing to hand on."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.assessment import Reason
from escalation.judgement.case import Case
from escalation.judgement.heard import Said
from escalation.judgement.impact import heard_evidence
from escalation.reading.threads.own_fault import own_fault

_NEVER = frozenset({"relationship", "feature", "question"})


def customers_cause(case: Case) -> Iterable[Reason]:
    """The reason, where each ticket that is told of, the named customer's or everyone's, ends on such words."""
    if case.issue.kind in _NEVER or case.pieces:
        return
    told = [t for t in case.tickets if not case.named_ids or t.account_id in case.named_ids]
    ends = [own_fault(t) for t in told]
    if not ends or not all(ends):
        return
    ticket, last = max(((t, e) for t, e in zip(told, ends, strict=True) if e), key=lambda one: (one[1].at, one[0].id))
    account = next((a.name for a in case.affected if a.id == ticket.account_id), None)
    said = Said("", "affirmed", last.quotation, "customer", ticket.id, ticket.account_id, last.at)
    yield Reason(
        criterion="configuration",
        stance="against",
        weight=4,
        signal="customers_cause",
        values={"account": account, "words": last.quotation},
        evidence=heard_evidence(case, (said,)),
    )
