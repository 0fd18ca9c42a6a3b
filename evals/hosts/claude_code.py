"""Claude Code: the plugin from the marketplace file, its skill, its prompt, its tools, permission and forms."""

from __future__ import annotations

import json

from evals.hosts import checks, scripts
from evals.hosts.control import Session, converse
from evals.hosts.model.asked import Json
from evals.hosts.running import Stage
from evals.hosts.setting import SERVER, Setting, version
from evals.hosts.sheet import Sheet
from tools.registry import TABLE

PACKAGE = "@anthropic-ai/claude-code"
PREFIX = f"mcp__plugin_{SERVER}_{SERVER}__"
_ASKING = ["--input-format", "stream-json", "--permission-prompt-tool", "stdio"]
_TOLD = ["--output-format", "stream-json", "--verbose"]
STEPS = "Create a token, then GET /v2/tasks?assignee=1 one hundred times."


def claude_code(setting: Setting) -> Sheet:
    """Everything that is claimed of Claude Code."""
    sheet = Sheet("Claude Code", version(PACKAGE))
    stage = setting.stage("claude-code", _quiet(setting.model.url))
    if installed(setting, stage, sheet):
        offered(setting, stage, sheet)
        answered(setting, stage, sheet)
    sheet.protocol = stage.traffic.protocol()
    return sheet


def _quiet(url: str) -> dict[str, str]:
    return {
        "ANTHROPIC_BASE_URL": url,
        "ANTHROPIC_API_KEY": "loopback",
        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
        "DISABLE_TELEMETRY": "1",
        "DISABLE_ERROR_REPORTING": "1",
        "DISABLE_AUTOUPDATER": "1",
        # A real model thinks for seconds, while the server starts; ours answers at once.
        "CLAUDE_CODE_MCP_STARTUP_WAIT_MS": "30000",
    }


def installed(setting: Setting, stage: Stage, sheet: Sheet) -> bool:
    """The plugin, from the marketplace file as README tells."""
    valid = stage.run("claude", "plugin", "validate", "--strict", "--profile", "directory", setting.checkout)
    sheet.claim("`plugin validate --strict` passes", valid.ok, valid.said)
    added = stage.run("claude", "plugin", "marketplace", "add", setting.checkout)
    done = stage.run("claude", "plugin", "install", f"{SERVER}@{SERVER}")
    return sheet.claim("installs from the marketplace file", added.ok and done.ok, added.said + done.said)


def offered(setting: Setting, stage: Stage, sheet: Sheet) -> None:
    """What a session starts with, and one call of a tool by a headless model with no person there."""
    setting.model.begin(scripts.once("prepare_escalation", {"issue": scripts.ISSUE}))
    done = stage.run("claude", "-p", "escalate this", *_TOLD, "--allowedTools", f"{PREFIX}prepare_escalation")
    said: list[Json] = [json.loads(line) for line in done.out.splitlines() if line.startswith("{")]
    start = next((each for each in said if each.get("subtype") == "init"), {})
    listed = sorted(name.removeprefix(PREFIX) for name in start.get("tools", []) if name.startswith(PREFIX))
    sheet.claim(
        f"lists all {len(checks.NAMES)} tools", listed == sorted(checks.NAMES), f"{listed} {start.get('mcp_servers')}"
    )
    checks.instructed(setting, sheet)
    sheet.claim("lists the skill", f"{SERVER}:{SERVER}" in start.get("skills", []), str(start.get("skills")))
    sheet.claim("prepares an escalation", "prepare_escalation" in stage.traffic.calls(), done.said)
    sheet.claim(
        "a form nobody can answer is cancelled, and the result asks instead",
        stage.traffic.forms() and '"asked":"not confirmed"' in _last_result(setting),
        _last_result(setting),
    )


def answered(setting: Setting, stage: Stage, sheet: Sheet) -> None:
    """A whole escalation with a person there, who permits each call and fills in each form."""
    setting.model.begin(scripts.whole_escalation)
    session = converse(stage, ["claude", "-p", *_ASKING, *_TOLD], "Escalate this.", _agrees)
    checks.escalated(setting, stage, sheet, session.said[-1].get("result", "") if session.said else "")
    filled = [each for each in session.asked_for("elicitation") if "reproduction_steps" in str(each)]
    sheet.claim("a form is shown, and its answer is in the brief", filled and STEPS in _shown(setting), str(filled))
    _gated(session, sheet)


def _gated(session: Session, sheet: Sheet) -> None:
    permitted = [each["tool_name"].removeprefix(PREFIX) for each in session.asked_for("can_use_tool")]
    writes = [entry.fn.__name__ for entry in TABLE if not entry.reads and entry.fn.__name__ in permitted]
    sheet.claim(
        "permission is asked before each write",
        writes == list(checks.WAY),
        str(permitted),
    )
    shown = [each for each in session.asked_for("elicitation") if scripts.CHANNEL in each["message"]]
    sheet.claim(
        "before sending, a form shows the person destination and whole text",
        shown and "## Impact" in shown[0]["message"],
    )


def _agrees(request: Json) -> Json:
    """A person who permits everything, knows the steps, and wants it sent."""
    if request["subtype"] == "can_use_tool":
        return {"behavior": "allow", "updatedInput": request["input"]}
    fields: Json = request["requested_schema"]["properties"]
    return {"action": "accept", "content": {name: said.get("enum", [STEPS])[0] for name, said in fields.items()}}


def _shown(setting: Setting) -> str:
    return "\n".join(result.text for each in setting.model.working for result in each.asked.results)


def _last_result(setting: Setting) -> str:
    results = [each.asked.results[-1].text for each in setting.model.working if each.asked.results]
    return results[-1] if results else ""
