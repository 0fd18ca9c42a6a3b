"""Opening what a command works with: the same composition as the server's, so that both know the same."""

from __future__ import annotations

from tools.command import Command
from tools.office import Opened
from tools.opening import opening


def open_rooms(workspace: str | None, config: str | None, as_of: str | None) -> Opened:
    """Raises `WorkspaceUnusable`, `PolicyInvalid`, or `InvalidInput` for an unreadable instant."""
    return opening(Command(workspace or None, config or None, as_of or None, None))()
