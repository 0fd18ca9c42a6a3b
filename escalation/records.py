"""The records every source is turned into: design.md §7, field for field.

Instants are aware UTC datetimes; durations are hours; money is USD. Unknown fields are kept (`model_extra`), not dropped.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated, Any, Literal, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator


def _utc(value: datetime) -> datetime:
    # A time without a zone is read as UTC: the workspace format promises RFC 3339.
    try:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError as fault:  # the first or the last day that a calendar has, in another zone
        raise ValueError("no such time") from fault


Instant = Annotated[datetime, AfterValidator(_utc)]


class Record(BaseModel):
    """Base of all records: frozen, tolerant of fields it does not know, of numbers where text is meant, of null for "none"."""

    model_config = ConfigDict(extra="allow", frozen=True, coerce_numbers_to_str=True)

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        """`"tags": null` says that there are none; where null is no value of the field, its default holds."""
        told = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
        if None not in told.values():
            return cast("Any", data)
        never_none = _never_none(cls)
        return {k: v for k, v in told.items() if v is not None or k not in never_none}


@cache
def _never_none(model: type[Record]) -> frozenset[str]:
    """Fields that have a default, and another one than null; laid out once, since every record that is read asks for them."""
    fields = model.model_fields.items()
    return frozenset(name for name, field in fields if field.default is not None and not field.is_required())


class Contact(Record):
    name: str
    email: str | None = None
    role: str | None = None
    is_exec: bool = False


class Deal(Record):
    name: str
    amount_usd: float | None = None
    close_date: date | None = None


class PastEscalation(Record):
    id: str
    at: Instant
    title: str = ""
    severity: str | None = None
    target: str | None = None
    outcome: str | None = None


class ResolutionHours(Record):
    """Hours allowed until a ticket of each priority is solved."""

    urgent: float | None = None
    high: float | None = None
    normal: float | None = None
    low: float | None = None


_ALWAYS = re.compile(r"24[x×*/-]7|7[x×*/-]24|calendar|always|aroundtheclock|24hours|(?:全天|自然|日历|不间断)")
_OFFICE = re.compile(r"business|office|work|[58][x×*/-]\d|weekday|工作|办公|上班")


class AccountSla(Record):
    """A customer's contract, in hours; `clock` is "24x7" or "business", or another way of saying one of them."""

    first_response_h: float | None = None
    update_h: float | None = None
    resolution_h: ResolutionHours | None = None
    clock: str | None = None

    @property
    def counts(self) -> Literal["24x7", "business"] | None:
        """Which hours count, however an export spells it ("24/7", "7×24", "calendar hours", 「工作时间」); None when unsaid."""
        said = "".join((self.clock or "").casefold().split())
        if _ALWAYS.search(said):
            return "24x7"
        return "business" if _OFFICE.search(said) else None


class Health(Record):
    score: float | None = None
    trend: str | None = None


class Account(Record):
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()
    """What other exports call this customer, where they were found to mean the same one."""
    domain: str | None = None
    domain_names: tuple[str, ...] = ()
    """All of its domains, where it has several."""
    plan: str | None = None
    arr_usd: float | None = None
    seats: int | None = None
    region: str | None = None
    language: str | None = None
    timezone: str | None = None
    signup_date: date | None = None
    renewal_date: date | None = None
    trial_ends: date | None = None
    sla: AccountSla | None = None
    contacts: tuple[Contact, ...] = ()
    csm: str | None = None
    health: Health | None = None
    reference_customer: bool | None = None
    notes: str | None = None
    deals: tuple[Deal, ...] = ()
    escalation_history: tuple[PastEscalation, ...] = ()


class Requester(Record):
    name: str | None = None
    email: str | None = None


class Comment(Record):
    """One entry of a thread; one without an id gets its ticket's id and its place."""

    id: str
    author: str | None = None
    role: Literal["customer", "agent", "internal", "system"] = "customer"
    at: Instant
    public: bool = True
    body: str = ""


def _named(comment: Any, id_: str) -> Any:
    return {"id": id_, **cast("dict[str, Any]", comment)} if isinstance(comment, dict) else comment


class TicketSla(Record):
    first_response_due: Instant | None = None
    resolution_due: Instant | None = None


SOLVED_STATUSES = frozenset({"solved", "closed", "resolved", "done"})
FAULT_TYPES = frozenset({"bug", "incident", "problem", "outage"})


class Ticket(Record):
    id: str
    account_id: str | None = None
    requester: Requester | None = None
    channel: str | None = None
    subject: str = ""
    description: str = ""
    language: str | None = None
    product_area: str | None = None
    type: str | None = None
    priority: str | None = None
    status: str = "open"
    tier: str | None = None
    created_at: Instant
    updated_at: Instant | None = None
    first_response_at: Instant | None = None
    solved_at: Instant | None = None
    sla: TicketSla | None = None
    tags: tuple[str, ...] = ()
    linked_tracker: tuple[str, ...] = ()
    linked_kb: tuple[str, ...] = ()
    merged_into: str | None = None
    csat: str | float | None = None
    comments: tuple[Comment, ...] = ()
    affected_users: int | None = None

    @model_validator(mode="before")
    @classmethod
    def _comments_have_ids(cls, data: Any) -> Any:
        told = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
        thread: Any = told.get("comments")
        if not isinstance(thread, list) or all(isinstance(c, dict) and "id" in c for c in thread):  # pyright: ignore[reportUnknownVariableType]
            return cast("Any", data)
        return {**told, "comments": [_named(c, f"{told.get('id')}-{n}") for n, c in enumerate(thread, start=1)]}  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]

    @property
    def solved(self) -> bool:
        return self.solved_at is not None or self.status.lower() in SOLVED_STATUSES

    @property
    def texts(self) -> tuple[str, ...]:
        """All that was written in it: subject, description, and each entry of its thread."""
        return (self.subject, self.description, *(c.body for c in self.comments))

    @property
    def of_fault(self) -> bool:
        """Whether the helpdesk filed it as something broken."""
        return (self.type or "").lower() in FAULT_TYPES

    def replies(self, now: datetime) -> tuple[Comment, ...]:
        """What we wrote to the customer until `now`, as the thread has it."""
        return tuple(c for c in self.comments if c.role == "agent" and c.public and c.at <= now)

    def answered(self, now: datetime) -> datetime | None:
        """When we last answered until `now`; of an export without the thread the first answer is all that is known."""
        first = self.first_response_at
        told = [c.at for c in self.replies(now)] or ([first] if first and first <= now else [])
        return max(told, default=None)


class Article(Record):
    id: str
    title: str = ""
    body: str = ""
    product_area: str | None = None
    type: str | None = None
    language: str | None = None
    status: str = "published"
    visibility: str | None = None
    updated_at: Instant | None = None
    tags: tuple[str, ...] = ()
    has_workaround: bool | None = None
    applies_to: str | tuple[str, ...] | None = None
    fixed_in: str | None = None
    url: str | None = None
    sources: tuple[str, ...] = ()
    mended: bool = False
    """Written when the fault it tells of had been mended: who reports it later reports that it is back."""
    """Tickets that it was written from."""


class Message(Record):
    """One message of internal chat. `thread_of` is the id of the message it answers."""

    id: str
    channel: str = ""
    at: Instant
    author: str | None = None
    text: str = ""
    thread_of: str | None = None
    mentions: tuple[str, ...] = ()


class TrackerComment(Record):
    author: str | None = None
    at: Instant | None = None
    body: str = ""


class TrackerItem(Record):
    id: str
    title: str = ""
    body: str = ""
    type: str | None = None
    status: str = "open"
    priority: str | None = None
    created_at: Instant | None = None
    updated_at: Instant | None = None
    component: str | None = None
    labels: tuple[str, ...] = ()
    linked_tickets: tuple[str, ...] = ()
    fixed_in: str | None = None
    assignee: str | None = None
    url: str | None = None
    comments: tuple[str | TrackerComment, ...] = ()

    @property
    def comment_bodies(self) -> tuple[str, ...]:
        """What the comments say, whichever form the tracker gave them."""
        return tuple(each if isinstance(each, str) else each.body for each in self.comments)


class WorkspaceHeader(Record):
    """`workspace.json`: the company and, for replay, a pinned clock."""

    company: str | None = None
    now: Instant | None = None
    languages: tuple[str, ...] = Field(default=())
