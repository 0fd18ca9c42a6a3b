"""What a company allows when it makes up for failures: gifts, compensation, and who approves what (domain.md §10)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from escalation.policy_calendar import PolicyModel

Approval = Literal["compensation", "gift", "travel", "legal_and_finance"]
"""What somebody must approve before it is done or offered."""

Approver = Annotated[str, Field(min_length=1, max_length=120)]


class Gifts(PolicyModel):
    """A small thank-you to a customer's engineers. Without a policy that allows it there is none."""

    allowed: bool = False
    most_usd: float = Field(default=0, ge=0, allow_inf_nan=False)
    """The most a gift to one person may cost; 0 = none, and thanks are in words."""

    @property
    def any(self) -> bool:
        return self.allowed and self.most_usd > 0


class Compensation(PolicyModel):
    """A reduction of fees. Always approved first, and never offered where a company gives none."""

    allowed: bool = True
    most_percent: float | None = Field(default=None, gt=0, le=100)
    """The most that may be proposed, in percent of the yearly fee. None = whatever is approved."""
