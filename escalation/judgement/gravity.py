"""The severity to give when several are possible: rating too low costs more than rating too high."""

from __future__ import annotations

from collections.abc import Mapping

from escalation.terms import SEVERITIES, Severity

TOO_LOW = 2.5
"""What one step too low costs against one step too high: a customer who waits for hours against a team that looks early."""


def severity_by(chances: Mapping[Severity, float]) -> Severity:
    """The severity with the least expected cost; critical is the gravest."""

    def cost(given: Severity) -> float:
        steps: dict[Severity, int] = {true: SEVERITIES.index(given) - SEVERITIES.index(true) for true in chances}
        return sum(chances[true] * (n * TOO_LOW if n > 0 else -n) for true, n in steps.items())

    return min(SEVERITIES, key=cost)
