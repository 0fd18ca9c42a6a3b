"""Short lines as people in a hurry type them, at five companies: half of what they tell is on record there, half is not.

By an author who had read these companies' records and `domain.md`, and not the product. Every second one was in view while rules
and lines to learn from were made after them; the others were run and counted only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evals.judging.data import CASES, Label, records, rows
from evals.judging.predictions import desks
from evals.judging.score import RANK
from evals.judging.table import share
from tools.desk.desk import Desk, Request
from tools.sample import SAMPLE

LINES = CASES / "everyday.jsonl"


class Everyday(Label):
    """A line with its label and the tickets that report the same, none where no record shows it."""

    text: str
    company: str
    account: str | None = None
    belongs: frozenset[str] = frozenset()

    @property
    def in_view(self) -> bool:
        return int(self.id.removeprefix("ed-")) % 2 == 1

    @property
    def folder(self) -> Path:
        return SAMPLE.parent if self.company == "sample" else CASES / "companies" / f"dev-{self.company}"


@dataclass(frozen=True)
class Outcome:
    """What became of a line. `targeted`, `rated`, `under` and `over` are None where it is not to be escalated."""

    in_view: bool
    recorded: bool
    decided: bool
    targeted: bool | None
    rated: bool | None
    under: bool | None
    exact: bool
    """Just the customers whose tickets report it were found, or nobody where there is none."""
    taken: bool
    """Reports of something else were taken for it, and none of its own."""


def lines() -> list[Everyday]:
    return [Everyday.model_validate(row) for row in rows(LINES)]


def outcomes() -> Iterator[Outcome]:
    """One for each line, company by company."""
    typed = lines()
    for folder in sorted({line.folder for line in typed}):
        at = datetime.fromisoformat(json.loads((folder / "workspace" / "workspace.json").read_text("utf-8"))["now"])
        with desks(folder) as desk_at:
            yield from (_outcome(desk_at(at), line) for line in typed if line.folder == folder)


def _outcome(desk: Desk, line: Everyday) -> Outcome:
    found = desk.assess(Request(line.text, account=line.account))
    tickets = {matched.ticket.id for matched in found.matched}
    owners = records(line.folder, "tickets")
    escalated = line.decision == "escalate"
    grave = [line.severity, *line.severity_accepted]
    return Outcome(
        in_view=line.in_view,
        recorded=bool(line.belongs),
        decided=found.decision in {line.decision, *line.decision_accepted},
        targeted=found.target in {line.target, *line.target_accepted} if escalated else None,
        rated=found.severity in grave if escalated else None,
        under=bool(found.severity and RANK[found.severity] < min(RANK[each] for each in grave if each))
        if escalated
        else None,
        exact={owners[i]["account_id"] for i in tickets} == {owners[i]["account_id"] for i in line.belongs},
        taken=bool(tickets) and tickets.isdisjoint(line.belongs),
    )


def section(found: Sequence[Outcome]) -> str:
    """The outcomes as Markdown."""
    groups = [
        (f"{name}, {where}", [o for o in found if o.in_view == seen and o.recorded == recorded])
        for name, seen in (("never read", False), ("in view", True))
        for where, recorded in (("on record", True), ("not on record", False))
    ]
    measures: tuple[tuple[str, Callable[[Outcome], bool | None]], ...] = (
        ("decision", lambda o: o.decided),
        ("target, where it is escalated", lambda o: o.targeted),
        ("severity, where it is escalated", lambda o: o.rated),
        ("severity under-rated", lambda o: o.under),
        ("the customers affected, exactly", lambda o: o.exact),
        ("reports of something else taken for it", lambda o: o.taken),
    )
    head = f"| | {' | '.join(f'{name} ({len(of)})' for name, of in groups)} |\n| --- |{' --- |' * len(groups)}"
    table = [f"| {name} | {' | '.join(_share(measure, of) for _, of in groups)} |" for name, measure in measures]
    return "\n".join([HEADING, head, *table]) + "\n"


def _share(measure: Callable[[Outcome], bool | None], of: Sequence[Outcome]) -> str:
    held = [value for one in of if (value := measure(one)) is not None]
    return share(sum(held), len(held))


HEADING = """## Short everyday lines

Scenarios are told at some length and are always on record. These 260 lines have two to nine words ("invoice in dollars not
euros please"), are typed at five companies in view, and three in five are on no record there: how-tos, bills, access, wishes,
thanks. Every second one was read when it was first counted, and lines to learn from were written after what was wrong there;
the others were run and counted only.
"""
