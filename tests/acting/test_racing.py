"""Real processes: racing over the same proposals, and killed between sending and recording."""

from __future__ import annotations

import signal
from datetime import timedelta
from pathlib import Path

import pytest

from evals.acting.race import heard, prepared, race, standing, told, worker
from evals.acting.worker import carrying, proposals

COUNT = 40


@pytest.mark.parametrize("processes", [2, 4])
def test_racing_processes_send_each_proposal_once(tmp_path: Path, processes: int) -> None:
    store = tmp_path / "race.db"
    prepared(store, COUNT)
    raced = race(store, processes)
    assert sum(raced.sent) == COUNT
    assert raced.messages == raced.events == {1: COUNT}


@pytest.mark.parametrize("by", ["carry_out", "watch"])
def test_a_worker_killed_between_sending_and_recording_is_finished_without_a_second_send(
    tmp_path: Path, by: str
) -> None:
    store = tmp_path / "killed.db"
    prepared(store, 1)
    with worker(store, "die") as doomed:
        assert heard(doomed) == "ready"
        told(doomed)
        assert heard(doomed) == "posted"
        doomed.send_signal(signal.SIGKILL)
        doomed.wait(timeout=60)
    assert standing(store) == ({1: 1}, {})
    early, late = carrying(store), carrying(store, timedelta(minutes=2))
    (id,) = proposals(late)
    # Nobody can know yet that the worker is dead: its lease still runs.
    assert early.go(early.proposal(id), "Ana", "told").outcome == "being_sent"
    assert early.sender.finish(early.proposal) == []
    if by == "watch":
        assert late.sender.finish(late.proposal) == [id]
    else:
        assert late.go(late.proposal(id), "Ana", "told").outcome == "sent"
    assert late.go(late.proposal(id), "Ana", "told").outcome == "already_sent"
    assert standing(store) == ({1: 1}, {1: 1})
    log = late.sender.register.events("ESC-0001")
    assert [(each.what, each.who) for each in log[-2:]] == [("action_approved", "Kim"), ("action_carried_out", "Kim")]
    for each in (early, late):
        each.sender.engine.dispose()


def test_a_worker_killed_before_it_sent_is_finished_too(tmp_path: Path) -> None:
    store = tmp_path / "approved.db"
    prepared(store, 1)
    early, late = carrying(store), carrying(store, timedelta(minutes=2))
    (id,) = proposals(early)
    early.sender.approve(early.proposal(id), "Kim", "told")
    assert late.sender.finish(late.proposal) == [id]
    assert standing(store) == ({1: 1}, {1: 1})
    for each in (early, late):
        each.sender.engine.dispose()
