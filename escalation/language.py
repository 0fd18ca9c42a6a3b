"""Which language a text is written in, and in which script."""

from __future__ import annotations

import re
from typing import Literal

from escalation.records import Account
from escalation.terms import Language
from escalation.text.folding import simplified

Script = Literal["en", "zh-Hans", "zh-Hant"]

_HAN = re.compile(r"[\u3400-\u9fff]")
_LOWER_WORD = re.compile(r"\b[a-z][a-z'’]+\b")


def script_of(text: str) -> Script:
    """Chinese when its characters outweigh the running English words; names and error strings do not decide.

    Two characters make about one word. A text whose characters change when folded to Simplified is Traditional.
    """
    han = _HAN.findall(text)
    if len(han) / 2 <= len(_LOWER_WORD.findall(text)):
        return "en"
    return "zh-Hans" if simplified(text) == text else "zh-Hant"


def language_of(text: str) -> Language:
    """The language a text is written in, whichever Chinese script."""
    return "en" if script_of(text) == "en" else "zh"


def spoken_by(account: Account | None) -> Language | None:
    """The language a customer is written to; None when their record tells none."""
    told = (account.language or "").lower() if account else ""
    return None if not told else "zh" if told.startswith("zh") else "en"
