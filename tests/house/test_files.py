"""Files are places: small enough to be read whole (design.md §2)."""

import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("escalation", "prompts", "tools", "agent", "evals", "tests")
LONGEST = 300
MEDIAN = 100


def code_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "*.py", "*.j2", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if name.split("/")[0] in ROOMS]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def files() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no list of the project's own files")
    return code_files()


def test_no_file_is_longer_than_a_reader_takes_in(files: list[Path]) -> None:
    assert {str(p.relative_to(ROOT)): n for p in files if (n := lines(p)) > LONGEST} == {}


def test_half_of_the_code_files_are_short(files: list[Path]) -> None:
    code = [lines(p) for p in files if p.suffix == ".py" and p.relative_to(ROOT).parts[0] != "tests"]
    assert len(code) > 50
    assert statistics.median(code) <= MEDIAN


def test_no_name_says_nothing(files: list[Path]) -> None:
    empty_words = ("manager", "helper", "util", "misc", "common")
    assert [p.name for p in files if any(word in p.stem.lower() for word in empty_words)] == []
