"""A story as it is written down: who does what at which hour, and what must be true of the answer."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from escalation.terms import Language

FOLDER = Path(__file__).parent
CASES = ("A", "B", "C", "D")

Words = str | dict[str, str]
"""The same in every telling, or by language: `{en = "…", zh = "…"}`."""


class Step(BaseModel):
    """One thing that is done. `call` is a tool; `send` proposes an action and carries it out; `update` drafts the words for the
    customer first. `at` moves the clock ("HH:MM" local, or with a date); without it no time passes."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    tell: dict[str, str]
    at: str | None = None
    call: str | None = None
    send: str | None = None
    update: str | None = None
    arrives: dict[str, list[dict[str, Any]]] = Field(default_factory=dict[str, list[dict[str, Any]]])
    """Records by file that connected systems bring, new or changed: the workspace folder is read again."""
    arguments: dict[str, Any] = Field(default_factory=dict[str, Any], alias="with")
    yes: str | None = None
    """Who saw it and agreed."""
    refused: bool = False
    """The product must refuse this, and say why."""
    expect: dict[str, Any] = Field(default_factory=dict[str, Any])
    """Dotted paths into the structured answer, with their values."""
    has: list[Words] = Field(default_factory=list[Words])
    """What the answer must hold somewhere."""
    show: bool = True


class Story(BaseModel):
    """One case: its name, the zone its hours are told in, and its steps."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: dict[str, str]
    zone: str
    steps: list[Step]

    def timed(self) -> Iterator[tuple[datetime, Step]]:
        """Each step with its instant. Raises `ValueError` when a story runs backwards."""
        now: datetime | None = None
        for step in self.steps:
            now = _moved(now, step.at, ZoneInfo(self.zone))
            yield now, step


@dataclass(frozen=True)
class Telling:
    """Which of several wordings is meant."""

    language: Language

    def words(self, value: Any) -> Any:
        """The value with everything said in two languages said in this one."""
        if isinstance(value, dict):
            found: dict[str, Any] = value  # pyright: ignore[reportUnknownVariableType]
            if set(found) == {"en", "zh"}:
                return found[self.language]
            return {name: self.words(each) for name, each in found.items()}
        if isinstance(value, list):
            several: list[Any] = value  # pyright: ignore[reportUnknownVariableType]
            return [self.words(each) for each in several]
        return value


def story(case: Literal["A", "B", "C", "D"] | str) -> Story:
    """Raises `ValueError` for a case that is none."""
    if case.upper() not in CASES:
        raise ValueError(f"There is no case {case!r}: give one of {', '.join(CASES)}.")
    path = FOLDER / f"case_{case.lower()}.toml"
    return Story.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def _moved(now: datetime | None, at: str | None, zone: ZoneInfo) -> datetime:
    if at is None:
        if now is None:
            raise ValueError("A story begins with a date and an hour.")
        return now
    if len(at) > len("HH:MM"):
        then = datetime.fromisoformat(at).replace(tzinfo=zone)
    elif now is None:
        raise ValueError("A story begins with a date.")
    else:
        then = now.replace(hour=int(at[:2]), minute=int(at[3:]))
    if now is not None and then < now:
        raise ValueError(f"The story runs backwards at {at}.")
    return then
