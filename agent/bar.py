"""How far an import has come, for a person who watches."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bar:
    """One bar a file on stderr when that is a terminal, nothing otherwise; gone when the import is done.

    Called with (file, bytes done, bytes in all). Rich is loaded by the first call: most commands import nothing.
    """

    def __init__(self) -> None:
        self._shown: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._shown.stop()

    def __call__(self, file: str, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        if self._shown is None:
            from rich.console import Console
            from rich.progress import Progress

            self._shown = Progress(console=Console(stderr=True), transient=True)
            self._shown.start()
        if file not in self._tasks:
            self._tasks[file] = self._shown.add_task(Path(file).name, total=total or None)
        self._shown.update(self._tasks[file], completed=done)
