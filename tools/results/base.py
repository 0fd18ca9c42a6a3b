"""The base of every tool result: one dump, from which both halves of an MCP result are made."""

from __future__ import annotations

from typing import Any, TypeGuard, cast

from pydantic import BaseModel, ConfigDict


class Row(BaseModel):
    """A part of a result."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Result(Row):
    """A whole answer. Hosts show the model either half of a result, so neither half may hold more than the other."""

    def structure(self) -> dict[str, Any]:
        """The answer as JSON values, without nulls and without empty parts (a count says "none found")."""
        kept: dict[str, Any] = _without_empty(self.model_dump(mode="json", exclude_none=True))
        return kept


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        pairs = ((key, _without_empty(part)) for key, part in cast("dict[str, Any]", value).items())
        return {key: part for key, part in pairs if part not in ("", [], {})}
    if is_list(value):
        return [_without_empty(part) for part in value]
    return value


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """`isinstance(value, list)` as both type checkers understand it."""
    return isinstance(value, list)
