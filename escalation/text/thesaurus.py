"""Words that mean nearly the same, whichever language they are of: "twice", "double" and 两次; the data is the file beside this.

A line of it is a token and its nearest ones with their nearness in percent, in the order of their bytes; who writes it, and
from what, says `evals/training/thesaurus.py`. The file is mapped and not read: a question asks for a few dozen of its words.
"""

from __future__ import annotations

import mmap
from functools import lru_cache
from importlib.resources import as_file, files

Near = tuple[tuple[str, float], ...]
"""Tokens with their nearness, 0..1, the nearest first."""

_REMEMBERED = 1_024
"""Words of the last questions; a kilobyte each."""


@lru_cache(maxsize=1)
def _data() -> mmap.mmap:
    with as_file(files("escalation.text") / "thesaurus.txt") as path, path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@lru_cache(maxsize=_REMEMBERED)
def near(word: str) -> Near:
    """The tokens that mean nearly what `word`, a token, means; none for one that the thesaurus does not hold."""
    line = _line(word.encode())
    pairs = (pair.rpartition("=") for pair in line.decode().split()[1:])
    return tuple((token, int(percent) / 100) for token, _, percent in pairs)


def _line(word: bytes) -> bytes:
    """The line that begins with `word`, found by halving; empty where there is none."""
    data = _data()
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", low, middle) + 1 or low
        end = data.find(b"\n", middle, high)
        end = high if end < 0 else end
        line = data[start:end]
        found = line.partition(b" ")[0]
        if found == word:
            return line
        low, high = (end + 1, high) if found < word else (low, start)
    return b""
