"""Which of the project's files the bundle carries: the server, its words, the skill, and what uv needs to install it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from evals.bundle.manifest import ICON, manifest

ROOT = Path(__file__).parents[2]
CARRIED = ("escalation", "prompts", "tools", "skills", "pyproject.toml", "uv.lock", "README.md")
"""Neither the command line nor the evaluation: a host starts the server and nothing else."""


def stage(into: Path) -> Path:
    """Copies the files under version control into `into` (emptied first) and writes manifest.json beside them."""
    shutil.rmtree(into, ignore_errors=True)
    listed = subprocess.run(  # noqa: S603
        ["git", "ls-files", "-z", "--", *CARRIED],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    for name in listed.stdout.split("\0"):
        if name:
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    shutil.copyfile(ROOT / ".claude-plugin" / ICON, into / ICON)
    text = json.dumps(manifest(), indent=2, ensure_ascii=False)
    (into / "manifest.json").write_text(text + "\n", encoding="utf-8")
    return into
