"""The chat completions interface that many servers share, streamed and whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from evals.hosts.model.asked import Asked, Json, Offered, Result, Say, Turn
from evals.hosts.model.sse import event

PATH = "/v1/chat/completions"
_USAGE = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}


def asked(body: Json) -> Asked:
    """A request body, read."""
    calls: dict[str, str] = {}
    words: dict[str, list[str]] = {"system": [], "user": []}
    results: list[Result] = []
    for message in body.get("messages", []):
        for call in message.get("tool_calls", []):
            calls[call["id"]] = call["function"]["name"]
        if message["role"] == "tool":
            results.append(Result(calls.get(message["tool_call_id"], ""), _text(message["content"])))
        elif message["role"] in words:
            words[message["role"]].append(_text(message["content"]))
    functions = [tool["function"] for tool in body.get("tools", [])]
    tools = tuple(Offered(each["name"], each.get("description", "")) for each in functions)
    return Asked("\n".join(words["system"]), tuple(words["user"]), tools, tuple(results))


def _text(content: Any) -> str:
    return content if isinstance(content, str) else "\n".join(part.get("text", "") for part in content)


def _said(turn: Turn, number: int) -> tuple[Json, str]:
    if isinstance(turn, Say):
        return {"role": "assistant", "content": turn.text}, "stop"
    function = {"name": turn.tool.name, "arguments": json.dumps(turn.arguments)}
    call = {"index": 0, "id": f"call_{number}", "type": "function", "function": function}
    return {"role": "assistant", "content": None, "tool_calls": [call]}, "tool_calls"


def whole(turn: Turn, number: int) -> Json:
    """The answer as one object."""
    message, reason = _said(turn, number)
    choice = {"index": 0, "message": message, "finish_reason": reason}
    return {
        "id": f"chat_{number}",
        "object": "chat.completion",
        "model": "scripted",
        "choices": [choice],
        "usage": _USAGE,
    }


def stream(turn: Turn, number: int) -> Iterator[str]:
    """The answer as server-sent events."""
    message, reason = _said(turn, number)
    chunk: Json = {"id": f"chat_{number}", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}
    yield event({**chunk, "choices": [{"index": 0, "delta": message, "finish_reason": None}]})
    yield event({**chunk, "choices": [{"index": 0, "delta": {}, "finish_reason": reason}], "usage": _USAGE})
    yield "data: [DONE]\n\n"
