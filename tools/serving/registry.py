"""The one table of tools: what is served, under which title, and what each may do to the world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mcp.server.mcpserver.tools import Tool
from mcp_types import ToolAnnotations

from tools.catalog.add_evidence import add_evidence
from tools.catalog.carry_out import carry_out
from tools.catalog.draft_customer_update import draft_customer_update
from tools.catalog.fetch_tickets import fetch_tickets
from tools.catalog.get_escalation import get_escalation
from tools.catalog.list_escalations import list_escalations
from tools.catalog.lookup_account import lookup_account
from tools.catalog.plan_recovery import plan_recovery
from tools.catalog.prepare_escalation import prepare_escalation
from tools.catalog.propose_action import propose_action
from tools.catalog.search_discussions import search_discussions
from tools.catalog.search_knowledge_base import search_knowledge_base
from tools.catalog.update_escalation import update_escalation
from tools.catalog.write_brief import write_brief
from tools.serving.boundary import HouseTool
from tools.serving.compact import compact


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


TABLE: tuple[Entry, ...] = (
    Entry(prepare_escalation, "Prepare an escalation", reads=False, repeats=False),
    Entry(write_brief, "Write the brief", reads=False, repeats=False),
    Entry(add_evidence, "Add evidence", reads=False),
    Entry(lookup_account, "Look up a customer", reads=True),
    Entry(fetch_tickets, "Fetch tickets", reads=True),
    Entry(search_knowledge_base, "Search the knowledge base", reads=True),
    Entry(search_discussions, "Search chat and tracker", reads=True),
    Entry(list_escalations, "List escalations", reads=True),
    Entry(get_escalation, "Get an escalation", reads=True),
    Entry(update_escalation, "Update an escalation", reads=False, repeats=False),
    Entry(propose_action, "Propose an action", reads=False),
    Entry(carry_out, "Carry out a proposed action", reads=False, destroys=True, reaches_out=True),
    Entry(draft_customer_update, "Draft or check words to a customer", reads=True),
    Entry(plan_recovery, "Plan a recovery", reads=True),
)


def tools() -> list[Tool]:
    """The tools in the table's order, with schemas made small: hosts pay for every byte of them in every conversation."""
    return [_made(entry) for entry in TABLE]


def _made(entry: Entry) -> Tool:
    # Results carry both halves already; an output schema would treble the wire size and reaches no model (mcp.md).
    tool = HouseTool.from_function(entry.fn, annotations=entry.annotations(), structured_output=False)
    tool.description = " ".join(tool.description.split())
    tool.parameters = compact(tool.parameters)
    return tool
