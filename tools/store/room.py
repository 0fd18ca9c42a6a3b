"""Memory that a large piece of work leaves behind, given back to the system."""

from __future__ import annotations

import gc
import sys


def give_back() -> None:
    """What was freed goes back to the system, where the C library keeps it for itself until asked (glibc; else nothing).

    An import frees some MB that a process which then only answers would hold for all its life.
    """
    gc.collect()
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    if trim is not None:
        trim(0)
