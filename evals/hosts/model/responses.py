"""OpenAI's Responses interface, streamed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from evals.hosts.model.asked import Asked, Json, Offered, Result, Say, Turn
from evals.hosts.model.sse import event

PATH = "/v1/responses"
SEARCH = "tool_search"
_FOUND = "tool_search_output"
_USAGE = {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2}


def asked(body: Json) -> Asked:
    """A request body, read."""
    calls: dict[str, str] = {}
    # Codex leaves its own models to search for tools; what they found stands among the messages.
    found = [tool for item in body.get("input", []) if item["type"] == _FOUND for tool in item["tools"]]
    listed = [*body.get("tools", []), *found]
    # What a server says of itself is told as the description of its namespace.
    spaces = [tool.get("description", "") for tool in listed if tool["type"] == "namespace"]
    system, said = [str(body.get("instructions", "")), *spaces], list[str]()
    results: list[Result] = []
    for item in body.get("input", []):
        if item["type"] == "function_call":
            calls[item["call_id"]] = item["name"]
        elif item["type"] == "function_call_output":
            results.append(Result(calls.get(item["call_id"], ""), _text(item["output"])))
        elif item["type"] == _FOUND:
            results.append(Result(SEARCH, ""))
        elif item["type"] == "message":
            (said if item["role"] == "user" else system).append(_text(item["content"]))
    return Asked("\n".join(system), tuple(said), tuple(_tools(listed)), tuple(results))


def _text(content: Any) -> str:
    return content if isinstance(content, str) else "\n".join(part.get("text", "") for part in content)


def _tools(listed: list[Json]) -> Iterator[Offered]:
    """Functions; those of an MCP server stand in a namespace of their own."""
    for tool in listed:
        if tool["type"] == "namespace":
            for each in tool["tools"]:
                yield Offered(each["name"], each.get("description", ""), tool["name"])
        elif tool["type"] == SEARCH:
            yield Offered(SEARCH, tool.get("description", ""))
        elif tool["type"] == "function":
            yield Offered(tool["name"], tool.get("description", ""))


def stream(turn: Turn, number: int) -> Iterator[str]:
    """The answer as server-sent events."""
    response: Json = {"id": f"resp_{number}", "object": "response", "status": "in_progress", "output": []}
    item = _item(turn, number)
    yield event({"type": "response.created", "response": response})
    yield event({"type": "response.output_item.done", "output_index": 0, "item": item})
    yield event({"type": "response.completed", "response": {**response, "status": "completed", "usage": _USAGE}})


def _item(turn: Turn, number: int) -> Json:
    if isinstance(turn, Say):
        content = [{"type": "output_text", "text": turn.text, "annotations": list[str]()}]
        return {"type": "message", "id": f"msg_{number}", "role": "assistant", "content": content}
    if turn.tool.name == SEARCH:
        call_id = {"id": f"ts_{number}", "call_id": f"call_{number}", "status": "completed", "execution": "client"}
        return {"type": "tool_search_call", **call_id, "arguments": turn.arguments}
    call: Json = {"type": "function_call", "id": f"fc_{number}", "call_id": f"call_{number}", "name": turn.tool.name}
    place = {"namespace": turn.tool.namespace} if turn.tool.namespace else {}
    return {**call, **place, "arguments": json.dumps(turn.arguments)}
