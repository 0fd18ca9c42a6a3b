"""Processes of ours that wait for a word before they begin, speak in lines, and can be killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

_HERE = Path(__file__).parents[1]


@contextmanager
def running(module: str, *arguments: str) -> Generator[subprocess.Popen[str]]:
    """`python -m module arguments`; ended with the block."""
    process = subprocess.Popen(  # noqa: S603  (our own module)
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=_HERE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def heard(process: subprocess.Popen[str]) -> str:
    """The next word of a process."""
    return process.stdout.readline().strip() if process.stdout else ""


def told(process: subprocess.Popen[str]) -> None:
    """Lets a waiting process go on."""
    if process.stdin:
        process.stdin.write("go\n")
        process.stdin.flush()


def last_words(process: subprocess.Popen[str]) -> list[str]:
    """The whole lines that a killed process had still written; one that was cut off was not said."""
    rest: str = process.stdout.read() if process.stdout else ""
    return rest.split("\n")[:-1]
