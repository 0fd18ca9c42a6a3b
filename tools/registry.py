"""The one table of tools: what is served, under which title, and what each may do to the world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mcp.server.mcpserver.tools import Tool
from mcp_types import ToolAnnotations

from tools.boundary import HouseTool
from tools.catalog.fetch_tickets import fetch_tickets
from tools.compact import compact


@dataclass(frozen=True)
class Entry:
    """One tool. `reads` says that it changes nothing; `repeats` that calling it twice changes nothing more."""

    fn: Callable[..., Any]
    title: str
    reads: bool
    destroys: bool = False
    repeats: bool = True
    reaches_out: bool = False

    def annotations(self) -> ToolAnnotations:
        return ToolAnnotations(
            title=self.title,
            read_only_hint=self.reads,
            destructive_hint=self.destroys,
            idempotent_hint=self.repeats,
            open_world_hint=self.reaches_out,
        )


TABLE: tuple[Entry, ...] = (Entry(fetch_tickets, "Fetch tickets", reads=True),)


def tools() -> list[Tool]:
    """The tools in the table's order, with schemas made small: hosts pay for every byte of them in every conversation."""
    return [_made(entry) for entry in TABLE]


def _made(entry: Entry) -> Tool:
    # Results carry both halves already; an output schema would treble the wire size and reaches no model (mcp.md).
    tool = HouseTool.from_function(entry.fn, annotations=entry.annotations(), structured_output=False)
    tool.description = " ".join(tool.description.split())
    tool.parameters = compact(tool.parameters)
    return tool
