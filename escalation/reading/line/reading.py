"""Reading one line: how likely each outcome, severity and criterion is by its words, and which clause says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from math import exp
from typing import Literal, NamedTuple, cast

from escalation.reading.line.features import features
from escalation.reading.line.model import Model, model, short_model
from escalation.reading.signals.clauses import clauses
from escalation.terms import SEVERITIES, TARGETS, Criterion, Severity
from escalation.text.concepts import concepts_learned

Outcome = Literal["l2", "engineering", "product", "security", "leadership", "handle", "need_info"]
"""A target, when the line is to be escalated, or one of the two other decisions."""

OUTCOMES: tuple[Outcome, ...] = (*TARGETS, "handle", "need_info")
_QUOTED = 160

SHORT = 9
"""Words of a short line at most, two characters of a Chinese one being a word: a reader of its own knows the everyday ones. What
it learnt from them ("mails land in junk") misleads in a longer line, where such words stand beside the matter."""

_LATIN, _HAN = re.compile(r"[A-Za-z0-9]+"), re.compile(r"[\u4e00-\u9fff]")


def length_of(text: str) -> float:
    """Words, two characters of a Chinese one being a word."""
    return len(_LATIN.findall(text)) + len(_HAN.findall(text)) / 2


def reader_of(text: str) -> Model:
    """The model that reads a text of this length."""
    if len(text) > _LONG:
        return model()
    return short_model() if length_of(text) <= SHORT else model()


_LONG = 200
"""Characters that no short line has."""


@dataclass(frozen=True)
class LineReading:
    """Chances between 0 and 1, by words alone. `outcomes` and `severities` (given an escalation) each sum to 1.

    `known`: whether the reader knows a word of it at all; else the chances are those of all lines, and say nothing of this one.
    """

    outcomes: Mapping[Outcome, float]
    severities: Mapping[Severity, float]
    criteria: Mapping[Criterion, float]
    known: bool
    loudest: Callable[[], Mapping[str, str]] = field(repr=False, compare=False)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The clause that speaks loudest for an outcome or a criterion: to find it takes as long as all the rest, and few ask."""
        return self.loudest()

    @property
    def best(self) -> Outcome:
        """The likeliest outcome; targets together stand for "escalate"."""
        if self.escalates >= max(self.outcomes["handle"], self.outcomes["need_info"]):
            return max(TARGETS, key=lambda target: self.outcomes[target])
        return "handle" if self.outcomes["handle"] >= self.outcomes["need_info"] else "need_info"

    @property
    def escalates(self) -> float:
        return sum(self.outcomes[target] for target in TARGETS)


class _Labelled(NamedTuple):
    """A model's labels "outcome|severity" by either, and the columns of each outcome and criterion."""

    outcomes: Mapping[str, list[str]]
    severities: Mapping[str, list[str]]
    columns: Mapping[str, list[int]]


@lru_cache(maxsize=2)  # a model's labels stay what they are
def _labelled(labels: tuple[str, ...]) -> _Labelled:
    outcomes, severities = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    columns = defaultdict[str, list[int]](list)
    for column, label in enumerate(labels):
        name, joint, severity = label.partition("|")
        columns[name].append(column)
        if joint:
            outcomes[name].append(label)
            severities[severity].append(label)
    return _Labelled(outcomes, severities, columns)


@lru_cache(maxsize=4_096)
def outcomes_of(text: str) -> tuple[float, ...]:
    """The chances of `OUTCOMES` alone, at a fifth of the price of a whole reading: for holding many texts against one."""
    chances = _known(text)[1]
    by_outcome = _labelled(reader_of(text).labels).outcomes
    return tuple(sum([chances[label] for label in by_outcome[o]]) for o in OUTCOMES)


@lru_cache(maxsize=16)  # of one line the whole is read, and its outcomes alone
def _known(text: str) -> tuple[dict[str, float], dict[str, float]]:
    return _joint(reader_of(text), text)


def _joint(learned: Model, text: str) -> tuple[dict[str, float], dict[str, float]]:
    """The scores of all labels, and the chances of an outcome and its severity together."""
    scores = dict(zip(learned.labels, learned.scores(learned.vector(features(text))), strict=True))
    return scores, _softmax({name: score for name, score in scores.items() if "|" in name})


@lru_cache(maxsize=512)
def read_line(text: str) -> LineReading:
    """Reads a line; of one without a single known word every outcome is as likely as it is among all lines."""
    return _read(reader_of(text), text, *_known(text))


@lru_cache(maxsize=16)  # few lines are known to be none of security
def read_without_security(text: str) -> LineReading:
    """`read_line` of what is known to be no matter of security: the chances of the rest, made to sum to 1."""
    scores, joint = _known(text)
    rest = {label: 0.0 if label.startswith("security|") else chance for label, chance in joint.items()}
    total = sum(rest.values()) or 1.0
    return _read(reader_of(text), text, scores, {label: chance / total for label, chance in rest.items()})


def read_with(learned: Model, text: str) -> LineReading:
    """`read_line` by another model than the one that ships: the training measures its candidates so."""
    return _read(learned, text, *_joint(learned, text))


def _read(learned: Model, text: str, scores: Mapping[str, float], joint: Mapping[str, float]) -> LineReading:
    labelled = _labelled(learned.labels)
    outcomes: dict[Outcome, float] = {o: sum([joint[label] for label in labelled.outcomes[o]]) for o in OUTCOMES}
    by_severity: dict[Severity, float] = {
        s: sum([joint[label] for label in labelled.severities[s]]) for s in SEVERITIES
    }
    escalated = sum(by_severity.values()) or 1.0
    criteria: dict[Criterion, float] = {
        cast("Criterion", n): 1 / (1 + exp(-s)) for n, s in scores.items() if "|" not in n
    }
    return LineReading(
        outcomes=outcomes,
        severities={s: p / escalated for s, p in by_severity.items()},
        criteria=criteria,
        known=any(scores[label] != bias for label, bias in zip(learned.labels, learned.bias, strict=True)),
        loudest=partial(_loudest, learned, text, (*OUTCOMES, *criteria)),
    )


def _softmax(scores: dict[str, float]) -> dict[str, float]:
    top = max(scores.values())
    raised = {name: exp(score - top) for name, score in scores.items()}
    total = sum(raised.values())
    return {name: value / total for name, value in raised.items()}


def _loudest(learned: Model, text: str, names: tuple[str, ...]) -> dict[str, str]:
    """For each outcome and criterion the clause whose words add most to it, as typed."""
    columns = _labelled(learned.labels).columns
    best: dict[str, tuple[float, str]] = {}
    for clause in clauses(text[:2_000]):
        words = clause.text.strip(" \t\n,，:：;；()（）—–-.。!！?？")
        rows = {row for f in features(words) if (row := learned.rows.get(f)) is not None}
        added = learned.added({row: learned.levels[learned.idf[row]] for row in rows})
        for name in names if words else ():
            own = columns[name]
            said = sum(map(added.__getitem__, own)) / len(own)
            if said > best.get(name, (0.0, ""))[0]:
                best[name] = (said, words if len(words) <= _QUOTED else words[:_QUOTED].rstrip() + "…")
    return {name: words for name, (_, words) in best.items()}


@lru_cache(maxsize=64)
def strange(text: str) -> bool:
    """Whether it knows hardly a word of the line: the chances it gives are then those of the one that it happens to know."""
    words = [f for f in features(text) if f.startswith("w:") and not f[2:].isdigit()]
    rows = reader_of(text).rows
    known = sum(rows.get(word) is not None for word in words)
    return (
        len(words) - known >= _STRANGE and (len(words) - known) >= _STRANGE * 2 * known and not concepts_learned(text)
    )


_STRANGE = 2
