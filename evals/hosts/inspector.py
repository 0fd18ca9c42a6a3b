"""The MCP Inspector's command line: schemas judged for every host, a call and the prompt, in both eras of the protocol."""

from __future__ import annotations

import json

from evals.hosts import checks, scripts
from evals.hosts.model.asked import Json, parsed
from evals.hosts.running import Done, Stage
from evals.hosts.setting import SERVER, Setting, version
from evals.hosts.sheet import Sheet

PACKAGE = "@modelcontextprotocol/inspector"


def inspector(setting: Setting) -> Sheet:
    """Everything that is claimed of the Inspector."""
    sheet = Sheet("MCP Inspector, command line", version(PACKAGE))
    spoken: list[str] = []
    for era in ("legacy", "modern"):
        stage = setting.stage(f"inspector-{era}", {})
        _tried(setting, stage, sheet, era)
        spoken.append(stage.traffic.protocol())
    sheet.protocol = ", ".join(spoken)
    return sheet


def _tried(setting: Setting, stage: Stage, sheet: Sheet, era: str) -> None:
    done = _ask(setting, stage, era, "tools/list", "--strict")
    names = [tool["name"] for tool in _answer(done).get("tools", [])]
    sheet.claim("tools", f"{era}: `tools/list --strict` finds no schema that a host would refuse", done.ok, done.said)
    sheet.claim("tools", f"{era}: lists all {len(checks.NAMES)} tools", names == list(checks.NAMES), str(names))
    done = _ask(
        setting,
        stage,
        era,
        "tools/call",
        "--tool-name",
        checks.WAY[0],
        "--tool-arg",
        f"issue={json.dumps(scripts.ISSUE)}",
    )
    sent = stage.traffic.structures(checks.WAY[0])
    held = bool(sent) and _answer(done).get("structuredContent") == sent[-1]
    sheet.claim("results", f"{era}: prepares an escalation", held, done.said)
    done = _ask(
        setting,
        stage,
        era,
        "prompts/get",
        "--prompt-name",
        SERVER,
        "--prompt-args",
        f"issue={json.dumps(scripts.ISSUE)}",
    )
    sheet.claim("prompt", f"{era}: gets the prompt", scripts.ISSUE in done.out, done.said)


def _ask(setting: Setting, stage: Stage, era: str, method: str, *more: str) -> Done:
    how = ("--cli", "--protocol-era", era, "--method", method, *more, "--")
    return stage.run("mcp-inspector", *how, *setting.start)


def _answer(done: Done) -> Json:
    return parsed(done.out) or {}
