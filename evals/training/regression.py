"""A logistic regression that starts from earlier weights and stays near them, each sign with the direction it may speak in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

RULES = Path(__file__).with_name("signs.json")

NEARNESS = 0.6
"""Variance allowed around the earlier weights; 0.3 to 1.5 gave the same figures on companies left out."""

BELONGING = 3.0
"""A report that is missed costs three times one that is taken in: there are fifty candidates for one that belongs."""

Example = tuple[Mapping[str, float], bool]


def fit(examples: Sequence[Example], part: str, share: float = 1.0, missed: float = BELONGING) -> dict[str, float]:
    """Weights by sign; `share` is what each example counts, `missed` what a right one costs that is missed.

    Raises `ModuleNotFoundError` outside the group `train`.
    """
    np, optimize = import_module("numpy"), import_module("scipy.optimize")
    rules = json.loads(RULES.read_text(encoding="utf-8"))[part]
    names = sorted({name for signs, _ in examples for name in signs} - {"bias"})
    columns = [*names, "bias"]
    prior = np.array([rules["prior"].get(n, 0.0) for n in columns])
    matrix = np.array([[signs.get(n, 0.0) for n in names] + [1.0] for signs, _ in examples])
    right = np.array([float(t) for _, t in examples])
    cost = share * np.where(right == 1.0, missed, 1.0)
    hold = np.array([1.0] * len(names) + [0.05]) / NEARNESS

    def loss(at: Any) -> tuple[float, Any]:
        total = matrix @ at
        off = np.sum(cost * (np.logaddexp(0, total) - right * total)) + 0.5 * np.sum(hold * (at - prior) ** 2)
        return off, matrix.T @ (cost * (1 / (1 + np.exp(-total)) - right)) + hold * (at - prior)

    bounds = [_bounds(n, rules) for n in columns]
    start = [max(low, min(high, p)) for p, (low, high) in zip(prior, bounds, strict=True)]
    best = optimize.minimize(loss, np.array(start), jac=True, method="L-BFGS-B", bounds=bounds).x
    return {n: round(float(w), 2) for n, w in zip(columns, best, strict=True) if abs(w) >= 0.02}


def _bounds(name: str, rules: Mapping[str, Any]) -> tuple[float, float]:
    low, high = (0.0, 99.0) if name in rules["for"] else (-99.0, 0.0) if name in rules["against"] else (-99.0, 99.0)
    least = rules["at_least"].get(name)
    if least is None:
        return low, high
    return (least, high) if least > 0 else (low, least)
