"""The record's measures on small numbers: real processes, and what each row would say when something went wrong."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from evals.record import lines
from evals.record.due import measured
from evals.record.dying import Survived, die
from evals.record.reminding import Reminded, remind


def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    found = die(tmp_path / "s.db", 3)
    assert (found.kills, found.lost, found.sound) == (3, 0, True)
    assert found.acknowledged >= 3
    assert found.unsaid <= 3


def test_three_watchers_one_of_them_killed_tell_each_once(tmp_path: Path) -> None:
    found = remind(tmp_path / "s.db", tmp_path / "told", 24)
    assert found.told == found.recorded == {1: 24}


def test_the_due_view_is_asked_through_a_client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path))
    due = asyncio.run(measured(60))
    assert due.found >= 60
    assert 0 < due.still.cpu_p50 <= due.still.cpu_p95


def test_a_row_counts_what_went_wrong_and_an_unsound_file_is_a_loss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reminded(told: dict[int, int], killed_after: int) -> float:
        def found(*_arguments: object) -> Reminded:
            return Reminded(told, {1: 10}, killed_after, 1.0)

        monkeypatch.setattr(lines, "remind", found)
        return lines.reminded(tmp_path, 10)[0].measured

    def died(lost: int, *, sound: bool) -> float:
        def found(*_arguments: object) -> Survived:
            return Survived(5, 20, lost, 0, sound)

        monkeypatch.setattr(lines, "die", found)
        return lines.died(tmp_path, 5)[0].measured

    assert reminded({1: 10}, 3) == 0
    assert reminded({1: 8, 2: 1}, 3) == 2
    assert reminded({1: 10}, 0) == 1  # nobody was killed: nothing was shown
    assert died(0, sound=True) == 0
    assert died(2, sound=True) == 2
    assert died(0, sound=False) == 1
