"""Google's generateContent interface, streamed and whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evals.hosts.model.asked import Asked, Json, Offered, Result, Say, Turn
from evals.hosts.model.sse import event

PATH = "/v1beta/models/{model}"
STREAMED = ":streamGenerateContent"
_USAGE = {"promptTokenCount": 1, "candidatesTokenCount": 1, "totalTokenCount": 2}


def asked(body: Json) -> Asked:
    """A request body, read."""
    said: list[str] = []
    results: list[Result] = []
    for content in body.get("contents", []):
        for part in content["parts"]:
            if "functionResponse" in part:
                results.append(_result(part["functionResponse"]))
            elif "text" in part and content.get("role") == "user":
                said.append(part["text"])
    declared = [each for tool in body.get("tools", []) for each in tool.get("functionDeclarations", [])]
    tools = tuple(Offered(each["name"], each.get("description", "")) for each in declared)
    system = "\n".join(part.get("text", "") for part in body.get("systemInstruction", {}).get("parts", []))
    return Asked(system, tuple(said), tools, tuple(results))


def _result(response: Json) -> Result:
    given: Json = response["response"]
    failed = "error" in given
    text: Any = given.get("error" if failed else "output", "")
    return Result(response["name"], text if isinstance(text, str) else str(text), failed)


def whole(turn: Turn, number: int) -> Json:
    """The answer as one object."""
    if isinstance(turn, Say):
        part: Json = {"text": turn.text}
    else:
        part = {"functionCall": {"id": f"call_{number}", "name": turn.tool.name, "args": turn.arguments}}
    content = {"role": "model", "parts": [part]}
    return {"candidates": [{"content": content, "finishReason": "STOP", "index": 0}], "usageMetadata": _USAGE}


def stream(turn: Turn, number: int) -> Iterator[str]:
    """The answer as server-sent events: one is enough."""
    yield event(whole(turn, number))
