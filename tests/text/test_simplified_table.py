"""The table of Simplified characters that ships is OpenCC's, with the few words that usage and not script spells in two ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from opencc import OpenCC

from escalation.text.folding import simplified_table

# Ideographs that OpenCC converts: CJK Extension A, the unified block, compatibility ideographs.
_HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))

# Where usage, not script, splits one word in two spellings; OpenCC keeps these apart without a phrase around them.
_VARIANTS = {"帐": "账", "著": "着", "乾": "干", "藉": "借", "夥": "伙", "瞭": "了", "妳": "你", "牠": "它"}


def test_the_table_is_what_opencc_says_of_every_ideograph() -> None:
    han = [chr(code) for first, last in _HAN_BLOCKS for code in range(first, last + 1)]
    convert = cast("Callable[[str], str]", OpenCC("t2s").convert)  # pyright: ignore[reportUnknownMemberType]
    converted = convert("\n".join(han)).split("\n")
    table = {ord(old): new for old, new in zip(han, converted, strict=True) if old != new and len(new) == 1}
    table |= {ord(old): new for old, new in _VARIANTS.items()}

    assert dict(zip(map(ord, simplified_table()[0]), simplified_table()[1], strict=True)) == {
        code: _VARIANTS.get(new, new) for code, new in table.items()
    }
