"""The last touch on a composed sentence: one space where one belongs, one closing mark where two met."""

from __future__ import annotations

import re

from escalation.terms import Language

_DOUBLE_STOP = re.compile(r"([.?!…。？！]’?”)\.|([…。？！]』?」)。")
_QUOTED_ZH = re.compile(r"(「[^」]*」)")
_AROUND_WIDE = re.compile(r" *([（），。：；、？！—「」]) *")
_AROUND_QUOTE = re.compile(r" *([「」]) *")
_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_ASCII_EDGE = re.compile(r"[A-Za-z0-9$%]")


def settled(sentence: str, language: Language) -> str:
    """`sentence` with single spaces and closing marks; in Chinese no space beside full-width marks or between characters."""
    one_spaced = " ".join(sentence.split())
    if language == "zh":
        parts = _QUOTED_ZH.split(one_spaced)
        closed_up = "".join(part if index % 2 else _close_up(part) for index, part in enumerate(parts))
        one_spaced = _AROUND_QUOTE.sub(r"\1", closed_up)
    return _DOUBLE_STOP.sub(r"\1\2", one_spaced).strip()


def _close_up(text: str) -> str:
    return _BETWEEN_HAN.sub("", _AROUND_WIDE.sub(r"\1", text))


def spaced(value: object, language: Language) -> object:
    """A text about to stand inside a Chinese sentence: with a space at each edge that is a Latin letter or a figure."""
    if language != "zh" or not isinstance(value, str) or not value:
        return value
    before = " " if _ASCII_EDGE.match(value[0]) else ""
    after = " " if _ASCII_EDGE.match(value[-1]) else ""
    return f"{before}{value}{after}"
