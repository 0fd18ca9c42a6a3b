"""Forms of our own server, answered by the person in the terminal: questions one by one, and the yes before anything is sent.

No other server's form is shown, and no model can fill one in: this is the only way to an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mcp_types import ElicitRequestFormParams, ElicitRequestParams, ElicitResult

from agent.conversation.terminal import Terminal
from prompts.render import phrase

if TYPE_CHECKING:
    from mcp.client.context import ClientRequestContext

APPROVED_BY_PERSON = "carry_out"
_YES = frozenset({"yes", "是", "发送", "是的"})
_NO = frozenset({"no", "n", "否", "不", "不发送"})
_UNKNOWN = frozenset({"", "?", "？", "don't know", "dont know", "unknown", "不知道", "不清楚", "未知"})
_TRIES = 3


@dataclass
class Forms:
    """Answers the forms of the call that runs now. `unknown` collects the questions that the person could not answer."""

    terminal: Terminal
    tool: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any])
    unknown: list[str] = field(default_factory=list[str])

    def begin(self, tool: str, arguments: Mapping[str, Any]) -> None:
        self.tool, self.arguments, self.unknown = tool, arguments, []

    async def __call__(self, context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult:
        del context
        if not isinstance(params, ElicitRequestFormParams):
            return ElicitResult(action="decline")
        if self.tool == APPROVED_BY_PERSON:
            return self._approval(params)
        return self._questions(params)

    def _approval(self, params: ElicitRequestFormParams) -> ElicitResult:
        """An explicit yes to exactly what the server shows; anything unclear is no answer."""
        (name, said), *_ = _properties(params).items()
        send, keep = said["enum"]
        self.terminal.exact(f"{self.arguments.get('proposal_id')} · {self.arguments.get('hash')}", params.message)
        for _ in range(_TRIES):
            typed = self.terminal.ask(phrase("chat_approve", self.terminal.language) + " ")
            if typed is None:
                break
            if typed.lower() in _YES:
                return ElicitResult(action="accept", content={name: send})
            if typed.lower() in _NO:
                self.terminal.say("chat_not_sent")
                return ElicitResult(action="accept", content={name: keep})
        self.terminal.say("chat_not_sent")
        return ElicitResult(action="cancel")

    def _questions(self, params: ElicitRequestFormParams) -> ElicitResult:
        self.terminal.say("chat_questions", count=len(_properties(params)))
        content: dict[str, str | int | float | bool | list[str] | None] = {}
        for name, said in _properties(params).items():
            options: list[str] = _options(said)
            typed = self._answer(said.get("description") or name, options)
            if typed is None:
                return ElicitResult(action="cancel")
            if typed.lower() in _UNKNOWN:
                self.unknown.append(name)
            else:
                content[name] = typed
        return ElicitResult(action="accept", content=content)

    def _answer(self, question: str, options: list[str]) -> str | None:
        """What was typed, an option by its number or its words; "" for "don't know", None when the person left."""
        lines = [question, *(f"  {number}. {option}" for number, option in enumerate(options, 1))]
        prompt = "\n".join([*lines, phrase("chat_dont_know", self.terminal.language) + " "])
        for _ in range(_TRIES):
            typed = self.terminal.ask(prompt)
            if typed is None or not options or typed.lower() in _UNKNOWN:
                return typed
            if typed.isdigit() and 0 < int(typed) <= len(options):
                return options[int(typed) - 1]
            if match := next((each for each in options if each.lower() == typed.lower()), None):
                return match
        return ""


def _properties(params: ElicitRequestFormParams) -> dict[str, dict[str, Any]]:
    found: Mapping[str, Any] = params.requested_schema
    return dict(found["properties"])


def _options(said: Mapping[str, Any]) -> list[str]:
    """The choices of a field, also where it may be left blank (anyOf)."""
    if "enum" in said:
        return list(said["enum"])
    return [str(option) for each in said.get("anyOf", ()) for option in each.get("enum", ())]
