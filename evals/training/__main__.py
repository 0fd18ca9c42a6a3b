"""`python -m evals.training`: fits the line readers on the labelled lines and writes them into escalation/reading/line.

The one in `short` is for short lines and learns from everyday ones as well. `--left-out` instead prints how it does on each
author's lines when trained on all others': the honest figure of the dev part.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from escalation.reading.line.model import Model
from evals.training.fit import fit
from evals.training.left_out import left_out
from evals.training.lines import Line, fingerprint, lines, longer
from evals.training.worded import worded
from evals.training.writing import trained, write

HOME = Path(__file__).parents[2] / "escalation" / "reading" / "line"


def _trained_as_worded(told: Sequence[Line]) -> Model:
    return trained(worded(told, trained))


def main(arguments: list[str]) -> int:
    """Exit code 0; the files are replaced only when the fit is complete."""
    told = lines()
    if "--left-out" in arguments:
        table = left_out(told, _trained_as_worded, sorted({line.author for line in told if line.criteria is not None}))
        (Path(__file__).parent / "LEFT_OUT.md").write_text(table, encoding="utf-8")
        sys.stdout.write(table)
        return 0
    for learnt, folder in ((longer(), HOME), (told, HOME / "short")):
        write(fit(worded(learnt, trained)), folder, fingerprint(learnt))
        sys.stdout.write(f"trained on {len(learnt)} lines\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
