"""What was found out about one host: claims, each with whether it held and what shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from evals.hosts.model.asked import Json
from tools.results.base import is_list

Topic = Literal["start", "tools", "prompt", "skill", "escalation", "results", "gate", "forms"]
"""What a claim is about; a column of the table."""


@dataclass(frozen=True)
class Claim:
    """`detail` is what was seen instead, of a claim that did not hold."""

    topic: Topic
    text: str
    held: bool
    detail: str = ""


@dataclass
class Sheet:
    """One row of the table. `absent` says why the host was not run at all; `notes` are facts of the run that are no claims."""

    host: str
    version: str
    protocol: str = ""
    sees: str = ""
    claims: list[Claim] = field(default_factory=list[Claim])
    notes: list[str] = field(default_factory=list[str])
    absent: str = ""

    def claim(self, topic: Topic, text: str, held: object, detail: str = "") -> bool:
        """Puts a claim on the sheet; whether it held."""
        self.claims.append(Claim(topic, text, bool(held), "" if held else " ".join(detail.split())[:400]))
        return bool(held)

    @property
    def kept(self) -> bool:
        return not self.absent and all(each.held for each in self.claims)


def left_out(structure: Json, shown: str) -> list[str]:
    """The values of a result that a text does not hold, spaces aside: what a model that saw this text missed."""
    flat = "".join(shown.split())
    return [leaf for leaf in _leaves(structure) if "".join(leaf.split()) not in flat]


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in cast("Json", value).values():
            yield from _leaves(part)
    elif is_list(value):
        for part in value:
            yield from _leaves(part)
    elif not isinstance(value, bool | int | float):  # a number is written in more than one way
        yield str(value)
