"""`chat ["<issue>"]`: the same job in conversation with a model; nothing is sent without the person's yes."""

from __future__ import annotations

from typing import Annotated

import typer

from agent import options
from agent.rooms import open_rooms


def chat(
    issue: Annotated[str | None, typer.Argument(help="What is wrong and for whom; asked for unless given.")] = None,
    account: Annotated[str | None, typer.Option("--account", help="Customer name, id or domain.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="en or zh; the language of the issue unless given.")
    ] = None,
    resume: Annotated[
        str | None, typer.Option("--resume", metavar="ID", help="Go on with an earlier conversation, such as C-0003.")
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", help="The model; agent.model of the settings unless given.")
    ] = None,
    workspace: options.Workspace = None,
    config: options.Config = None,
    as_of: options.AsOf = None,
) -> None:
    """Talk an issue through with a model: it looks up, asks, writes and proposes; you decide."""
    from agent.conversation.session import Sitting, hold, offer
    from agent.conversation.settings import has_key, load
    from tools.sample import SAMPLE
    from tools.serving.logs import to_stderr
    from tools.store.location import resolve

    to_stderr()
    settings = load(config)
    if model is not None:
        settings = settings.model_copy(update={"model": model})
    rooms = open_rooms(workspace, config, as_of)
    place = resolve(workspace, sample=SAMPLE).name
    sitting = Sitting(rooms, settings, place, issue, account, options.language(language), resume)
    if has_key():
        hold(sitting)
    elif not offer(sitting):
        raise typer.Exit(2)
