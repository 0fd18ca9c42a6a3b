"""What is found: a span that is not for this customer, its kind, and the values of the sentence that says what to change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from escalation.audience.known import Audience
    from escalation.reading.seen import Seen

LeakKind = Literal[
    "contract_money",
    "renewal_odds",
    "other_customer",
    "internal_person",
    "channel",
    "internal_system",
    "unshared_record",
    "internal_label",
    "blame",
    "unconfirmed_cause",
    "unapproved_date",
    "guarantee",
    "compensation",
    "secret",
]
KINDS: tuple[LeakKind, ...] = get_args(LeakKind)
"""The closed vocabulary; each is also the signal id that `prompts.audience_words` has words for."""


class Finding(BaseModel):
    """`text[start:end]` is not for the customer. `values` fill the words of its kind: `span`, and `due` for a date."""

    model_config = ConfigDict(frozen=True)

    kind: LeakKind
    span: str
    start: int
    end: int
    values: dict[str, str] = {}


class Hit(NamedTuple):
    """A finding in the folded text, before it is given its place in the original."""

    kind: LeakKind
    start: int
    end: int


Rule = Callable[["Seen", "Audience"], Iterator[Hit]]
