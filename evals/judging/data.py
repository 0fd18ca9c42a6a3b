"""The evaluation set as it lies on disk: lines to be judged on their text alone, and scenarios on generated companies."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from escalation.errors import InvalidInput
from escalation.terms import Criterion, Decision, Severity, Target

CASES = Path(__file__).parents[1] / "cases"
Part = Literal["dev", "sealed"]
"""`dev` was in view while the rules were made; `sealed` was run and counted only, its cases never read."""

KINDS = ("tickets", "kb", "tracker", "chat")

TONGUES = {"en": "en", "zh": "zh-Hans", "zh_hant": "zh-Hant"}
"""A scenario's keys for its lines, and the languages that the table speaks of."""


class Label(BaseModel):
    """What a careful colleague concludes by domain.md's written criteria; `*_accepted` are equally defensible."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    decision: Decision
    decision_accepted: tuple[Decision, ...] = ()
    severity: Severity | None = None
    severity_accepted: tuple[Severity, ...] = ()
    target: Target | None = None
    target_accepted: tuple[Target, ...] = ()
    reasons: tuple[Criterion, ...] = ()
    hard: str = ""
    why: str = ""


class Scenario(Label):
    """A label together with the records that a careful brief rests on."""

    account: str | None = None
    as_of: datetime
    input: dict[str, str]
    must_cite: dict[str, tuple[str, ...]]
    may_cite: dict[str, tuple[str, ...]]
    lookalikes: tuple[str, ...] = ()
    question_topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One line in one language. `company` is the folder of its workspace, None where the text is all there is."""

    key: str
    part: Part
    language: str
    text: str
    account: str | None
    label: Label
    company: Path | None = None
    facts: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def scenario(self) -> Scenario | None:
        return self.label if isinstance(self.label, Scenario) else None


def cases(root: Path = CASES) -> list[Case]:
    """Every case of both parts. Raises `InvalidInput` when the folder holds none, or two of one name."""
    found = [*_texts(root), *_scenarios(root)]
    if not found:
        raise InvalidInput(f"There are no cases in {root}.", "Name a folder with text/*.jsonl or companies/*/.")
    # What is concluded on a case is found again by its key: of two of one name one would be scored by the other's.
    if twice := [key for key, n in Counter(case.key for case in found).items() if n > 1]:
        raise InvalidInput(f"Two cases are called {twice[0]}.", "Give each scenario an id of its own.")
    return found


def _part(path: Path) -> Part:
    return "sealed" if path.stem.startswith("sealed") else "dev"


def _texts(root: Path) -> Iterator[Case]:
    for path in sorted(root.glob("text/*.jsonl")):
        for row in rows(path):
            label = Label.model_validate(row)
            yield Case(label.id, _part(path), row["language"], row["input"], row.get("account"), label)


def _scenarios(root: Path) -> Iterator[Case]:
    for folder in sorted(p for p in root.glob("companies/*") if p.is_dir()):
        truths = {row["id"]: row["facts"] for row in rows(folder / "truth.jsonl")}
        for row in rows(folder / "scenarios.jsonl"):
            told = Scenario.model_validate(row)
            for tongue, text in told.input.items():
                key = f"{told.id}/{tongue}"
                yield Case(key, _part(folder), TONGUES[tongue], text, told.account, told, folder, truths[told.id])


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file. Raises `InvalidInput` that names the line that is none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as fault:
                raise InvalidInput(f"{path.name}, line {number}, is not JSON.", "Write one object a line.") from fault


@cache
def records(company: Path, name: str) -> dict[str, dict[str, Any]]:
    """The raw rows of one of a company's files, by id."""
    return {str(row["id"]): row for row in rows(company / "workspace" / f"{name}.jsonl")}


def by_company(found: Iterable[Case]) -> dict[Path | None, list[Case]]:
    """The cases of each workspace together, so that each is imported once."""
    groups: dict[Path | None, list[Case]] = {}
    for case in found:
        groups.setdefault(case.company, []).append(case)
    return groups
