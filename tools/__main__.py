"""The server's composition root: `python -I -m tools [--workspace …] [--config …] [--as-of …] [--http HOST:PORT …]`."""

from __future__ import annotations

import sys

from tools.serving import logs, sealing


def main(arguments: list[str] | None = None) -> int:
    """Serve until the host hangs up. 0 = done, 2 = wrong use."""
    logs.to_stderr()
    sealing.defer()
    from tools.serving.command import read_command

    command = read_command(arguments)
    if command.http is None:
        from tools.desk.office import Office
        from tools.desk.opening import opening
        from tools.serving.server import build_server
        from tools.serving.warming import Warming
        from tools.store.room import share_one_area

        share_one_area()
        office = Office(opening(command))
        build_server(office, listed=Warming(office).begin).run("stdio")
    else:
        from tools.serving import http_server

        http_server.serve(command)
    return 0


if __name__ == "__main__":
    sys.exit(main())
