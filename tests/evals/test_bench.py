"""The bench's own rules: what counts as kept, what is drawn, and that a run measures something."""

from __future__ import annotations

import asyncio
import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from evals import bench, process
from evals.bench import table
from evals.calls import Calls, Times, measured, subjects
from evals.line import Line
from evals.process import BARE, Imported, Started


def drawn(*lines: Line) -> str:
    console = Console(width=118, file=io.StringIO())
    console.print(table(lines))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_bar_is_kept_by_the_clock_and_a_miss_says_whether_only_waiting_broke_it() -> None:
    assert Line("x", 50, 50).verdict == "ok"
    assert Line("x", 51, 50).verdict == "MISSED"
    assert Line("x", 51, 50, cpu=50).verdict == "MISSED (CPU within)"
    assert Line("x", 51, 50, cpu=51).verdict == "MISSED"
    assert Line("x", 51).verdict == ""


def test_a_time_is_held_against_its_bar_at_the_pace_of_the_machine_it_was_set_on() -> None:
    assert Line("x", 100, 50, pace=2).verdict == "ok"
    assert Line("x", 101, 50, pace=2).verdict == "MISSED"
    assert Line("x", 30, 50, pace=0.5).verdict == "MISSED"
    assert Line("x", 101, 50, cpu=100, pace=2).verdict == "MISSED (CPU within)"
    assert Line("x", 70, 60, "{:.0f} s", pace=2).verdict == "ok"
    for form in ("{:.2f} ×", "{:.0f} MB", "{:.0f} tokens", "{:.0f}"):
        assert Line("x", 60, 50, form, pace=2).verdict == "MISSED"


def test_the_pace_is_told_by_the_start_of_the_one_tool_server() -> None:
    lines = bench.at_pace([Line("  one-tool server", 874), Line("x", 90, 50)])
    assert [line.pace for line in lines] == [2, 2]
    shown = drawn(*lines)
    assert "90 ms" in shown
    assert "45 ms" in shown
    assert "ok" in shown


def test_the_table_shows_measure_cpu_bar_and_verdict() -> None:
    shown = drawn(Line("speed", 1.26, 1.5, "{:.2f} ×", 1.1), Line("  ours", 400))
    assert "speed" in shown
    for cell in ("1.26 ×", "1.10 ×", "1.50 ×", "ok", "400 ms"):
        assert cell in shown


def test_the_machines_load_is_said() -> None:
    assert "processors; a fixed loop takes" in bench.machine()


def test_issues_are_taken_from_the_tickets_each_once_and_the_same_every_time(tmp_path: Path) -> None:
    tickets = [{"subject": f"s{n % 3}", "description": "d" * 400} for n in range(9)]
    (tmp_path / "tickets.jsonl").write_text("".join(json.dumps(one) + "\n" for one in tickets), encoding="utf-8")
    found = subjects(tmp_path, 3)
    assert {one[:3] for one in found} == {"s0.", "s1.", "s2."}
    assert {len(one) for one in found} == {300}
    assert subjects(tmp_path, 3) == found


def test_calls_are_measured_through_a_client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path))
    calls = asyncio.run(measured(None, bench.ISSUES[:2]))
    assert 0 < calls.again.p50 <= calls.again.p95 * 1.001
    assert calls.first.cpu_p50 > 0
    assert calls.answer_tokens > 200
    assert calls.definition_tokens > 1_000


def test_a_call_that_fails_ends_the_bench(tmp_path: Path) -> None:
    with pytest.raises(BaseExceptionGroup) as ended:
        asyncio.run(measured(str(tmp_path / "nothing"), ["x"]))
    assert ended.group_contains(SystemExit, match="prepare_escalation failed")


def test_a_server_is_started_and_an_import_measured_in_processes_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = process.start(BARE)
    assert started.seconds > 0
    assert started.prepared_mb == 0
    (tmp_path / "accounts.jsonl").write_text('{"id":"a","name":"Acme"}\n', encoding="utf-8")
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path / "home"))
    took = process.imported(tmp_path)
    assert took.records == 1
    assert took.peak_mb >= 0


def test_memory_is_taken_again_after_a_preparation() -> None:
    echo = (
        "import json, sys\n"
        'print(\'{"method": "notifications/message"}\', flush=True)\n'
        "for line in sys.stdin:\n"
        "    asked = json.loads(line)\n"
        "    if 'id' in asked: print(json.dumps({'id': asked['id'], 'result': {}}), flush=True)\n"
    )
    started = process.start(("-c", echo), issue="x")
    assert (started.prepared_mb > 0) == Path("/proc/self/status").exists()


def test_a_server_that_ends_or_refuses_ends_the_bench() -> None:
    with pytest.raises(SystemExit, match="ended before it answered initialize"):
        process.start(("-c", "pass"))
    answer = 'import sys; sys.stdin.readline(); print(\'{"id": 1, "error": {}}\', flush=True); sys.stdin.read()'
    with pytest.raises(SystemExit, match="initialize failed"):
        process.start(("-c", answer))


@pytest.mark.parametrize(("slow", "code"), [(1.0, 0), (10_000.0, 1)])
def test_the_exit_code_says_whether_every_bar_was_kept(
    slow: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def called(_workspace: str | None, _issues: list[str]) -> Calls:
        return Calls(1, 1, Times(1, slow, 1, 1), Times(1, 1, 1, 1), 100, 100)

    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", "restored afterwards")

    def started(_program: tuple[str, ...], issue: str | None = None) -> Started:
        return Started(0.437, 0.437, 50, 60 if issue else 0)

    def imported(_folder: Path) -> Imported:
        return Imported(1, 1, 100, 10)

    def nothing(*_arguments: object) -> list[str]:
        return []

    def no_rows(_folder: Path) -> list[Line]:
        return []

    monkeypatch.setattr(bench, "start", started)
    monkeypatch.setattr(bench, "measured", called)
    monkeypatch.setattr(bench, "imported", imported)
    monkeypatch.setattr("evals.big_workspace.write", nothing)
    monkeypatch.setattr(bench, "subjects", nothing)
    monkeypatch.setattr(bench, "record", no_rows)
    assert bench.main([]) == code
    shown = capsys.readouterr().out
    assert ("MISSED" in shown) == bool(code)
    assert "import of 100,000 tickets" in shown
    assert bench.main(["--quick"]) == code
    assert "import of 100,000" not in capsys.readouterr().out
