"""Opening the rooms behind the tools: policy, workspace, register, desk. Everything heavy is imported in here."""

from __future__ import annotations

from collections.abc import Callable

from tools.command import Command
from tools.office import Opened


def opening(command: Command) -> Callable[[], Opened]:
    """What `Office` calls once. Raises `PolicyInvalid` or `WorkspaceUnusable` when called, not before."""

    def open_all() -> Opened:
        raise NotImplementedError(command)

    return open_all
