"""A cheap exact pre-test for many rules: which of them can match a text at all, judged by the short runs of letters they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

Grams = frozenset[str]
"""Runs of letters of which one at least stands in every match."""

_WIDEST = 80
"""Strings one part of a rule may stand for before they are no longer counted out."""
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_COMMON = " etaoinsrhldcumfpgwybvkxjqz"
_LATIN, _HAN = (5, 3, 2), (2, 1)
"""Lengths of the runs looked for: each costs one walk through the text."""
_ENDINGS = ("ing", "tion", "ould", "you", "ed ")


class Pretest:
    """Built from the rules themselves, so that no cue can go missing: a rule left out cannot match.

    The rules are read with Python's own parser of patterns; they are for folded (lower-case) text and use no flags.
    """

    def __init__(self, rules: Sequence[str]) -> None:
        numbers: dict[Grams, int] = {}
        self._ways: dict[int, list[tuple[frozenset[int], int]]] = {}
        for at, rule in enumerate(rules):
            for needs in _ways(rule):
                numbered = [numbers.setdefault(need, len(numbers)) for need in sorted(needs, key=_cost)]
                # Number -1 is always seen: a way that needs nothing certain is always open.
                self._ways.setdefault(numbered[0] if numbered else -1, []).append((frozenset(numbered), at))
        self._needs: dict[str, list[int]] = {}
        for grams, number in numbers.items():
            for gram in grams:
                self._needs.setdefault(gram, []).append(number)
        self._known = frozenset(self._needs)
        self._lengths = tuple(sorted({len(g) for g in self._known}))

    def possible(self, text: str) -> list[int]:
        """The numbers of the rules that may match the text, in their order."""
        size, needs, ways = len(text), self._needs, self._ways
        seen = {-1}
        for n in self._lengths:
            for run in self._known.intersection([text[at : at + n] for at in range(size - n + 1)]):
                seen.update(needs[run])
        return sorted({at for number in seen & ways.keys() for needed, at in ways[number] if needed <= seen})


@cache
def _ways(rule: str) -> list[list[Grams]]:
    """What each way to match a rule needs; those that need one thing only are one way."""
    branches = _alternatives(list(import_module("re._parser").parse(rule)))
    ways = [needs if exact is None else _useful(exact) for exact, needs in map(_sequence, branches)]
    single = [needs[0] for needs in ways if len(needs) == 1]
    several = [sorted(needs, key=_cost)[:3] for needs in ways if len(needs) != 1]
    return [*several, [frozenset().union(*single)]] if single else several


def _alternatives(parsed: list[Any]) -> list[list[Any]]:
    """The branches of a rule that is one alternation, each tested by itself."""
    wide = [(str(op), value) for op, value in parsed if str(op) not in _ZERO_WIDTH]
    if len(wide) == 1 and wide[0][0] == "BRANCH":
        return [found for branch in wide[0][1][1] for found in _alternatives(list(branch))]
    return [parsed]


def _sequence(parsed: Iterable[Any]) -> tuple[Grams | None, list[Grams]]:
    """Either all strings the sequence can match, or what every match needs."""
    current: Grams = frozenset({""})
    needs: list[Grams] = []
    open_ended = False
    for op, value in parsed:
        exact, inner = _node(str(op), value)
        if exact is not None and len(current) * len(exact) <= _WIDEST:
            current = frozenset(a + b for a in current for b in exact)
            continue
        open_ended = True
        needs += [*_useful(current), *inner]
        current = exact if exact is not None else frozenset({""})
    return (None, [*needs, *_useful(current)]) if open_ended else (current, [])


def _node(op: str, value: Any) -> tuple[Grams | None, list[Grams]]:
    if op == "LITERAL":
        return frozenset({chr(value)}), []
    if op in _ZERO_WIDTH:
        return frozenset({""}), []
    if op == "IN":
        return _characters(value), []
    if op == "BRANCH":
        return _branches([_sequence(branch) for branch in value[1]])
    if op == "SUBPATTERN":
        return _sequence(value[3])
    if op in {"MAX_REPEAT", "MIN_REPEAT"}:
        return _repeated(*value)
    return None, []


def _characters(members: list[Any]) -> Grams | None:
    if all(str(op) == "LITERAL" for op, _ in members):
        return frozenset(chr(value) for _, value in members)
    return None


def _branches(branches: list[tuple[Grams | None, list[Grams]]]) -> tuple[Grams | None, list[Grams]]:
    exact = [found for found, _ in branches if found is not None]
    if len(exact) == len(branches) and sum(map(len, exact)) <= _WIDEST:
        return frozenset().union(*exact), []
    each = [_useful(found) if found is not None else needs for found, needs in branches]
    return None, [frozenset().union(*(min(needs, key=_cost) for needs in each))] if all(each) else []


def _repeated(least: Any, most: Any, body: Any) -> tuple[Grams | None, list[Grams]]:
    exact, needs = _sequence(body)
    if int(most) == 1 and exact is not None:
        return exact | {""} if int(least) == 0 else exact, []
    if int(least) == 0:
        return None, []
    return None, _useful(exact) if exact is not None else needs


def _useful(strings: Grams) -> list[Grams]:
    """One run of letters per string, the rarest; nothing when a string is too short to tell anything."""
    if any(len(s) < (2 if s.isascii() else 1) for s in strings):
        return []
    return [frozenset(_rarest(s) for s in strings)]


@cache
def _rarest(string: str) -> str:
    n = next(n for n in (_LATIN if string.isascii() else _HAN) if n <= len(string))
    runs = (string[at : at + n] for at in range(len(string) - n + 1))
    return min(runs, key=lambda run: (sum(map(_frequency, run)) + any(end in run for end in _ENDINGS), run))


def _frequency(letter: str) -> float:
    rank = _COMMON.find(letter)
    return 0.0 if rank < 0 else 1.0 / (rank + 2)


def _cost(grams: Grams) -> float:
    return sum(2.0 ** (sum(map(_frequency, gram)) * 4 - 3 * len(gram)) for gram in grams)
