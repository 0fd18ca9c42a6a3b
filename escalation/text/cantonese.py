"""What Cantonese, as Hong Kong types it, says with characters of its own."""

from __future__ import annotations

CANTONESE = frozenset("唔冇咗嘅喺啲嚟")
"""Characters that only Cantonese writes."""
_MANDARIN = str.maketrans("唔冇咗嘅喺啲嚟畀俾攞睇搵揾郁佢", "不没了的在些来给给拿看找找动他")


def as_mandarin(run: str) -> str:
    """A Chinese run with the little words of Cantonese put as Mandarin has them: 收唔到 is 收不到. As long as it was."""
    return run.translate(_MANDARIN)
