"""What a process of its own is given to do: a started one finds only what can be imported."""

from __future__ import annotations

from collections.abc import Sequence

from evals.judging import everyday, strangers
from evals.judging.data import Case
from evals.judging.predictions import MAKERS, predict
from evals.judging.run import scores
from evals.judging.score import Score


def scored(maker: str, group: Sequence[Case]) -> list[Score]:
    """The scores of one company's cases."""
    return scores(group, predict(group, MAKERS[maker]))


def strange_lines() -> list[strangers.Outcome]:
    """Of lines that no record shows."""
    return [*strangers.outcomes()]


def everyday_lines() -> list[everyday.Outcome]:
    """Of the short everyday lines."""
    return [*everyday.outcomes()]
