"""The table [agent] of the settings file: its defaults, its mistakes, and that policy does not stumble over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.conversation.settings import AgentSettings, has_key, load
from escalation.errors import PolicyInvalid
from tools.settings import load_settings


def written(folder: Path, text: str) -> str:
    path = folder / "customer-escalation.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_without_a_file_the_defaults_hold() -> None:
    assert load(environment={}).model == "claude-opus-5-5"


def test_the_table_is_read_and_policy_beside_it_too(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
high_value_arr_usd = 5
[agent]
model = "claude-haiku-5-5"
effort = "high"
[agent.servers.crm]
url = "http://127.0.0.1:9/mcp"
""",
    )
    settings = load(path)
    assert (settings.model, settings.effort, settings.servers["crm"].url) == (
        "claude-haiku-5-5",
        "high",
        "http://127.0.0.1:9/mcp",
    )
    assert load_settings(path).policy.high_value_arr_usd == 5
    assert load(written(tmp_path, "high_value_arr_usd = 5")) == AgentSettings()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("modle = 'x'", "agent.modle: there is no such setting; did you mean model?"),
        ("effort = 'huge'", "agent.effort: input should be 'low', 'medium', 'high', 'xhigh' or 'max', found 'huge'."),
        ("api_key = 'sk'", "agent.api_key: there is no such setting."),
        ("[agent.servers.crm]", "agent.servers.crm: give either command or url."),
    ],
)
def test_each_mistake_is_one_clear_line(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(PolicyInvalid) as wrong:
        load(written(tmp_path, f"[agent]\n{line}\n"))
    assert told in wrong.value.message


def test_a_key_is_one_that_is_not_empty() -> None:
    assert has_key({"ANTHROPIC_API_KEY": "k"})
    assert not has_key({"ANTHROPIC_API_KEY": " "})
    assert not has_key({})
