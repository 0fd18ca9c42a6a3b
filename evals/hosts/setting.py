"""What every host needs to be tried: the scripted model, the product as somebody gets it, and a stage of its own."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from evals.hosts import programs
from evals.hosts.model.server import ScriptedModel
from evals.hosts.running import Stage

SERVER = "customer-escalation"


@dataclass(frozen=True)
class Setting:
    """One run over all hosts."""

    model: ScriptedModel
    checkout: Path
    folder: Path
    cache: Path

    def stage(self, name: str, extra: dict[str, str]) -> Stage:
        """A home, a folder to stand in and a record for one host."""
        return Stage(self.folder / name, programs.binaries(), programs.UV, self.cache, extra)

    @property
    def start(self) -> list[str]:
        """How README says the server is started."""
        return ["uv", "run", "--project", str(self.checkout), "--frozen", "--no-dev", "python", "-I", "-m", "tools"]


def version(package: str) -> str:
    """The version of an npm package that is installed."""
    return programs.Versions.read().npm[package]


def untouched(stage: Stage) -> bool:
    """Whether the folder where the user stands is as it was: empty."""
    return not any(stage.work.iterdir())


def git(folder: Path) -> None:
    """Makes a folder a repository: some hosts trust no other."""
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True, timeout=60)  # noqa: S603, S607
