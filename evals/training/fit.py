"""Fitting: logistic regressions over rarity-weighted features, quantised to one byte a weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from math import log
from typing import Any

from escalation.reading.line.features import features
from escalation.reading.line.model import NORM
from evals.training.lines import CRITERIA, Line

SEEN_IN = 2
"""Lines that a feature must stand in: what stands in one says nothing about the next."""

STRENGTH = 10.0
"""Inverse of the regularisation; 5 to 20 gave the same figures on authors left out."""

FIRST_CHOICE = 0.65
"""Share of a line's weight for the first of two defensible labels."""


@dataclass(frozen=True)
class Fitted:
    """A model before it is written: a row of weights for each feature, a column for each label."""

    features: tuple[str, ...]
    idf: tuple[float, ...]
    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: list[list[float]]


def fit(told: Sequence[Line]) -> Fitted:
    """Trains on `told`. Raises `ModuleNotFoundError` without scikit-learn: run `make model`."""
    sparse, linear = import_module("scipy.sparse"), import_module("sklearn.linear_model")
    found = [features(line.text) for line in told]
    seen = Counter(f for each in found for f in each)
    names = tuple(sorted(f for f, n in seen.items() if n >= SEEN_IN))
    idf = tuple(log((1 + len(told)) / (1 + seen[name])) + 1 for name in names)
    matrix = _matrix(sparse, found, names, idf)
    labels, bias, columns = _joint(linear, matrix, told)
    argued = [(at, line.criteria) for at, line in enumerate(told) if line.criteria is not None]
    alone = matrix[[at for at, _ in argued]]
    for criterion in CRITERIA.values():
        own = linear.LogisticRegression(C=STRENGTH, max_iter=1000)
        own.fit(alone, [criterion in criteria for _, criteria in argued])
        labels.append(criterion)
        bias.append(float(own.intercept_[0]))
        columns.append([float(w) for w in own.coef_[0]])
    rows = [[column[row] for column in columns] for row in range(len(names))]
    return Fitted(names, idf, tuple(labels), tuple(bias), rows)


def _matrix(sparse: Any, found: Sequence[set[str]], names: Sequence[str], idf: Sequence[float]) -> Any:
    place = {name: at for at, name in enumerate(names)}
    indptr, indices, values = [0], list[int](), list[float]()
    for each in found:
        known = sorted(place[f] for f in each if f in place)
        length = sum(idf[at] ** 2 for at in known) ** 0.5
        indices += known
        values += [NORM * idf[at] / length for at in known]
        indptr.append(len(indices))
    return sparse.csr_matrix((values, indices, indptr), shape=(len(found), len(names)))


def _joint(linear: Any, matrix: Any, told: Sequence[Line]) -> tuple[list[str], list[float], list[list[float]]]:
    """One regression over outcome and severity together: what makes a leak grave is not what makes an outage grave."""
    at, wanted, weight = weighted(told)
    own = linear.LogisticRegression(C=STRENGTH, max_iter=1000)
    own.fit(matrix[at], wanted, sample_weight=weight)
    return (
        [str(c) for c in own.classes_],
        [float(b) for b in own.intercept_],
        [[float(w) for w in c] for c in own.coef_],
    )


def weighted(told: Sequence[Line]) -> tuple[list[int], list[str], list[float]]:
    """The examples of a joint fit: the place of each one's line, its outcome with its severity, and what it weighs."""
    at, wanted, weight = list[int](), list[str](), list[float]()
    for number, line in enumerate(told):
        pairs = [f"{line.outcomes[0]}|{severity}" for severity in line.severities] or [f"{line.outcomes[0]}|"]
        shares = (
            [1.0] if len(pairs) == 1 else [FIRST_CHOICE, *[(1 - FIRST_CHOICE) / (len(pairs) - 1)] * (len(pairs) - 1)]
        )
        at += [number] * len(pairs)
        wanted += pairs
        weight += [line.weight * share for share in shares]
    return at, wanted, weight
