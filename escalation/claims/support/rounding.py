"""Rounding: when a number as written is the number the evidence has."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from escalation.claims.found import Amount, Bound, Claim

REACH: dict[Bound, float] = {"exact": 1.06, "about": 1.09, "over": 1.26, "under": 1.26, "near": 1.15}
"""No number is told, with that hedge, that is more than this factor from the fact."""


def equal(written: Amount, known: Amount) -> bool:
    """Whether `written` says `known`: the same value, that value at the precision shown, or within its hedge.

    $240k says 240,400; $240,000 does not. "About 50" says 47, "about 47" does not say 50. "Over 24" says 26.
    "Nearly 24" says 22, not 20; "over 300" says 340, "over 310" does not.
    """
    value, fact = written.value, known.value
    if value == fact:
        return True
    # Most numbers are whole and unhedged: for them there is nothing more to ask.
    if written.bound == "exact" and written.step == 1:
        return False
    if written.step != 1 and abs(value - fact) * 2 <= written.step and written.step * 10 <= abs(fact):
        return True
    place = _last_digit(value / written.step) * written.step
    apart = max(place, value / 10)
    if written.bound == "over":
        return value < fact <= value + min(apart, value / 4)
    if written.bound == "under":
        return value - min(apart, value / 5) <= fact < value
    if written.bound == "near":
        return value - min(apart, value / 8) <= fact < value
    if written.bound == "about":
        return abs(value - fact) < min(place / 2, abs(fact) * Fraction(3, 40))
    return False


def says(claim: Claim, value: Fraction) -> bool:
    """Whether the claim's amount says that value; never for a claim without one."""
    return claim.amount is not None and equal(claim.amount, Amount(value))


def shows(claim: Claim, value: Fraction) -> bool:
    """The same for a quotient, which has any number of digits: whoever writes it rounds to the last one shown."""
    amount = claim.amount
    return amount is not None and (abs(value - amount.value) * 2 <= amount.step or says(claim, value))


@lru_cache(maxsize=256)
def _last_digit(value: Fraction) -> Fraction:
    """The place of the last digit that is not zero: 240,000 gives 10,000; 47 gives 1; 1.5 gives 0.1."""
    digits, place = value.numerator, Fraction(1)
    if value.denominator != 1:
        decimals = next((n for n in range(1, 7) if not value * 10**n % 1), 7)
        digits, place = int(value * 10**decimals), Fraction(1, 10**decimals)
    while digits and digits % 10 == 0:
        digits //= 10
        place *= 10
    return place


_FAR = 4


def comes_near(one: Amount, other: Amount) -> bool:
    """Whether either may be meant for the other: who wrote 8 days did not mean the contract's 720 minutes."""
    small, large = sorted((abs(one.value), abs(other.value)))
    return large <= small * _FAR
