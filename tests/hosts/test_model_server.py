"""The scripted model on loopback: what a host sends is read alike in four interfaces, and the answer is one it understands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import anthropic
import httpx2
import pytest

from evals.hosts import scripts
from evals.hosts.model import responses
from evals.hosts.model.asked import Asked, Json, Offered, Result, Say, Turn, Use
from evals.hosts.model.server import ScriptedModel, served

TOOL = "server__fetch_tickets"
GIVEN = {"ids": ["T-1"], "note": "it's 「客户」"}


def script(asked: Asked) -> Turn:
    """Calls the tool once, then says what came back."""
    offered, result = asked.offered("fetch_tickets"), asked.result("fetch_tickets")
    if result is not None:
        return Say(f"Read: {result.text}")
    return Use(offered, GIVEN) if offered else Say("Nothing is offered.")


@pytest.fixture
def model() -> Iterator[ScriptedModel]:
    with served(ScriptedModel(script=script)) as model:
        yield model


def events(text: str) -> list[Json]:
    lines = [line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: {")]
    return [json.loads(line) for line in lines]


def post(model: ScriptedModel, path: str, body: Json) -> str:
    return httpx2.post(model.url + path, json=body, timeout=10).raise_for_status().text


@pytest.mark.parametrize("streamed", [True, False])
def test_anthropic_s_own_client_reads_call_and_answer(model: ScriptedModel, *, streamed: bool) -> None:
    client = anthropic.Anthropic(base_url=model.url, api_key="loopback", max_retries=0)
    messages_of: Any = client.messages
    tools: Any = [{"name": TOOL, "description": "Reads.", "input_schema": {"type": "object"}}]
    messages: Any = [{"role": "user", "content": "Which tickets?"}]

    def turn() -> Any:
        given: Any = {"model": "m", "max_tokens": 10, "system": "Be brief.", "tools": tools, "messages": messages}
        if not streamed:
            return messages_of.create(**given)
        with messages_of.stream(**given) as stream:
            return stream.get_final_message()

    called = turn()
    assert called.stop_reason == "tool_use"
    assert (called.content[0].name, called.content[0].input) == (TOOL, GIVEN)
    result = {"type": "tool_result", "tool_use_id": called.content[0].id, "content": [{"type": "text", "text": "T-1"}]}
    messages += [{"role": "assistant", "content": called.content}, {"role": "user", "content": [result]}]
    assert turn().content[0].text == "Read: T-1"
    asked = model.exchanges[-1].asked
    assert (asked.system, asked.said, asked.results) == ("Be brief.", ("Which tickets?",), (Result(TOOL, "T-1"),))


def test_a_system_message_in_the_conversation_is_an_instruction_and_a_failed_result_is_one(
    model: ScriptedModel,
) -> None:
    messages: list[Json] = [
        {"role": "user", "content": "Go."},
        {"role": "system", "content": [{"type": "text", "text": "Skills: one."}]},
        {"role": "assistant", "content": [{"type": "tool_use", "id": "1", "name": TOOL, "input": {}}]},
        {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "1", "content": "no", "is_error": True}]},
    ]
    post(model, "/v1/messages", {"messages": messages, "tools": [{"name": TOOL}]})
    asked = model.exchanges[-1].asked
    assert "Skills: one." in asked.system
    assert asked.results == (Result(TOOL, "no", failed=True),)


def test_gemini_s_interface(model: ScriptedModel) -> None:
    path = "/v1beta/models/any:streamGenerateContent?alt=sse"
    body: Json = {
        "systemInstruction": {"parts": [{"text": "Be brief."}]},
        "contents": [{"role": "user", "parts": [{"text": "Which?"}]}],
        "tools": [{"functionDeclarations": [{"name": TOOL, "description": "Reads."}]}],
    }
    part = events(post(model, path, body))[0]["candidates"][0]["content"]["parts"][0]
    assert (part["functionCall"]["name"], part["functionCall"]["args"]) == (TOOL, GIVEN)
    answer = {"functionResponse": {"name": TOOL, "response": {"output": "T-1"}}}
    body["contents"] += [{"role": "model", "parts": [part]}, {"role": "user", "parts": [answer]}]
    whole = json.loads(post(model, "/v1beta/models/any:generateContent", body))
    assert whole["candidates"][0]["content"]["parts"] == [{"text": "Read: T-1"}]
    asked = model.exchanges[-1].asked
    assert (asked.system, asked.said, asked.results) == ("Be brief.", ("Which?",), (Result(TOOL, "T-1"),))
    body["contents"][-1]["parts"] = [{"functionResponse": {"name": TOOL, "response": {"error": "no"}}}]
    post(model, path, body)
    assert model.exchanges[-1].asked.results == (Result(TOOL, "no", failed=True),)


def test_the_responses_interface_with_a_server_s_tools_in_a_namespace(model: ScriptedModel) -> None:
    space = {
        "type": "namespace",
        "name": "mcp__ours",
        "description": "Start here.",
        "tools": [{"name": "fetch_tickets"}],
    }
    said = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Which?"}]}
    body: Json = {"instructions": "Be brief.", "tools": [space, {"type": "function", "name": "shell"}], "input": [said]}
    item = events(post(model, "/v1/responses", body))[1]["item"]
    assert (item["namespace"], item["name"], json.loads(item["arguments"])) == ("mcp__ours", "fetch_tickets", GIVEN)
    body["input"] += [item, {"type": "function_call_output", "call_id": item["call_id"], "output": "T-1"}]
    sent = events(post(model, "/v1/responses", body))
    assert [each["type"] for each in sent] == ["response.created", "response.output_item.done", "response.completed"]
    assert sent[1]["item"]["content"][0]["text"] == "Read: T-1"
    asked = model.exchanges[-1].asked
    assert "Be brief." in asked.system
    assert "Start here." in asked.system
    assert asked.results == (Result("fetch_tickets", "T-1"),)


def test_tools_that_codex_lets_its_model_search_for_are_offered_once_found() -> None:
    space = {"type": "namespace", "name": "mcp__ours", "description": "Start here.", "tools": [{"name": "carry_out"}]}
    body: Json = {"tools": [{"type": "tool_search", "description": "Finds."}], "input": []}
    searching = scripts.calling(responses.asked(body), "carry_out", {})
    assert isinstance(searching, Use)
    item = events("".join(responses.stream(searching, 1)))[1]["item"]
    assert (item["type"], item["execution"]) == ("tool_search_call", "client")
    body["input"] = [item, {"type": "tool_search_output", "call_id": item["call_id"], "tools": [space]}]
    asked = responses.asked(body)
    assert asked.offered("carry_out") == Offered("carry_out", "", "mcp__ours")
    assert "Start here." in asked.system
    assert scripts.calling(asked, "write_brief", {}) == Say("write_brief is not offered.")


@pytest.mark.parametrize("streamed", [True, False])
def test_the_chat_interface(model: ScriptedModel, *, streamed: bool) -> None:
    function = {"type": "function", "function": {"name": TOOL, "description": "Reads."}}
    messages: list[Json] = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Which?"}]

    def turn() -> Json:
        text = post(model, "/v1/chat/completions", {"messages": messages, "tools": [function], "stream": streamed})
        said: Json = events(text)[0]["choices"][0]["delta"] if streamed else json.loads(text)["choices"][0]["message"]
        return said

    call = turn()["tool_calls"][0]
    assert (call["function"]["name"], json.loads(call["function"]["arguments"])) == (TOOL, GIVEN)
    messages += [
        {"role": "assistant", "tool_calls": [call]},
        {"role": "tool", "tool_call_id": call["id"], "content": "T-1"},
    ]
    assert turn()["content"] == "Read: T-1"
    asked = model.exchanges[-1].asked
    assert (asked.system, asked.said, asked.results) == ("Be brief.", ("Which?",), (Result(TOOL, "T-1"),))


def test_a_request_without_tools_is_kept_but_is_not_the_conversation(model: ScriptedModel) -> None:
    post(model, "/v1/chat/completions", {"messages": [{"role": "user", "content": "Give it a title."}]})
    assert model.exchanges[-1].turn == Say("Escalation")
    assert model.working == []
    assert model.results == []


def test_it_listens_on_this_machine_only_and_keeps_what_it_does_not_serve(model: ScriptedModel) -> None:
    assert model.url.startswith("http://127.0.0.1:")
    assert httpx2.get(f"{model.url}/v1/unheard", timeout=10).status_code == 404
    assert model.elsewhere == ["GET /v1/unheard"]
    assert json.loads(post(model, "/v1/messages/count_tokens", {})) == {"input_tokens": 1}


def test_a_new_script_begins_with_nothing_asked(model: ScriptedModel) -> None:
    post(model, "/v1/chat/completions", {"messages": []})
    model.begin(lambda _: Say("other"))
    assert model.exchanges == []
    assert model.script(Asked()) == Say("other")
