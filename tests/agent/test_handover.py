"""`handover` on the command line, and the same over the tool."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.agent.test_commands import ACME, folder, refused, run

__all__ = ["folder"]


@pytest.fixture
def world(folder: Path) -> tuple[str, ...]:
    run("brief", ACME, "--workspace", str(folder))
    return ("--workspace", str(folder), "--as-of", "2026-04-20T10:00:00Z")


def test_the_next_shift_reads_one_block_an_escalation_in_either_language(world: tuple[str, ...]) -> None:
    told = run("handover", *world).stdout
    assert told.startswith("Handover, 2026-04-20 10:00 UTC. Last shift since 2026-04-20 02:00 UTC")
    assert "1 escalation, 1 of them with something overdue." in told
    assert "Waiting for: " in told
    assert "  Overdue:\n    - 2026-" in told
    zh = run("handover", "--language", "zh", *world).stdout
    assert zh.startswith("交接班 2026-04-20 10:00 UTC。")
    assert "已逾期 " in zh
    assert "overdue" not in zh


def test_the_length_of_the_shift_is_given_in_hours_or_by_its_ends(world: tuple[str, ...]) -> None:
    assert "until 2026-04-21 10:00 UTC" in run("handover", "--hours", "24", *world).stdout
    ends = ("--from", "2026-01-01", "--to", "2026-04-22T10:00:00+08:00")
    long = run("handover", *ends, *world).stdout
    assert "Last shift since 2026-01-01 00:00 UTC, next one until 2026-04-22 02:00 UTC." in long
    assert ": opened" in long or " opened" in long
    assert "do not lie around now" in refused("handover", "--to", "2026-04-01", *world)


def test_only_a_teams_own_is_told(world: tuple[str, ...]) -> None:
    assert "Nothing is open" in run("handover", "--team", "security", *world).stdout
    assert "No team answers to 'nobody'" in refused("handover", "--team", "nobody", *world)


def test_what_is_due_is_late_in_one_language(world: tuple[str, ...]) -> None:
    assert "(overdue " in run("due", *world).stdout
    zh = run("due", "--language", "zh", *world).stdout
    assert "（已逾期 " in zh
    assert "overdue" not in zh
    early = (*world[:2], "--as-of", "2020-01-01")
    assert run("due", "--account", "Acme", "--overdue", "--language", "zh", *early).stdout == "没有到期事项。\n"
