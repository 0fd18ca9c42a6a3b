"""The plugin's skill and prompt in Claude Code: what is typed loads them, and what the model has to choose by reaches it.

A scripted model cannot show that a real one would choose the skill, or leave it: these claims end where its choice begins.
"""

from __future__ import annotations

from evals.hosts.control import Session, converse
from evals.hosts.lines import NEAR_MISSES, TYPED
from evals.hosts.model.asked import Asked, Say, Turn, Use
from evals.hosts.model.server import silent
from evals.hosts.programs import ROOT
from evals.hosts.running import Stage
from evals.hosts.setting import SERVER, Setting
from evals.hosts.sheet import Sheet

SKILL = ROOT / "skills" / SERVER / "SKILL.md"
_NAME = f"{SERVER}:{SERVER}"
_BODY = "Base directory for this skill"
"""What Claude Code puts before a skill that it loads."""


def claims(setting: Setting, stage: Stage, sheet: Sheet, command: list[str], prefix: str) -> None:
    """Everything that is claimed of the skill and the prompt."""
    setting.model.begin(silent)
    session = _conversation(stage, command, [f"/{SERVER} {line}" for line in TYPED])
    sheet.claim("skill", "is listed", _NAME in session.start.get("skills", []), str(session.start.get("skills")))
    loaded = [line for line in TYPED if _loaded_for(setting, line)]
    sheet.claim(
        "skill", f"`/{SERVER} …` loads it with the line whole, 8 lines of 8", loaded == list(TYPED), str(loaded)
    )
    _chosen(setting, stage, sheet, command)
    _left(setting, stage, sheet, command)
    _prompt(setting, stage, sheet, command, prefix)


def _conversation(stage: Stage, command: list[str], typed: list[str]) -> Session:
    return converse(stage, command, typed, lambda asked: {"behavior": "allow", "updatedInput": asked.get("input", {})})


def _loaded_for(setting: Setting, line: str) -> bool:
    said = [text for each in setting.model.working for text in each.asked.said]
    at = [n for n, text in enumerate(said) if f"<command-args>{line}</command-args>" in text]
    return any(_BODY in text for n in at for text in said[n : n + 2])


def _chosen(setting: Setting, stage: Stage, sheet: Sheet, command: list[str]) -> None:
    """A model that chooses the skill gets all of it."""

    def choosing(asked: Asked) -> Turn:
        offered = next((tool for tool in asked.tools if tool.name == "Skill"), None)
        chosen = any(result.tool == "Skill" for result in asked.results)
        return Say("Understood.") if chosen or offered is None else Use(offered, {"skill": _NAME, "args": TYPED[0]})

    setting.model.begin(choosing)
    _conversation(stage, command, [TYPED[0]])
    told = setting.model.working[-1].asked.everything if setting.model.working else ""
    body = SKILL.read_text(encoding="utf-8").split("---\n", 2)[2]
    sheet.claim("skill", "chosen by the model, all of it is loaded", _flat(body) in _flat(told), told[-300:])


def _left(setting: Setting, stage: Stage, sheet: Sheet, command: list[str]) -> None:
    """Plain lines load nothing by themselves; with each, the model reads what the skill is for, whole."""
    setting.model.begin(silent)
    _conversation(stage, command, [*TYPED, *NEAR_MISSES])
    lines = [line for line in (*TYPED, *NEAR_MISSES) if _reached(setting, line)]
    description = SKILL.read_text(encoding="utf-8").split("description: >-\n")[1].split("\nlicense:")[0]
    described = [_flat(description) in _flat(each.asked.everything) for each in setting.model.working]
    count = len(TYPED) + len(NEAR_MISSES)
    sheet.claim(
        "skill",
        f"its whole description is before the model with each of {count} plain lines",
        len(lines) == count and all(described),
        f"{len(lines)} lines, {sum(described)} of {len(described)} requests",
    )
    loaded = any(_BODY in text for each in setting.model.working for text in each.asked.said)
    sheet.claim("skill", "no plain line loads it by itself, ten near misses among them", described and not loaded)


def _reached(setting: Setting, line: str) -> bool:
    return any(line in text for each in setting.model.working for text in each.asked.said)


def _prompt(setting: Setting, stage: Stage, sheet: Sheet, command: list[str], prefix: str) -> None:
    """Claude Code cuts what is typed at spaces and drops the rest; the prompt tells the model how to mend that."""
    setting.model.begin(silent)
    typed = f"/{prefix}{SERVER}"
    _conversation(stage, command, [f"{typed} {TYPED[0]}"])
    said = "\n".join(text for each in setting.model.working for text in each.asked.said)
    held = f"<command-args>{TYPED[0]}</command-args>" in said and "prepare_escalation" in said
    sheet.claim("prompt", f"is the command `{typed}`, with the whole line before the model", held, said[-300:])
    sheet.claim(
        "prompt", "says what to do with a line that was cut", "cut out of one line at a space" in said, said[-600:]
    )


def _flat(text: str) -> str:
    return "".join(text.split())
