"""Starting and stopping one server on loopback, with a clock that a script can set."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx2

FAKETIME = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")


@dataclass(frozen=True)
class Clock:
    """The file that libfaketime reads at each look at the clock. Times are UTC."""

    file: Path

    def set(self, at: datetime) -> None:
        """Replaced whole, so that the server never reads half a time."""
        fresh = self.file.with_suffix(".next")
        fresh.write_text(f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}\n")
        fresh.replace(self.file)

    def environment(self) -> dict[str, str]:
        return {
            "TZ": "UTC",
            "LD_PRELOAD": str(FAKETIME),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            # Time-outs and sleeps go on by the real clock while the calendar stands still.
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }


def wait_for(url: str, seconds: float = 60) -> None:
    """Until the server answers anything at all. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            httpx2.get(url, timeout=5)
        except httpx2.TransportError:
            time.sleep(0.3)
        else:
            return
    raise TimeoutError(f"{url} did not answer within {seconds:.0f} s")


@contextmanager
def running(command: Sequence[str], url: str, *, env: Mapping[str, str], cwd: Path, log: Path) -> Generator[None]:
    """The server while it is needed; its whole process group is stopped afterwards."""
    with log.open("wb") as out:
        server = subprocess.Popen(  # noqa: S603  the commands are the ones written in this package
            command, cwd=cwd, env={**os.environ, **env}, stdout=out, stderr=out, start_new_session=True
        )
        try:
            wait_for(url)
            yield
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            try:
                server.wait(timeout=15)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait(timeout=5)
