"""`due` and `watch`: what is to be done next, and being told of it."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agent import options
from agent.rooms import open_rooms
from escalation.errors import InvalidInput

if TYPE_CHECKING:
    from tools.following.watching import Sink

_EVERY = 20.0
"""Seconds from one look to the next."""

Language = Annotated[str | None, typer.Option("--language", help="en or zh; the language of each issue unless given.")]
ToFile = Annotated[
    Path | None, typer.Option("--to", help="Append to this file (.ics: a calendar), not standard output.")
]


def due(
    account: Annotated[str | None, typer.Option("--account", help="Only this customer's.")] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    hours: Annotated[float, typer.Option("--hours", min=0, max=24 * 366, help="How far ahead.")] = 24,
    all_: Annotated[bool, typer.Option("--all", help="However far ahead.")] = False,
    ics: Annotated[Path | None, typer.Option("--ics", help="Write a calendar file instead.")] = None,
    language: Language = None,
    workspace: options.Workspace = None,
    config: options.Config = None,
    as_of: options.AsOf = None,
) -> None:
    """List what is due and what to do: overdue promises first, then what else is overdue, then the soonest."""
    from prompts.render import phrase
    from tools.desk.whose import one_account
    from tools.following.calendar_file import calendar, event, key_of
    from tools.following.sinks import line, write_calendar
    from tools.following.views import Wanted, rows, selected

    rooms = open_rooms(workspace, config, as_of)
    account_id = one_account(rooms.workspace, account).id if account else None
    seen = rooms.board.look()
    found = selected(seen, Wanted("overdue" if overdue else "due", account_id), rooms.policy.pattern_customers)
    tongue = options.language(language)
    if ics is not None:
        shown = rows(found, seen, rooms.workspace, tongue)["dues"]
        write_calendar(ics, calendar(event(key_of(row), row, seen.now) for row in shown))
        return
    edge = seen.now + timedelta(hours=hours)
    soon = [one for one in found if all_ or one.due is None or one.due.due_at <= edge]
    said = [line(row) for row in rows(soon, seen, rooms.workspace, tongue)["dues"]] or [
        phrase("nothing_due", tongue or "en")
    ]
    if later := len(found) - len(soon):
        said.append(phrase("due_later", tongue or "en", count=later))
    sys.stdout.write("".join(f"{each}\n" for each in said))


def watch(
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False,
    seconds: Annotated[float | None, typer.Option("--seconds", min=0, help="End after this long.")] = None,
    to: ToFile = None,
    workspace: options.Workspace = None,
    config: options.Config = None,
    as_of: options.AsOf = None,
) -> None:
    """Tell what has fallen due, each once, however many watch the same workspace."""
    from tools.following.watching import fire, left_sending
    from tools.store.leases import Leases

    if not once and seconds is None:
        raise InvalidInput("watch was not told how long.", "Add --once, or --seconds 3600.")
    rooms = open_rooms(workspace, config, as_of)
    leases = Leases(rooms.register.engine, f"{os.getpid()}-{time.time_ns()}", lambda: datetime.now(UTC))
    until = time.monotonic() + (seconds or 0)
    told: set[str] = set()
    while True:
        for news in left_sending(rooms):
            if news not in told:  # what cannot be sent yet is said once, not at each look
                told.add(news)
                sys.stderr.write(news + "\n")
        fire(rooms, leases, _sink(to, rooms.workspace.now()))
        left = until - time.monotonic()
        if once or left <= 0:
            return
        time.sleep(min(_EVERY, left))


def _sink(to: Path | None, now: datetime) -> Sink:
    from tools.following.sinks import CalendarFile, Lines, LinesFile

    if to is None:
        return Lines(sys.stdout)
    return CalendarFile(to, now) if to.suffix == ".ics" else LinesFile(to)
