"""The record's measures as rows of the bench: the due view, and what must happen exactly once or not be lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

from evals.acting.race import prepared, race
from evals.line import Line
from evals.record.due import measured
from evals.record.dying import die
from evals.record.reminding import remind

_OPEN, _REMINDERS, _PROPOSALS, _KILLS = 10_000, 600, 1_000, 50


def record(folder: Path, *, share: float = 1.0) -> list[Line]:
    """All rows, in a folder of their own; `share` makes every number smaller, for a look that does not measure."""
    folder.mkdir(parents=True)
    reminders, proposals, kills = (max(3, round(n * share)) for n in (_REMINDERS, _PROPOSALS, _KILLS))
    return [
        *_due(max(100, round(_OPEN * share))),
        *reminded(folder, reminders),
        *acted(folder, proposals),
        *died(folder, kills),
    ]


def _due(escalations: int) -> list[Line]:
    due = asyncio.run(measured(escalations))
    return [
        Line(
            f"due view over {escalations:,} open escalations, p95, one changed",
            due.moving.p95,
            50,
            cpu=due.moving.cpu_p95,
        ),
        Line("  p95, nothing changed", due.still.p95, 50, cpu=due.still.cpu_p95),
        Line("  first call of a process", due.opening),
    ]


def reminded(folder: Path, reminders: int) -> list[Line]:
    found = remind(folder / "remind.db", folder / "told", reminders)
    wrong = 0 if found.once(reminders) else max(1, reminders - found.told.get(1, 0))
    return [
        Line(f"{reminders} reminders, 3 processes, one killed: not told exactly once", wrong, 0, "{:.0f}"),
        Line("  in all", found.seconds, form="{:.0f} s"),
    ]


def acted(folder: Path, proposals: int) -> list[Line]:
    store = folder / "act.db"
    prepared(store, proposals)
    found = race(store, 4)
    once = min(counts.get(1, 0) for counts in (found.messages, found.events))
    alone = found.messages == found.events == {1: proposals} and sum(found.sent) == proposals
    return [
        Line(
            f"{proposals:,} proposals, 4 processes: not sent exactly once",
            0 if alone else max(1, proposals - once),
            0,
            "{:.0f}",
        ),
        Line("  in all", found.seconds, form="{:.0f} s"),
    ]


def died(folder: Path, kills: int) -> list[Line]:
    found = die(folder / "die.db", kills)
    lost = found.lost if found.sound else max(1, found.lost)
    return [
        Line(f"a writer killed {kills} times: acknowledged events lost", lost, 0, "{:.0f}"),
        Line("  acknowledged", found.acknowledged, form="{:.0f}"),
    ]
