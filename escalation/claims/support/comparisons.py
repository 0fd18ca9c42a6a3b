"""Comparisons: what the numbers of one source are apart, and what part one is of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from escalation.claims.support.facts import Fact


def differences(facts: list[Fact]) -> Iterator[tuple[Fraction, str | None]]:
    """Differences of figures of the same size (4,447 and 4,120), and of any two lengths of time, told together.

    Counts that are close to one another may come from two messages of one customer.
    """
    together: dict[tuple[str, str | None], set[Fraction]] = defaultdict(set)
    of_one: dict[str, set[Fraction]] = defaultdict(set)
    for fact in facts:
        if fact.says and fact.claim.amount and fact.claim.amount.value >= 1:
            together[fact.says, fact.account].add(fact.claim.amount.value)
        if fact.account and fact.claim.kind == "figure" and fact.claim.amount and fact.claim.amount.value >= 100:
            of_one[fact.account].add(fact.claim.amount.value)
    for owner, counts in of_one.items():
        close = combinations(sorted(counts), 2)
        yield from ((more - less, owner) for less, more in close if more * 4 <= less * 5)
    for (_, account), values in together.items():
        if len(values) > 20:
            continue  # A table of figures is no comparison.
        for less, more in combinations(sorted(values), 2):
            if facts[0].claim.kind == "duration" or (less > 20 and more <= 2 * less):
                yield more - less, account


def parts(facts: list[Fact]) -> Iterator[tuple[str | None, tuple[Fraction, Fraction]]]:
    """What part the smaller of two counts of one source is of the larger, and what is missing; with the customer."""
    together: dict[tuple[str, str | None], set[Fraction]] = defaultdict(set)
    for fact in facts:
        amount = fact.claim.amount
        if fact.account and fact.claim.end and amount and amount.value >= 5 and "seats" not in fact.claim.nouns:
            together[fact.says, fact.account].add(amount.value)
    for (_, owner), values in together.items():
        if len(values) <= 4:
            for less, more in combinations(sorted(values), 2):
                yield owner, (less / more, 1 - less / more)
