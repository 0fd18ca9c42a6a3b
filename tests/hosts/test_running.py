"""A host runs in a home of its own, without the caller's keys, and not for ever."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from evals.hosts.control import converse
from evals.hosts.model.asked import Json
from evals.hosts.network import cut_off, loopback_only
from evals.hosts.running import Stage, run

TALK = """
import json, sys
def say(said): print(json.dumps(said), flush=True)
for line in sys.stdin:
    said = json.loads(line)
    if said["type"] == "user" and said["message"]["content"] == "leave":
        break
    if said["type"] == "user":
        say({"type": "system", "subtype": "init", "tools": ["a"]})
        say({"type": "control_request", "request_id": "1", "request": {"subtype": "can_use_tool", "input": {"x": 1}}})
    if said["type"] == "control_response":
        say({"type": "result", "result": said["response"]["response"]["behavior"]})
"""


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, (tmp_path / "programs",), Path("/nowhere/uv"), tmp_path / "cache", {"GIVEN": "1"})


def test_nothing_of_the_caller_s_comes_along_but_the_path(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "real")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    done = stage.run(sys.executable, "-c", "import json, os; print(json.dumps([dict(os.environ), os.getcwd()]))")
    environment, folder = json.loads(done.out)
    assert done.ok
    assert environment["HOME"] == str(stage.home)
    assert environment["GIVEN"] == "1"
    assert environment["PATH"].startswith(str(stage.folder / "bin"))
    assert not {"ANTHROPIC_API_KEY", "HTTPS_PROXY"} & set(environment)
    assert folder == str(stage.work)


def test_the_server_s_start_is_recorded_in_place_of_uv(stage: Stage) -> None:
    shim = (stage.folder / "bin" / "uv").read_text(encoding="utf-8")
    assert str(stage.record) in shim
    assert '/nowhere/uv" "$@"' in shim
    assert stage.traffic.messages == ()


def test_a_program_that_does_not_end_is_ended_with_what_it_started(tmp_path: Path) -> None:
    wait = "import signal; signal.pause()"
    program = f"import subprocess, sys; print('up', flush=True); subprocess.run([sys.executable, '-c', {wait!r}])"
    done = run([sys.executable, "-c", program], {}, tmp_path, seconds=1)
    assert (done.code, done.ok) == (None, False)
    assert "not done after 1 s" in done.said


def test_what_the_host_asks_is_answered_and_kept(stage: Stage) -> None:
    def person(asked: Json) -> Json:
        return {"behavior": "allow", "updatedInput": asked["input"]}

    session = converse(stage, [sys.executable, "-c", TALK], ["one", "two"], person, seconds=30)
    assert [each["subtype"] for each in session.asked] == ["can_use_tool", "can_use_tool"]
    assert session.asked_for("elicitation") == []
    assert session.start["tools"] == ["a"]
    assert session.last == "allow"


def test_a_host_that_leaves_has_no_last_words(stage: Stage) -> None:
    session = converse(stage, [sys.executable, "-c", TALK], ["leave"], lambda _: {}, seconds=30)
    assert (session.last, session.start, session.said) == ("", {}, [])


def test_the_run_is_cut_off_from_the_network_or_runs_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = [sys.executable, "-c", "from evals.hosts.network import loopback_only; print(loopback_only())"]
    command = cut_off(program)
    inside = run(command, {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}, Path(__file__).parents[2])
    assert inside.ok
    assert inside.out.strip() == str(command != program or loopback_only())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cut_off(program) == program
