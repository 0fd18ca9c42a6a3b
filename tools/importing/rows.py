"""The one shape that every reader yields and the loader takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from escalation.records import Account, Article, Message, Record, Ticket, TrackerItem, WorkspaceHeader

RowKind = Literal["workspace", "account", "ticket", "article", "message", "item"]

MODELS: Mapping[RowKind, type[Record]] = {
    "workspace": WorkspaceHeader,
    "account": Account,
    "ticket": Ticket,
    "article": Article,
    "message": Message,
    "item": TrackerItem,
}

OWN_FORMAT = "workspace"
"""The source of records in the format of design.md §7."""

MADE_UP = 3
"""The rank of accounts made up from tickets: what they say besides a name is a guess."""


@dataclass(frozen=True)
class Row:
    """One record as plain data with the field names of design.md §7, and where it stood (`line` is 1-based).

    `source` is the kind of export: ids and names of one source tell its customers apart. `rank` orders sources by what they
    know of a customer: 0 our own format, 1 a CRM, 2 a helpdesk's own list, then `MADE_UP`.
    """

    kind: RowKind
    data: dict[str, Any]
    file: str
    line: int
    source: str = OWN_FORMAT
    rank: int = 0


@dataclass(frozen=True)
class Problem:
    """A line that could not be used: reported, and nothing else is lost."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"
