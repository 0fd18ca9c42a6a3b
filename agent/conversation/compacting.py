"""A long conversation made short: older turns give way to what is on record, which is the truth anyway."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mcp import Client
from mcp_types import TextContent

from agent.conversation.transcript import Message, blocks

_HEAD = (
    "Earlier turns of this conversation were replaced by what is on record; the record is the truth. The person's own words"
    " in them, in order, and then each escalation as get_escalation gives it:"
)
_WORDS, _EACH = 12, 300
_ACK = "Understood; I go on from the record."


async def compacted(messages: Sequence[Message], escalations: Sequence[str], client: Client) -> list[Message]:
    """The last turn as it was, all before it as one message; unchanged when there is only one turn."""
    starts = [index for index, message in enumerate(messages) if is_turn(message)]
    if len(starts) < 2:
        return list(messages)
    older, last = messages[: starts[-1]], messages[starts[-1] :]
    said = [text[:_EACH] for message in older if is_turn(message) for text in _texts(message)]
    lines = [_HEAD, *(f"- {text}" for text in said[-_WORDS:])]
    for id_ in escalations:
        lines.append(await _record(client, id_))
    return [
        {"role": "user", "content": [{"type": "text", "text": "\n".join(lines)}]},
        {"role": "assistant", "content": [{"type": "text", "text": _ACK}]},
        *last,
    ]


def is_turn(message: Message) -> bool:
    """Whether the person began a turn with this message."""
    return message["role"] == "user" and not any(b.get("type") == "tool_result" for b in blocks(message))


def _texts(message: Message) -> list[str]:
    return [block["text"] for block in blocks(message) if block.get("type") == "text"]


async def _record(client: Client, id_: str) -> str:
    asked: dict[str, Any] = {"escalation_id": id_, "parts": ["record", "evidence"]}
    result = await client.call_tool("get_escalation", asked)
    return "\n".join(block.text for block in result.content if isinstance(block, TextContent))
