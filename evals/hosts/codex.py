"""Codex: the server from its configuration file, and its own gate before what leaves the house."""

from __future__ import annotations

import json

from evals.hosts import checks, scripts
from evals.hosts.running import Done, Stage
from evals.hosts.setting import SERVER, Setting, version
from evals.hosts.sheet import Sheet
from tools.serving.server import INSTRUCTIONS

PACKAGE = "@openai/codex"
# A model that Codex knows: it sets what of a result the model sees, and how it comes by its tools.
_MODEL = "gpt-5.5"
_COMMAND = ("codex", "exec", "--skip-git-repo-check", "Escalate this.")
_APPROVED = f'\n[mcp_servers.{SERVER}.tools.carry_out]\napproval_mode = "approve"\n'


def codex(setting: Setting) -> Sheet:
    """Everything that is claimed of Codex."""
    sheet = Sheet("Codex", version(PACKAGE))
    stage = setting.stage("codex", {"LOOPBACK_KEY": "loopback"})
    _configure(setting, stage)
    connected = stage.run("codex", "mcp", "list")
    sheet.claim("start", "takes the configuration of README", SERVER in connected.out, connected.said)
    done = _escalate(setting, stage)
    first = setting.model.working[0].asked.system if setting.model.working else done.said
    told = INSTRUCTIONS.splitlines()[0] in first
    sheet.claim("tools", "before it searches for tools, the model reads what the server is for", told, first[-300:])
    checks.offered(setting, sheet)
    refused = setting.model.results[-1].text if setting.model.results else ""
    sheet.claim(
        "gate",
        "reads and notes run, `carry_out` is refused where nobody can permit it",
        stage.traffic.calls() == list(checks.WAY[:-1]) and "requires approval" in refused,
        f"{stage.traffic.calls()} {refused} {done.said}",
    )
    _configure(setting, stage, _APPROVED)
    done = _escalate(setting, stage)
    checks.escalated(setting, stage, sheet, done.said)
    checks.asked_in_result(setting, stage, sheet, _COMMAND)
    sheet.protocol = stage.traffic.protocol()
    return sheet


def _configure(setting: Setting, stage: Stage, more: str = "") -> None:
    command, *arguments = setting.start
    place = stage.home / ".codex"
    place.mkdir(parents=True, exist_ok=True)
    (place / "config.toml").write_text(
        f"""
model = "{_MODEL}"
model_provider = "loopback"
check_for_update_on_startup = false

[features]
plugins = false

[analytics]
enabled = false

[model_providers.loopback]
name = "loopback"
base_url = "{setting.model.url}/v1"
wire_api = "responses"
env_key = "LOOPBACK_KEY"

[mcp_servers.{SERVER}]
command = "{command}"
args = {json.dumps(arguments)}
required = true
startup_timeout_sec = 60
{more}""",
        encoding="utf-8",
    )


def _escalate(setting: Setting, stage: Stage) -> Done:
    setting.model.begin(scripts.whole_escalation)
    return stage.run(*_COMMAND)
