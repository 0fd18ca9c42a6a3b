"""One answer of the model: the request as it is sent, and the runner that calls the tools in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import anthropic
from anthropic.lib.tools import BetaAsyncFunctionTool
from anthropic.lib.tools.mcp import async_mcp_tool

from agent.conversation.settings import AgentSettings
from agent.conversation.transcript import Message
from prompts.conversation import system_prompt

if TYPE_CHECKING:
    from anthropic.lib.tools import BetaAsyncStreamingToolRunner
    from mcp_types import Tool

    from agent.conversation.gate import Gate

_CACHED: dict[str, Any] = {"type": "ephemeral"}


@dataclass(frozen=True)
class Model:
    """The SDK's client and what every request has in common."""

    client: anthropic.AsyncAnthropic
    settings: AgentSettings

    def runner(self, messages: Sequence[Message], tools: Sequence[Any]) -> BetaAsyncStreamingToolRunner[None]:
        """Streams answers and runs the tools they call, until one calls none.

        `thread=False`: the whole conversation is in each request, so that nothing of it is kept on the vendor's side and
        it can be replayed. System and the newest message are marked for the prompt cache; tools come before the system
        prompt and are cached with it.
        """
        effort = self.settings.effort
        return self.client.beta.messages.tool_runner(
            model=self.settings.model,
            max_tokens=self.settings.max_tokens,
            system=[{"type": "text", "text": system_prompt(), "cache_control": cast("Any", _CACHED)}],
            messages=cast("Any", list(messages)),
            tools=list(tools),
            max_iterations=self.settings.max_iterations,
            cache_control=cast("Any", _CACHED),
            stream=True,
            thread=False,
            output_config={"effort": effort} if effort else anthropic.omit,
        )


def open_model(settings: AgentSettings) -> Model:
    """Raises `anthropic.AnthropicError` when the environment holds no key."""
    return Model(
        anthropic.AsyncAnthropic(
            base_url=settings.base_url, max_retries=settings.retries, timeout=settings.timeout_seconds
        ),
        settings,
    )


def runnable(tools: Sequence[Tool], gate: Gate) -> list[BetaAsyncFunctionTool[Any]]:
    """The tools for the runner, in the order given; every call of them goes through the gate."""
    return [async_mcp_tool(tool, cast("Any", gate)) for tool in tools]
