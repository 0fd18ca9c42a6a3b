"""Other processes and what they cost: a server started as a host starts it, an import of a whole workspace."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

OURS = ("-I", "-m", "tools")
_BARE = """
from mcp.server.mcpserver import MCPServer
server = MCPServer("bare")
@server.tool()
def add(a: int, b: int) -> int:
    return a + b
server.run("stdio")
"""
BARE = ("-I", "-c", _BARE)
"""A server with one tool, on the SDK alone."""

_IMPORT = """
import json, resource, sys, time
from pathlib import Path
from evals.process import peak_mb
from tools.sample import SAMPLE
from tools.store.location import open_location, resolve
wall, cpu = time.perf_counter(), time.process_time()
engine, report = open_location(resolve(sys.argv[1], sample=SAMPLE))
took = time.perf_counter() - wall, time.process_time() - cpu
beside = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # where Linux counts KiB
print(json.dumps([*took, peak_mb() + beside, report.total if report else 0]))
"""

_HELLO = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "bench", "version": "1"}}


@dataclass(frozen=True)
class Started:
    """From spawn to the answer of tools/list: seconds and CPU seconds; resident MB then and after one preparation."""

    seconds: float
    cpu: float
    listed_mb: float
    prepared_mb: float = 0.0


@dataclass(frozen=True)
class Imported:
    """One import of a folder in a process of its own: seconds, its own CPU seconds, records read; its highest resident MB
    and that of the process that helps it, together."""

    seconds: float
    cpu: float
    peak_mb: float
    records: int


def start(program: tuple[str, ...], issue: str | None = None) -> Started:
    """Runs one server to tools/list, and through prepare_escalation when an issue is given."""
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603  (our own interpreter and the two programs above)
        [sys.executable, *program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdin is not None  # noqa: S101
        assert process.stdout is not None  # noqa: S101
        sent, read = process.stdin, process.stdout
        _ask(sent, read, 1, "initialize", _HELLO)
        _send(sent, {"jsonrpc": "2.0", "method": "notifications/initialized"})
        _ask(sent, read, 2, "tools/list", {})
        seconds, cpu, listed = time.perf_counter() - began, _cpu_seconds(process.pid), _memory_mb(process.pid)
        prepared = 0.0
        if issue is not None:
            _ask(sent, read, 3, "tools/call", {"name": "prepare_escalation", "arguments": {"issue": issue}})
            _settled(process.pid)
            prepared = _memory_mb(process.pid)
        sent.close()
    return Started(seconds, cpu, listed, prepared)


def imported(folder: Path) -> Imported:
    """Imports a workspace folder into the store it mirrors to, as the first opening of it does."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _IMPORT, str(folder)], check=True, capture_output=True, text=True
    )
    seconds, cpu, peak, records = json.loads(done.stdout)
    return Imported(seconds, cpu, peak, records)


def peak_mb() -> float:
    """The highest resident memory of this process so far; 0 where there is no /proc."""
    return _memory_mb("self", "VmHWM")


def _send(sent: IO[str], message: dict[str, Any]) -> None:
    sent.write(json.dumps(message) + "\n")
    sent.flush()


def _ask(sent: IO[str], read: IO[str], id: int, method: str, params: dict[str, Any]) -> dict[str, Any]:
    _send(sent, {"jsonrpc": "2.0", "id": id, "method": method, "params": params})
    for line in read:
        answer: dict[str, Any] = json.loads(line)
        if answer.get("id") == id:
            if "error" in answer or answer["result"].get("isError"):
                sys.exit(f"{method} failed: {line.strip()[:300]}")
            return answer
    sys.exit(f"the server ended before it answered {method}")


def _memory_mb(pid: int | str, which: str = "VmRSS") -> float:
    """From /proc; 0 where there is none."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":" in line)
    return int(lines[which].split()[0]) / 1024


def _settled(pid: int) -> None:
    """Waits, a minute at most, until the process has nothing more to do: a server makes itself ready in the background."""
    for _ in range(120):
        before = _cpu_seconds(pid)
        time.sleep(0.5)
        if _cpu_seconds(pid) - before < 0.02:
            return


def _cpu_seconds(pid: int) -> float:
    """Time on a processor, all threads together, those that ended too: waiting for a busy machine does not count. 0 where there
    is no /proc."""
    told = Path(f"/proc/{pid}/stat")
    if not told.exists():
        return 0.0
    # The program's name stands in brackets and may hold anything; what follows the last one are fields 3 and on.
    fields = told.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
