"""A sending that a dying process left behind is finished, or told of, by the next `watch`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.acting.worlds import NOW, SAFE, escalate, put_forward, world
from tests.agent.test_commands import run
from tools.desk.office import Opened
from tools.desk.opening import opening
from tools.serving.command import Command


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return world(tmp_path)


def rooms_of(store: Path) -> Opened:
    config = store.parent / "customer-escalation.toml"
    config.write_text('[teams.engineering]\nchannel = "#billing"\n', encoding="utf-8")
    return opening(Command(str(store), str(config), None, None))()


def left_behind(store: Path) -> str:
    """Approved, and then its process died."""
    rooms = rooms_of(store)
    id_ = escalate(rooms.register)
    proposal = put_forward(rooms, id_, "reply_to_customer", text=SAFE, account_id="acc-1")
    long_ago = replace(rooms.carrying.sender, clock=lambda: datetime(2000, 1, 1, tzinfo=UTC))
    long_ago.approve(proposal, "Kim", "told")
    rooms.engine.dispose()
    return proposal.id


def watched(store: Path, *more: str) -> tuple[str, int]:
    config = str(store.parent / "customer-escalation.toml")
    result = run("watch", "--once", "--workspace", str(store), "--config", config, *more)
    assert result.exit_code == 0, result.output
    rooms = rooms_of(store)
    (ticket,) = rooms.workspace.tickets(["T-1"])
    rooms.engine.dispose()
    return result.stderr, sum(SAFE in comment.body for comment in ticket.comments)


def test_the_next_watch_sends_it_once_and_says_so(store: Path) -> None:
    proposal = left_behind(store)
    told, sent = watched(store)
    assert f"{proposal} was left unsent and is now sent to" in told
    assert sent == 1
    assert watched(store) == ("", 1)


def test_what_may_no_longer_be_sent_is_told_with_the_way_on(store: Path) -> None:
    proposal = left_behind(store)
    told, sent = watched(store, "--as-of", NOW.replace(day=25).isoformat())
    assert f"{proposal} was left unsent: {proposal} expired before it could be sent." in told
    assert "Propose it anew" in told
    assert sent == 0
