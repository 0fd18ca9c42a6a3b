"""What is due, watching and the trail, as a person meets them."""

import json
from pathlib import Path

import pytest

from tests.agent.test_commands import ACME, folder, refused, run
from tools.sample import SAMPLE

__all__ = ["folder"]


@pytest.fixture
def world(folder: Path) -> tuple[str, ...]:
    run("brief", ACME, "--workspace", str(folder))
    return ("--workspace", str(folder), "--as-of", "2026-04-20T10:00:00Z")


def test_what_is_due_is_listed_and_told_once(world: tuple[str, ...], tmp_path: Path) -> None:
    assert "ESC-0001  internal  Send Engineering the brief" in run("due", "--overdue", *world).stdout
    assert "把简报发给技术团队：记录中还没有发出过" in run("due", "--language", "zh", *world).stdout
    first = run("watch", "--once", *world)
    assert "ESC-0001" in first.stdout
    assert run("watch", "--once", *world).stdout == ""
    run("due", "--ics", str(tmp_path / "due.ics"), *world)
    assert (tmp_path / "due.ics").read_text().startswith("BEGIN:VCALENDAR")
    assert "watch was not told how long" in refused("watch", *world)


def test_a_ticket_that_was_answered_is_not_due_an_answer() -> None:
    sample = ("--workspace", str(SAMPLE))
    run("brief", "API returning 500 errors intermittently for Acme Corp", *sample)
    told = run("due", *sample).stdout
    assert "Solve T-48258" in told
    assert "Answer T-48258" not in told


def test_what_is_far_ahead_is_counted_and_shown_on_demand() -> None:
    sample = ("--workspace", str(SAMPLE))
    run("brief", "API returning 500 errors intermittently for Acme Corp", *sample)
    soon, everything = run("due", *sample).stdout, run("due", "--all", *sample).stdout
    left = len(everything.splitlines()) - len(soon.splitlines()) + 1
    assert "Brightwater" not in soon
    assert "Update Brightwater Logistics" in everything
    assert soon.endswith(f"{left} more later than that; --all shows them.\n")


def test_the_trail_is_exported_whole(world: tuple[str, ...]) -> None:
    events = json.loads(run("show", "ESC-0001", "--trail", "json", *world).stdout)
    assert [event["seq"] for event in events] == sorted(event["seq"] for event in events)
    assert "evidence" in str(events)
    assert "opened" in run("show", "ESC-0001", "--trail", "markdown", *world).stdout
    assert "There is no trail in 'xml'" in refused("show", "ESC-0001", "--trail", "xml", *world)
