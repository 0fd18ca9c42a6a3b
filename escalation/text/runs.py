"""Runs of one character that no reader needs whole: padding, rules, a key held down, or a text made to keep a program busy."""

from __future__ import annotations

import re

_SHORT = 400
"""Characters of a text in which no run can be long enough to matter: nearly every text, so that it is not even looked at."""
_KEPT = 200
"""How much of a run is kept: more than any rule or indentation that people or programs draw."""

_BLANK = re.compile(rf"\s{{{_KEPT},}}")
_SAME = re.compile(rf"(.)(?<!\s)\1{{{_KEPT - 1}}}\1+", re.DOTALL)


def without_long_runs(text: str) -> str:
    """Of blanks one, or an empty line where they held one; of any other character said over and over the first 200.

    Reading is done sentence by sentence, and takes a time that grows faster than such a run: 15,000 line breaks took minutes.
    """
    if len(text) < _SHORT:
        return text
    return _SAME.sub(lambda run: run[0][:_KEPT], _BLANK.sub(lambda run: "\n\n" if "\n" in run[0] else " ", text))
