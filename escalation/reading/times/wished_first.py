"""A wish with a day of its own ahead of a later limit: "I want a call this week, before we sign in March"."""

from __future__ import annotations

import re

_WISH = re.compile(
    r"\b(?:wants?|needs?|expects?|requires?|demands?|insists?|must|please|would like)\b"
    r"((?:(?!\b(?:was|were|had|been|promised|told|said|asked|since|not|never|about)\b|\b(?:for|of|from) (?:this|next|last)\b)"
    r"[^.;:!?]){1,200})$"
)
"""A day that tells when something was, or which thing is meant ("the plan for next week"), is no day of the wish."""


def wished_first(before: str) -> str:
    """Of the folded words that lead up to a limit those of the wish, "" where they say none."""
    m = _WISH.search(before)
    return m[1] if m else ""
