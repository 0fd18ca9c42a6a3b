"""opencode: the server from its configuration file, the prompt as a command, and the gate that has to be asked for."""

from __future__ import annotations

import json

from evals.hosts import checks, scripts
from evals.hosts.model.asked import Json
from evals.hosts.model.server import silent
from evals.hosts.running import Stage
from evals.hosts.setting import SERVER, Setting, version
from evals.hosts.sheet import Sheet

PACKAGE = "opencode-ai"


def opencode(setting: Setting) -> Sheet:
    """Everything that is claimed of opencode."""
    sheet = Sheet("opencode", version(PACKAGE))
    quiet = ("OPENCODE_DISABLE_AUTOUPDATE", "OPENCODE_DISABLE_MODELS_FETCH", "OPENCODE_DISABLE_LSP_DOWNLOAD")
    stage = setting.stage("opencode", dict.fromkeys(quiet, "1"))
    _configure(setting, stage, {f"{SERVER}_carry_out": "ask"})
    connected = stage.run("opencode", "mcp", "list")
    sheet.claim("start", "connects as README configures it", "connected" in connected.out, connected.said)
    _prompt(setting, stage, sheet)
    setting.model.begin(scripts.whole_escalation)
    done = stage.run("opencode", "run", "Escalate this.")
    checks.offered(setting, sheet)
    sheet.claim(
        "gate",
        "`carry_out` is refused where nobody can permit it, when the configuration says `ask`",
        stage.traffic.calls() == list(checks.WAY[:-1]),
        f"{stage.traffic.calls()} {done.said}",
    )
    _configure(setting, stage, {})
    setting.model.begin(scripts.whole_escalation)
    done = stage.run("opencode", "run", "Escalate this.")
    if checks.escalated(setting, stage, sheet, done.said):
        sheet.notes.append("With no `permission` configured it posted without asking anybody.")
    checks.asked_in_result(setting, stage, sheet, ["opencode", "run", "Escalate this."])
    sheet.protocol = stage.traffic.protocol()
    return sheet


def _configure(setting: Setting, stage: Stage, permission: Json) -> None:
    model: Json = {
        "npm": "@ai-sdk/openai-compatible",
        "options": {"baseURL": f"{setting.model.url}/v1", "apiKey": "loopback"},
        "models": {"scripted": {}},
    }
    told: Json = {
        "autoupdate": False,
        "share": "disabled",
        "model": "loopback/scripted",
        "small_model": "loopback/scripted",
        "provider": {"loopback": model},
        "mcp": {SERVER: {"type": "local", "command": setting.start}},
        "permission": permission,
    }
    place = stage.home / ".config" / "opencode"
    place.mkdir(parents=True, exist_ok=True)
    (place / "opencode.json").write_text(json.dumps(told), encoding="utf-8")


def _prompt(setting: Setting, stage: Stage, sheet: Sheet) -> None:
    setting.model.begin(silent)
    done = stage.run("opencode", "run", "--command", f"{SERVER}:{SERVER}", scripts.ISSUE)
    said = "\n".join(text for each in setting.model.working for text in each.asked.said)
    held = scripts.ISSUE in said and scripts.PROMPT in said
    sheet.claim("prompt", f"the prompt is the command `{SERVER}:{SERVER}`", held, f"{said[:300]} {done.said}")
