"""`serve`: the MCP server, the same as `python -I -m tools`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from agent import options


def serve(
    http: Annotated[
        str | None, typer.Option("--http", metavar="HOST:PORT", help="Serve over HTTP instead of stdio.")
    ] = None,
    workers: Annotated[int | None, typer.Option("--workers", help="Processes that share the HTTP address.")] = None,
    workspace: options.Workspace = None,
    config: options.Config = None,
    as_of: options.AsOf = None,
) -> None:
    """Serve the tools to an AI assistant over MCP."""
    from tools.__main__ import main

    given = {"--workspace": workspace, "--config": config, "--as-of": as_of, "--http": http, "--workers": workers}
    sys.exit(
        main(
            [part for name, value in given.items() if value is not None and value != "" for part in (name, str(value))]
        )
    )
