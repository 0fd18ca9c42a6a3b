"""The one shape that every reader yields and the loader takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

RowKind = Literal["workspace", "account", "ticket", "article", "message", "item"]


@dataclass(frozen=True)
class Row:
    """One record as plain data with the field names of design.md §7, and where it stood (`line` is 1-based)."""

    kind: RowKind
    data: dict[str, Any]
    file: str
    line: int


@dataclass(frozen=True)
class Problem:
    """A line that could not be used: reported, and nothing else is lost."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"
