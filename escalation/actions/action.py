"""One action: its kind, where it goes, the exact text; and the hash that stands for all of it."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from escalation.records import Instant
from escalation.terms import Language

ActionKind = Literal[
    "post_to_channel",
    "reply_to_customer",
    "create_tracker_item",
    "link_tracker_item",
    "reminder",
    "draft_article",
    "publish_article",
]
ACTION_KINDS: tuple[ActionKind, ...] = get_args(ActionKind)

FOR_CUSTOMERS: frozenset[ActionKind] = frozenset({"reply_to_customer", "publish_article"})
"""Kinds whose text a customer reads."""

_DIGITS = 16


class Destination(BaseModel):
    """Where an action goes, as resolved: `system` the connected system, `id` the place's id there, `name` what people call it.

    `account_id` and `account` are the customer who will read it, `team` the team whose place it is. All of it is shown and
    all of it is hashed, so that a place that was renamed or given to somebody else is another destination.
    """

    model_config = ConfigDict(frozen=True)

    system: str
    id: str
    name: str
    account_id: str | None = None
    account: str | None = None
    team: str | None = None

    def __str__(self) -> str:
        whom = f" of {self.account} ({self.account_id})" if self.account_id else ""
        whom += f" of the {self.team} team" if self.team else ""
        return f"{self.name}{whom}, {self.system}"


class Action(BaseModel):
    """What would be done. `title` is of a tracker item or an article, `at` of a reminder, `links` the tickets of an item or
    the sources of an article, which also has a product `area`, a `language`, and says
    whether it gives a way out (`solves`) and whether the fault had been mended (`mended`)."""

    model_config = ConfigDict(frozen=True)

    kind: ActionKind
    escalation_id: str
    destination: Destination
    text: str
    title: str | None = None
    at: Instant | None = None
    links: tuple[str, ...] = ()
    area: str | None = None
    language: Language | None = None
    solves: bool | None = None
    mended: bool | None = None


def content_hash(action: Action) -> str:
    """Equal for equal actions of one escalation only: any other text, place, reader or kind gives another."""
    whole = action.model_dump(mode="json", exclude_none=True)
    return sha256(json.dumps(whole, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:_DIGITS]
