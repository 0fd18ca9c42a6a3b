"""From cases and a maker to the report: scores, tables, the mistakes by example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from evals.judging.data import Case
from evals.judging.predictions import Prediction
from evals.judging.score import Score, score
from evals.judging.table import GROUPS, table


def scores(found: Iterable[Case], made: Iterable[Prediction]) -> list[Score]:
    """Each case with its prediction; a case without one counts as wrong in everything."""
    by_case = {p.case: p for p in made}
    return [score(c, by_case.get(c.key, Prediction(case=c.key))) for c in found]


def report(results: Sequence[Score], title: str) -> str:
    return f"## {title}\n\n{table(results, GROUPS)}"


def confusions(results: Iterable[Score]) -> str:
    """What was taken for what: "label → prediction", most frequent first."""
    pairs = Counter(f"{_verdict(s, label=True)} → {_verdict(s, label=False)}" for s in results if not _right(s))
    return "\n".join(f"{n:4} {pair}" for pair, n in pairs.most_common())


def _right(s: Score) -> bool:
    return s.decision and s.target is not False


def _verdict(s: Score, *, label: bool) -> str:
    said = s.case.label if label else s.prediction
    return said.target or said.decision or "nothing"
