"""What tools take: each parameter's type, bounds and description once, naming the tool that finds its value."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from escalation.terms import Language

_Id = Annotated[str, Field(min_length=1, max_length=128)]

Issue = Annotated[
    str,
    Field(min_length=1, max_length=20_000, description="The issue in the reporter's own words, any language."),
]
AccountQuery = Annotated[
    str | None,
    Field(
        max_length=200,
        description="Customer: account id, name, alias or domain. lookup_account settles a doubtful one.",
    ),
]
EscalationId = Annotated[
    str,
    Field(min_length=1, max_length=64, description="From prepare_escalation or list_escalations."),
]
TicketIds = Annotated[
    list[_Id] | None,
    Field(max_length=10, description="Ticket ids, for whole threads; from any result that names tickets."),
]
Query = Annotated[
    str,
    Field(
        min_length=1, max_length=2_000, description="Words, an error text, an endpoint or an id; English or Chinese."
    ),
]
OptionalQuery = Annotated[
    str | None, Field(max_length=2_000, description="Words to find; leave out to list by filters.")
]
Since = Annotated[str | None, Field(max_length=40, description="RFC 3339 instant or YYYY-MM-DD; created at or after.")]
Until = Annotated[str | None, Field(max_length=40, description="RFC 3339 instant or YYYY-MM-DD; created before.")]
Limit = Annotated[int, Field(ge=1, le=50, description="At most this many rows.")]
Offset = Annotated[int, Field(ge=0, le=10_000, description="Rows to skip: the `next_offset` of the answer before.")]
WrittenLanguage = Annotated[
    Language | None,
    Field(description="Language of what is written; left out, the issue's own."),
]
