"""The learned weights, as `python -m evals.training` wrote them: one byte for each feature and label."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import sqrt
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Protocol

from escalation.reading.line.names import Names

NORM = 3.0
"""Length of every line's feature vector; the training uses the same."""


class Rows(Protocol):
    """The place of each feature that was learned."""

    def get(self, name: str, /) -> int | None: ...


@dataclass(frozen=True)
class Model:
    """A linear model. `labels` name the columns; `rows` gives a feature's place, `idf` how rare it is: a place in `levels`."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    scale: tuple[float, ...]
    levels: tuple[float, ...]
    idf: bytes
    rows: Rows
    weights: memoryview[int]

    def vector(self, found: Iterable[str]) -> dict[int, float]:
        """The known features of a line with their weight in it (rarity, at length `NORM`)."""
        levels, idf = self.levels, self.idf
        known = {row: levels[idf[row]] for feature in found if (row := self.rows.get(feature)) is not None}
        length = sqrt(sum(value * value for value in known.values()))
        return {row: NORM * value / length for row, value in known.items()} if length else {}

    def scores(self, vector: Mapping[int, float]) -> list[float]:
        """The sum for each label, bias included."""
        return [b + added for b, added in zip(self.bias, self.added(vector), strict=True)]

    def added(self, vector: Mapping[int, float]) -> list[float]:
        """What the features add to each label."""
        width, weights = len(self.labels), self.weights
        sums = [0.0] * width
        for row, value in vector.items():
            start = row * width
            sums = [known + value * weight for known, weight in zip(sums, weights[start : start + width], strict=True)]
        return [total * s for total, s in zip(sums, self.scale, strict=True)]


@lru_cache(maxsize=1)
def model() -> Model:
    """The model that ships with the product, read once."""
    return read_model(files("escalation.reading.line"))


@lru_cache(maxsize=1)
def short_model() -> Model:
    """The same for short lines."""
    return read_model(files("escalation.reading.line") / "short")


def read_model(folder: Traversable) -> Model:
    """The model in a folder's four files. Raises `OSError` or `ValueError` when they are not those of one model."""
    told = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    return Model(
        tuple(told["labels"]),
        tuple(told["bias"]),
        tuple(told["scale"]),
        tuple(map(float, told["idf_levels"])),
        (folder / "idf.bin").read_bytes(),
        Names.of((folder / "features.txt").read_text(encoding="utf-8")),
        memoryview(_mapped(folder / "weights.bin")).cast("b"),
    )


def _mapped(file: Traversable) -> bytes | mmap:
    """What is in a file: only what is asked of it needs room, and a line asks for a hundredth."""
    if not isinstance(file, Path):
        return file.read_bytes()
    with file.open("rb") as opened:
        return mmap(opened.fileno(), 0, access=ACCESS_READ)
