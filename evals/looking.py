"""Who looks by hand: `python -m evals.looking` prints how many of the tickets that belong are among the ten that `fetch_tickets`
shows for a line as it was typed, per company in view; by the judgement's own search too, which takes no words near in meaning.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from escalation.ports import Workspace
from evals.judging.data import CASES, Case, cases, rows
from evals.judging.predictions import desks
from tools.catalog.fitting import FAINT

SHOWN = 10


@dataclass(frozen=True)
class Looked:
    """One line: how many tickets belong, and how many of them were shown."""

    belong: int
    near: int
    plain: int


def one(workspace: Workspace, text: str, belongs: Iterable[str]) -> Looked:
    wanted = set(belongs)
    plain = workspace.search_tickets(text, limit=SHOWN)
    near = workspace.search_tickets(text, limit=SHOWN, near=True)
    shown = {hit.record.id for hit in near if hit.score >= FAINT * near[0].score}
    return Looked(len(wanted), len(wanted & shown), len(wanted & {hit.record.id for hit in plain}))


def company(folder: Path, found: Iterable[Case]) -> list[Looked]:
    """The lines of a company to which any ticket belongs."""
    truth = {row["id"]: row["belongs"] for row in rows(folder / "scenarios.jsonl")}
    with desks(folder) as desk_at:
        return [
            one(desk_at(each.scenario.as_of).workspace, each.text, truth[each.label.id])
            for each in found
            if each.scenario and truth[each.label.id]
        ]


def recall(found: list[Looked], shown: str) -> str:
    part, whole = sum(getattr(each, shown) for each in found), sum(each.belong for each in found)
    of_lines = sum(getattr(each, shown) / min(each.belong, SHOWN) for each in found) / max(len(found), 1)
    return f"{100 * part / max(whole, 1):.1f}% ({part}/{whole}), per line {100 * of_lines:.1f}%"


def main() -> int:
    """Prints the table; exit code 0."""
    table = Table("company", "lines", "shown by fetch_tickets", "by the judgement's search")
    told = [case for case in cases(CASES) if case.company is not None and case.part == "dev"]
    every: list[Looked] = []
    for folder in sorted({case.company for case in told if case.company}):
        found = company(folder, (case for case in told if case.company == folder))
        every += found
        table.add_row(folder.name, str(len(found)), recall(found, "near"), recall(found, "plain"))
    table.add_row("all", str(len(every)), recall(every, "near"), recall(every, "plain"))
    Console(width=140).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
