"""One whole run with a program in the suite's place: which builds are asked what, and when the run fails."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from evals.conformance import __main__ as run
from evals.conformance.scenarios import FIXTURE_FREE, SKILLS
from evals.conformance.suite import Suite

STAND_IN = """
import json, sys
from pathlib import Path
arguments = sys.argv[1:]
names = json.loads(Path(__file__).with_suffix(".json").read_text())
if arguments == ["--version"]:
    print("9.9.9")
elif arguments[0] == "server":
    value = lambda option: arguments[arguments.index(option) + 1]
    chosen = [value("--scenario")] if "--scenario" in arguments else names[value("--requirements")]
    for name in chosen:
        into = Path(value("--output-dir")) / f"server-{name}-2026-11-26T11-25-16-001Z"
        into.mkdir(parents=True)
        into.joinpath("checks.json").write_text(json.dumps([{"id": name, "status": "SUCCESS"}]))
"""


@contextmanager
def no_server(program: Sequence[str], home: Path) -> Generator[str]:
    yield "http://127.0.0.1:1/mcp"


def stand_in(folder: Path, names: dict[str, list[str]]) -> Suite:
    program = folder / "suite.py"
    program.write_text(STAND_IN, encoding="utf-8")
    program.with_suffix(".json").write_text(json.dumps(names), encoding="utf-8")
    return Suite((sys.executable, str(program)), {})


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(run, "serving", no_server)
    monkeypatch.setattr(run, "RESULTS", tmp_path / "RESULTS.md")


def test_the_product_is_asked_what_needs_no_fixture_and_the_test_build_everything(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = {revision: [*free, "tools-call-image"] for revision, free in FIXTURE_FREE.items()}
    suite = stand_in(tmp_path, names)

    def found(_: Path) -> Suite:
        return suite

    monkeypatch.setattr(run, "installed", found)
    assert run.main("anywhere") == 0
    written = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    for revision, free in FIXTURE_FREE.items():
        asked = len(free) + len(SKILLS[revision])
        assert f"| product | {revision} | {asked} of {asked} |" in written
        assert f"| test build | {revision} | {len(free) + 1} of {len(free) + 1} |" in written


def test_a_scenario_that_the_suite_no_longer_runs_is_no_pass(tmp_path: Path) -> None:
    names = {revision: list(free)[1:] for revision, free in FIXTURE_FREE.items()}
    with pytest.raises(LookupError, match=r"did not run completion-complete for 2026-07-28"):
        run.runs(stand_in(tmp_path, names), tmp_path)


def test_the_suite_is_run_with_the_node_beside_it() -> None:
    suite = run.installed(Path("somewhere"))
    place = str(Path("somewhere").absolute() / "node_modules" / ".bin")
    assert suite.program[0].startswith(place)
    assert suite.environment["PATH"].startswith(place)
