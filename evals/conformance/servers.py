"""The two servers that are asked: the product as it is, and the test build; each in a process and a data folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

PRODUCT = ("-I", "-m", "tools", "--http")
GRAFTED = ("-m", "evals.conformance.grafted")
_HOST = "127.0.0.1"
_PATIENCE = 30.0


@contextmanager
def serving(program: Sequence[str], home: Path) -> Generator[str]:
    """Starts `program` with an address to listen on and gives its URL. Raises `TimeoutError` when it never listens."""
    port = _free_port()
    environment = os.environ | {"CUSTOMER_ESCALATION_HOME": str(home), "PYTHONUTF8": "1"}
    with subprocess.Popen(  # noqa: S603  (our own interpreter and one of the two programs above)
        [sys.executable, *program, f"{_HOST}:{port}"], env=environment, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(process, port)
            yield f"http://{_HOST}:{port}/mcp"
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex((_HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"The server did not listen on {_HOST}:{port} within {_PATIENCE:.0f} s.")
