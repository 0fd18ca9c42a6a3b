"""Words that mean nearly the same, whichever language they are of: "twice", "double" and 两次; the data is the file beside this.

A line of it is a token and its nearest ones with their nearness in percent, in the order of their bytes; who writes it, and
from what, says `evals/training/thesaurus.py`. It stays on disk: a question asks for a few dozen of its words.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple

Near = Mapping[str, float]
"""Tokens with their nearness, 0..1, the nearest first."""

_REMEMBERED = 512
"""Words of the last questions; a kilobyte each."""

_LINES = 16
"""Lines that are read to find one: with four times as many it takes twice as long, with half as many no less."""

_PAIR = re.compile(r"(\S+)=(\d+)")
_NEARNESS = {str(percent): percent / 100 for percent in range(101)}
"""By how the file states it: one number for all words that are so near."""


class _Shelf(NamedTuple):
    """The open file, with the first word of every few lines and where it stands; the end of the file last."""

    file: int
    words: list[bytes]
    starts: list[int]


@lru_cache(maxsize=1)
def _shelf() -> _Shelf:
    words, starts, at = list[bytes](), list[int](), 0
    with as_file(files("escalation.text") / "thesaurus.txt") as path:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        with path.open("rb") as lines:
            for number, line in enumerate(lines):
                if number % _LINES == 0:
                    words.append(line.partition(b" ")[0])
                    starts.append(at)
                at += len(line)
    return _Shelf(file, words, [*starts, at])


@lru_cache(maxsize=_REMEMBERED)
def near(word: str) -> Near:
    """The tokens that mean nearly what `word`, a token, means; none for one that the thesaurus does not hold."""
    return {token: _NEARNESS[percent] for token, percent in _PAIR.findall(_line(word.encode()).decode())}


def _line(word: bytes) -> bytes:
    """What stands behind `word` in its line; empty where there is none."""
    shelf = _shelf()
    place = bisect_right(shelf.words, word) - 1
    if place < 0 or not word:
        return b""
    start, end = shelf.starts[place], shelf.starts[place + 1]
    read = b"\n" + os.pread(shelf.file, end - start, start)
    _, found, rest = read.partition(b"\n" + word + b" ")
    return rest.partition(b"\n")[0] if found else b""
