"""A ruling: what somebody found who read a record, whatever its words say."""

from __future__ import annotations

from typing import Any, Literal, cast, get_args

from pydantic import BaseModel, ConfigDict, model_validator

Ruled = Literal["tickets", "kb", "tracker", "chat"]
"""The sources of which records can be ruled on."""

RULEABLE: tuple[Ruled, ...] = get_args(Ruled)


def named_as_now(data: Any) -> Any:
    """What was recorded while only tickets could be ruled on names the record `ticket_id`."""
    if not isinstance(data, dict) or "ticket_id" not in data:
        return cast("Any", data)
    told = {**cast("dict[str, Any]", data)}
    return {"record_id": told.pop("ticket_id"), **told}


class Ruling(BaseModel):
    """The last one on a record holds. `same`: a ticket reports this very issue; an article is a way out of it for this
    customer; a tracker item or a message belongs to it."""

    model_config = ConfigDict(frozen=True)

    record_id: str
    same: bool
    reason: str
    who: str | None = None
    source: Ruled = "tickets"
    related: bool = False
    """Of a ticket that is not the `same`: the like of it, or its history. Not counted; told all the same."""

    _before = model_validator(mode="before")(named_as_now)
