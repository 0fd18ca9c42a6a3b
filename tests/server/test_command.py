"""The command line, the pinned clock, and coverage in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from mcp.server.mcpserver import MCPServer

from escalation.errors import InvalidInput
from escalation.evidence import Coverage
from tools import coverage
from tools.__main__ import main
from tools.desk.opening import pinned
from tools.serving import http_server, logs
from tools.serving.command import Command, read_command


def test_everything_has_a_default_and_an_empty_setting_is_unset() -> None:
    unset = Command(None, None, None, None)
    assert read_command([]) == unset
    assert read_command(["--workspace", "", "--config", "", "--as-of", ""]) == unset


def test_the_address_of_http_is_host_and_port() -> None:
    assert read_command(["--http", "127.0.0.1:8765"]).http == ("127.0.0.1", 8765)
    assert read_command(["--http", "[::1]:80"]).http == ("::1", 80)


@pytest.mark.parametrize("wrong", ["8765", ":80", "host:", "host:http", "host:70000"])
def test_what_is_no_address_is_refused(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        read_command(["--http", wrong])
    assert caught.value.code == 2
    assert "is not HOST:PORT" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["192.0.2.7", "[::]", "support.example"])
def test_without_a_sign_in_only_this_machine_is_served(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_command(["--http", f"{host}:8765"])
    assert "there is no sign-in yet" in capsys.readouterr().err


def test_the_clock_is_pinned_by_the_command_line_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pinned(None) is None
    monkeypatch.setenv("CUSTOMER_ESCALATION_NOW", "2026-11-20T14:00:00+08:00")
    assert pinned(None) == datetime(2026, 11, 20, 6, tzinfo=UTC)
    assert pinned("2026-01-01") == datetime(2026, 1, 1, tzinfo=UTC)
    with pytest.raises(InvalidInput, match=r"--as-of is not a date: 'soon'\. Write it like"):
        pinned("soon")


def test_not_connected_and_failed_are_told_apart_from_nothing_found() -> None:
    lines = (
        Coverage(category="crm", state="searched", source="workspace"),
        Coverage(category="chat", state="not_connected"),
        Coverage(category="project_tracker", state="failed", source="Jira", detail="no answer in 10 s"),
        Coverage(category="knowledge_base", state="searched"),
    )
    assert coverage.said(lines) == {
        "crm": "searched (workspace)",
        "chat": "not connected",
        "project_tracker": "failed: no answer in 10 s",
        "knowledge_base": "searched",
    }
    assert coverage.said(lines, "crm", "chat", relevant={"chat": 3}) == {
        "crm": "searched (workspace, 0 relevant)",
        "chat": "not connected",
    }


def test_the_server_runs_over_stdio_or_on_the_address_given(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []

    def run(self: object, transport: str) -> None:
        calls.append(transport)

    monkeypatch.setattr(MCPServer, "run", run)
    monkeypatch.setattr(http_server, "serve", calls.append)

    def nothing() -> None: ...

    monkeypatch.setattr(logs, "to_stderr", nothing)
    assert main([]) == 0
    assert main(["--http", "127.0.0.1:8765", "--workers", "2"]) == 0
    assert calls == ["stdio", Command(None, None, None, ("127.0.0.1", 8765), workers=2)]
