"""The policies in force, as markdown a model or a person can read: criteria, severity, targets, rhythm (domain.md §3–§5)."""

from __future__ import annotations

from escalation.clocks.step import Step
from escalation.policy import Policy
from escalation.signals import READINESS
from escalation.terms import SEVERITIES, TARGETS, Severity, Target

_ESCALATE = (
    (
        "technical 「技术」",
        "a confirmed bug that needs a code fix, infrastructure to look into, data corrupted or lost",
    ),
    ("complexity 「复杂度」", "beyond support's means to diagnose, access that support lacks, a custom implementation"),
    ("impact 「影响」", "several customers, production down, data integrity at risk, a security concern"),
    (
        "business 「业务」",
        "a high-value customer at risk (ARR from ${arr:,.0f}), an SLA broken or about to be, executives asked for",
    ),
    ("time 「时间」", "open beyond its SLA, an unreasonable wait, the normal channel not moving"),
    ("pattern 「模式」", "{pattern} or more customers within {days} days, back after a fix, growing worse"),
)
_HANDLE = (
    ("documented_solution", "a valid, applicable article solves it"),
    ("configuration", "setup that support can put right"),
    ("guidance", "a question of how, not a fault"),
    ("known_limitation", "a known limit with a documented alternative"),
    ("similar_resolved", "earlier tickets like it were solved in support"),
)
_SEVERITY: dict[Severity, str] = {
    "critical": "production down, data at risk, a security breach, or several high-value customers: immediate attention",
    "high": "a major function broken, a key customer blocked, an SLA at risk: the same day",
    "medium": "significant with a workaround, important but not urgent: this week",
}
_TARGET: dict[Target, str] = {
    "l2": "deeper investigation, special product knowledge",
    "engineering": "a confirmed bug, infrastructure, a code change",
    "product": "a feature gap, a design decision, customers' needs that compete",
    "security": "possible exposure, unauthorised access, a vulnerability, compliance; at once, from any level",
    "leadership": "a high-revenue customer leaving, an SLA broken on a critical account, exceptions, PR or legal risk",
}


def criteria(policy: Policy) -> str:
    """When to escalate or handle, how severe, to whom and what each team must get."""
    terms = {
        "arr": policy.high_value_arr_usd,
        "pattern": policy.pattern_customers,
        "days": policy.pattern_window_days,
    }
    lines = ["# Criteria", "", "## Escalate when any holds", ""]
    lines += [f"- **{name}**: {text.format(**terms)}" for name, text in _ESCALATE]
    lines += ["", "## Handle in support when one holds and no stronger reason to escalate does", ""]
    lines += [f"- **{name}**: {text}" for name, text in _HANDLE]
    lines += ["", "A security concern always escalates. An outdated or inapplicable article is no solution.", ""]
    lines += ["## Severity", "", *(f"- **{severity}**: {_SEVERITY[severity]}" for severity in SEVERITIES)]
    lines += ["", "## Targets, and what each must get", ""]
    lines += [f"- **{target}**: {_TARGET[target]}. Must get: {_must(target)}." for target in TARGETS]
    return "\n".join(lines) + "\n"


def cadence(policy: Policy) -> str:
    """How often the team and the customer hear, by severity, in hours or business days."""
    lines = ["# Cadence", "", "| severity | ask the team | tell the customer | clock |", "| --- | --- | --- | --- |"]
    for severity in SEVERITIES:
        rhythm = policy.cadence.get(severity)
        if rhythm is not None:
            clock = "business hours" if rhythm.business_hours else "around the clock"
            every = map(_every, (rhythm.internal, rhythm.customer))
            lines.append(f"| {severity} | {' | '.join(every)} | {clock} |")
    lines += ["", "A customer's SLA, or a rhythm agreed with them, comes first.", ""]
    return "\n".join(lines)


def _every(step: Step) -> str:
    if step.days is None:
        return f"every {step.hours:g} h"
    return "every business day" if step.days == 1 else f"every {step.days} business days"


def _must(target: Target) -> str:
    return ", ".join(item.replace("_", " ") for item in READINESS[target])
