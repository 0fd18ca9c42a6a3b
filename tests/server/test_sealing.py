"""The cipher comes when something is sealed, and seals what it sealed when it was there from the start."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from mcp.server import request_state

from tools.serving import sealing
from tools.serving.sealing import Sealing

SECRET, OTHER = b"s" * 32, b"o" * 32

_START = """
import json, sys
from tools.serving import sealing
{before}
sealing.defer()
from tools.serving.server import build_server
from mcp.server import request_state
loaded = "cryptography" in sys.modules
codec = {codec}
token = codec.seal(b"asked for ESC-0001")
changed = token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB")
try:
    said = codec.unseal(changed).decode()
except request_state.InvalidRequestState:
    said = "refused"
print(json.dumps([loaded, token, codec.unseal(token).decode(), said, isinstance(request_state.InvalidTag, type)]))
"""
_OURS = f"sealing.Sealing({SECRET!r})"
_SDKS = f"request_state.RequestStateSecurity(keys=[{SECRET!r}]).codec"


def _in_a_server(codec: str, before: str = "") -> Any:
    program = _START.format(codec=codec, before=before)
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.mark.parametrize("codec", [_OURS, _SDKS])
def test_a_server_that_started_without_the_cipher_seals_with_it(codec: str) -> None:
    loaded, token, opened, changed, _ = _in_a_server(codec)
    assert (loaded, opened, changed) == (False, "asked for ESC-0001", "refused")
    assert request_state.AESGCMRequestStateCodec([SECRET]).unseal(token) == b"asked for ESC-0001"


@pytest.mark.parametrize(
    "before",
    [
        "import cryptography",  # somebody else needed it
        "sealing._NAMES = {'InvalidTag': 'cryptography.exceptions'}",  # an SDK that takes more than is known here
        "sealing._NAMES = {'Nothing': 'cryptography.exceptions'}",  # and one that takes something else
    ],
)
def test_where_it_cannot_wait_the_cipher_is_loaded_at_once_and_whole(before: str) -> None:
    loaded, _, opened, changed, real = _in_a_server(_SDKS, before)
    assert (loaded, opened, changed, real) == (True, "asked for ESC-0001", "refused", True)


def test_another_secret_opens_nothing() -> None:
    with pytest.raises(request_state.InvalidRequestState):
        Sealing(OTHER).unseal(Sealing(SECRET).seal(b"asked for ESC-0001"))


def test_what_is_imported_already_stays() -> None:
    before = vars(request_state).copy()
    sealing.defer()
    assert vars(request_state) == before
