"""The published measure is made from the data on disk, and the checker stays above its floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.intervals import wilson
from evals.inventions import __main__ as command
from evals.inventions import company_books, measure
from evals.inventions.data import BOOKS, GENERATED, Statement, names, statements
from evals.inventions.measure import Outcome, outcomes, table


@pytest.fixture(scope="module")
def results() -> list[Outcome]:
    return outcomes()


def test_at_least_99_percent_caught_and_at_most_1_percent_stopped(results: list[Outcome]) -> None:
    caught = [each.right for each in results if not each.statement.true]
    passed = [each.right for each in results if each.statement.true]
    assert sum(caught) / len(caught) >= 0.99
    assert sum(passed) / len(passed) >= 0.99


def test_no_statement_that_the_checker_was_tuned_on_is_judged_wrongly(results: list[Outcome]) -> None:
    assert [each for each in results if not each.right and not each.statement.held_out] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_there_are_enough_statements_in_each_language(results: list[Outcome], lang: str) -> None:
    mine = [each.statement for each in results if each.statement.lang == lang]
    assert sum(row.true for row in mine) >= 100
    assert sum(not row.true for row in mine) >= 100


def test_there_are_six_books_and_enough_statements(results: list[Outcome]) -> None:
    assert len(names()) >= 6
    assert sum(each.statement.true for each in results) >= 240
    assert sum(not each.statement.true for each in results) >= 240


@pytest.mark.parametrize("name", names())
def test_the_generated_data_is_what_the_seed_makes(name: str) -> None:
    assert command.generated(name) == statements(GENERATED / f"{name}.jsonl")


@pytest.mark.parametrize("name", names())
def test_a_planted_span_lies_in_its_text(name: str) -> None:
    for row in statements(BOOKS / f"{name}.jsonl"):
        assert row.true == (row.planted is None)
        if row.planted:
            assert 0 <= row.planted[0] < row.planted[1] <= len(row.text)


def test_the_table_counts_a_missed_invention_and_a_stopped_truth() -> None:
    missed = Outcome("b", Statement(lang="en", text="x", true=False, kind="money"), (), right=False)
    stopped = Outcome("b", Statement(lang="zh", text="y", true=True), ("y: z",), right=False)
    text = table([missed, stopped])
    assert "| all | 0/1 (0.0%) | 0.0–79.3% | 1/1 (100.0%) | 20.7–100.0% |" in text
    assert "| money | 0/1 (0.0%) | – |" in text


def test_the_wilson_interval_is_the_textbook_one() -> None:
    low, high = wilson(95, 100)
    assert (round(low, 1), round(high, 1)) == (88.8, 97.8)
    assert wilson(0, 0) == (0.0, 100.0)


def test_the_command_prints_and_writes_the_table(
    results: list[Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Parts 1 and 2 as judged above; of each later part every book, and two statements about each."""

    def two(path: Path) -> list[Statement]:
        return statements(path)[:2]

    for module in (measure, company_books):
        monkeypatch.setattr(module, "statements", two)
    monkeypatch.setattr(command, "outcomes", lambda: results)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    monkeypatch.setattr(command, "GENERATED", tmp_path / "generated")
    assert command.main(["--generate", "--failures"]) == 0
    printed = capsys.readouterr().out
    assert "| parts 1 and 2, held out once and tuned on since |" in printed
    assert all(f"| {part} |" in printed for part in measure.LATER)
    assert printed.split("\n\n")[0] in (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert (tmp_path / "generated" / "security.jsonl").exists()
