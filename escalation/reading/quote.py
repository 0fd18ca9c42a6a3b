"""A source's own words with their address, for the caller to turn into evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from escalation.terms import SourceName


@dataclass(frozen=True)
class Quote:
    """`quotation` stands verbatim in the record; `at` is when it was written (UTC); `author_role` as in the record."""

    record_id: str
    source: SourceName
    quotation: str
    at: datetime | None
    public: bool
    author_role: str
