"""What the issue text claims beyond what the records show, and what would change the decision."""

from __future__ import annotations

from escalation.assessment import Finding, Reason
from escalation.judgement.case import Case
from escalation.judgement.claims_made import of_customers
from escalation.judgement.contract import sla_evidence
from escalation.judgement.failed_ways import failed_ways
from escalation.judgement.override import concerns_security
from escalation.reading.money_back import asks_for_money
from escalation.records import Account, Article
from escalation.telling.claimed_figures import figures_claimed
from escalation.telling.claimed_records import not_shown, tickets_of_others, unknown_tickets
from escalation.telling.second_matter import second_matter
from escalation.terms import Decision, Severity


def claims_of(case: Case) -> tuple[Finding, ...]:
    found: list[Finding] = []
    claimed, count = case.issue.claimed_customers, case.customer_count
    if claimed and case.matched and claimed != count:
        signal = "claimed_customers_more_than_found" if claimed > count else "claimed_customers_fewer_than_found"
        found.append(Finding(signal=signal, values={"claimed": claimed, "found": count}))
    found += figures_claimed(case) if case.matched else ()
    scope, size = case.issue.claimed_scope, case.context.segment_size
    theirs = scope == "all" and case.context.named and not of_customers(case.issue.text)
    within = count if scope == "all" else sum(of_plan(a, scope) for a in case.affected) if scope else 0
    if scope and size and within < size and not theirs:
        values = {
            "segment": scope,
            "found": within,
            "segment_size": size,
            **({"others": count - within} if count > within else {}),
        }
        found.append(Finding(signal="claimed_segment_not_supported", values=dict(values)))
    shown = {a.id for a in case.affected}
    for account in case.context.named:
        if account.id not in shown and case.matched:
            found.append(not_shown(case, account))
    if case.context.tickets and all(t.created_at > case.now for t in case.context.tickets):
        found.append(Finding(signal="clock_before_records", values={"at": case.now}))
    if other := second_matter(case):
        found.append(Finding(signal="second_matter", values={"words": other}, evidence=(case.by_reporter(),)))
    if case.context.unknown_name:
        near = {"near": case.context.near_names} if case.context.near_names else {}
        found.append(Finding(signal="named_account_unknown", values={"name": case.context.unknown_name, **near}))
    found += (Finding(signal="named_ticket_unknown", values={"ticket": id_}) for id_ in unknown_tickets(case))
    found += tickets_of_others(case)
    return tuple(found)


def of_plan(account: Account, plan: str) -> bool:
    """Whether it counts in the size of that segment (`segment_size` of the port)."""
    return plan in (account.plan or "").lower()


def would_change(
    case: Case, decision: Decision, severity: Severity | None, reasons: tuple[Reason, ...]
) -> tuple[Finding, ...]:
    """The nearest facts that would turn the decision or the severity."""
    found: list[Finding] = []
    threshold = case.policy.pattern_customers
    if case.customer_count == threshold - 1 and severity != "critical":  # nothing is above that
        found.append(Finding(signal="third_customer", values={"count": case.customer_count, "threshold": threshold}))
    if decision == "handle" and case.solutions.best:
        found.append(Finding(signal="workaround_fails", values={"article": case.solutions.best.id}))
        found += _failed_elsewhere(case, case.solutions.best)
    elif decision == "escalate" and not concerns_security(reasons):
        if case.solutions.best:
            found.append(Finding(signal="workaround_fails", values={"article": case.solutions.best.id}))
            found += _failed_elsewhere(case, case.solutions.best)
        elif case.issue.kind == "bug" and not asks_for_money(case.issue.text):
            found.append(Finding(signal="workaround_found"))
    if severity == "critical":
        return tuple(found)
    theirs = {s.ticket.id for s in case.matched if s.borne} if decision == "handle" else set[str]()
    # What only whose it is ties to a question has a clock of its own, and no say in this one.
    running = [
        s for s in case.standings if s.resolution == "waiting" and s.resolution_due and s.ticket_id not in theirs
    ]
    if running:
        next_due = min(running, key=lambda s: s.resolution_due or case.now)
        values = {"ticket": next_due.ticket_id, "due": next_due.resolution_due}
        found.append(Finding(signal="sla_passes", values=dict(values), evidence=(sla_evidence(case),)))
    if case.affected and all(a.arr_usd is None for a in case.affected):
        found.append(Finding(signal="arr_above", values={"threshold_usd": case.policy.high_value_arr_usd}))
    return tuple(found)


def _failed_elsewhere(case: Case, best: Article) -> list[Finding]:
    """That the article did not help another customer who is counted, in their words: who sends it on may hear the same."""
    others = [t for t in case.tickets if t.account_id not in case.named_ids]
    told = failed_ways(others, (best,)).get(best.id)
    ticket = next((t for t in others if told and t.id == told.record_id), None)
    if told is None or ticket is None:
        return []
    values = {"article": best.id, "account": case.name_of(ticket.account_id), "words": told.words}
    evidence = (case.ledger.ticket(ticket, told.words, at=told.at),)
    return [Finding(signal="failed_elsewhere", values=dict(values), evidence=evidence)]
