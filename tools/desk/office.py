"""What every tool works with, opened at the first call that needs it: the start path stays light and a broken workspace
is told in an answer, not as a server that never started.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

from mcp.server.mcpserver import Context

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from escalation.policy import Policy
    from escalation.ports import Workspace
    from tools.acting.carrying import Carrying
    from tools.customers.latest import Drafts
    from tools.desk.desk import Desk
    from tools.following.board import Board
    from tools.store.register import Register


@dataclass(frozen=True)
class Opened:
    """The rooms behind the tools, ready to use."""

    workspace: Workspace
    register: Register
    policy: Policy
    problems: tuple[str, ...] = ()
    """Lines of a workspace folder that could not be used when it was read just now, each with file and line number."""
    engine: Engine = field(kw_only=True)

    @cached_property
    def desk(self) -> Desk:
        """The judgement over these rooms; loaded by the first call that judges, which looking things up does not."""
        from escalation.reading.signals.polarity import compile_rules
        from tools.desk.desk import Desk

        compile_rules()
        _settle()
        return Desk(self.workspace, self.register, self.policy)

    @cached_property
    def board(self) -> Board:
        """What is due over these rooms."""
        from tools.following.board import Board

        board = Board(self.register, self.workspace, self.policy)
        board.look()
        _settle()
        return board

    @cached_property
    def drafts(self) -> Drafts:
        """What was drafted last for each customer."""
        from tools.customers.latest import Drafts

        return Drafts()

    @cached_property
    def carrying(self) -> Carrying:
        """The outbox and the places where actions go; loaded by the first call that acts."""
        from tools.acting.carrying import Carrying
        from tools.acting.local import local_outlets
        from tools.acting.sending import Sender
        from tools.store.location import state_root

        outlets = local_outlets(self.engine, state_root() / "reminders")
        return Carrying(Sender(self.engine, self.register, self.workspace, self.policy, outlets))


def _settle() -> None:
    """What is loaded and worked out by now stays, and the collector need not walk it again and again.

    Its usual pace, after 700 new objects, is for small programs; one call makes a hundred thousand and hardly a cycle.
    """
    gc.freeze()
    gc.set_threshold(20_000, 50, 10)


class Office:
    """Opens once, on demand, from whichever thread asks first; a failed opening is tried again at the next call."""

    def __init__(self, opening: Callable[[], Opened]) -> None:
        self._opening = opening
        self._opened: Opened | None = None
        self._lock = Lock()

    def open(self) -> Opened:
        """Raises what opening raises: `WorkspaceUnusable`, `PolicyInvalid`."""
        with self._lock:
            if self._opened is None:
                self._opened = self._opening()
            return self._opened


Call = Context[Office, Any]
"""The context of one tool call; `opened(call)` gives its rooms."""


def opened(call: Call) -> Opened:
    return call.request_context.lifespan_context.open()
