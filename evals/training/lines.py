"""The labelled lines: training data by several authors, who had seen the criteria and not the product."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from escalation.judgement.heard import listen
from escalation.judgement.security_words import SECURITY
from escalation.terms import Severity
from evals.judging.data import CASES, Label, Scenario, cases, rows

LINES = Path(__file__).parent / "lines"

OUTCOMES = {
    "eng": "engineering", "prod": "product", "sec": "security", "lead": "leadership", "l2": "l2",
    "handle": "handle", "info": "need_info",
}  # fmt: skip
SEVERITIES: dict[str, Severity] = {"c": "critical", "h": "high", "m": "medium"}
CRITERIA = {
    "tech": "technical", "cplx": "complexity", "imp": "impact", "bus": "business", "time": "time", "patt": "pattern",
    "doc": "documented_solution", "conf": "configuration", "guide": "guidance", "limit": "known_limitation",
    "simil": "similar_resolved",
}  # fmt: skip


EVERYDAY = frozenset({"author-13", "author-14", "author-15"})
"""Authors of short everyday lines: groups that share their words and are not for the same team, ..."""

FOR_SUPPORT, FOR_OTHERS = 0.3, 0.7
"""... of which nearly half are for support, three times as many as of the others' lines. Counted in full they told the reader
that most lines are; with this little they teach as much about short lines, and longer ones are read as before."""

NOTES = frozenset({"author-16"})
"""Notes that say next to nothing, written with the everyday lines. With them too the reader of longer lines decides three lines
fewer of 218 at companies it has not seen, and misses six escalations there instead of four; of 140 lines by words one more."""


@dataclass(frozen=True)
class Line:
    """One labelled line. `severities` holds what is defensible, the first one best; empty where nothing is escalated.

    `criteria` is None for a line typed at a company: there the records may argue what the line does not say.
    """

    author: str
    text: str
    outcomes: tuple[str, ...]
    severities: tuple[str, ...]
    criteria: frozenset[str] | None
    weight: float = 1.0


def lines() -> list[Line]:
    """Every labelled line: the training files and the evaluation set's `dev` part, never its sealed one."""
    return [*_training(), *_dev(), *_at_companies()]


def _training() -> Iterator[Line]:
    for path in sorted(LINES.glob("*.jsonl")):
        for row in rows(path):
            severities = tuple(SEVERITIES[letter] for letter in row["s"])
            criteria = frozenset(CRITERIA[c] for c in row["r"] if c in CRITERIA)
            weight = (FOR_SUPPORT if row["d"] == "handle" else FOR_OTHERS) if path.stem in EVERYDAY else 1.0
            yield Line(path.stem, row["t"], (OUTCOMES[row["d"]],), severities, criteria, weight)


def _dev() -> Iterator[Line]:
    for path in sorted(CASES.glob("text/dev-*.jsonl")):
        for row in rows(path):
            label = Label.model_validate(row)
            yield _labelled(path.stem, row["input"], label, frozenset(label.reasons))


def _at_companies() -> Iterator[Line]:
    """Lines typed at the companies in view: other trades' words, so that "salary" or "bank account" alone means nothing.

    What speaks of security and can be handled is left out: there an article or a colleague's note tells that it is meant to be
    so, and by its words it stays a matter of security. `worded` relabels the rest of what can be handled.
    """
    for case in cases():
        if case.part != "dev" or not isinstance(case.label, Scenario):
            continue
        label = case.label
        if label.decision == "handle" and any(said.signal in SECURITY for said in listen(case.text, ()).said):
            continue
        yield _labelled(case.company.name if case.company else "", case.text, label, None)


def _labelled(author: str, text: str, label: Label, criteria: frozenset[str] | None) -> Line:
    accepted = (label.severity, *label.severity_accepted) if label.target else ()
    severities = tuple(dict.fromkeys(s for s in accepted if s))
    return Line(author, text, (label.target or label.decision, *label.target_accepted), severities, criteria)


def longer() -> list[Line]:
    """The lines that the reader of longer ones learns from."""
    return [line for line in lines() if line.author not in EVERYDAY | NOTES]


def fingerprint(of: Iterable[Line]) -> str:
    """Of lines with their labels: a model names those that it was trained on, and a test compares."""
    told = [[x.text, x.outcomes, x.severities, sorted(x.criteria or ())] for x in of]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
