"""One row of the bench."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One row: what was measured, by the clock and on the processor, and the bar it must not pass (None: no bar)."""

    name: str
    measured: float
    bar: float | None = None
    form: str = "{:.0f} ms"
    cpu: float | None = None

    @property
    def verdict(self) -> str:
        if self.bar is None:
            return ""
        if self.measured <= self.bar:
            return "ok"
        return "MISSED (CPU within)" if self.cpu is not None and self.cpu <= self.bar else "MISSED"
