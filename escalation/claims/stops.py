"""Stops: where a sentence ends, in both languages; the dot of an abbreviation ends none."""

from __future__ import annotations

from escalation.claims.lazy import Lazy

_SHORT = ("i\\.e", "e\\.g", "vs", "approx", "[ap]\\.m", "Mr", "Ms", "Mrs", "Dr", "St", "No")
FULL_STOP = "".join(rf"(?<!\b{each})" for each in _SHORT) + r"\.(?=[\s”\"]|$)"
SENTENCE_END = Lazy(rf"[。！？!?\n]|{FULL_STOP}")
"""Between two sentences."""
STATEMENT_END = Lazy(rf"[。！？!?\n;；]|{FULL_STOP}")
"""Between two statements: a semicolon divides them as well."""
