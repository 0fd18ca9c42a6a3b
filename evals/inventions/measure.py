"""The measure: inventions caught and true statements wrongly stopped, with Wilson intervals, as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from escalation.claims import EvidenceBook, check_text
from evals.intervals import wilson
from evals.inventions.data import (
    BOOKS,
    COMPANIES,
    ELEVEN,
    FIFTEEN,
    FIRST_LOOK,
    GENERATED,
    SEALED,
    UNREAD,
    WRITTEN,
    Statement,
    load,
    names,
    statements,
)


@dataclass(frozen=True)
class Outcome:
    """One statement, checked. An invention is caught when a finding overlaps the span planted."""

    book: str
    statement: Statement
    found: tuple[str, ...]
    right: bool


def outcomes() -> list[Outcome]:
    """Every statement of every data file, checked against its book."""
    result: list[Outcome] = []
    for name in names():
        book = load(name).book()
        rows = statements(BOOKS / f"{name}.jsonl") + statements(GENERATED / f"{name}.jsonl")
        result += [outcome(name, row, book) for row in rows]
    return result


def sample_outcomes() -> list[Outcome]:
    """Part 3, every statement of it checked against the book of the program's own assessment."""
    from evals.inventions.sample_books import STATEMENTS

    return _of_sample(STATEMENTS)


def tuning_outcomes() -> list[Outcome]:
    """The same for part 4-tuning."""
    from evals.inventions.sample_books import TUNING

    return _of_sample(TUNING)


def _of_sample(folder: Path) -> list[Outcome]:
    from evals.inventions.sample_books import sample_books

    return [
        outcome(name, row, book)
        for name, book in sample_books().items()
        for row in statements(folder / f"{name}.jsonl")
    ]


def company_outcomes(folder: Path = COMPANIES) -> list[Outcome]:
    """Part 5, or that of another folder, every statement of it checked against the book of its company's assessment."""
    from evals.inventions.company_books import company_books

    return [outcome(name, row, book) for name, book, rows in company_books(folder) for row in rows]


def outcome(name: str, row: Statement, book: EvidenceBook) -> Outcome:
    found = check_text(row.text, book)
    said = tuple(f"{each.span}: {each.reason}" for each in found)
    if row.true:
        return Outcome(name, row, said, not found)
    start, end = row.planted or (0, len(row.text))
    return Outcome(name, row, said, any(each.start < end and start < each.end for each in found))


def table(results: Iterable[Outcome], later: Mapping[str, Sequence[Outcome]] = {}) -> str:
    """The figures in Markdown: in all, per language, per kind, hand-written and held out apart.

    The statements about the sample company and about companies (`later`, by part) have lines of their own and are not
    in the others.
    """
    rows = list(results)
    caught = [row for row in rows if not row.statement.true]
    stopped = [row for row in rows if row.statement.true]
    lines = [
        "| part | inventions caught | 95% | true statements wrongly stopped | 95% |",
        "| --- | --- | --- | --- | --- |",
    ]
    for label, keep in _PARTS:
        lines.append(_line(label, [row for row in caught if keep(row)], [row for row in stopped if keep(row)]))
    for part, several in later.items():
        for label, lang in ((part, ""), (f"{part}, English", "en"), (f"{part}, Chinese", "zh")):
            mine = [row for row in several if not lang or row.statement.lang == lang]
            invented, true = ([row for row in mine if row.statement.true == wanted] for wanted in (False, True))
            lines.append(_line(label, invented, true))
    lines += ["", "| kind of invention | en caught | zh caught |", "| --- | --- | --- |"]
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for row in caught:
        by_kind[row.statement.kind].append(row)
    for kind in sorted(by_kind):
        cells = [_share([row for row in by_kind[kind] if row.statement.lang == lang]) for lang in ("en", "zh")]
        lines.append(f"| {kind} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines) + "\n"


def _by_hand(row: Outcome) -> bool:
    return not row.statement.made_from


_PARTS: tuple[tuple[str, Callable[[Outcome], bool]], ...] = (
    ("all", lambda row: True),
    ("English", lambda row: row.statement.lang == "en"),
    ("Chinese", lambda row: row.statement.lang == "zh"),
    ("written by hand", _by_hand),
    ("generated", lambda row: not _by_hand(row)),
    ("parts 1 and 2, held out once and tuned on since", lambda row: row.statement.held_out and _by_hand(row)),
    ("generated from those", lambda row: row.statement.held_out and not _by_hand(row)),
)


LATER: Mapping[str, Callable[[], list[Outcome]]] = {
    "part 3, its failures looked at and tuned on since": sample_outcomes,
    "part 4-tuning, tuned on": tuning_outcomes,
    "part 5, company books, both halves tuned on": company_outcomes,
    "part 6, five more escalations, tuned on": partial(company_outcomes, FIRST_LOOK),
    "part 7, fifteen escalations, tuned on": partial(company_outcomes, FIFTEEN),
    "part 8, fifteen more, never read, its counts used": partial(company_outcomes, UNREAD),
    "part 9, fourteen as a model writes, tuned on": partial(company_outcomes, WRITTEN),
    "part 10, six more as a model writes, counted first and tuned on since": partial(company_outcomes, SEALED),
    "part 11, six more by a stranger to the checker, counted first and tuned on since": partial(
        company_outcomes, ELEVEN
    ),
}
"""The parts beside the books, each counted in lines of its own."""


def _line(label: str, caught: list[Outcome], stopped: list[Outcome]) -> str:
    wrong = sum(not row.right for row in stopped)
    cells = [_share(caught), _interval(sum(row.right for row in caught), len(caught))]
    cells += [f"{wrong}/{len(stopped)} ({100 * wrong / max(1, len(stopped)):.1f}%)", _interval(wrong, len(stopped))]
    return f"| {label} | {' | '.join(cells)} |"


def _share(rows: list[Outcome]) -> str:
    hits = sum(row.right for row in rows)
    return f"{hits}/{len(rows)} ({100 * hits / len(rows):.1f}%)" if rows else "–"


def _interval(hits: int, total: int) -> str:
    low, high = wilson(hits, total)
    return f"{low:.1f}–{high:.1f}%"
