"""Masking of secrets, before any text is stored or shown (invariant 5)."""

from __future__ import annotations

import re
from collections.abc import Callable

from escalation.reading.secrets.known_secrets import mask_headers, mask_known
from escalation.reading.secrets.named_secrets import mask_named, names_a_secret
from escalation.reading.secrets.private_numbers import mask_numbers

# Letters that are read as others are, and characters nobody sees: a secret may hide behind both.
_HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_DISGUISED = re.compile(rf"[{_HIDDEN}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_PLAIN = {ord(c): None for c in _HIDDEN} | {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_PASSES = 100
"""Far more than any text takes: each pass that changes something masks at least one secret in every run of them."""
_SHORTEST = 11
"""Characters of the shortest secret that is told by its shape alone."""


def mask(text: str) -> str:
    """The text with secrets replaced by visible labels such as "[masked: API key]". Idempotent."""
    if not text.isascii() and _DISGUISED.search(text):
        plain = text.translate(_PLAIN)
        if (masked := _settled(_mask, plain)) != plain:
            return masked
    return _settled(_mask, text)


def mask_shapes(text: str) -> str:
    """As `mask`, for fields with a closed meaning (a role, a tag, an address): only what is a secret by its own shape."""
    return _settled(_shapes, text) if len(text) >= _SHORTEST else text


def _settled(once: Callable[[str], str], text: str) -> str:
    """Until nothing is left to mask: a label may uncover the next secret (a card beside a card, one login after another)."""
    for _ in range(_PASSES):
        if (masked := once(text)) == text:
            break
        text = masked
    return text


def _shapes(text: str) -> str:
    return mask_numbers(mask_known(text))


def _mask(text: str) -> str:
    text = mask_known(text)
    if names_a_secret(text):
        text = mask_named(mask_headers(text))
    return mask_numbers(text)
