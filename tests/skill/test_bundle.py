"""The bundle for Claude Desktop: its manifest tells what the server serves, and its files are all that the server needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evals.bundle.manifest import COMMAND, manifest
from evals.bundle.proof import prove
from evals.bundle.stage import CARRIED, ROOT, stage
from tools.serving.command import read_command
from tools.serving.registry import TABLE
from tools.serving.server import NAME, VERSION
from tools.store.location import resolve


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no list of the project's own files")
    return stage(tmp_path_factory.mktemp("bundle") / "staged")


def test_the_manifest_names_the_server_its_version_and_every_tool() -> None:
    told = manifest()
    assert (told["name"], told["version"]) == (NAME, VERSION)
    assert [tool["name"] for tool in told["tools"]] == [entry.fn.__name__ for entry in TABLE]
    assert told["server"]["type"] == "uv"


def test_the_bundle_starts_the_server_as_the_plugin_does() -> None:
    plugin = json.loads((ROOT / ".mcp.json").read_text(encoding="utf-8"))["mcpServers"]["customer-escalation"]
    assert [part.replace("CLAUDE_PLUGIN_ROOT", "__dirname") for part in plugin["args"]] == COMMAND


@pytest.mark.parametrize("unset", ["", " ", "${user_config.workspace}"])
def test_an_unset_workspace_is_unset_however_the_host_says_so(unset: str) -> None:
    assert read_command(["--workspace", unset]).workspace is None


def test_the_bundle_holds_its_manifest_icon_lock_and_skill_and_nothing_of_the_evaluation(staged: Path) -> None:
    there = {path.name for path in staged.iterdir()}
    assert there == {*CARRIED, "manifest.json", "icon.png"}
    assert (staged / "skills" / "customer-escalation" / "SKILL.md").is_file()
    assert json.loads((staged / "manifest.json").read_text(encoding="utf-8")) == manifest()


def test_the_server_runs_from_the_bundle_s_files_alone(staged: Path, tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from tools.serving.command import Command\n"
        "from tools.desk.office import Office\n"
        "from tools.desk.opening import opening\n"
        "from tools.serving.server import build_server\n"
        "office = Office(opening(Command(None, None, None, None)))\n"
        "build_server(office)\n"
        "print(office.open().desk is not None, sorted({m.split('.')[0] for m in sys.modules} & {'agent', 'evals'}))\n"
        "import tools; print(tools.__file__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program, str(staged)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"CUSTOMER_ESCALATION_HOME": str(tmp_path / "home"), "PATH": ""},
        check=True,
    )
    told, where = done.stdout.splitlines()
    assert told == "True []"
    assert Path(where).is_relative_to(staged)


def test_the_proof_asks_for_tools_and_a_decision(tmp_path: Path) -> None:
    config = {"command": sys.executable, "args": ["-I", "-m", "tools", "--workspace", "${user_config.workspace}"]}
    found = prove(config, tmp_path, Path(sys.executable))
    assert found.tools == tuple(entry.fn.__name__ for entry in TABLE)
    assert found.decision == "escalate"


def test_a_workspace_in_the_user_s_home_may_be_written_with_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "records").mkdir()
    assert resolve("~/records", sample=tmp_path).folder == tmp_path / "records"
