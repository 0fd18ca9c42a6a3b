"""The server's composition root: `python -I -m tools [--workspace …] [--config …] [--as-of …] [--http HOST:PORT]`."""

from __future__ import annotations

import sys

from tools import logs


def main(arguments: list[str] | None = None) -> int:
    """Serve until the host hangs up. 0 = done, 2 = wrong use."""
    logs.to_stderr()
    from tools.command import read_command
    from tools.office import Office
    from tools.opening import opening
    from tools.server import build_server

    command = read_command(arguments)

    server = build_server(Office(opening(command)))
    if command.http is None:
        server.run("stdio")
    else:
        host, port = command.http
        server.run("streamable-http", host=host, port=port)
    return 0


if __name__ == "__main__":
    sys.exit(main())
