"""Anthropic's Messages interface, streamed and whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from evals.hosts.model.asked import Asked, Json, Offered, Result, Say, Turn
from evals.hosts.model.sse import event

PATH = "/v1/messages"
_USAGE = {"input_tokens": 1, "output_tokens": 1}


def asked(body: Json) -> Asked:
    """A request body, read."""
    calls: dict[str, str] = {}
    system, said = [_text(body.get("system", ""))], list[str]()
    results: list[Result] = []
    for message in body.get("messages", []):
        for block in blocks(message["content"]):
            if block["type"] == "tool_use":
                calls[block["id"]] = block["name"]
            elif block["type"] == "tool_result":
                name = calls.get(block["tool_use_id"], "")
                results.append(Result(name, _text(block.get("content", "")), bool(block.get("is_error"))))
            elif block["type"] == "text" and message["role"] != "assistant":
                # Claude Code tells of deferred tools and of skills in messages of the role "system".
                (system if message["role"] == "system" else said).append(block["text"])
    tools = tuple(Offered(tool["name"], tool.get("description", "")) for tool in body.get("tools", []))
    return Asked("\n".join(system), tuple(said), tools, tuple(results))


def blocks(content: Any) -> list[Json]:
    """Content, which may be one text, as blocks."""
    return [{"type": "text", "text": content}] if isinstance(content, str) else list(content)


def _text(content: Any) -> str:
    return "\n".join(block.get("text", "") for block in blocks(content))


def whole(turn: Turn, number: int) -> Json:
    """The answer as one object."""
    if isinstance(turn, Say):
        block: Json = {"type": "text", "text": turn.text}
    else:
        block = {"type": "tool_use", "id": f"toolu_{number}", "name": turn.tool.name, "input": turn.arguments}
    return {
        "id": f"msg_{number}",
        "type": "message",
        "role": "assistant",
        "model": "scripted",
        "content": [block],
        "stop_reason": "end_turn" if isinstance(turn, Say) else "tool_use",
        "stop_sequence": None,
        "usage": _USAGE,
    }


def stream(turn: Turn, number: int) -> Iterator[str]:
    """The answer as server-sent events."""
    answer = whole(turn, number)
    block = answer["content"][0]
    empty: Json = {**block, "text": ""} if isinstance(turn, Say) else {**block, "input": {}}
    if isinstance(turn, Say):
        delta = {"type": "text_delta", "text": turn.text}
    else:
        delta = {"type": "input_json_delta", "partial_json": json.dumps(turn.arguments)}
    ended = {"stop_reason": answer["stop_reason"], "stop_sequence": None}
    yield event({"type": "message_start", "message": {**answer, "content": [], "stop_reason": None}})
    yield event({"type": "content_block_start", "index": 0, "content_block": empty})
    yield event({"type": "content_block_delta", "index": 0, "delta": delta})
    yield event({"type": "content_block_stop", "index": 0})
    yield event({"type": "message_delta", "delta": ended, "usage": _USAGE})
    yield event({"type": "message_stop"})
