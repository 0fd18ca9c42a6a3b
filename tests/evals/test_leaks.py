"""The published measure of leaks and promises is made from the data on disk, and the checks stay above their floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from escalation.audience import KINDS
from evals.leaks import __main__ as command
from evals.leaks.measure import Outcome, clean, leaks, promised, unpromised
from evals.leaks.table import leak_table, promise_table


def share(rows: list[Outcome]) -> float:
    return sum(row.right for row in rows) / len(rows)


def test_there_is_enough_in_both_languages() -> None:
    planted, passed, made, none = leaks("planted"), clean("clean"), promised("promises"), unpromised("no_promises")
    assert (len(planted), len(passed), len(made), len(none)) >= (240, 200, 120, 80)
    assert {(row.lang, row.kind) for row in planted} == {(lang, kind) for lang in ("en", "zh") for kind in KINDS}


@pytest.mark.parametrize("part", ["", "2", "4"])
def test_what_the_rules_were_improved_on_stays_caught(part: str) -> None:
    assert share(leaks(f"planted{part}")) >= 0.98
    assert share(clean(f"clean{part}")) >= 0.98


@pytest.mark.parametrize("part", ["", "2"])
def test_promises_stay_found_and_dated(part: str) -> None:
    made = promised(f"promises{part}")
    assert share(made) >= 0.95
    assert sum(row.right and row.dated for row in made) / len(made) >= 0.94
    assert share(unpromised(f"no_promises{part}")) >= 0.97


def test_the_tables_count_a_miss_and_a_wrong_stop() -> None:
    missed = Outcome("en", "blame", "x", right=False, found=())
    stopped = Outcome("zh", "clean", "y", right=False, found=("blame: y",))
    assert "| all | 0/1 (0.0%) | 0.0–79.3% | 0/1 (0.0%) | 1/1 (100.0%) | 20.7–100.0% |" in leak_table(
        [missed], [stopped]
    )
    assert "| blame | 0/1 (0.0%) | – |" in leak_table([missed], [stopped])
    late = Outcome("en", "fix_by", "x", right=True, found=(), dated=False)
    assert "| fix_by | 0/1 (0.0%) | – |" in promise_table([late], [])


def test_the_command_prints_and_writes_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "ROOT", tmp_path)
    assert command.main(["--failures"]) == 0
    assert "## Part 2: leaks" in capsys.readouterr().out
    assert "## First runs" in (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
