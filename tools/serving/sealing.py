"""The cipher that seals what a question carries through the host: loaded when something is sealed, not when a server starts.

Few calls ask that way, and the library takes 8 MB of every server.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property, partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mcp.server.request_state import AESGCMRequestStateCodec

_SDK = "mcp.server.request_state"
_NAMES: Mapping[str, str] = {
    "InvalidTag": "cryptography.exceptions",
    "AESGCM": "cryptography.hazmat.primitives.ciphers.aead",
    "SHA256": "cryptography.hazmat.primitives.hashes",
    "HKDF": "cryptography.hazmat.primitives.kdf.hkdf",
}
"""What the SDK takes from the library at its import, and from where."""


def defer() -> None:
    """Lets the SDK be imported without the cipher. To be called before its server is imported; else nothing happens.

    Whichever name the SDK calls first puts the library in the place of all, so that whoever seals by the SDK alone seals as ever.
    An SDK that takes other names than ours does at its import loads the library then, as it would have.
    """
    if _SDK in sys.modules or "cryptography" in sys.modules:
        return
    for name, module in _NAMES.items():
        held = ModuleType(module)
        setattr(held, name, partial(_real, name))
        sys.modules[module] = held
    try:
        with suppress(ImportError):
            import_module(_SDK)
    finally:
        for module in _NAMES.values():
            del sys.modules[module]
    if _SDK in sys.modules and "cryptography" in sys.modules:
        _place()


def _real(name: str, /, *given: Any, **named: Any) -> Any:
    return _place()[name](*given, **named)


def _place() -> dict[str, Any]:
    found = {own: getattr(import_module(module), own) for own, module in _NAMES.items()}
    vars(sys.modules[_SDK]).update(found)
    return found


class Sealing:
    """The SDK's own codec under one secret (of 32 bytes at least), made when first needed."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def seal(self, payload: bytes) -> str:
        """A token that only this secret opens."""
        return self._codec.seal(payload)

    def unseal(self, token: str) -> bytes:
        """What was sealed. Raises `InvalidRequestState` for a token of another secret, or one that was changed since."""
        return self._codec.unseal(token)

    @cached_property
    def _codec(self) -> AESGCMRequestStateCodec:
        from mcp.server.request_state import AESGCMRequestStateCodec

        return AESGCMRequestStateCodec([self._secret])
