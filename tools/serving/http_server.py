"""The server over streamable HTTP: on this machine only, in one process or in several that share one address.

There is no sign-in, so the address must be this machine's (`tools/serving/command.py` refuses any other), and each request must
say that it means it: its Host and, from a browser, its Origin name this machine and this port. That stops a web page whose name
was made to point here (DNS rebinding) and pages that other programs on this machine serve.
"""

from __future__ import annotations

import secrets
import socket
import sys
from functools import partial

import uvicorn
from mcp.server.mcpserver import RequestStateSecurity
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette
from uvicorn.supervisors import Multiprocess

from tools.desk.office import Office
from tools.desk.opening import opening
from tools.serving import logs
from tools.serving.command import Command
from tools.serving.server import build_server
from tools.serving.warming import Warming

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_HTTP_PORT = 80
_KEY_BYTES = 32
_WAITING = 2048
"""Connections that may wait to be taken, as uvicorn has it."""


def serve(command: Command) -> None:
    """Serves until it is told to end. Raises `OSError` when the address cannot be had."""
    if command.http is None:
        raise ValueError("an address is needed to serve HTTP")
    listener = listen(*command.http)
    host, port = command.http[0], listener.getsockname()[1]
    # One key for all workers: the second round of a question may reach another process than the first.
    make = partial(application, command, port, secrets.token_bytes(_KEY_BYTES))
    # No log configuration of uvicorn's own: its tracebacks would quote what a customer wrote.
    config = uvicorn.Config(make, factory=True, log_config=None, workers=command.workers)
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"Serving on http://{shown}:{port}/mcp; to end it: Ctrl-C.\n")
    sys.stderr.flush()
    if command.workers == 1:
        uvicorn.Server(config).run([listener])
    else:
        Multiprocess(config, [listener]).run()


def listen(host: str, port: int) -> socket.socket:
    """The listening socket that all workers inherit; port 0 takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's delay off only on sockets that say they are TCP; without it an answer waits 44 ms for an
    # acknowledgement (uvicorn #3149: the sockets it binds for its workers do not say so).
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let a second server take the same port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    # From here on a caller waits instead of being turned away, so the address may be said before the workers are up.
    listener.listen(_WAITING)
    listener.set_inheritable(True)
    return listener


def application(command: Command, port: int, key: bytes) -> Starlette:
    """One worker's application; workers are processes, so each opens its own office and sets up its own log."""
    logs.to_stderr()
    office = Office(opening(command))
    server = build_server(office, RequestStateSecurity(keys=[key]), listed=Warming(office).begin)
    # A session of the older protocol lives in one process, and its next request may reach another: with several workers
    # there are no sessions, and questions travel in the answer instead of a form (tools/serving/asking.py).
    stateless = command.workers > 1
    return server.streamable_http_app(stateless_http=stateless, transport_security=guard(port))


def guard(port: int) -> TransportSecuritySettings:
    """Whom requests may be addressed to and come from: this machine, this port."""
    hosts = [f"{name}:{port}" for name in _NAMES] + (list(_NAMES) if port == _HTTP_PORT else [])
    return TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=[f"http://{host}" for host in hosts])
