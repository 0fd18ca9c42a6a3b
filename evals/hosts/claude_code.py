"""Claude Code: the plugin from the marketplace file, its tools, permission and forms. Its skill and prompt: `claude_skill`."""

from __future__ import annotations

from evals.hosts import checks, claude_skill, scripts
from evals.hosts.control import Session, converse
from evals.hosts.model.asked import Json
from evals.hosts.running import Stage
from evals.hosts.setting import SERVER, Setting, version
from evals.hosts.sheet import Sheet
from tools.serving.registry import TABLE

PACKAGE = "@anthropic-ai/claude-code"
PREFIX = f"mcp__plugin_{SERVER}_{SERVER}__"
COMMAND = [
    *("claude", "-p", "--input-format", "stream-json", "--output-format", "stream-json", "--verbose"),
    *("--permission-prompt-tool", "stdio"),
]


def claude_code(setting: Setting) -> Sheet:
    """Everything that is claimed of Claude Code."""
    sheet = Sheet("Claude Code", version(PACKAGE))
    stage = setting.stage("claude-code", _quiet(setting.model.url))
    if installed(setting, stage, sheet):
        alone(setting, stage, sheet)
        answered(setting, stage, sheet)
        claude_skill.claims(setting, stage, sheet, COMMAND, PREFIX)
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
    sheet.claim("start", "`claude plugin validate --strict --profile directory` passes", valid.ok, valid.said)
    added = stage.run("claude", "plugin", "marketplace", "add", setting.checkout)
    done = stage.run("claude", "plugin", "install", f"{SERVER}@{SERVER}")
    return sheet.claim("start", "installs from the marketplace file", added.ok and done.ok, added.said + done.said)


def alone(setting: Setting, stage: Stage, sheet: Sheet) -> None:
    """Nobody there to ask: what is not allowed beforehand is refused, and a form comes back cancelled."""
    setting.model.begin(scripts.once("prepare_escalation", {"issue": scripts.ISSUE}))
    refused = stage.run("claude", "-p", "Escalate this.")
    sheet.claim("gate", "without permission nothing is called", not stage.traffic.calls(), refused.said)
    checks.instructed(setting, sheet)
    allowed = ["claude", "-p", "Escalate this.", "--allowedTools", f"{PREFIX}prepare_escalation"]
    checks.asked_in_result(setting, stage, sheet, allowed)


def answered(setting: Setting, stage: Stage, sheet: Sheet) -> None:
    """A whole escalation with a person there, who permits each call and fills in each form."""
    setting.model.begin(scripts.whole_escalation)
    session = converse(stage, COMMAND, ["Escalate this."], _agrees)
    listed = sorted(name.removeprefix(PREFIX) for name in session.start.get("tools", []) if name.startswith(PREFIX))
    claim = f"lists all {len(checks.NAMES)} tools as `{PREFIX}…`"
    sheet.claim("tools", claim, listed == sorted(checks.NAMES), f"{listed} {session.start.get('mcp_servers')}")
    checks.escalated(setting, stage, sheet, session.last)
    _gated(session, sheet)
    _filled_in(setting, stage, sheet)


def _filled_in(setting: Setting, stage: Stage, sheet: Sheet) -> None:
    setting.model.begin(scripts.prepares_asking)
    session = converse(stage, COMMAND, ["Escalate this."], _agrees)
    shown = [each for each in session.asked_for("elicitation") if scripts.QUESTION in str(each)]
    account = setting.model.results[-1].value("account") if setting.model.results else ""
    first = shown[0]["requested_schema"]["properties"]["which_account"]["enum"][0] if shown else None
    sheet.claim(
        "forms", "a form is shown to the person, and the answer given is used", account and account == first, account
    )


def _gated(session: Session, sheet: Sheet) -> None:
    permitted = [each["tool_name"].removeprefix(PREFIX) for each in session.asked_for("can_use_tool")]
    writes = [entry.fn.__name__ for entry in TABLE if not entry.reads and entry.fn.__name__ in permitted]
    sheet.claim("gate", "permission is asked before each write", writes == list(checks.WAY), str(permitted))
    asked = [
        str(each["input"]) for each in session.asked_for("can_use_tool") if each["tool_name"].endswith("carry_out")
    ]
    told = asked and all(scripts.CHANNEL in each and "ESCALATION: API returning 500" in each for each in asked)
    sheet.claim("gate", "the prompt for `carry_out` shows destination and the text's first line", told, str(asked))
    shown = [each for each in session.asked_for("elicitation") if scripts.CHANNEL in each["message"]]
    whole = bool(shown) and all(part in shown[0]["message"] for part in ("## Impact", "## Sources"))
    sheet.claim("gate", "before sending, a form shows destination and whole text", whole, str(shown)[:200])


def _agrees(request: Json) -> Json:
    """A person who permits everything, knows the first answer of each, and wants it sent."""
    if request["subtype"] == "can_use_tool":
        return {"behavior": "allow", "updatedInput": request["input"]}
    fields: Json = request["requested_schema"]["properties"]
    return {"action": "accept", "content": {name: said.get("enum", ["Sign in."])[0] for name, said in fields.items()}}
