"""Policy is data: cadence, thresholds, teams and SLA. Defaults are domain.md's; customer-escalation.toml overrides them."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from escalation.clocks.step import LONGEST, Step
from escalation.policy_calendar import BusinessCalendar, PolicyModel
from escalation.policy_recovery import Approval, Approver, Compensation, Gifts
from escalation.terms import Severity, Target

Hours = Annotated[float, Field(gt=0, le=LONGEST, allow_inf_nan=False)]
Days = Annotated[int, Field(ge=1, le=366)]


class Cadence(PolicyModel):
    """How often the team is asked and the customer told: domain.md §5. Each in hours or in business days.

    The customer's is the far end of §5's range: hearing earlier is always well. With `business_hours` only working time
    counts, unless the contract says 24x7.
    """

    internal_hours: Hours | None = None
    internal_days: Days | None = None
    customer_hours: Hours | None = None
    customer_days: Days | None = None
    business_hours: bool = False

    @model_validator(mode="after")
    def _one_measure_each(self) -> Self:
        if (self.internal_hours is None) == (self.internal_days is None):
            raise ValueError("give either internal_hours or internal_days")
        if (self.customer_hours is None) == (self.customer_days is None):
            raise ValueError("give either customer_hours or customer_days")
        return self

    @property
    def internal(self) -> Step:
        return Step(self.internal_hours, self.internal_days)

    @property
    def customer(self) -> Step:
        return Step(self.customer_hours, self.customer_days)


def _cadence() -> dict[Severity, Cadence]:
    return {
        "critical": Cadence(internal_hours=2, customer_hours=4),
        "high": Cadence(internal_hours=4, customer_hours=8, business_hours=True),
        "medium": Cadence(internal_days=1, customer_days=2, business_hours=True),
    }


class Team(PolicyModel):
    """Where a target team is reached, and the calendar it works by (None = its customer's)."""

    channel: str | None = None
    tracker_project: str | None = None
    people: tuple[str, ...] = ()
    calendar: str | None = None


class Policy(PolicyModel):
    """All settings that a company decides for itself. Money in USD, durations in hours or days as named."""

    high_value_arr_usd: float = Field(default=100_000, ge=0)
    pattern_customers: int = Field(default=3, ge=2)
    pattern_window_days: int = Field(default=30, ge=1)
    feature_window_days: int = Field(default=183, ge=1)
    renewal_near_days: int = Field(default=90, ge=1)
    sla_imminent_hours: float = Field(default=4, ge=0)
    proposal_minutes: float = Field(default=60, gt=0, le=7 * 24 * 60)
    """How long a proposed action may be carried out; after that it is proposed anew."""
    shift_hours: Hours = 8
    """How long a shift is: what a handover looks back on, and ahead to."""
    recovery_window_days: int = Field(default=180, ge=1)
    recovery_stable_days: int = Field(default=60, ge=1)
    """Days without an incident after which a stable stretch is marked with a joint review."""
    recovery_trust_days: int = Field(default=120, ge=1)
    """Days without an incident after which both sides may do something for each other."""
    gifts: Gifts = Field(default_factory=Gifts)
    compensation: Compensation = Field(default_factory=Compensation)
    approvers: dict[Approval, Approver] = Field(default_factory=dict[Approval, str])
    """Who approves what making up for failures takes, by role or name."""
    cadence: dict[Severity, Cadence] = Field(default_factory=_cadence)
    waiting_rhythm: Severity = "medium"
    """Whose internal rhythm holds while we wait on the customer."""
    confirmation_days: Days = 2
    """Business days after which a customer who was told of the solution is asked whether it holds."""
    calendars: dict[str, BusinessCalendar] = Field(default_factory=lambda: {"default": BusinessCalendar()})
    """By name; "default" serves everyone whom no other names."""
    teams: dict[Target, Team] = Field(default_factory=dict[Target, Team])

    @model_validator(mode="after")
    def _calendars_exist(self) -> Self:
        for target, team in self.teams.items():
            if team.calendar is not None and team.calendar not in self.calendars:
                raise ValueError(f"teams.{target}.calendar names “{team.calendar}”, and there is no such calendar")
        return self
