"""How sure a share is: the 95% Wilson score interval."""

from __future__ import annotations

from math import sqrt

_Z = 1.96


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The interval of `hits` of `total`, in percent; (0, 100) of nothing."""
    if not total:
        return 0.0, 100.0
    share, square = hits / total, _Z * _Z / total
    middle = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / total + square / (4 * total)) / (1 + square)
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)
