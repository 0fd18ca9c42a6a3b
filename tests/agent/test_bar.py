"""A long import is seen to go on by whoever watches, and by nobody else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

MIB = 1 << 20
LINE_UP = "\x1b[1A"


def watched(*arguments: str, home: Path) -> tuple[str, subprocess.CompletedProcess[bytes]]:
    """What a terminal on stderr is shown, and how the command ended."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "agent", *arguments]
    environment = os.environ | {"CUSTOMER_ESCALATION_HOME": str(home), "TERM": "xterm", "COLUMNS": "100"}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, env=environment, timeout=120, check=False)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return shown.decode(), done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace whose accounts take 4 MiB and more to read."""
    place = tmp_path / "desk"
    place.mkdir()
    lines = (f'{{"id": "a-{n}", "name": "Firm {n}", "padding": "{"x" * MIB}"}}\n' for n in range(4))
    (place / "accounts.jsonl").write_text("".join(lines), encoding="utf-8")
    return place


def test_an_import_shows_one_bar_a_file(tmp_path: Path, folder: Path) -> None:
    shown, done = watched("import", str(folder), home=tmp_path / "home")
    assert done.stdout == b"account: 4 new, 0 changed, 0 unchanged\n"
    assert "accounts.jsonl" in shown
    assert "100%" in shown
    assert shown.count(LINE_UP) == 1  # what is drawn anew is one line; the one way up is there to take it away


def test_a_workspace_that_is_imported_on_first_use_shows_one_too(tmp_path: Path, folder: Path) -> None:
    first, done = watched("list", "--workspace", str(folder), home=tmp_path / "home")
    assert done.returncode == 0
    assert "accounts.jsonl" in first
    again, _ = watched("list", "--workspace", str(folder), home=tmp_path / "home")
    assert "accounts.jsonl" not in again


def test_a_file_or_a_pipe_gets_no_bar(tmp_path: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "agent", "import", str(folder)]
    environment = os.environ | {"CUSTOMER_ESCALATION_HOME": str(tmp_path / "home")}
    done = subprocess.run(command, capture_output=True, env=environment, timeout=120, check=True)
    assert done.stderr == b""
