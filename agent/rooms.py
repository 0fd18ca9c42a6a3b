"""Opening what a command works with: the same composition as the server's, so that both know the same."""

from __future__ import annotations

import sys

from agent.bar import Bar
from tools.desk.office import Opened
from tools.desk.opening import opening
from tools.serving.command import Command

SHOWN = 10
"""Unusable lines named one by one; the rest are counted."""


def open_rooms(workspace: str | None, config: str | None, as_of: str | None) -> Opened:
    """Raises `WorkspaceUnusable`, `PolicyInvalid`, or `InvalidInput` for an unreadable instant."""
    with Bar() as progress:
        rooms = opening(Command(workspace or None, config or None, as_of or None, None), progress)()
    for problem in rooms.problems[:SHOWN]:
        sys.stderr.write(f"{problem}\n")
    if len(rooms.problems) > SHOWN:
        sys.stderr.write(f"… and {len(rooms.problems) - SHOWN} more lines that could not be used.\n")
    return rooms
