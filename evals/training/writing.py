"""A fitted line reader, written as the four files that `escalation.reading.line.model` reads."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from escalation.reading.line.model import Model, read_model
from evals.training.fit import Fitted, fit
from evals.training.lines import Line

LEVELS = 256


def write(fitted: Fitted, folder: Path, trained_on: str) -> None:
    """`trained_on` is the fingerprint of its lines."""
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


def trained(told: Sequence[Line]) -> Model:
    """As it will be read."""
    with TemporaryDirectory() as folder:
        write(fit(told), Path(folder), "")
        return read_model(Path(folder))
