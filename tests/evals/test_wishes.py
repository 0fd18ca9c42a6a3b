"""The published measure of refused wishes is made from the lists on disk, and the rules stay above their floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.wishes import __main__ as command
from evals.wishes.measure import FINE, PARTS, Judged, judged, table


def test_there_is_enough_of_both_in_both_languages() -> None:
    rows = [row for part in PARTS for row in judged(part)]
    assert len(rows) >= 240
    for language in ("en", "zh"):
        mine = [row for row in rows if row.language == language]
        assert {row.meant for row in mine} == {"hide", "never_again", "numbers", "gifts", FINE}
        assert sum(row.meant == FINE for row in mine) >= 40


@pytest.mark.parametrize(
    ("part", "floor"), [("tuning", 0.97), ("part1", 0.96), ("part2", 0.95), ("part3", 0.75), ("part4", 0.97)]
)
def test_what_the_rules_were_improved_on_stays_refused_and_what_is_fine_stays_fine(part: str, floor: float) -> None:
    rows = judged(part)
    asked = [row.right for row in rows if row.meant != FINE]
    assert sum(asked) / len(asked) >= floor
    assert [row.text for row in rows if row.meant == FINE and not row.right] == []


def test_the_table_counts_a_miss_and_a_wrong_refusal() -> None:
    missed, stopped = Judged("hide", "Say no word", ()), Judged(FINE, "照实说", ("hide",))
    shown = table([missed, stopped])
    assert "| all | 0/1 (0.0%) | 0.0–79.3% | 1/1 (100.0%) | 20.7–100.0% |" in shown
    assert "| Chinese | – | 0.0–100.0% | 1/1 (100.0%)" in shown


def test_the_command_prints_and_writes_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "ROOT", tmp_path)
    assert command.main(["--failures"]) == 0
    assert "## part3" in capsys.readouterr().out
    assert "First runs" in (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
