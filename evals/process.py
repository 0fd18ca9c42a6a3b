"""Starting a server as a host does and reading what it costs: seconds to tools/list, resident memory."""

from __future__ import annotations

import json
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

_HELLO = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "bench", "version": "1"}}


@dataclass(frozen=True)
class Started:
    """Seconds from spawn to the answer of tools/list, and resident memory in MB then and after one preparation."""

    seconds: float
    listed_mb: float
    prepared_mb: float = 0.0


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
        seconds, listed = time.perf_counter() - began, _resident_mb(process.pid)
        prepared = 0.0
        if issue is not None:
            _ask(sent, read, 3, "tools/call", {"name": "prepare_escalation", "arguments": {"issue": issue}})
            prepared = _resident_mb(process.pid)
        sent.close()
    return Started(seconds, listed, prepared)


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


def _resident_mb(pid: int) -> float:
    """From /proc; 0 where there is none."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":" in line)
    return int(lines["VmRSS"].split()[0]) / 1024
