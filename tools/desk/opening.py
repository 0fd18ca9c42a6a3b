"""Opening the rooms behind the tools: policy, workspace, register, desk. Everything heavy is imported in here."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from tools import instants
from tools.desk.office import Opened
from tools.serving.command import Command

if TYPE_CHECKING:
    from tools.importing.progress import Progress

NOW = "CUSTOMER_ESCALATION_NOW"
"""Environment variable: an RFC 3339 instant that stands for now."""


def opening(command: Command, progress: Progress | None = None) -> Callable[[], Opened]:
    """What `Office` calls once; `progress` hears how far an import has come. Raises `PolicyInvalid` or `WorkspaceUnusable`
    when called, not before."""

    def open_all() -> Opened:
        from tools.sample import SAMPLE
        from tools.settings import load_settings
        from tools.store.location import open_location, resolve
        from tools.store.register import Register
        from tools.store.workspace import StoreWorkspace

        settings = load_settings(command.config)
        engine, report = open_location(resolve(command.workspace, sample=SAMPLE), progress=progress)
        workspace = StoreWorkspace(engine, now=pinned(command.as_of))
        problems = tuple(map(str, (*report.problems, *report.remarks))) if report else ()
        return Opened(workspace, Register(engine), settings.policy, problems, engine=engine)

    return open_all


def pinned(as_of: str | None) -> datetime | None:
    """The clock as pinned on the command line, else in the environment. Raises `InvalidInput` for what is no instant."""
    return instants.read(as_of, "--as-of") or instants.read(os.environ.get(NOW), NOW)
