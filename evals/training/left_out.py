"""How the reader does on an author whose lines it never saw: trained on all others, author by author."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from escalation.judgement.gravity import severity_by
from escalation.reading.line.model import Model
from escalation.reading.line.reading import LineReading, read_with
from escalation.terms import SEVERITIES, TARGETS
from evals.intervals import wilson
from evals.training.lines import Line

Train = Callable[[Sequence[Line]], Model]


def left_out(told: Sequence[Line], train: Train, authors: Sequence[str]) -> str:
    """A Markdown table of decision, target, severity and under-rating on each left-out author's lines."""
    rows = [
        "## The reader on authors it never saw",
        "",
        "Trained on all other authors' lines, read by words alone (no records): `make model`.",
        "",
        "| author left out | decision | target | severity | under-rated |",
        "| --- | --- | --- | --- | --- |",
    ]
    every: list[tuple[Line, LineReading]] = []
    for author in authors:
        learned = train([line for line in told if line.author != author])
        read = [(line, read_with(learned, line.text)) for line in told if line.author == author]
        rows.append(_row(author, read))
        every += read
    return "\n".join([*rows, _row("all of these", every)]) + "\n"


def _row(name: str, read: Sequence[tuple[Line, LineReading]]) -> str:
    escalated = [(line, r) for line, r in read if line.severities]
    right = sum(_decision(r.best) in {_decision(o) for o in line.outcomes} for line, r in read)
    target = sum(r.best in line.outcomes for line, r in escalated)
    rated = [(line, severity_by(r.severities)) for line, r in escalated]
    exact = sum(severity in line.severities for line, severity in rated)
    under = sum(
        all(SEVERITIES.index(severity) > SEVERITIES.index(s) for s in line.severities) for line, severity in rated
    )
    cells = [_cell(right, len(read)), *(_cell(n, len(escalated)) for n in (target, exact, under))]
    return f"| {name} | {' | '.join(cells)} |"


def _decision(outcome: str) -> str:
    return "escalate" if outcome in TARGETS else outcome


def _cell(hits: int, total: int) -> str:
    low, high = wilson(hits, total)
    return f"{hits}/{total} = {100 * hits / max(1, total):.1f}% ({low:.0f}–{high:.0f})"
