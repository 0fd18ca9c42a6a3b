"""How far an import has come, told while a file is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import TextIO, TypeVar

from escalation.errors import WorkspaceUnusable

Progress = Callable[[str, int, int], None]
"""Called with (file, bytes read so far, bytes in all)."""

_T = TypeVar("_T")
_EVERY = 1 << 20
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
AS_UTF8 = "save the file as UTF-8 (in Excel: “CSV UTF-8”) and import it again"


def lines_of(path: Path, progress: Progress | None = None) -> Iterator[bytes]:
    """The file's lines as UTF-8 with their line ends, without a byte order mark; `progress` hears of every MiB and of the end.

    Raises `WorkspaceUnusable` when the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            total = path.stat().st_size
            done = told = 0
            for number, line in enumerate(_in_utf8(file)):
                done += len(line)
                if progress and done - told >= _EVERY:
                    progress(path.name, done, total)
                    told = done
                yield line.removeprefix(_BOM) if number == 0 else line
            if progress:
                progress(path.name, done, max(total, done))
    except OSError as fault:
        raise WorkspaceUnusable(
            f"{path} cannot be read ({fault.strerror}).", "Check the path and its permissions, then import again."
        ) from fault


def told(found: Iterator[_T], stream: TextIO, path: Path, progress: Progress | None) -> Iterator[_T]:
    """What is read from `stream`, unchanged; `progress` hears of every MiB and of the end."""
    if progress is None:
        yield from found
        return
    total, last = path.stat().st_size, 0
    for one in found:
        done = stream.buffer.tell()
        if done - last >= _EVERY:
            progress(path.name, done, total)
            last = done
        yield one
    progress(path.name, total, total)


def _in_utf8(file: BufferedReader) -> Iterator[bytes]:
    """What Windows calls Unicode is read too: a byte order mark says so."""
    if file.peek(2)[:2] not in _UTF16:
        yield from file
        return
    with TextIOWrapper(file, encoding="utf-16", errors="replace", newline="") as text:
        for line in text:
            yield line.encode()
