"""Evidence: each fact with its address (invariant 2)."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from escalation.records import Instant
from escalation.terms import Category, SourceName


class Evidence(BaseModel):
    """One quoted or computed fact.

    `id` is short and stable within its escalation ("E1", "E2", …). `quotation` is the source's own words, secrets masked,
    or for `source == "computed"` the result with its inputs ("arr_at_risk_usd = 420000 = 240000 (acc-1) + 180000 (acc-2)").
    `account_id` names the customer it belongs to; `internal` says that it must not be shown to any customer.
    `about` says what a computed or structured value is ("arr_usd", "renewal_date", "affected_customers"), else "text".
    """

    model_config = ConfigDict(frozen=True)

    id: str
    source: SourceName
    record_id: str
    quotation: str
    about: str = "text"
    url: str | None = None
    at: Instant | None = None
    fetched_at: Instant
    account_id: str | None = None
    internal: bool = True
    inputs: tuple[str, ...] = ()

    @property
    def own_id(self) -> str | None:
        """The id that a record brought in by the host has where it stands, without the name of its system: "Zendesk:4711"."""
        return self.record_id.partition(":")[2].strip() or None if self.source == "host" else None


class Coverage(BaseModel):
    """What was searched, what is not connected, what failed: one line per category (invariant 8)."""

    model_config = ConfigDict(frozen=True)

    category: Category
    state: str
    """"searched", "not_connected" or "failed"."""
    source: str | None = None
    """The connected system's name, for example "workspace"."""
    found: int = 0
    detail: str | None = None
