"""Gemini CLI: the server from its settings file, the prompt as a command, and what happens without permission."""

from __future__ import annotations

import json

from evals.hosts import checks, scripts
from evals.hosts.model.server import silent
from evals.hosts.running import Stage
from evals.hosts.setting import SERVER, Setting, version
from evals.hosts.sheet import Sheet

PACKAGE = "@google/gemini-cli"
_MODEL = ("-m", "gemini-2.5-pro")


def gemini_cli(setting: Setting) -> Sheet:
    """Everything that is claimed of Gemini CLI."""
    sheet = Sheet("Gemini CLI", version(PACKAGE))
    environment = {
        "GEMINI_API_KEY": "loopback",
        "GOOGLE_GEMINI_BASE_URL": setting.model.url,
        "GEMINI_TELEMETRY_ENABLED": "false",
        # A folder must be trusted before any server starts; a person is asked that once.
        "GEMINI_CLI_TRUST_WORKSPACE": "true",
    }
    stage = setting.stage("gemini-cli", environment)
    _configure(setting, stage)
    connected = stage.run("gemini", "mcp", "list")
    sheet.claim("start", "connects as README configures it", "Connected" in connected.said, connected.said)
    _prompt(setting, stage, sheet)
    _gated(setting, stage, sheet)
    setting.model.begin(scripts.whole_escalation)
    done = stage.run("gemini", "-p", "Escalate this.", "--approval-mode", "yolo", *_MODEL)
    checks.offered(setting, sheet)
    checks.escalated(setting, stage, sheet, done.said)
    checks.asked_in_result(
        setting, stage, sheet, ["gemini", "-p", "Escalate this.", "--approval-mode", "yolo", *_MODEL]
    )
    sheet.protocol = stage.traffic.protocol()
    return sheet


def _configure(setting: Setting, stage: Stage) -> None:
    command, *arguments = setting.start
    settings = {
        "mcpServers": {SERVER: {"command": command, "args": arguments}},
        "security": {"auth": {"selectedType": "gemini-api-key"}},
        "privacy": {"usageStatisticsEnabled": False},
        "general": {"enableAutoUpdate": False, "disableAutoUpdate": True},
    }
    place = stage.home / ".gemini"
    place.mkdir(parents=True, exist_ok=True)
    (place / "settings.json").write_text(json.dumps(settings), encoding="utf-8")


def _prompt(setting: Setting, stage: Stage, sheet: Sheet) -> None:
    setting.model.begin(silent)
    done = stage.run("gemini", "-p", f'/{SERVER} --issue="{scripts.ISSUE}"', *_MODEL)
    said = "\n".join(text for each in setting.model.working for text in each.asked.said)
    held = scripts.ISSUE in said and scripts.PROMPT in said
    sheet.claim("prompt", f"the prompt is the command `/{SERVER} --issue=…`", held, done.said)


def _gated(setting: Setting, stage: Stage, sheet: Sheet) -> None:
    setting.model.begin(scripts.once("prepare_escalation", {"issue": scripts.ISSUE}))
    done = stage.run("gemini", "-p", "Escalate this.", *_MODEL)
    sheet.claim("gate", "without permission nothing is called", not stage.traffic.calls(), done.said)
