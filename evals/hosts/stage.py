"""The run itself, `python -m evals.hosts.stage FOLDER [HOST…]`: every host on its stage; the sheets go to FOLDER/sheets.json."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from evals.hosts import programs
from evals.hosts.claude_code import claude_code
from evals.hosts.clients.trial import fastmcp, python_sdk, typescript_sdk
from evals.hosts.codex import codex
from evals.hosts.gemini_cli import gemini_cli
from evals.hosts.inspector import inspector
from evals.hosts.model.server import ScriptedModel, served
from evals.hosts.network import loopback_only
from evals.hosts.opencode import opencode
from evals.hosts.setting import Setting
from evals.hosts.sheet import Sheet

HOSTS: dict[str, Callable[[Setting], Sheet]] = {
    "Claude Code": claude_code,
    "Codex": codex,
    "Gemini CLI": gemini_cli,
    "opencode": opencode,
    "MCP Inspector": inspector,
    "Python SDK": python_sdk,
    "TypeScript SDK": typescript_sdk,
    "fastmcp": fastmcp,
}


def main(folder: str, *only: str) -> None:
    """One host after another: they share the scripted model."""
    place = Path(folder)
    cache = programs.cache()
    sheets: list[Sheet] = []
    for name, host in HOSTS.items():
        if only and name not in only:
            continue
        # A model of its own for each: a request that comes late from one host is not taken for another's.
        with served(ScriptedModel()) as model:
            sheets.append(tried(name, host, Setting(model, place / "checkout", place, cache)))
    told = {"loopback_only": loopback_only(), "sheets": [asdict(sheet) for sheet in sheets]}
    (place / "sheets.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def tried(name: str, host: Callable[[Setting], Sheet], setting: Setting) -> Sheet:
    """The host's sheet; where it cannot be run here, one that says why."""
    try:
        return host(setting)
    except (OSError, ValueError, LookupError) as fault:
        return Sheet(name, "", absent=f"{type(fault).__name__}: {fault}")


if __name__ == "__main__":
    main(*sys.argv[1:])
