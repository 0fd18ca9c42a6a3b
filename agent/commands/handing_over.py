"""`handover`: what the next shift must know, on paper."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Annotated

import typer

from agent import options
from agent.rooms import open_rooms
from escalation.errors import InvalidInput


def handover(
    team: Annotated[
        str | None, typer.Option("--team", help="Only this team's: a target, its channel or a person in it.")
    ] = None,
    account: Annotated[str | None, typer.Option("--account", help="Only this customer's.")] = None,
    hours: Annotated[
        float | None,
        typer.Option("--hours", min=0.5, max=168, help="Length of the last shift and the next. Default: the policy's."),
    ] = None,
    from_: Annotated[str | None, typer.Option("--from", help="When the last shift began.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="When the next one ends.")] = None,
    language: Annotated[str, typer.Option("--language", help="en or zh.")] = "en",
    workspace: options.Workspace = None,
    config: options.Config = None,
    as_of: options.AsOf = None,
) -> None:
    """Tell what a shift must know when it takes over: overdue first, then what falls due, promises, what changed."""
    from escalation.following.handover import Shift
    from prompts.render import render
    from tools import instants
    from tools.desk.whose import one_account
    from tools.following.handing_over import handover, rows
    from tools.following.views import Wanted, targets

    tongue = options.language(language)
    rooms = open_rooms(workspace, config, as_of)
    shift = Shift.of(rooms.workspace.now(), hours or rooms.policy.shift_hours)
    shift = replace(
        shift, since=instants.read(from_, "--from") or shift.since, until=instants.read(to, "--to") or shift.until
    )
    if not shift.since <= shift.now <= shift.until:
        raise InvalidInput(
            f"--from and --to do not lie around now ({instants.said(shift.now)}).",
            "Give --from before it and --to after it, or --hours.",
        )
    account_id = one_account(rooms.workspace, account).id if account else None
    found = handover(rooms, Wanted("handover", account_id, targets(rooms.policy, None, team)), shift)
    text = render(
        "handover.md.j2",
        tongue or "en",
        since=shift.since,
        now=shift.now,
        until=shift.until,
        late=sum(bool(one.overdue) for one in found),
        blocks=rows(rooms, found, shift, tongue),
    )
    sys.stdout.write(text)
