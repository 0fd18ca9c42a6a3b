"""Cutting texts into terms beside the import, in a process of its own: half of an import's time, on the other processor.

Only a file of many records is worth the second that such a process takes to begin. It holds nothing: when it cannot be had, or
ends, the texts are cut here. When this process is killed, the other one reads the end of its pipe and goes too.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection

from tools.store import search
from tools.store.packing import Packed, pack, serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection as Pipe
    from multiprocessing.context import SpawnProcess

FROM = 2_000
"""Texts of a file that are cut here before the other process is begun."""


class Beside:
    """Puts texts into the index one batch behind: while the other process cuts a batch, the next one is read and written."""

    def __init__(self, after: int = FROM) -> None:
        self._left = after if _spare_processor() else None
        self._owed: tuple[Connection, str, Sequence[tuple[str, str]]] | None = None
        self._pipe: Pipe | None = None
        self._process: SpawnProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def index(self, connection: Connection, kind: str, rows: Sequence[tuple[str, str]]) -> None:
        """(id, text) rows, to be in the index after the next call or `finish`."""
        self.finish()
        self._owed = connection, kind, rows
        if self._left is not None and self._pipe is None:
            self._left -= len(rows)
            if self._left < 0:
                self._begin()
        if self._pipe is not None:
            try:
                # It has taken the batch before: two that send at the same time would wait for each other for ever.
                self._pipe.send([text for _, text in rows])
            except OSError:
                self._end()

    def finish(self) -> None:
        """To be called before anything else asks the index, and at the end."""
        if self._owed is not None:
            (connection, kind, rows), self._owed = self._owed, None
            search.put(connection, kind, dict(zip((id_ for id_, _ in rows), self._cut(rows), strict=True)))

    def _cut(self, rows: Sequence[tuple[str, str]]) -> list[Packed]:
        if self._pipe is not None:
            try:
                cut: list[Packed] = self._pipe.recv()
            except (OSError, EOFError):
                self._end()
            else:
                return cut
        return [pack(text) for _, text in rows]

    def _begin(self) -> None:
        import multiprocessing  # here, since every server's start loads this file and hardly one imports so much

        try:
            context = multiprocessing.get_context(
                "spawn"
            )  # a fork would take this process's threads and its open database along
            ours, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs,), daemon=True)
            process.start()
        except OSError:
            self._left = None
        else:
            theirs.close()
            self._pipe, self._process = ours, process

    def _end(self) -> None:
        """The other process ends when its pipe does; no other is begun."""
        self._left = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.join(5)
            self._process = None


def _spare_processor() -> bool:
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return allowed > 1
