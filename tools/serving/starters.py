"""The prompts a person starts with: /customer-escalation <issue> [account], and what comes after the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from anyio import to_thread
from mcp.server.mcpserver import MCPServer
from pydantic import Field

from escalation.errors import EscalationError
from tools.desk.office import Office

if TYPE_CHECKING:
    from escalation.terms import Language
    from prompts.starters import Starter

# Hosts that leave an argument out get a question back, not a protocol error: hence the defaults (mcp.md).
TypedIssue = Annotated[str, Field(description="The issue as you would type it to a colleague.")]
TypedAccount = Annotated[str, Field(description="Customer name or account id, if known.")]
TypedId = Annotated[str, Field(description="Escalation id, such as ESC-0007.")]
TypedPhase = Annotated[str, Field(description="What the customer is told: acknowledged, investigating, resolved …")]
TypedTeam = Annotated[str, Field(description="Team: a target, its channel or a person in it.")]
TypedWhy = Annotated[str, Field(description="Why it need not be escalated any longer.")]
TypedLearned = Annotated[str, Field(description="What was learned.")]
TypedWish = Annotated[str, Field(description="What somebody wants done about it.")]
TypedLanguage = Annotated[str, Field(description="en or zh; left out, the language of what you typed.")]


def add_to(server: MCPServer[Office], office: Office) -> None:
    """Registers the prompts; `office` is opened for one that names an escalation, whose language is then known."""

    async def text(name: Starter, language: str = "", **typed: str) -> str:
        from prompts.starters import starter

        return starter(name, await to_thread.run_sync(_language, office, language, typed), **typed)

    @server.prompt(name="customer-escalation", title="Escalate a customer issue")
    async def customer_escalation(issue: TypedIssue = "", account: TypedAccount = "") -> str:
        """From one typed line to an escalation brief."""
        return await text("customer_escalation", issue=issue, account=account)

    @server.prompt(name="customer-update", title="Update a customer")
    async def customer_update(
        escalation_id: TypedId = "",
        account: TypedAccount = "",
        phase: TypedPhase = "",
        language: TypedLanguage = "",
    ) -> str:
        """What one customer is told now, checked before anybody sends it."""
        return await text("customer_update", language, escalation_id=escalation_id, account=account, phase=phase)

    @server.prompt(name="whats-due", title="What is due")
    async def whats_due(account: TypedAccount = "", team: TypedTeam = "", language: TypedLanguage = "") -> str:
        """What is overdue, what is due next, and what was promised."""
        return await text("whats_due", language, account=account, team=team)

    @server.prompt(name="shift-handover", title="Hand over the shift")
    async def shift_handover(team: TypedTeam = "", language: TypedLanguage = "") -> str:
        """What the next shift must know."""
        return await text("shift_handover", language, team=team)

    @server.prompt(name="de-escalate", title="De-escalate")
    async def de_escalate(escalation_id: TypedId = "", why: TypedWhy = "", language: TypedLanguage = "") -> str:
        """Whether it may be de-escalated, and everything that this takes."""
        return await text("de_escalate", language, escalation_id=escalation_id, why=why)

    @server.prompt(name="close-escalation", title="Close an escalation")
    async def close_escalation(
        escalation_id: TypedId = "", learned: TypedLearned = "", language: TypedLanguage = ""
    ) -> str:
        """Everybody told, everything learned, then closed."""
        return await text("close_escalation", language, escalation_id=escalation_id, learned=learned)

    @server.prompt(name="recover-relationship", title="Make up for repeated failures")
    async def recover_relationship(
        account: TypedAccount = "", wish: TypedWish = "", language: TypedLanguage = ""
    ) -> str:
        """Incident after incident at one customer: what it calls for now."""
        return await text("recover_relationship", language, account=account, wish=wish)

    del customer_escalation, customer_update, whats_due, shift_handover, de_escalate, close_escalation
    del recover_relationship


def _language(office: Office, asked: str, typed: dict[str, str]) -> Language:
    """The one asked for, else that of what was typed where it is Chinese, else that of the escalation, else English."""
    from escalation.language import language_of

    if asked.strip().lower()[:2] in ("en", "zh"):
        return "zh" if asked.strip().lower().startswith("zh") else "en"
    if language_of(" ".join(typed.values())) == "zh":
        return "zh"
    try:
        id_ = typed.get("escalation_id", "").strip()
        return (office.open().register.state(id_.upper()).language or "en") if id_ else "en"
    except EscalationError:
        return "en"  # the tools named in the prompt tell what is wrong with the id or the workspace
