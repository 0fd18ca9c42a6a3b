"""How many tokens a text costs a model, estimated high, so that no tokenizer has to be installed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tools.results.base import Result


def tokens(text: str) -> int:
    """An upper estimate: 3.3 bytes of ASCII a token, and 1.1 tokens for every other character (Chinese costs about 0.7–1)."""
    ascii_bytes = len(text.encode("ascii", "ignore"))
    return round(ascii_bytes / 3.3 + (len(text) - ascii_bytes) * 1.1)


def wire(value: Any) -> str:
    """A JSON value as the SDK puts it on the wire."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def cost(result: Result) -> int:
    """Tokens of the dearer half of an answer; a host shows its model one of the two."""
    from tools.results.readable import readable

    structure = result.structure()
    return max(tokens(wire(structure)), tokens(readable(structure)))
