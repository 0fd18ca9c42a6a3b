"""The server over HTTP: whom it answers, one process or several."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn
from mcp import Client

from tools.serving import http_server
from tools.serving.command import Command, read_command
from tools.serving.registry import TABLE

VERSION = "2026-07-28"
ISSUE = "Customer cannot sign in"
"""Without a customer or a single detail: there is always something to ask."""
FORMS: dict[str, Any] = {"elicitation": {"form": {}}}
ROUNDS = 8
_PATIENCE = 300
"""Seconds for an answer: two measured processes start on a machine that may be busy with everything else."""


@contextmanager
def serving(home: Path, *more: str) -> Generator[str]:
    """A server of its own process on a free port; gives the address it said."""
    environment = os.environ | {"CUSTOMER_ESCALATION_HOME": str(home), "CUSTOMER_ESCALATION_CONFIG": ""}
    program = [sys.executable, "-I", "-m", "tools", "--http", "127.0.0.1:0", *more]
    with subprocess.Popen(program, env=environment, stderr=subprocess.PIPE, text=True, cwd=home) as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline()
            found = re.search(r"http://\S+/mcp", said)
            assert found, said
            yield found[0]
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    with serving(tmp_path_factory.mktemp("one")) as address:
        yield address


def asked(url: str, method: str, params: dict[str, Any], headers: dict[str, str] | None = None) -> httpx2.Response:
    """One request of the newer protocol over a connection of its own: a kept one would reach the same worker again."""
    about: dict[str, Any] = {
        "io.modelcontextprotocol/protocolVersion": VERSION,
        "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
        "io.modelcontextprotocol/clientCapabilities": FORMS,
    }
    named = {"Mcp-Name": params["name"]} if "name" in params else {}
    return httpx2.post(
        url,
        json={"jsonrpc": "2.0", "id": 1, "method": method, "params": {**params, "_meta": about}},
        headers={
            "Accept": "application/json, text/event-stream",
            "MCP-Protocol-Version": VERSION,
            "Mcp-Method": method,
            "Connection": "close",
            **named,
            **(headers or {}),
        },
        timeout=_PATIENCE,
    )


def result(response: httpx2.Response) -> dict[str, Any]:
    if response.headers["content-type"].startswith("application/json"):
        body: dict[str, Any] = response.json()
    else:
        (*_, last) = [line for line in response.text.splitlines() if line.startswith("data: {")]
        body = httpx2.Response(200, content=last.removeprefix("data: ")).json()
    found: dict[str, Any] = body["result"]
    return found


def test_a_program_on_this_machine_is_answered(url: str) -> None:
    assert len(result(asked(url, "tools/list", {}))["tools"]) == len(TABLE)


@pytest.mark.parametrize(
    ("header", "value", "status"),
    [
        ("Host", "attacker.example", 421),
        ("Host", "127.0.0.1.attacker.example:{port}", 421),
        ("Host", "127.0.0.1:1", 421),
        ("Origin", "http://attacker.example", 403),
        ("Origin", "http://localhost:3000", 403),
        ("Origin", "null", 403),
        ("Origin", "http://127.0.0.1:{port}", 200),
        ("Host", "localhost:{port}", 200),
    ],
)
def test_only_this_machine_and_this_port_may_be_named(url: str, header: str, value: str, status: int) -> None:
    port = url.split(":")[2].removesuffix("/mcp")
    response = asked(url, "tools/list", {}, {header: value.replace("{port}", port)})
    assert response.status_code == status


def test_a_question_asked_by_one_worker_is_answered_at_any(store: Path, tmp_path: Path) -> None:
    call: dict[str, Any] = {"name": "prepare_escalation", "arguments": {"issue": ISSUE}}
    with serving(tmp_path, "--workers", "2", "--workspace", str(store)) as address:
        first = result(asked(address, "tools/call", call))
        assert first["resultType"] == "input_required"
        reply = {"questions": {"action": "cancel"}}
        again = {**call, "inputResponses": reply, "requestState": first["requestState"]}
        answers = [result(asked(address, "tools/call", again)) for _ in range(ROUNDS)]
    assert {answer["resultType"] for answer in answers} == {"complete"}
    assert {answer["structuredContent"]["needs_answer"]["asked"] for answer in answers} == {"not confirmed"}


@pytest.mark.anyio
async def test_a_client_of_the_older_protocol_is_served_by_several_workers(tmp_path: Path) -> None:
    with serving(tmp_path, "--workers", "2") as address:
        for _ in range(3):
            async with Client(address, mode="legacy") as client:
                assert len((await client.list_tools()).tools) == len(TABLE)


def test_workers_inherit_a_socket_that_says_it_is_tcp() -> None:
    with http_server.listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP
        with socket.create_connection(listener.getsockname()):
            accepted, _ = listener.accept()
            with accepted:
                assert accepted.proto == socket.IPPROTO_TCP


def test_a_browser_leaves_the_port_out_on_80() -> None:
    assert "localhost" in http_server.guard(80).allowed_hosts
    assert "localhost" not in http_server.guard(8765).allowed_hosts


def test_without_an_address_there_is_nothing_to_serve() -> None:
    with pytest.raises(ValueError, match="address"):
        http_server.serve(Command(None, None, None, None))


def test_workers_need_an_address_and_are_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert read_command(["--http", "127.0.0.1:1", "--workers", "3"]).workers == 3
    for wrong in (["--workers", "2"], ["--http", "127.0.0.1:1", "--workers", "0"], ["--workers", "many"]):
        with pytest.raises(SystemExit):
            read_command(wrong)
    said = capsys.readouterr().err
    assert "--workers shares an HTTP address" in said
    assert "'0' is not a number from 1 to 64" in said


def test_nothing_is_logged_by_a_format_that_quotes_what_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    """uvicorn's own would print an exception's message, and with it what a customer wrote."""
    ran: list[uvicorn.Server] = []

    def run(self: uvicorn.Server, sockets: list[socket.socket]) -> None:
        ran.append(self)
        (listener,) = sockets
        listener.close()

    monkeypatch.setattr(uvicorn.Server, "run", run)
    http_server.serve(Command(None, None, None, ("127.0.0.1", 0)))
    (server,) = ran
    assert server.config.log_config is None
    assert server.config.factory
