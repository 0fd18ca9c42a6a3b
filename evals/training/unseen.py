"""Readers of lines that have not seen a company: what settles a matter is learnt from what they say, as it will be met there.

The reader that ships was trained on the lines of the companies in view and says of them what their labels say.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any
from unittest.mock import patch

from escalation.reading.line import reading
from escalation.reading.line.features import features
from escalation.reading.line.model import Model, model
from evals.training.fit import STRENGTH, weighted
from evals.training.lines import Line, longer
from evals.training.worded import worded
from evals.training.writing import trained

TOGETHER = 2
"""Companies that are left out at once: half the fits, and the reader misses a fiftieth of its lines."""

CLOSE = 1e-5
"""Where a fit ends that begins with the weights that ship: they are nearly right already."""


@cache
def unseen() -> Mapping[str, Model]:
    """By company in view a reader that was fitted on without its lines. Features, their rarity and what argues a criterion stay
    as they ship: they hang on the lines without records.

    Raises `ModuleNotFoundError` outside the group `train`.
    """
    told = worded(longer(), trained)
    companies = sorted({line.author for line in told if line.criteria is None})
    return {name: learned for out, learned in _readers(told, companies) for name in out}


def _readers(told: Sequence[Line], companies: Sequence[str]) -> Iterator[tuple[Sequence[str], Model]]:
    np, sparse, linear = map(import_module, ("numpy", "scipy.sparse", "sklearn.linear_model"))
    shipped = model()
    vectors = [shipped.vector(features(line.text)) for line in told]
    starts = np.cumsum([0, *map(len, vectors)])
    places, values = [row for v in vectors for row in v], [x for v in vectors for x in v.values()]
    matrix = sparse.csr_matrix((values, places, starts), shape=(len(told), len(shipped.idf)))
    for at in range(0, len(companies), TOGETHER):
        out = companies[at : at + TOGETHER]
        yield out, _fitted_on(np, linear, matrix, [n for n, line in enumerate(told) if line.author not in out], told)


def _fitted_on(np: Any, linear: Any, matrix: Any, kept: Sequence[int], told: Sequence[Line]) -> Model:
    shipped = model()
    weights = np.frombuffer(shipped.weights, dtype=np.int8).reshape(len(shipped.idf), -1) * np.array(shipped.scale)
    bias, joint = np.array(shipped.bias), [c for c, label in enumerate(shipped.labels) if "|" in label]
    own = linear.LogisticRegression(C=STRENGTH, max_iter=1000, warm_start=True, tol=CLOSE)
    own.classes_ = np.array([shipped.labels[c] for c in joint])
    own.coef_, own.intercept_ = weights[:, joint].T.copy(), bias[joint]
    at, wanted, weight = weighted([told[n] for n in kept])
    own.fit(matrix[[kept[n] for n in at]], wanted, sample_weight=weight)
    weights[:, joint], bias[joint] = own.coef_.T, own.intercept_
    scale = np.abs(weights).max(axis=0) / 127
    quantised = memoryview(np.rint(weights / scale).astype(np.int8).tobytes()).cast("b")
    return replace(shipped, bias=tuple(bias.tolist()), scale=tuple(scale.tolist()), weights=quantised)


@contextmanager
def as_unseen(company: str) -> Generator[None]:
    """Lines are read within by a reader that has not seen this company; what was read before is forgotten, before and after."""
    learned = unseen().get(company) or model()
    remembered = (reading.outcomes_of, reading.read_line, reading._known)  # pyright: ignore[reportPrivateUsage]
    with patch.multiple(reading, model=lambda: learned, short_model=lambda: learned):
        for each in remembered:
            each.cache_clear()
        yield
    for each in remembered:
        each.cache_clear()
