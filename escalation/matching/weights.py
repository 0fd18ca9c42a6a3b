"""How much each sign counts, and the chance that all of them make together.

The weights beside this file were fitted by logistic regression on companies with known truth (`make weights`), judged each
time on a company that was left out.
"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from math import exp
from operator import mul

Weights = Mapping[str, float]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, Weights]:
    """By what is judged: `line` a ticket against the typed line, `body` against the reports believed in, `article`."""
    return json.loads((files("escalation.matching") / "weights.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def current() -> Mapping[str, Weights]:
    """What the matching weighs by; the training puts its candidates here."""
    return weights()


def asked(part: str) -> Container[str]:
    """The signs of a part that are worked out: those that count. The training, which fits all of them, puts `EVERY` here."""
    return current()[part]


class _Every:
    def __contains__(self, sign: object) -> bool:
        return True


EVERY: Container[str] = _Every()


def weighed(signs: Mapping[str, float], counted: Weights) -> float:
    """Probability 0..1."""
    return chance_of(sum(map(mul, counted.values(), map(signs.get, counted, repeat(0.0)))))


def chance_of(total: float) -> float:
    """The probability of a sum of weighed signs."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
