"""A text as the index keeps it: its terms with a space between, and the same compressed."""

from __future__ import annotations

import zlib

from escalation.text.analysis import terms

Packed = tuple[str, bytes]


def pack(body: str) -> Packed:
    """Takes nearly all the time that indexing a text takes, and needs no database."""
    said = " ".join(terms(body))
    return said, zlib.compress(said.encode(), 1)
