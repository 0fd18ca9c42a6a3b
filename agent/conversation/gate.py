"""The path of every tool call: what the person must agree to is asked here, in code, before the call runs.

The model cannot answer for the person. `carry_out` runs only with the form that `asking` shows; whom the model names as
having agreed is taken out of its call. Another server's tool can never be one of ours: its name has a prefix.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult, TextContent

from agent.conversation.asking import Forms
from agent.conversation.matter import Matter
from agent.conversation.servers import Other
from agent.conversation.terminal import Terminal
from prompts.render import phrase
from tools.results.readable import readable

_YES = frozenset({"yes", "是", "是的"})
_UNKNOWN_NOTE = "\nThe person was asked and does not know: {names}. Do not ask that again; it stays unknown."
_BRIEF_NOTE = "(shown to the person in full; get_escalation has it)"
_NO_APPROVAL = (
    "The person did not confirm that {name} approved these promises. Leave approved_by out, or change the text."
)
_NOT_ALLOWED = "The person did not allow this call. Nothing was run."
_NOT_REACHED = "{name} could not be run: its server does not answer. Say so, and go on without it."


@dataclass
class Gate:
    """What `async_mcp_tool` takes for a client: our server's, and behind prefixed names those of others."""

    client: Client
    forms: Forms
    terminal: Terminal
    matter: Matter
    others: Mapping[str, Other] = field(default_factory=dict[str, Other])

    async def call_tool(self, name: str, arguments: dict[str, Any]) -> CallToolResult:
        """The result as the model gets it. Never raises for what a server refuses or fails at."""
        other = self.others.get(name)
        result = await (self._other(other, arguments) if other else self._own(name, arguments))
        structure = cast("dict[str, Any]", result.structured_content or {})
        self.terminal.tool(name, arguments, _outcome(result, structure), failed=bool(result.is_error))
        if other or result.is_error:
            return result
        return self._told(name, arguments, structure, _text(result))

    async def _own(self, name: str, arguments: dict[str, Any]) -> CallToolResult:
        if name == "carry_out":
            arguments.pop("confirmed_by", None)
        if name == "propose_action" and arguments.get("approved_by") and not self._approved(arguments):
            return _refused(_NO_APPROVAL.format(name=arguments["approved_by"]))
        self.forms.begin(name, arguments)
        try:
            return await self.client.call_tool(name, arguments)
        except MCPError as fault:
            return _refused(fault.error.message)

    async def _other(self, other: Other, arguments: dict[str, Any]) -> CallToolResult:
        if not other.reads and not self._allowed(other, arguments):
            return _refused(_NOT_ALLOWED)
        try:
            return await other.call(arguments)
        except (MCPError, OSError, TimeoutError):
            return _refused(_NOT_REACHED.format(name=other.name))

    def _told(self, name: str, arguments: dict[str, Any], structure: dict[str, Any], text: str) -> CallToolResult:
        """What the model need not read again is left out; the person has seen it."""
        if name == "write_brief" and structure.get("brief"):
            self.terminal.brief(structure["brief"])
            self.matter.brief_shown = True
            text = readable({**structure, "brief": _BRIEF_NOTE})
        if name == "propose_action" and structure.get("proposal_id"):
            title = phrase(
                "chat_proposed",
                self.terminal.language,
                id=structure["proposal_id"],
                hash=structure["hash"],
                place=structure["destination"],
            )
            self.terminal.exact(title, structure["text"])
        if name == "prepare_escalation" and self.forms.unknown:
            text += _UNKNOWN_NOTE.format(names=", ".join(self.forms.unknown))
        self.matter.learn(name, arguments, structure, text)
        return CallToolResult(content=[TextContent(type="text", text=text)])

    def _approved(self, arguments: Mapping[str, Any]) -> bool:
        self.terminal.exact(str(arguments.get("kind")), str(arguments.get("text") or ""))
        return self._yes("chat_promises", name=str(arguments["approved_by"])[:120])

    def _allowed(self, other: Other, arguments: Mapping[str, Any]) -> bool:
        self.terminal.exact(other.name, readable(dict(arguments)))
        return self._yes("chat_allow", name=other.name)

    def _yes(self, key: str, **values: object) -> bool:
        typed = self.terminal.ask(phrase(key, self.terminal.language, **values) + " ")
        return typed is not None and typed.lower() in _YES


def _refused(text: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=True)


def _text(result: CallToolResult) -> str:
    return "\n".join(block.text for block in result.content if isinstance(block, TextContent))


_FLAGS = frozenset({"stored", "ready", "found"})
"""Values that say nothing without their name."""
_TOLD = ("escalation_id", "proposal_id", "decision", "severity", "target", "outcome", "status", *sorted(_FLAGS))


def _outcome(result: CallToolResult, structure: Mapping[str, Any]) -> str:
    if result.is_error:
        return _text(result)
    told = [_value(name, structure[name]) for name in _TOLD if structure.get(name) is not None]
    if refused := structure.get("unsupported") or structure.get("findings"):
        told.append(f"{len(refused)} to mend")
    return ", ".join(told) or "done"


def _value(name: str, value: object) -> str:
    if isinstance(value, bool):
        return name if value else f"not {name}"
    return f"{name} {value}" if name in _FLAGS else str(value)
