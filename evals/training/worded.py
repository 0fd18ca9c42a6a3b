"""Lines typed at companies, labelled by what they say and not by what the records there know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from escalation.judgement.gravity import severity_by
from escalation.reading.line.model import Model
from escalation.reading.line.reading import LineReading, read_with
from escalation.terms import TARGETS, Target
from evals.training.lines import Line

WORDED = 0.5
"""Share of a line's weight that its words have where its label is the records'."""

Train = Callable[[Sequence[Line]], Model]

SAID = 0.3
"""Chance from which a line itself says that support can handle it."""


def worded(told: Sequence[Line], train: Train) -> list[Line]:
    """The lines with those relabelled that are to be handled for the sake of an article or a note that only the records hold.

    "The report misses rows" is a fault by its words, whatever an article says of it at one company: were it learnt as a matter
    for support alone, a fault nobody has an article for would stay there. So half of its weight goes to the likeliest team of a
    reader that learnt from the lines without records, security left out: the label says that it is none.
    """
    first = train([line for line in told if line.criteria is not None])
    return [each for line in told for each in _by_its_words(line, first)]


def _by_its_words(line: Line, first: Model) -> tuple[Line, ...]:
    if line.criteria is not None or line.outcomes[0] != "handle":
        return (line,)
    read = read_with(first, line.text)
    if read.outcomes["handle"] >= SAID:
        return (line,)
    by_its_words = replace(line, outcomes=(_team(read),), severities=_rated(read), weight=WORDED)
    return replace(line, weight=1 - WORDED), by_its_words


def _team(read: LineReading) -> str:
    teams: list[Target] = [team for team in TARGETS if team != "security"]
    return max(teams, key=read.outcomes.__getitem__)


def _rated(read: LineReading) -> tuple[str, ...]:
    return (severity_by(read.severities),)
