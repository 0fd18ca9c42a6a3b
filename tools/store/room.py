"""Memory that a large piece of work leaves behind, given back to the system."""

from __future__ import annotations

import gc
import sys
from typing import Any

_M_ARENA_MAX = -8
"""glibc's name for how many areas it keeps."""


def share_one_area() -> None:
    """Threads take what they need from one area of the C library and not each from one of its own, of which every one keeps what
    was freed in it (glibc; else nothing). They hardly meet there: one runs at a time. To be called before there are any."""
    if (option := _of_the_c_library("mallopt")) is not None:
        option(_M_ARENA_MAX, 1)


def give_back() -> None:
    """What was freed goes back to the system, where the C library keeps it for itself until asked (glibc; else nothing).

    An import frees some MB that a process which then only answers would hold for all its life.
    """
    gc.collect()
    if (trim := _of_the_c_library("malloc_trim")) is not None:
        trim(0)


def _of_the_c_library(name: str) -> Any:
    if sys.platform != "linux":
        return None
    import ctypes

    return getattr(ctypes.CDLL(None), name, None)  # musl has neither
