"""The plugin and its skill, as hosts and their validators read them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from skills_ref import read_properties, validate  # pyright: ignore[reportMissingTypeStubs]

import tools
from escalation.brief import BriefText
from escalation.following.kinds import KINDS
from escalation.judgement.answers import IDS
from tests.skill import vocabulary
from tools.desk.office import Office, Opened
from tools.serving.budget import tokens
from tools.serving.server import VERSION, build_server

ROOT = Path(tools.__file__).parents[1]
SKILL = ROOT / "skills" / "customer-escalation"
BODY = (SKILL / "SKILL.md").read_text(encoding="utf-8")
PAGES = [SKILL / "SKILL.md", *sorted((SKILL / "references").glob("*.md"))]


def test_the_server_starts_isolated_from_the_folder_the_user_is_in() -> None:
    server = json.loads((ROOT / ".mcp.json").read_text(encoding="utf-8"))["mcpServers"]["customer-escalation"]
    assert server["command"] == "uv"
    assert server["args"] == [
        "run", "--project", "${CLAUDE_PLUGIN_ROOT}", "--frozen", "--no-dev", "python", "-I", "-m", "tools",
    ]  # fmt: skip


def test_the_manifests_agree_with_each_other_and_with_the_server() -> None:
    plugin = json.loads((ROOT / ".claude-plugin" / "plugin.json").read_text(encoding="utf-8"))
    market = json.loads((ROOT / ".claude-plugin" / "marketplace.json").read_text(encoding="utf-8"))
    assert market["name"] == plugin["name"] == "customer-escalation"
    assert [(each["name"], each["source"]) for each in market["plugins"]] == [("customer-escalation", "./")]
    assert plugin["version"] == market["plugins"][0]["version"] == VERSION


def test_the_skill_is_valid() -> None:
    assert validate(SKILL) == []


def test_the_skill_says_what_and_when_in_both_languages_within_the_limits() -> None:
    properties = read_properties(SKILL)
    assert properties.name == SKILL.name
    assert len(properties.description) <= 1_024
    assert "Use when" in properties.description
    assert "升级" in properties.description
    assert len(BODY.splitlines()) < 500
    assert tokens(BODY) < 5_000


def test_every_page_the_skill_names_is_there_and_every_page_is_named() -> None:
    named = {
        link for page in PAGES for link in re.findall(r"\]\((?:references/)?([\w-]+\.md)\)", page.read_text("utf-8"))
    }
    assert named == {page.name for page in PAGES[1:]}


_SECTIONS = set(BriefText.model_fields)
"""What `write_brief` takes as `text`, closed by its own schema; the skill explains its fields."""


@pytest.mark.anyio
async def test_the_skill_names_only_tools_arguments_values_and_fields_that_exist() -> None:
    server = build_server(Office(_never))
    served = await vocabulary.arguments(server)
    known = {*served, *(name for names in served.values() for name in names), *await vocabulary.values(server)}
    known |= vocabulary.results() | _SECTIONS | {*IDS, "handed_back_1"}
    for page in PAGES:
        assert vocabulary.quoted(page.read_text(encoding="utf-8")) - known == set(), page.name


@pytest.mark.anyio
async def test_the_skill_takes_a_person_through_the_whole_life_of_an_escalation() -> None:
    served = await vocabulary.arguments(build_server(Office(_never)))
    named = {name for page in PAGES for name in vocabulary.quoted(page.read_text(encoding="utf-8"))}
    assert served.keys() <= named
    assert set(KINDS) <= named


def _never() -> Opened:
    raise AssertionError("definitions need no workspace")


@pytest.mark.parametrize(
    "words",
    [
        "what is due",
        "draft an update for the customer",
        "close the escalation",
        "handover",
        "有什么到期",
        "通报客户",
        "关闭升级",
        "交接班",
    ],
)
def test_the_description_triggers_on_what_comes_after_the_brief(words: str) -> None:
    assert words in read_properties(SKILL).description


def test_the_description_says_what_it_is_not_for() -> None:
    description = read_properties(SKILL).description
    for near in ("only needs an answer", "post-mortem", "own code", "不适用"):
        assert near in description


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def test_the_host_s_own_validator_passes_the_plugin(tmp_path: Path) -> None:
    """Needs `claude`, as `make plugin` installs it (or on PATH, installed with Node 22 or newer); skipped without it."""
    path = f"{ROOT / '.hosts/node/node_modules/.bin'}{os.pathsep}{os.environ['PATH']}"
    claude = shutil.which("claude", path=path)
    if claude is None:
        pytest.skip("claude is not installed: make plugin")
    command = [claude, "plugin", "validate", "--strict", "--profile", "directory", str(ROOT)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=os.environ | {"HOME": str(tmp_path), "PATH": path},
    )
    if "unknown option" in done.stderr:
        pytest.skip("this claude is too old for --profile: reinstall it with Node 22 or newer")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_copy_that_other_hosts_look_for_is_the_skill() -> None:
    """Codex, Gemini CLI and opencode read `.agents/skills`; a copy, since git on Windows makes no links."""
    copy = ROOT / ".agents" / "skills" / "customer-escalation"
    assert _contents(copy) == _contents(SKILL), "run: make skill"
    assert validate(copy) == []
    assert not copy.is_symlink()


def _contents(folder: Path) -> dict[str, bytes]:
    # Without a checkout's own line ends: .gitattributes holds those of a fresh clone.
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().replace(b"\r\n", b"\n") for path in files}
