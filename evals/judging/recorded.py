"""What language models concluded on cases that were sealed when they did, kept as files and scored anew each time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from evals.judging.predictions import Prediction, read
from evals.judging.run import scores
from evals.judging.score import Score
from evals.judging.table import ASPECTS, DECIDED, table

HOME = Path(__file__).parents[1] / "recorded"
INTRODUCTION = Path(__file__).with_name("recorded.md")


class Run(NamedTuple):
    """A file of predictions, and how a reader knows it."""

    file: str
    title: str
    who: str
    wrote: bool
    """Whether it wrote and asked too, or only decided."""


RUNS = (
    Run(
        "assistant-marlowyn.jsonl",
        "The twelfth company, one line a scenario",
        "a model in an assistant, with the tools of then",
        wrote=True,
    ),
    Run(
        "assistant-quilldeed.jsonl",
        "The thirteenth, some hours later: articles, items and messages can be ruled on too",
        "a model in an assistant, with the tools",
        wrote=True,
    ),
    Run("skill-alone-lines.jsonl", "The 140 sealed lines", "a model with the skill's text alone", wrote=False),
)


def section(own: Sequence[Score]) -> str:
    """A table for each recorded run, beside what the product concludes today on the same lines without a model."""
    parts = [INTRODUCTION.read_text(encoding="utf-8")]
    for run in RUNS:
        made = read(HOME / run.file)
        parts.append(f"### {run.title}\n\n{beside(run, made, own)}")
    return "\n".join(parts)


def beside(run: Run, made: Sequence[Prediction], own: Sequence[Score]) -> str:
    """Two columns: the recorded predictions and our own on the cases they are of. Raises `KeyError` for an unknown case."""
    known = {score.case.key: score for score in own}
    ours = [known[each.case] for each in made]
    theirs = scores([score.case for score in ours], made)
    recorded = set(map(id, theirs))

    def is_recorded(score: Score) -> bool:
        return id(score) in recorded

    def is_own(score: Score) -> bool:
        return id(score) not in recorded

    groups = ((run.who, is_recorded), ("no model, the same lines", is_own))
    return table([*theirs, *ours], groups, ASPECTS if run.wrote else DECIDED)
