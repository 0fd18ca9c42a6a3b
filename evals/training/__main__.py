"""`python -m evals.training`: fits the line reader on every labelled line and writes it into escalation/reading/line.

`--left-out` instead prints how it does on each author's lines when trained on all others': the honest figure of the dev part.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from escalation.reading.line.model import Model, read_model
from evals.training.fit import Fitted, fit
from evals.training.left_out import left_out
from evals.training.lines import Line, fingerprint, lines
from evals.training.worded import worded

HOME = Path(__file__).parents[2] / "escalation" / "reading" / "line"
LEVELS = 256


def write(fitted: Fitted, folder: Path, trained_on: str) -> None:
    """The four files that `escalation.reading.line.model` reads."""
    scale = [max(abs(row[c]) for row in fitted.weights) / 127 for c in range(len(fitted.labels))]
    quantised = array("b", (round(w / scale[c]) for row in fitted.weights for c, w in enumerate(row)))
    lowest, highest = min(fitted.idf), max(fitted.idf)
    step = (highest - lowest) / (LEVELS - 1) or 1.0
    told = {
        "trained_on": trained_on,
        "labels": fitted.labels,
        "bias": [round(b, 5) for b in fitted.bias],
        "scale": [round(s, 8) for s in scale],
        "idf_levels": [round(lowest + step * level, 4) for level in range(LEVELS)],
    }
    (folder / "model.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (folder / "features.txt").write_text("\n".join(fitted.features), encoding="utf-8")
    (folder / "weights.bin").write_bytes(quantised.tobytes())
    (folder / "idf.bin").write_bytes(bytes(round((i - lowest) / step) for i in fitted.idf))


def _trained(told: Sequence[Line]) -> Model:
    with TemporaryDirectory() as folder:
        write(fit(told), Path(folder), "")
        return read_model(Path(folder))


def _trained_as_worded(told: Sequence[Line]) -> Model:
    return _trained(worded(told, _trained))


def main(arguments: list[str]) -> int:
    """Exit code 0; the files are replaced only when the fit is complete."""
    told = lines()
    if "--left-out" in arguments:
        table = left_out(told, _trained_as_worded, sorted({line.author for line in told if line.criteria is not None}))
        (Path(__file__).parent / "LEFT_OUT.md").write_text(table, encoding="utf-8")
        sys.stdout.write(table)
        return 0
    write(fit(worded(told, _trained)), HOME, fingerprint())
    sys.stdout.write(f"trained on {len(told)} lines\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
