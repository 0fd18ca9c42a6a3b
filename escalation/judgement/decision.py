"""From reasons to a decision, a severity and a target: domain.md §3 to §5."""

from __future__ import annotations

from escalation.assessment import Reason
from escalation.judgement.case import Case
from escalation.judgement.criteria import open_bug
from escalation.terms import AskKind, Decision, Severity, Target

OUTWEIGHS = 4
"""A reason of this weight (outage, data loss, security, a customer at risk, a pattern) stands against a known solution."""

FULL = 3
"""One full argument, or supporting ones that add up to it, is needed to escalate."""

SUPPORT_CAN = frozenset({"documented_solution", "configuration", "guidance", "known_limitation", "similar_resolved"})


def decide(case: Case, reasons: tuple[Reason, ...]) -> Decision:
    """Security always escalates; support keeps what it can solve unless something outweighs it; the unclear is asked."""
    arguments = [r for r in reasons if r.stance == "for" and r.criterion not in SUPPORT_CAN]
    strongest = max((r.weight for r in arguments), default=0.0)
    solvable = max((r.weight for r in reasons if r.stance == "against" and r.criterion in SUPPORT_CAN), default=0.0)
    if any(r.signal == "security_concern" for r in arguments):
        return "escalate"
    if must_ask_who(case):
        return "need_info"
    if solvable and strongest < OUTWEIGHS and solvable >= strongest:
        return "handle"
    if any(r.signal == "too_little_said" for r in reasons) and strongest < FULL:
        return "need_info"
    if sum(r.weight for r in arguments) >= FULL:
        return "escalate"
    return "handle" if solvable else "need_info"


def must_ask_who(case: Case) -> bool:
    """One customer is meant ("a customer threatens to leave") and nothing says which: a brief without a name is bounced."""
    if case.context.candidates:
        return True
    if case.context.named or case.issue.ticket_ids or case.issue.claimed_customers or case.issue.claimed_scope:
        return False
    about_one = case.heard.typed("churn_threat", "executive_involved", "sla_complaint", "competitor")
    return bool(about_one) and len(case.affected) != 1


def severity_of(case: Case, reasons: tuple[Reason, ...]) -> Severity:
    signals = {r.signal for r in reasons if r.stance == "for"}
    if signals & {"production_down", "data_loss"} and case.issue.kind in {"bug", "outage"} and not case.over:
        return "critical"
    if case.heard.typed("security_exposure") and case.issue.kind == "security":
        return "critical"
    high_value = [a for a in case.affected if (a.arr_usd or 0) >= case.policy.high_value_arr_usd]
    if case.issue.kind in {"bug", "outage"} and not case.over and len(high_value) >= case.policy.pattern_customers:
        return "critical"
    if case.issue.kind in {"security", "relationship"}:
        return "high"
    if case.issue.kind == "feature":
        return "medium"
    if case.solutions.valid and not signals & {"three_or_more_customers", "churn_threat", "customer_blocked"}:
        return "medium"
    serious = {
        "customer_blocked", "sla_breached", "sla_imminent", "high_value_account", "churn_threat", "recurrence",
        "three_or_more_customers", "executive_request", "compliance_deadline", "several_customers",
    }  # fmt: skip
    return "high" if signals & serious else "medium"


def target_of(case: Case, reasons: tuple[Reason, ...]) -> Target:
    signals = {r.signal for r in reasons if r.stance == "for"}
    if "security_concern" in signals:
        return "security"
    if case.issue.kind == "relationship":
        return "leadership"
    if case.issue.kind == "feature":
        return "leadership" if case.heard.typed("executive_involved") else "product"
    if case.issue.kind in {"bug", "outage"} and _engineering(case, signals):
        return "engineering"
    if signals & {"churn_threat", "executive_request"} and case.issue.kind not in {"bug", "outage"}:
        return "leadership"
    return "l2"


def _engineering(case: Case, signals: set[str]) -> bool:
    confirmed = {
        "bug_on_tracker",
        "production_down",
        "data_loss",
        "several_customers",
        "recurrence",
    }
    server_side = any(e.startswith("http 5") for e in case.issue.error_strings)
    worked_on = any((t.tier or "").lower() in {"l2", "l3", "tier 2", "tier2"} for t in case.tickets)
    return bool(signals & confirmed) or server_side or worked_on or open_bug(case) is not None


def inform_of(case: Case, target: Target, reasons: tuple[Reason, ...]) -> tuple[Target, ...]:
    """Others to tell: leadership when a valued customer may leave, engineering when leaders are asked about a bug."""
    signals = {r.signal for r in reasons if r.stance == "for"}
    inform: list[Target] = []
    if target != "leadership" and signals & {"churn_threat", "executive_request"} and "high_value_account" in signals:
        inform.append("leadership")
    if target == "security" and case.customer_count > 1:
        inform.append("leadership")
    if target == "leadership" and open_bug(case) is not None:
        inform.append("engineering")
    return tuple(inform)


def ask_of(target: Target, case: Case) -> AskKind:
    """Investigate, fix, decide and approve are different asks."""
    if target == "engineering":
        return "fix" if open_bug(case) is not None else "investigate"
    return "decide" if target in {"product", "leadership"} else "investigate"
