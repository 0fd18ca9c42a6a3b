"""`list` and `show`: what is on record."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from agent import options
from agent.rooms import open_rooms
from escalation.errors import InvalidInput
from escalation.terms import TARGETS


def list_escalations(
    account: Annotated[str | None, typer.Option("--account", help="Only this customer's.")] = None,
    target: Annotated[
        str | None, typer.Option("--target", help="l2, engineering, product, security or leadership.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Also those that have ended.")] = False,
    workspace: options.Workspace = None,
    config: options.Config = None,
    as_of: options.AsOf = None,
) -> None:
    """List the escalations on record, latest first."""
    from tools.desk.whose import one_account
    from tools.serving.quoting import bare

    if target is not None and target not in TARGETS:
        raise InvalidInput(f"There is no team called {target!r}.", f"Use one of: {', '.join(TARGETS)}.")
    rooms = open_rooms(workspace, config, as_of)
    account_id = one_account(rooms.workspace, account).id if account else None
    states = rooms.register.list(open_only=not all_, account_id=account_id, target=target)
    for s in states:
        verdict = f"{s.severity}, to {s.target}" if s.decision == "escalate" else str(s.decision)
        sys.stdout.write(f"{s.id}  {s.opened_at:%Y-%m-%d %H:%M}Z  {s.status}  {verdict}  {bare(s.issue)[:80]}\n")
    if not states:
        sys.stdout.write('Nothing is open. `customer-escalation brief "<issue>"` opens one; --all shows the ended.\n')


def show(
    escalation_id: Annotated[str, typer.Argument(metavar="ID", help="Such as ESC-0007.")],
    record: Annotated[bool, typer.Option("--record", help="The record, event by event, instead of the brief.")] = False,
    trail: Annotated[str | None, typer.Option("--trail", help="Export the whole record: json or markdown.")] = None,
    workspace: options.Workspace = None,
    config: options.Config = None,
    as_of: options.AsOf = None,
) -> None:
    """Show an escalation's latest brief, or its record."""
    from escalation.reading.fence import visible
    from tools.serving.quoting import bare

    rooms = open_rooms(workspace, config, as_of)
    state = rooms.register.state(escalation_id.upper())
    if trail is not None:
        from tools.following.trail import exported

        sys.stdout.write(exported(rooms.register.events(state.id), trail))
        return
    if record or state.brief is None:
        for e in rooms.register.events(escalation_id.upper()):
            why = f" — {bare(e.why)}" if e.why else ""
            sys.stdout.write(f"{e.seq}  {e.at:%Y-%m-%d %H:%M:%S}Z  {bare(e.who)}  {e.what}{why}\n")
        return
    sys.stdout.write(visible(state.brief).rstrip() + "\n")
