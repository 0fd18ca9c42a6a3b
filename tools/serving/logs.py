"""Logging for a process whose stdout is the protocol: to stderr, and without customers' text.

An exception's own message may quote a ticket or a query's values, so a traceback is told by its frames and its type alone.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from types import TracebackType
from typing import Any


class FramesOnly(logging.Formatter):
    """Tracebacks as file, line and function, ending with the exception's type, never its message."""

    def formatException(  # noqa: N802
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        _, fault, _ = ei
        lines: list[str] = []
        while fault is not None:
            frames = traceback.extract_tb(fault.__traceback__)
            lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
            lines.append(type(fault).__qualname__)
            fault = fault.__cause__
        return "\n".join(lines)


def to_stderr(level: int = logging.WARNING) -> None:
    """Configure the root logger before the SDK does, which would add Rich tracebacks with values in them."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(FramesOnly("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)


@contextmanager
def kept_ours() -> Generator[None]:
    """While a server is built: the SDK sets no logging up. It would load Rich for it, six megabytes and a tenth of the start,
    for a handler that `to_stderr` has made needless."""
    sdk: Any = import_module("mcp.server.mcpserver.server")
    of_the_sdk = sdk.configure_logging
    sdk.configure_logging = _nothing
    try:
        yield
    finally:
        sdk.configure_logging = of_the_sdk


def _nothing(level: str = "") -> None:
    """Takes what the SDK's own takes."""
