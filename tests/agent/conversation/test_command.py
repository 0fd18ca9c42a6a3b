"""`chat` and `doctor` as commands: with a key, without one, in both languages."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from agent.cli import app
from agent.conversation.session import Sitting
from agent.conversation.settings import AgentSettings
from escalation.errors import InvalidInput
from tests.agent.conversation.loopback import Loopback, Script, calls, fails, says
from tests.agent.conversation.sittings import ACME, last_text, script, value
from tools.desk.office import Opened

Api = Callable[[Script], Loopback]


@pytest.fixture
def store(rooms: Opened) -> str:
    return str(rooms.engine.url.database)


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=typed)


def test_without_a_key_it_says_so_and_offers_the_brief_at_once(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    told = run("chat", ACME, "--workspace", store, typed="\n")
    assert told.exit_code == 0
    assert "No key for a model is set (ANTHROPIC_API_KEY)" in told.stdout
    assert "ESCALATION: API returning 500 errors" in told.stdout
    assert run("list", "--workspace", store).stdout.startswith("ESC-0001")


@pytest.mark.parametrize(("arguments", "typed"), [((ACME,), "q\n"), ((ACME,), ""), ((), "\n"), ((), "")])
def test_whoever_does_not_want_it_gets_nothing(
    store: str, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], typed: str
) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    told = run("chat", *arguments, "--workspace", store, typed=typed)
    assert told.exit_code == 2
    assert "ESCALATION" not in told.stdout


def test_without_a_key_and_an_issue_it_asks_for_one(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    told = run("chat", "--language", "zh", "--workspace", store, typed="Acme Corp的API间歇性返回500错误\n")
    assert "没有设置模型密钥" in told.stdout
    assert "是什么问题？哪家客户？" in told.stdout
    assert "升级：" in told.stdout


def test_the_command_talks_with_the_model_that_is_named(
    api: Api, store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loopback = api(
        script(
            calls("prepare_escalation", issue=ACME, answers={"reproduction_steps": "unknown"}),
            lambda body: says(f"On record as {value(body, 'escalation id')}."),
        )
    )
    monkeypatch.setenv("ANTHROPIC_BASE_URL", loopback.url)
    told = run("chat", ACME, "--account", "Acme Corp", "--model", "claude-haiku-5-5", "--workspace", store, typed="q\n")
    assert told.exit_code == 0, told.output
    assert "On record as ESC-0001." in told.stdout
    assert loopback.seen[0]["model"] == "claude-haiku-5-5"
    assert last_text(loopback.seen[0]) == f"{ACME}\n(Acme Corp)"
    again = run("chat", "--resume", "C-0001", "--workspace", store, typed="q\n")
    assert again.exit_code == 0


def test_a_wrong_key_is_told_and_the_brief_written_in_chinese(
    api: Api, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", api(script(fails(401))).url)
    told = run("chat", "Acme Corp的API间歇性返回500错误", "--workspace", store, typed="b\nq\n")
    assert "服务不接受这个密钥" in told.stdout
    assert "升级：" in told.stdout


def test_a_language_nothing_is_written_in_is_refused(store: str) -> None:
    told = run("chat", "x", "--language", "fr", "--workspace", store)
    assert isinstance(told.exception, InvalidInput)


def test_doctor_says_whether_a_key_and_which_model_are_set(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = run("doctor", "--workspace", store).stdout
    assert re.search(r"^model +claude-opus-5-5 \(a key is set\)$", told, re.MULTILINE)
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    told = run("doctor", "--workspace", store).stdout
    assert "claude-opus-5-5 (no key: set ANTHROPIC_API_KEY for chat; briefs need none)" in told


def test_the_words_are_those_of_the_issues_language(rooms: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = Sitting(rooms, AgentSettings(), "w")
    for place, wanted in ((("zh_CN", "UTF-8"), "zh"), (("de_DE", "UTF-8"), "en"), ((None, None), "en")):
        monkeypatch.setattr("locale.getlocale", lambda found=place: found)
        assert sitting.tongue == wanted
    assert Sitting(rooms, AgentSettings(), "w", "客户要求升级").tongue == "zh"


def test_no_other_command_loads_the_models_sdk() -> None:
    look = (
        "import sys; from agent.cli import app; import agent.commands.chat, agent.conversation.settings;"
        "print('anthropic' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"
