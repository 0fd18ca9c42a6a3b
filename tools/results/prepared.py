"""The answer of prepare_escalation: what the program concludes, from which evidence, and what it must ask."""

from __future__ import annotations

from tools.results.base import Result, Row


class Asked(Row):
    """A question to the person. `id` is the key of its answer; `changes` names what the answer would change."""

    id: str
    ask: str
    options: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


class NeedsAnswer(Row):
    """What only a person can tell. `how` says how the answers come back."""

    questions: tuple[Asked, ...]
    how: str
    asked: str | None = None
    """"not confirmed" when the person was shown the questions, or should have been, and gave no answer."""


class Arguments(Row):
    """Sentences under the criteria of escalating; each ends in the evidence that shows it."""

    escalate: tuple[str, ...] = ()
    handle: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()


class Facts(Row):
    """Computed from records; a fact that is missing here is listed under `unknown`."""

    affected_customers: int | None = None
    affected_accounts: tuple[str, ...] = ()
    arr_at_risk_usd: float | None = None
    first_reported_at: str | None = None
    sla_breached: bool | None = None
    prior_escalation_count: int | None = None
    kb_workaround_exists: bool | None = None
    pattern_3plus_customers: bool | None = None
    unknown: tuple[str, ...] = ()


class Readiness(Row):
    """What the target must get, domain.md §4."""

    present: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Known(Row):
    """What the threads already tell; quoted or dated from records."""

    tried: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    expected: str | None = None
    actual: str | None = None
    environment: tuple[str, ...] = ()
    last_update: str | None = None
    expectation: str | None = None
    deadline: str | None = None
    demand: str | None = None
    competitors: tuple[str, ...] = ()


class Preparation(Result):
    """`evidence` is "E1 ticket TK-9 2026-11-18: “…”", cut; the whole is in get_escalation."""

    escalation_id: str | None = None
    joined: bool | None = None
    delta: str | None = None
    """Of a report that joined: who is new, what differs, the totals."""
    decision: str
    severity: str | None = None
    target: str | None = None
    inform: tuple[str, ...] = ()
    ask: str | None = None
    business_impact: str
    account: str | None = None
    language: str
    needs_answer: NeedsAnswer | None = None
    claims: tuple[str, ...] = ()
    reasons: Arguments
    overrides: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """What of the call did not take effect, and why; the rest did."""
    changed: str | None = None
    """By the rulings of this call: before → after."""
    facts: Facts
    impact: dict[str, str]
    readiness: Readiness | None = None
    known: Known
    solution: str | None = None
    reply: str | None = None
    """Of what support can handle: a draft of the answer to the customer, theirs to read."""
    reply_note: str | None = None
    """For the agent and not for the customer: the draft is not in the customer's language."""
    cited: dict[str, tuple[str, ...]]
    ruled_out: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    more: str | None = None
    warnings: tuple[str, ...] = ()
    coverage: dict[str, str]
