"""The test build: `python -m evals.conformance.grafted HOST:PORT` serves the real server with the suite's fixtures on it."""

from __future__ import annotations

import sys

from evals.conformance import fixtures
from evals.conformance.fixtures.stateful import Events
from tools.desk.office import Office
from tools.desk.opening import opening
from tools.serving import http_server, logs
from tools.serving.command import read_command
from tools.serving.server import build_server

RETRY = 500
"""Milliseconds after which a client whose stream was closed may come back."""


def main(address: str) -> None:
    logs.to_stderr()
    command = read_command(["--http", address])
    host, port = command.http or ("127.0.0.1", 0)
    server = build_server(Office(opening(command)))
    fixtures.add_to(server)
    guarded = http_server.guard(port)
    server.run(
        "streamable-http",
        host=host,
        port=port,
        event_store=Events(),
        retry_interval=RETRY,
        transport_security=guarded,
    )


if __name__ == "__main__":
    main(sys.argv[1])
