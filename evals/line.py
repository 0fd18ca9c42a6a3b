"""One row of the bench."""

from __future__ import annotations

from dataclasses import dataclass

BAR_START_MS = 437
"""From spawn to tools/list of a one-tool server on the machine that the bars in milliseconds and seconds were set on."""


@dataclass(frozen=True)
class Line:
    """One row: what was measured, by the clock and on the processor, and the bar it must not pass (None: no bar).

    `pace` is how many times longer this machine takes to start a one-tool server than the one that the bars were set on. A time
    is held against its bar at that machine's pace, so that it passes or misses on any machine alike; all else has no pace.
    """

    name: str
    measured: float
    bar: float | None = None
    form: str = "{:.0f} ms"
    cpu: float | None = None
    pace: float = 1.0

    @property
    def timed(self) -> bool:
        return self.form.endswith((" ms", " s"))

    @property
    def held(self) -> float:
        """What is held against the bar."""
        return self._at_pace(self.measured)

    @property
    def verdict(self) -> str:
        if self.bar is None:
            return ""
        if self.held <= self.bar:
            return "ok"
        return "MISSED (CPU within)" if self.cpu is not None and self._at_pace(self.cpu) <= self.bar else "MISSED"

    def _at_pace(self, value: float) -> float:
        return value / self.pace if self.timed else value
