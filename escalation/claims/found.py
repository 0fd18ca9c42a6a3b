"""What is found in a text: a claim that can be held against evidence, and one that could not be supported."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal[
    "figure",
    "money",
    "date",
    "time",
    "duration",
    "percentage",
    "quotation",
    "identifier",
    "customer",
    "citation",
    "verdict",
    "person",
    "order",
    "name",
]
Bound = Literal["exact", "about", "over", "under", "near"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written: its value, the unit of the last digit shown (240k: 1000), and the hedge before it."""

    value: Fraction
    step: Fraction = Fraction(1)
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date as written; a part that was not written is None. `other` is 11/20 read the other way round."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    other: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: minutes since midnight, minutes east of UTC when a zone was written, and its date when one stood there."""

    minute: int
    offset: int | None = None
    day: Day | None = None
    bound: Bound = "exact"
    weekday: int | None = None
    """The weekday written beside it, 0 for Monday."""
    halves: bool = False
    """Whether it may be twelve hours later as well: "half past eight" says nothing of morning or evening."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable thing at `start:end` of a text. `key` is its comparable form for quotations, identifiers and names.

    `amount` is a count, an amount of money, a percentage, or a duration in minutes; `nouns` are the concepts it is bound to
    ("customers", "renewal"), `unit` the currency or the duration's unit as written.
    """

    kind: Kind
    start: int
    end: int
    amount: Amount | None = None
    day: Day | None = None
    clock: Clock | None = None
    key: str = ""
    unit: str = ""
    nouns: frozenset[str] = frozenset()


class Unsupported(BaseModel):
    """A span (`text[start:end]`) that the evidence does not support; `reason` is an id that `prompts.claim_words` has words for.

    `values` fill that sentence ("nearest", "named", "owner", "noun", …); `evidence` are the ids of what came nearest.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    span: str
    start: int
    end: int
    reason: str
    values: dict[str, str] = {}
    evidence: tuple[str, ...] = ()


class FieldUnsupported(Unsupported):
    """The same, with the field of the brief it stands in: "description", "tried[1].result", "product.options[0]"."""

    field: str
