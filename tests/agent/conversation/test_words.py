"""Every word the conversation uses exists, and every fault has one, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from prompts.conversation import system_prompt
from prompts.render import phrases

SOURCES = Path(__file__).parents[3] / "agent" / "conversation"
USED = re.compile(r'"(chat_[a-z_]+)"')


def used() -> set[str]:
    return {key for path in SOURCES.glob("*.py") for key in USED.findall(path.read_text(encoding="utf-8"))}


def test_each_phrase_that_is_used_has_words_and_each_has_a_use() -> None:
    known = {key for key in phrases("en") if key.startswith("chat_")}
    steps = {f"chat_step_{step}" for step in ("channel", "interim", "reminder", "update")}
    assert used() | steps == known
    assert known == {key for key in phrases("zh") if key.startswith("chat_")}


def test_the_system_prompt_is_the_same_text_each_time_and_names_only_our_tools() -> None:
    assert system_prompt() is system_prompt()
    assert "{" not in system_prompt()
    from tools.serving.registry import TABLE

    named = set(re.findall(r"\b([a-z]+_[a-z_]+)\b", system_prompt()))
    tools = {entry.fn.__name__ for entry in TABLE}
    assert named - tools <= {
        "needs_answer",
        "need_info",
        "not_confirmed",
        "name__tool",
        "same_issue",
        "override_reason",
    }
    assert {"prepare_escalation", "write_brief", "propose_action", "carry_out"} <= named
