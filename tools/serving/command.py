"""The server's command line."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

_MOST_WORKERS = 64
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True)
class Command:
    """What was asked for; None means "the default", which environment variables may set."""

    workspace: str | None
    config: str | None
    as_of: str | None
    http: tuple[str, int] | None
    workers: int = 1
    """Processes that share the HTTP address."""


def read_command(arguments: list[str] | None = None) -> Command:
    """Exits with code 2 and one line on stderr when the command line is wrong."""
    parser = argparse.ArgumentParser(prog="python -I -m tools", description="Serve customer-escalation over MCP.")
    parser.add_argument("--workspace", help="folder, database file or database URL")
    parser.add_argument("--config", help="path of customer-escalation.toml")
    parser.add_argument("--as-of", dest="as_of", help="RFC 3339 instant that stands for now")
    parser.add_argument("--http", type=_address, help="HOST:PORT; without it, stdio")
    parser.add_argument("--workers", type=_count, default=1, help="processes that share the HTTP address")
    read = parser.parse_args(arguments)
    if read.workers > 1 and read.http is None:
        parser.error("--workers shares an HTTP address: give one with --http, for example --http 127.0.0.1:8765")
    return Command(_set(read.workspace), _set(read.config), _set(read.as_of), read.http, read.workers)


def _set(text: str | None) -> str | None:
    # A plugin host passes an unset setting as "" or as its unexpanded "${…}".
    return None if not text or not text.strip() or text.startswith("${") else text


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {_MOST_WORKERS}")
    return int(text)


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or not 0 <= int(port) < 65_536:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST:PORT, for example 127.0.0.1:8765")
    if host.strip("[]") not in _LOOPBACK:
        # Nobody is asked who they are yet, and beyond loopback the SDK no longer checks the Host header (mcp.md).
        raise argparse.ArgumentTypeError(f"{host!r} is not this machine; serve on 127.0.0.1, there is no sign-in yet")
    return host.strip("[]"), int(port)
