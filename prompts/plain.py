"""Quoted text made harmless: what a stranger wrote may not leave its line, table or quotation, nor become markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_REFERENCE = re.compile(r"\[(E\d+)\]")
_CODE = re.compile(r"(?<![`\\])`([^`\n]+)`(?!`)")
_ALWAYS = re.compile(r"([\\`*\[\]<|~])")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BARE_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data):(?=\S)")
_BARE_HOST = re.compile(r"(?i)\b(www)\.")
_MAIL = re.compile(r"(?<=[\w.+-])@(?=\w)")
_INERT = (
    (_UNDERSCORE, r"\\_"),
    (_ENTITY, r"\\&"),
    (_BARE_LINK, r"\1\\:"),
    (_BARE_HOST, r"\1\\."),
    (_MAIL, r"\\@"),
)
_LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+>=](?=[\s\-=>]|$)|>)")
_ORDERED_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def one_line(text: str) -> str:
    """`text` on one line: white space folded, control and invisible direction characters removed."""
    visible = "".join(
        " " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf"}
    )
    return " ".join(visible.split())


def disarm(text: str) -> str:
    """`text` on one line, with anything that poses as one of our evidence references taken out of its brackets."""
    return _REFERENCE.sub(r"(\1)", one_line(text))


def plain(text: str) -> str:
    """`text` as inert markdown (CommonMark and GFM): it shows its own characters and does nothing.

    No links, images, emphasis, code, headings, lists, quotations, tables, HTML, entities or autolinks come from it.
    """
    return _escape(disarm(text))


def prose(text: str, known: Collection[str]) -> str:
    """`text` of a brief as inert markdown that keeps evidence references to `known` ids and `code` in single backticks."""
    parts: list[str] = []
    position = 0
    flat = one_line(text)
    for found in re.finditer(rf"{_REFERENCE.pattern}|{_CODE.pattern}", flat):
        if found[1] and found[1] not in known:
            continue
        parts += [_escape(flat[position : found.start()], start=position == 0), found[0]]
        position = found.end()
    parts.append(_escape(flat[position:], start=position == 0))
    return "".join(parts)


def _escape(text: str, *, start: bool = True) -> str:
    escaped = _ALWAYS.sub(r"\\\1", text)
    for pattern, replacement in _INERT:
        escaped = pattern.sub(replacement, escaped)
    if start:
        escaped = _ORDERED_START.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", escaped))
    return escaped


def quoted(text: str, language: str) -> str:
    """`text` between the language's quotation marks; marks inside it become inner marks, so that it cannot close its own."""
    inner = disarm(text)
    if language == "zh":
        return f"「{inner.replace('「', '『').replace('」', '』')}」"
    return f"“{inner.replace('“', '‘').replace('”', '’')}”"


def ended(text: str, language: str) -> str:
    """`text` as a sentence that ends: what somebody put on record in a hurry gets its full stop."""
    shut = text.rstrip()
    return shut if not shut or shut[-1] in ".!?…。！？：:；;" else shut + ("。" if language == "zh" else ".")


def error_code(text: str, language: str) -> str:
    """An error string as a quotation; a bare HTTP status ("http 500") as people write it ("HTTP 500")."""
    flat = one_line(text)
    if not re.fullmatch(r"(?i)http \d{3}", flat):
        return quoted(text, language)
    return f" {flat.upper()} " if language == "zh" else flat.upper()


def link_target(url: str | None) -> str | None:
    """`url` fit for a markdown link, or None unless it is http(s) without white space or control characters."""
    if url is None or not re.fullmatch(r"https?://[^\s<>\x00-\x1f\x7f]+", url):
        return None
    return url.replace("(", "%28").replace(")", "%29").replace("\\", "%5C")


def fenced(text: str) -> str:
    """`text` as a fenced block that it cannot close: the fence is longer than any run of backticks in it."""
    visible = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf"})
    longest = max((len(run) for run in re.findall(r"`+", visible)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{visible.strip()}\n{fence}"


def fenced_line(text: str) -> str:
    """`text` as one line of inline code that it cannot leave."""
    return f"`{one_line(text).replace('`', chr(39))}`"
