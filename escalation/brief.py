"""The brief's words, section by section: what a person or a model writes, and what the program writes without one."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BriefStep(_Section):
    step: str
    result: str | None = None


class BriefReproduction(_Section):
    steps: tuple[str, ...] = ()
    expected: str | None = None
    actual: str | None = None
    environment: str | None = None


class ProductBody(_Section):
    """domain.md §6, by target: Product."""

    use_case: str | None = None
    current_workflow: str | None = None
    wished_workflow: str | None = None
    time_cost: str | None = None
    frequency: str | None = None
    competitors: str | None = None
    options: tuple[str, ...] = ()


class SecurityBody(_Section):
    observed: tuple[str, ...] = ()
    actions_taken: tuple[str, ...] = ()
    potential_impact: str | None = None
    asked: tuple[str, ...] = ()
    urgency: str | None = None


class LeadershipBody(_Section):
    relationship: str | None = None
    history: tuple[str, ...] = ()
    trigger: str | None = None
    renewal_odds: str | None = None
    asked: tuple[str, ...] = ()
    timeline: tuple[str, ...] = ()


class BriefText(_Section):
    """One escalation brief in words (domain.md §6). None = unknown: the brief then says so and lists the question.

    Sentences may cite evidence as [E3]. Header, labels, coverage, sources and next steps are the program's, not in here.
    """

    summary: str = Field(max_length=160)
    customers_affected: str | None = None
    workflow_impact: str | None = None
    revenue_at_risk: str | None = None
    time_in_queue: str | None = None
    description: str = ""
    tried: tuple[BriefStep, ...] = ()
    reproduction: BriefReproduction | None = None
    last_update: str | None = None
    expectation: str | None = None
    escalation_risk: str | None = None
    ask: str = ""
    deadline: str | None = None
    context: tuple[str, ...] = ()
    product: ProductBody | None = None
    security: SecurityBody | None = None
    leadership: LeadershipBody | None = None
