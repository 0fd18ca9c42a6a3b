"""Fencing: a source's words shown as labelled quotation that nothing inside can end (invariant 5)."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

LIMIT = 20_000
"""Characters of one quotation that are shown; the tools cut shorter where they show many."""

_RUNS = re.compile(r"`+|~+")


def visible(text: str) -> str:
    """The text without control, zero-width, bidirectional and tag characters; line breaks and tabs stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)


def escaped(document: str) -> str:
    r"""A JSON document with those characters as escapes (`\u202e`): it says the same, and drives no terminal."""
    if document.isascii() or document.isprintable():
        return document.replace("\x7f", "\\u007f")
    return "".join(c if c == "\n" or unicodedata.category(c) not in _UNSEEN else _escape(c) for c in document)


def _escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def fence(text: str, label: str, limit: int = LIMIT) -> str:
    """The text between two lines of backticks longer than any run inside; `label` on the opening line says whose it is.

    Deterministic. A text over `limit` characters is cut, and the cut says how much is left out.
    """
    body = visible(text)
    if len(body) > limit:
        body = f"{body[:limit].rstrip()}\n[… {len(body) - limit} more characters]"
    longest = max((len(run) for run in _RUNS.findall(body)), default=0)
    bar = "`" * max(3, longest + 1)
    # A label is part of the frame: one line, and no backtick that could end the opening line's own bar.
    name = re.sub(r"[`~\s]+", " ", visible(label)).strip() or "unnamed source"
    return f"{bar}text quoted from {name}\n{body}\n{bar}"
