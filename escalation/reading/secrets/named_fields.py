"""Secrets told by the name of the field they stand in: a helpdesk's own fields, of which no model knows the meaning."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

from escalation.reading.secrets.mask import mask
from escalation.reading.secrets.named_secrets import could_be_password

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[\u4e00-\u9fff]+")
_HAN = re.compile(r"(?:密[码碼钥鑰]|口令|令牌|秘[钥鑰]|金[钥鑰]|[权權]杖|[验驗][证證][码碼])(?:[（(].*)?$")
_ONE = frozenset(
    [
        "password",
        "passwd",
        "pwd",
        "passwort",
        "passphrase",
        "passcode",
        "secret",
        "token",
        "otp",
        "pin",
        "cvv",
        "cvc",
        "credential",
        "credentials",
    ]
)
_TWO = frozenset(
    {"api key", "access key", "private key", "secret key", "signing key", "auth key", "pass word", "pass code"}
)
_LEADS_ON = frozenset(
    {"for", "of", "to", "on", "value", "plain", "plaintext", "text", "temporary", "temp", "new", "old"}
)
_LABELS = ("name", "title", "label", "field", "key", "display_name", "field_name", "caption", "question")
_HELD = frozenset({"value", "values", "raw_value", "field_value", "text", "content", "answer", "plain"})


def mask_unknown(key: str, value: Any) -> Any:
    """A field that no model knows, with its secrets masked. Idempotent.

    In free text as everywhere; whole where the field's name, or a label beside the value, says that it is a secret.
    """
    return _masked(value, secret=names_secret(key))


@lru_cache(maxsize=2048)
def names_secret(name: str) -> bool:
    """Whether this is the name of a field that holds a secret: "portal_password", "apiKey", 「初始密码」; not "password_age"."""
    if _HAN.search(name):
        return True
    words = [word.lower() for word in _WORDS.findall(name)]
    for at, word in enumerate(words):
        pair = at + 1 < len(words) and f"{word} {words[at + 1]}" in _TWO
        after = words[at + (2 if pair else 1) :]
        if (pair or word in _ONE) and (not after or after[0] in _LEADS_ON or after[0].isdigit()):
            return True
    return False


def _masked(value: Any, *, secret: bool) -> Any:
    match value:
        case str():
            return _text(value, secret=secret)
        case bool() | None:
            return value
        case int() if secret:
            return "[masked: password]"
        case dict():
            return _fields(cast("dict[str, Any]", value), secret=secret)
        case list():
            return [_masked(inner, secret=secret) for inner in value]  # pyright: ignore[reportUnknownVariableType]
        case _:
            return value


def _fields(data: dict[str, Any], *, secret: bool) -> dict[str, Any]:
    labels = (data.get(name) for name in _LABELS)
    told = secret or any(isinstance(label, str) and names_secret(label) for label in labels)
    return {
        mask(key): _masked(inner, secret=names_secret(key) or (told and key.lower() in _HELD))
        for key, inner in data.items()
    }


def _text(value: str, *, secret: bool) -> str:
    kept = mask(value)
    return "[masked: password]" if secret and kept == value and could_be_password(value.strip()) else kept
