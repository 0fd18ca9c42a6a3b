"""Policy is data: cadence, thresholds, teams and SLA. Defaults are domain.md's; customer-escalation.toml overrides them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from escalation.terms import Severity, Target


class _Policy(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Cadence(_Policy):
    """Follow-up rhythm in hours: domain.md §5. `business_hours` pauses it at night and on holidays."""

    internal_hours: float = Field(gt=0)
    customer_hours: float = Field(gt=0)
    business_hours: bool = False


def _cadence() -> dict[Severity, Cadence]:
    return {
        "critical": Cadence(internal_hours=2, customer_hours=2),
        "high": Cadence(internal_hours=4, customer_hours=4),
        "medium": Cadence(internal_hours=24, customer_hours=24, business_hours=True),
    }


class Team(_Policy):
    """Where a target team is reached."""

    channel: str | None = None
    tracker_project: str | None = None
    people: tuple[str, ...] = ()


class Policy(_Policy):
    """All settings that a company decides for itself. Money in USD, durations in hours or days as named."""

    high_value_arr_usd: float = Field(default=100_000, ge=0)
    pattern_customers: int = Field(default=3, ge=2)
    pattern_window_days: int = Field(default=30, ge=1)
    feature_window_days: int = Field(default=183, ge=1)
    renewal_near_days: int = Field(default=90, ge=1)
    sla_imminent_hours: float = Field(default=4, ge=0)
    recovery_window_days: int = Field(default=180, ge=1)
    cadence: dict[Severity, Cadence] = Field(default_factory=_cadence)
    teams: dict[Target, Team] = Field(default_factory=dict[Target, Team])
