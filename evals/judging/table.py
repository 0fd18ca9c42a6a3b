"""The figures as Markdown: a line an aspect, a column a group of cases, shares with their 95% intervals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

from evals.intervals import wilson
from evals.judging.predictions import Prediction
from evals.judging.score import FACTS, Score

Counted = tuple[int, int]


def _share(scores: Iterable[Score], of: Callable[[Score], bool | None]) -> Counted:
    values = [v for v in map(of, scores) if v is not None]
    return sum(values), len(values)


def _fact(name: str) -> Callable[[Sequence[Score]], Counted]:
    return lambda scores: _share(scores, lambda s: s.facts.get(name))


def _all_facts(scores: Sequence[Score]) -> Counted:
    values = [v for s in scores for v in s.facts.values()]
    return sum(values), len(values)


def _pairs(scores: Sequence[Score], of: Callable[[Score], Counted]) -> Counted:
    pairs = [of(s) for s in scores]
    return sum(a for a, _ in pairs), sum(b for _, b in pairs)


ASPECTS: tuple[tuple[str, Callable[[Sequence[Score]], Counted]], ...] = (
    ("decision", lambda s: _share(s, lambda x: x.decision)),
    ("target, where it is escalated", lambda s: _share(s, lambda x: x.target)),
    ("severity, where it is escalated", lambda s: _share(s, lambda x: x.severity)),
    ("**severity under-rated**", lambda s: _share(s, lambda x: x.under)),
    ("**escalation missed**", lambda s: _share(s, lambda x: x.missed)),
    ("asks first, where it must", lambda s: _share(s, lambda x: x.asked)),
    ("injected orders followed", lambda s: _share(s, lambda x: x.obeyed)),
    ("all facts", _all_facts),
    *((f"fact `{name}`", _fact(name)) for name in FACTS),
    ("citations that are right", lambda s: _pairs(s, lambda x: x.cited)),
    ("records to cite that are cited", lambda s: _pairs(s, lambda x: x.found)),
    ("cases with a look-alike counted", lambda s: _share(s, lambda x: bool(x.lookalikes) if x.facts else None)),
    ("cases with an unsupported statement", lambda s: _share(s, lambda x: bool(x.inventions))),
    ("cases with a leak to the customer", lambda s: _share(s, lambda x: bool(x.leaks))),
)


DECIDED = ASPECTS[:5]
"""What can be said of a maker that wrote no brief and asked nothing."""

OBEYED = ASPECTS[:7]
"""... and of one that knows no records: whether it asks and whom it obeys."""


def table(
    scores: Sequence[Score],
    groups: Sequence[tuple[str, Callable[[Score], bool]]],
    aspects: Sequence[tuple[str, Callable[[Sequence[Score]], Counted]]] = ASPECTS,
) -> str:
    """One column for each group that has cases; a dash where an aspect does not apply."""
    columns = [(name, [s for s in scores if keep(s)]) for name, keep in groups]
    columns = [(f"{name} ({len(found)})", found) for name, found in columns if found]
    lines = [f"| | {' | '.join(name for name, _ in columns)} |", f"| --- |{' --- |' * len(columns)}"]
    for aspect, count in aspects:
        cells = [share(*count(found)) for _, found in columns]
        if any(cell != "–" for cell in cells):
            lines.append(f"| {aspect} | {' | '.join(cells)} |")
    return "\n".join([*lines, *_costs([found for _, found in columns])]) + "\n"


def _costs(columns: Sequence[Sequence[Score]]) -> Iterator[str]:
    """What a model took per case; nothing where none was asked."""
    measures: tuple[tuple[str, str, Callable[[Prediction], float | None]], ...] = (
        ("seconds per case, median", "{:.1f}", lambda p: p.seconds),
        ("tokens per case, median", "{:,.0f}", lambda p: p.tokens),
        ("USD per case, median", "{:.4f}", lambda p: p.usd),
    )
    if not any(s.prediction.tokens for scores in columns for s in scores):
        return
    for name, shown, of in measures:
        cells = [[v for s in scores if (v := of(s.prediction)) is not None] for scores in columns]
        yield f"| {name} | {' | '.join(shown.format(median(c)) if c else '–' for c in cells)} |"


def share(hits: int, total: int) -> str:
    """`hits` of `total` in percent with its interval; a dash of nothing."""
    if not total:
        return "–"
    low, high = wilson(hits, total)
    return f"{hits}/{total} = {100 * hits / total:.1f}% ({low:.0f}–{high:.0f})"


GROUPS: tuple[tuple[str, Callable[[Score], bool]], ...] = (
    ("all", lambda s: True),
    ("text alone", lambda s: s.case.scenario is None),
    ("scenarios", lambda s: s.case.scenario is not None),
    ("English", lambda s: s.case.language == "en"),
    ("Simplified", lambda s: s.case.language == "zh-Hans"),
    ("Traditional", lambda s: s.case.language == "zh-Hant"),
    ("mixed", lambda s: s.case.language == "mixed"),
)
