"""Which tickets belong to an issue: `python -m evals.matching [--quick]` prints precision and recall per company, and the cost.

Each typed line counts once. The generated workspace of 100,000 tickets holds planted clusters; `--quick` leaves it out.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from escalation.judgement.understand import understand
from escalation.matching.belonging import match_tickets
from escalation.policy import Policy
from evals.judging.data import CASES, Case, cases, rows
from evals.judging.predictions import desks
from tools.desk.desk import Desk, Request
from tools.desk.gather import gather
from tools.store.location import Location, open_location
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


@dataclass(frozen=True)
class Matched:
    """One line: the tickets that belong, those gathered, those counted, and the seconds that all of it took."""

    belongs: frozenset[str]
    gathered: frozenset[str]
    counted: frozenset[str]
    seconds: float


@dataclass(frozen=True)
class Share:
    part: int
    whole: int

    def __str__(self) -> str:
        return f"{100 * self.part / self.whole:.1f}% ({self.part}/{self.whole})" if self.whole else "–"


def precision(found: Iterable[Matched]) -> Share:
    pairs = [(len(m.counted & m.belongs), len(m.counted)) for m in found]
    return Share(sum(a for a, _ in pairs), sum(b for _, b in pairs))


def recall(found: Iterable[Matched]) -> Share:
    pairs = [(len(m.counted & m.belongs), len(m.belongs)) for m in found]
    return Share(sum(a for a, _ in pairs), sum(b for _, b in pairs))


def gathered(found: Iterable[Matched]) -> Share:
    """How many of the belonging tickets were among the candidates at all."""
    pairs = [(len(m.gathered & m.belongs), len(m.belongs)) for m in found]
    return Share(sum(a for a, _ in pairs), sum(b for _, b in pairs))


def exact(found: Iterable[Matched]) -> Share:
    same = [m.counted == m.belongs for m in found]
    return Share(sum(same), len(same))


def agreeing(found: Iterable[tuple[str, Matched]]) -> Share:
    """Of the scenarios that are typed in several languages, those of which each line counts the same tickets."""
    told: dict[str, list[frozenset[str]]] = {}
    for scenario, matched in found:
        told.setdefault(scenario, []).append(matched.counted)
    several = [counted for counted in told.values() if len(counted) > 1]
    return Share(sum(len(set(counted)) == 1 for counted in several), len(several))


def one(desk: Desk, text: str, account: str | None, belongs: Iterable[str]) -> Matched:
    """Candidates and assessment of one line; duplicates that were merged count with what they were merged into."""
    issue = understand(text)
    context = gather(desk.workspace, issue, account)
    began = time.perf_counter()
    found = desk.assess(Request(text, account=account))
    seconds = time.perf_counter() - began
    merged = {
        s.ticket.id for s in match_tickets(issue, context, desk.workspace.now()).belonging if s.ticket.merged_into
    }
    counted = frozenset(m.ticket.id for m in found.matched) | merged
    return Matched(frozenset(belongs), frozenset(t.id for t in context.tickets), counted, seconds)


def company(folder: Path, found: Iterable[Case]) -> list[Matched]:
    truth = {row["id"]: row["belongs"] for row in rows(folder / "scenarios.jsonl")}
    with desks(folder) as desk_at:
        return [one(desk_at(_as_of(c)), c.text, c.account, truth[c.label.id]) for c in found]


def _as_of(case: Case) -> datetime:
    if case.scenario is None:
        raise ValueError(case.key)
    return case.scenario.as_of


def large(folder: Path, tickets: int = 100_000) -> list[Matched]:
    """The planted clusters of a generated workspace, each asked for by its endpoint and error string."""
    from evals.big_workspace import write

    clusters = write(folder / "workspace", tickets)
    engine, _ = open_location(Location("folder", str(folder / "store.db"), folder / "workspace"))
    with closing(engine.raw_connection()):
        desk = Desk(StoreWorkspace(engine), Register(engine), Policy())
        return [one(desk, c.issue, None, c.ticket_ids) for c in clusters]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; exit code 0."""
    parser = argparse.ArgumentParser(prog="python -m evals.matching", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without the workspace of 100,000 tickets")
    quick = parser.parse_args(arguments).quick
    table = Table(
        "workspace", "lines", "precision", "recall", "exact", "gathered", "languages agree", "median", "dearest"
    )
    scenarios = [c for c in cases(CASES) if c.company is not None and c.part == "dev"]
    for folder in sorted({c.company for c in scenarios if c.company}):
        lines = [c for c in scenarios if c.company == folder]
        _row(table, folder.name, company(folder, lines), [c.label.id for c in lines])
    if not quick:
        with tempfile.TemporaryDirectory() as scratch:
            _row(table, "100,000 tickets", large(Path(scratch)), ())
    Console(width=140).print(table)
    return 0


def _row(table: Table, name: str, found: list[Matched], scenarios: Sequence[str]) -> None:
    seconds = [m.seconds for m in found]
    agree = agreeing(zip(scenarios, found, strict=False))
    told = [precision(found), recall(found), exact(found), gathered(found), agree]
    cost = [f"{1000 * s:.0f} ms" for s in (median(seconds), max(seconds))]
    table.add_row(name, str(len(found)), *map(str, told), *cost)


if __name__ == "__main__":
    sys.exit(main())
