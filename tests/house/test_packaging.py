"""An application in its own environment, never a library: nothing else may own our generic names, nothing may shadow us."""

import json
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OURS = ("agent", "tools", "prompts", "escalation", "evals")


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_no_other_installed_distribution_ships_our_names() -> None:
    owners = packages_distributions()
    assert {name: owners[name] for name in OURS if set(owners.get(name, [])) - {"customer-escalation"}} == {}


def test_it_can_never_be_uploaded_by_accident() -> None:
    assert "Private :: Do Not Upload" in project()["project"]["classifiers"]


def test_hosts_start_the_server_isolated_from_the_folder_they_stand_in() -> None:
    servers = json.loads((ROOT / ".mcp.json").read_text(encoding="utf-8"))["mcpServers"]
    for server in servers.values():
        command = [server["command"], *server["args"]]
        assert command[:1] == ["uv"]
        assert command[command.index("python") :] == ["python", "-I", "-m", "tools"]
        assert {"--frozen", "--no-dev"} <= set(command)


def test_every_dependency_says_why_it_is_there() -> None:
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    declared = [*project()["project"]["dependencies"], *project()["dependency-groups"]["dev"]]
    names = [re.split(r"[<>=!\[ ]", d, maxsplit=1)[0] for d in declared]
    assert len(names) > 10
    assert [name for name in names if f"| `{name}`" not in reasons] == []


def test_the_lock_knows_every_declared_dependency() -> None:
    locked = {p["name"] for p in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]}
    declared = {re.split(r"[<>=!\[ ]", d, maxsplit=1)[0] for d in project()["project"]["dependencies"]}
    assert declared <= locked


def test_readme_names_the_commands_that_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "make test" in readme
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
