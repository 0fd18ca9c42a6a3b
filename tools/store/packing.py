"""A text as the index keeps it: its terms with a space between, and the same compressed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from escalation.text.analysis import terms

if TYPE_CHECKING:
    from multiprocessing.connection import Connection as Pipe

Packed = tuple[str, bytes]


def pack(body: str) -> Packed:
    """Takes nearly all the time that indexing a text takes, and needs no database."""
    said = " ".join(terms(body))
    return said, zlib.compress(said.encode(), 1)


def serve(pipe: Pipe) -> None:
    """Packs each batch of texts that comes through the pipe, until its other end is gone: the whole work of a process that helps.

    It stands here, and not with who begins it, so that such a process loads no database.
    """
    try:
        while True:
            texts: Sequence[str] = pipe.recv()
            pipe.send(list(map(pack, texts)))
    except (OSError, EOFError, KeyboardInterrupt):
        return
