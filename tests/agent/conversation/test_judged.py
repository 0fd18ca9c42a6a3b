"""`eval --model`: the evaluation set through the conversation, with time and cost, proven on the loopback server."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from agent.cli import app
from escalation.errors import EscalationError, InvalidInput, SourceUnavailable
from tests.agent.conversation.loopback import Body, Loopback, Reply, Script, calls, fails, says
from tests.agent.conversation.sittings import called, last_text, value
from tools.store.location import state_root

Api = Callable[[Script], Loopback]
LINES = (
    {"id": "a", "input": "The API answers 500 for every call since 9:00", "decision": "escalate", "severity": "critical",
     "target": "engineering"},
    {"id": "b", "input": "Somebody logged in from a country we are not in", "decision": "escalate", "severity": "high",
     "target": "security"},
)  # fmt: skip


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "cases" / "text"
    folder.mkdir(parents=True)
    lines = (json.dumps({**line, "language": "en"}) for line in LINES)
    (folder / "dev.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder.parent


def colleague(body: Body) -> Reply:
    """Prepares what was typed, writes the brief where it is escalated, and says so."""
    names = called(body)
    if not names:
        return calls("prepare_escalation", issue=last_text(body))
    if names[-1] == "prepare_escalation" and "decision: escalate" in last_text(body):
        return calls("write_brief", escalation_id=value(body, "escalation id"))
    return says("It is done.")


def evaluate(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["eval", *arguments])


def test_each_case_is_one_conversation_with_its_time_and_cost(
    api: Api, cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loopback = api(colleague)
    monkeypatch.setenv("ANTHROPIC_BASE_URL", loopback.url)
    saved = tmp_path / "made.jsonl"
    told = evaluate(str(cases), "--model", "claude-haiku-5-5", "--save", str(saved))
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("## claude-haiku-5-5\n")
    assert "| decision | 2/2 = 100.0%" in told.stdout
    assert "| target, where it is escalated | 2/2 = 100.0%" in told.stdout
    assert "| seconds per case, median |" in told.stdout
    assert "| tokens per case, median | 6,150 |" in told.stdout
    assert "| USD per case, median | 0.0005 |" in told.stdout
    made = [json.loads(line) for line in saved.read_text(encoding="utf-8").splitlines()]
    assert [(each["case"], each["target"], each["tokens"]) for each in made] == [
        ("a", "engineering", 6150),
        ("b", "security", 6150),
    ]
    assert all("# ESCALATION" in each["brief"] for each in made)
    assert not (state_root() / "conversations").exists()
    again = evaluate(str(cases), "--predictions", str(saved))
    assert "| tokens per case, median | 6,150 |" in again.stdout


def test_no_case_meets_anothers_escalation(api: Api, cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loopback = api(colleague)
    monkeypatch.setenv("ANTHROPIC_BASE_URL", loopback.url)
    evaluate(str(cases), "--model", "claude-haiku-5-5")
    asked = [last_text(body) for body in loopback.seen if called(body)[-1:] == ["prepare_escalation"]]
    assert len(asked) == 2
    assert all("escalation id: ESC-0001" in text for text in asked)
    assert not any("joined" in text for text in asked)


def test_only_the_first_cases_are_run_when_so_many_are_wanted(
    api: Api, cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", api(colleague).url)
    assert "all (1)" in evaluate(str(cases), "--model", "claude-haiku-5-5", "--first", "1").stdout


def test_a_fault_counts_against_its_case_alone(api: Api, cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuses: Callable[[Body], Reply] = lambda body: (  # noqa: E731
        says("", stop="refusal") if "Somebody" in str(body["messages"][0]) else colleague(body)
    )
    monkeypatch.setenv("ANTHROPIC_BASE_URL", api(refuses).url)
    assert "| decision | 1/2" in evaluate(str(cases), "--model", "claude-haiku-5-5").stdout


def test_a_key_that_is_refused_ends_the_run(api: Api, cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loopback = api(lambda _: fails(401))
    monkeypatch.setenv("ANTHROPIC_BASE_URL", loopback.url)
    for more in ((), ("--skill-only",)):
        told = evaluate(str(cases), "--model", "claude-haiku-5-5", *more)
        assert isinstance(told.exception, SourceUnavailable)
        assert "does not accept the key" in str(told.exception)
    assert len(loopback.seen) == 2


def test_the_skill_alone_is_asked_once_for_each_case_without_tools(
    api: Api, cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdict = {"decision": "escalate", "severity": "high", "target": "security", "reasons": ["impact"]}
    loopback = api(lambda _: says(json.dumps(verdict)))
    monkeypatch.setenv("ANTHROPIC_BASE_URL", loopback.url)
    told = evaluate(str(cases), "--model", "claude-haiku-5-5", "--skill-only")
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("## claude-haiku-5-5, the skill alone\n")
    assert "| target, where it is escalated | 1/2" in told.stdout
    assert len(loopback.seen) == 2
    for body in loopback.seen:
        assert "tools" not in body
        assert "# Customer escalation" in body["system"][0]["text"]
        assert last_text(body).startswith("/customer-escalation ")


@pytest.mark.parametrize(
    ("arguments", "words"), [(("--skill-only",), "needs a model"), (("--model", "m"), "No key for a model is set")]
)
def test_what_is_lacking_is_told(
    cases: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    told = evaluate(str(cases), *arguments)
    assert isinstance(told.exception, InvalidInput)
    assert words in str(told.exception)
    assert isinstance(told.exception, EscalationError)
