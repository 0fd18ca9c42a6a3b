"""What parts the cells of a table: the mark that its first line shows, or names."""

from __future__ import annotations

import re

_SEP = re.compile(r"sep=([,;\t|])", re.IGNORECASE)


def delimiter_of(header: str) -> str:
    """The separator of a CSV file as its header shows it: comma, semicolon or tab."""
    return max(",;\t", key=header.count)


def named_delimiter(first: str) -> str | None:
    """What Excel writes in a line of its own before the header ("sep=;"); None when the first line is the header."""
    match = _SEP.fullmatch(first.strip().strip('"'))
    return match.group(1) if match else None
