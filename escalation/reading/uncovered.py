"""Text as a reader of it would see it: folded to one spelling, hidden characters taken out, with the way back to offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from escalation.text.folding import simplified

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_TAGS = range(0xE0020, 0xE007F)
"""Unicode tag characters: an invisible copy of ASCII that models read."""

_TAGGED = re.compile("[\U000e0020-\U000e007e]")
_FULL_WIDTH = re.compile("[！-～]")


@dataclass(frozen=True)
class Uncovered:
    """`text` is lower case, Simplified, half width; `back[i]` is the offset of its i-th character in the original."""

    text: str
    back: tuple[int, ...] | None
    hidden: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        if self.back is None:
            return start, end
        return self.back[start], self.back[end - 1] + 1

    def hides(self, start: int, end: int) -> bool:
        """Whether invisible characters stand inside this span of the original."""
        return any(start <= at < end for at in self.hidden)


@lru_cache(maxsize=4096)
def uncover(text: str) -> Uncovered:
    if text.isascii():
        return Uncovered(text.lower(), None, ())
    plain = simplified(text)
    if not _HIDDEN.search(plain) and not _TAGGED.search(plain):
        folded = _FULL_WIDTH.sub(lambda wide: chr(ord(wide.group()) - 0xFEE0), plain)
        lowered = folded.lower()
        # A few letters grow when they become small; then each is folded by itself, so that offsets hold.
        return Uncovered(lowered if len(lowered) == len(folded) else "".join(map(_plain, plain)), None, ())
    return _taken_out(plain)


def _taken_out(plain: str) -> Uncovered:
    folded: list[str] = []
    back: list[int] = []
    hidden: list[int] = []
    for at, char in enumerate(plain):
        if _HIDDEN.match(char) or ord(char) in _TAGS:
            hidden.append(at)
        if not _HIDDEN.match(char):
            folded.append(_plain(char))
            back.append(at)
    return Uncovered("".join(folded), tuple(back), tuple(hidden))


def _plain(char: str) -> str:
    """One character for one: tag and full-width characters as ASCII, lower case where that keeps the length."""
    if ord(char) in _TAGS:
        char = chr(ord(char) - 0xE0000)
    elif "！" <= char <= "～":
        char = chr(ord(char) - 0xFEE0)
    lowered = char.lower()
    return lowered if len(lowered) == 1 else char
