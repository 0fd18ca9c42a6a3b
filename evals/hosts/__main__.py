"""`make hosts`: every host on its stage, and the table of what was found."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from evals.hosts import programs
from evals.hosts.claude_code import claude_code
from evals.hosts.clients.trial import fastmcp, python_sdk, typescript_sdk
from evals.hosts.codex import codex
from evals.hosts.gemini_cli import gemini_cli
from evals.hosts.inspector import inspector
from evals.hosts.model.server import ScriptedModel, served
from evals.hosts.opencode import opencode
from evals.hosts.setting import Setting
from evals.hosts.sheet import Sheet

HOSTS = (claude_code, gemini_cli, codex, opencode, inspector, python_sdk, typescript_sdk, fastmcp)


def main(*only: str) -> int:
    """0 when every claim held."""
    programs.install()
    with tempfile.TemporaryDirectory() as folder, served(ScriptedModel()) as model:
        place = Path(folder)
        setting = Setting(model, programs.checkout(place / "checkout"), place, programs.cache())
        sheets = [host(setting) for host in HOSTS if not only or host.__name__ in only]
    for sheet in sheets:
        _tell(sheet)
    return 0 if all(sheet.kept for sheet in sheets) else 1


def _tell(sheet: Sheet) -> None:
    sys.stdout.write(f"{sheet.host} {sheet.version}, protocol {sheet.protocol or '-'}, sees {sheet.sees or '-'}\n")
    for each in sheet.claims:
        sys.stdout.write(f"  {'ok ' if each.held else 'NOT'} {each.text}{'' if each.held else ': ' + each.detail}\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
