"""Stands between a host and the server and keeps every message: `python -I tee.py FOLDER PROGRAM ARGUMENT…`.

Runs alone, by the standard library: a host starts it in place of `uv`. Each line of the record is {"from": "host" | "server",
"message": …}.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import IO, Any


def main(folder: str, *command: str) -> int:
    """Runs the program until it ends; its exit code."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    record = place / f"{os.getpid()}.jsonl"
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:  # noqa: S603
        signal.signal(signal.SIGTERM, partial(_end, server))
        assert server.stdin is not None  # noqa: S101
        assert server.stdout is not None  # noqa: S101
        from_host = threading.Thread(
            target=_pass_on, args=(sys.stdin.buffer, server.stdin, "host", record), daemon=True
        )
        from_host.start()
        _pass_on(server.stdout, sys.stdout.buffer, "server", record)
    return server.returncode


def _end(server: subprocess.Popen[bytes], *_: object) -> None:
    server.terminate()


def _pass_on(read: Iterable[bytes], write: IO[bytes], source: str, record: Path) -> None:
    try:
        for line in read:
            _keep(line, source, record)
            write.write(line)
            write.flush()
        write.close()
    except OSError:
        return  # The other side has gone: nothing is left to pass on.


def _keep(line: bytes, source: str, record: Path) -> None:
    try:
        message: Any = json.loads(line)
    except ValueError:
        message = line.decode("utf-8", "replace")
    # One write of one line by two threads and, for a new process, another file: lines never mix.
    with record.open("a", encoding="utf-8") as kept:
        kept.write(json.dumps({"from": source, "message": message}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
