"""The clients that programs are built with: the SDKs of Python and TypeScript, and fastmcp's."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from evals.hosts import checks, programs
from evals.hosts.model.asked import Json, parsed
from evals.hosts.setting import Setting, version
from evals.hosts.sheet import Sheet

_PROGRAMS = Path(__file__).parent


def python_sdk(setting: Setting) -> Sheet:
    """The client of the SDK that the server is built with, in the product's own environment."""
    from importlib.metadata import version as installed

    return _client(setting, Sheet("Python SDK", installed("mcp")), [sys.executable, str(_PROGRAMS / "python_sdk.py")])


def typescript_sdk(setting: Setting) -> Sheet:
    """The client of the TypeScript SDK, on Node."""
    package = "@modelcontextprotocol/client"
    # Node looks for packages beside the program.
    program = programs.PLACE / "npm" / "typescript_sdk.mjs"
    program.write_text((_PROGRAMS / "typescript_sdk.mjs").read_text(encoding="utf-8"), encoding="utf-8")
    return _client(setting, Sheet("TypeScript SDK", version(package)), ["node", str(program)])


def fastmcp(setting: Setting) -> Sheet:
    """fastmcp's client, in an environment of its own."""
    sheet = Sheet("fastmcp, client", programs.Versions.read().pypi["fastmcp"])
    return _client(setting, sheet, [str(programs.python()), str(_PROGRAMS / "fastmcp_client.py")])


def _client(setting: Setting, sheet: Sheet, command: Sequence[str]) -> Sheet:
    """A program that takes the command of the server and prints {"tools", "prompts", "resources", "outcome", "form"}."""
    stage = setting.stage(sheet.host.split(",")[0].replace(" ", "-").lower(), {})
    done = stage.run(*command, *setting.start)
    told: Json = parsed(done.out) or {}
    sheet.claim("tools", f"lists all {len(checks.NAMES)} tools", told.get("tools") == list(checks.NAMES), done.said)
    sheet.claim(
        "prompt", "lists the prompt and reads a resource", told.get("prompts") and told.get("resource"), done.said
    )
    sheet.claim(
        "forms",
        "fills in forms: whose issue it is, and the yes before sending",
        told.get("form") and stage.traffic.forms(),
        done.said,
    )
    called = list(dict.fromkeys(stage.traffic.calls()))
    held = told.get("outcome") == "sent" and called == list(checks.WAY)
    sheet.claim("escalation", "a whole escalation: prepared, written, proposed, posted", held, f"{called} {done.said}")
    sheet.protocol = stage.traffic.protocol()
    return sheet
