"""Starting: the module, the server command, and a reader that goes away."""

import subprocess
import sys
from typing import Any

import pytest
from typer.testing import CliRunner

from agent import __main__
from agent.cli import app
from escalation.errors import InvalidInput


def test_help_names_every_command() -> None:
    shown = CliRunner().invoke(app, ["--help"]).stdout
    for command in ("brief", "import", "presets", "list", "show", "serve", "doctor", "init"):
        assert command in shown


def test_the_server_is_started_with_the_same_options(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def serve(arguments: list[str]) -> int:
        seen.append(arguments)
        return 0

    monkeypatch.setattr("tools.__main__.main", serve)
    result = CliRunner().invoke(app, ["serve", "--workspace", "w", "--http", "127.0.0.1:8765"])
    assert result.exit_code == 0
    assert seen == [["--workspace", "w", "--http", "127.0.0.1:8765"]]


def test_our_own_errors_become_two_lines_and_exit_code_2(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def fail() -> None:
        raise InvalidInput("It is wrong.", "Do it right.")

    monkeypatch.setattr("agent.cli.app", fail)
    with pytest.raises(SystemExit) as stopped:
        __main__.main()
    assert stopped.value.code == 2
    assert capsys.readouterr().err == "It is wrong.\nDo it right.\n"


def test_a_crash_stays_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("agent.cli.app", fail)
    with pytest.raises(ZeroDivisionError):
        __main__.main()


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "agent", "presets"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert "Traceback" not in running.stderr.read()
