"""A cheap exact pre-test for many rules: which of them can match a text at all, judged by the short runs of letters they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

Grams = frozenset[str]
"""Runs of letters of which one at least stands in every match."""

_WIDEST = 80
"""Strings one part of a rule may stand for before they are no longer counted out."""
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_COMMON = "etaoinsrhldcumfpgwybvkxjqz"
_LATIN, _HAN = range(2, 8), range(1, 3)
"""Lengths of the runs looked for, in a Latin word and in a run of Chinese."""
_EDGE = "|"
_UNKNOWN = (-2,)
_NOTHING: tuple[int, ...] = ()
"""What most words may begin."""
_LATIN_RUN = re.compile(r"[a-z0-9]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_REMEMBERED = 20_000
"""Words whose needs are kept: the words of support are few, and a text is mostly made of known ones."""
_ENDINGS = ("ing", "tion", "ould", "you", "ed ")


class Pretest:
    """Built from the rules themselves, so that no cue can go missing: a rule left out cannot match.

    The rules are read with Python's own parser of patterns; they are for folded (lower-case) text and use no flags.
    """

    def __init__(self, rules: Sequence[str]) -> None:
        numbers: dict[Grams, int] = {}
        self._ways: dict[int, tuple[tuple[tuple[int, ...], int], ...]] = {}
        for at, rule in enumerate(rules):
            for needs in _ways(rule):
                numbered = [numbers.setdefault(need, len(numbers)) for need in sorted(needs, key=_cost)]
                # Number -1 is always seen: a way that needs nothing certain is always open.
                opens = numbered[0] if numbered else -1
                self._ways[opens] = (*self._ways.get(opens, ()), (tuple(numbered[1:]), at))
        of_gram: dict[str, list[int]] = {}
        for grams, number in numbers.items():
            for gram in grams:
                of_gram.setdefault(gram, []).append(number)
        # Many runs of letters serve the same one need: equal rows are kept once. As sets they would take five times the room.
        same = dict[tuple[int, ...], tuple[int, ...]]()
        self._of_gram = {gram: same.setdefault(own := tuple(found), own) for gram, found in of_gram.items()}
        self._of_word: dict[str, tuple[int, ...]] = {}
        # Of use while rules are read only, and half of what reading them takes.
        for helped in (_ways, _rarest, _likelihood):
            helped.cache_clear()

    def possible(self, text: str) -> list[int]:
        """The numbers of the rules that may match the text, in their order."""
        ways, seen = self._ways, {-1}
        if len(self._of_word) > _REMEMBERED:
            self._of_word.clear()
        for run in _LATIN_RUN.findall(text):
            if needs := self._of_word.get(run, _UNKNOWN):
                seen.update(self._remember(run) if needs is _UNKNOWN else needs)
        if not text.isascii():
            for run in _HAN_RUN.findall(text):
                seen.update(self._grams(run, _HAN))
        return sorted({at for number in seen for needed, at in ways.get(number, ()) if seen.issuperset(needed)})

    def _remember(self, word: str) -> tuple[int, ...]:
        needs = self._grams(f"{_EDGE}{word}{_EDGE}", _LATIN)
        return self._of_word.setdefault(word, tuple(needs) if needs else _NOTHING)

    def _grams(self, run: str, lengths: range) -> set[int]:
        known = self._of_gram
        grams = known.keys() & {run[at : at + n] for n in lengths for at in range(len(run) - n + 1)}
        return {number for gram in grams for number in known[gram]}


@cache
def _ways(rule: str) -> list[list[Grams]]:
    """What each way to match a rule needs; those that need one thing only are one way."""
    branches = _alternatives(list(import_module("re._parser").parse(rule)))
    ways = [needs if exact is None else _useful(exact) for exact, needs in map(_sequence, branches)]
    single = [needs[0] for needs in ways if len(needs) == 1]
    several = [sorted(needs, key=_cost)[:3] for needs in ways if len(needs) != 1]
    return [*several, [_together(single)]] if single else several


def _alternatives(parsed: list[Any]) -> list[list[Any]]:
    """The branches of a rule that is one alternation, each tested by itself."""
    wide = [at for at, (op, _) in enumerate(parsed) if str(op) not in _ZERO_WIDTH]
    if len(wide) == 1 and str(parsed[at := wide[0]][0]) == "BRANCH":
        branches = parsed[at][1][1]
        return [found for one in branches for found in _alternatives([*parsed[:at], *one, *parsed[at + 1 :]])]
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
    if op == "AT" and str(value) == "AT_BOUNDARY":
        return frozenset({_EDGE}), []
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
        return _together(exact), []
    each = [_useful(found) if found is not None else needs for found, needs in branches]
    return None, [_together(min(needs, key=_cost) for needs in each)] if all(each) else []


def _repeated(least: Any, most: Any, body: Any) -> tuple[Grams | None, list[Grams]]:
    exact, needs = _sequence(body)
    if int(most) == 1 and exact is not None:
        return exact | {""} if int(least) == 0 else exact, []
    if int(least) == 0:
        return None, []
    return None, _useful(exact) if exact is not None else needs


def _together(grams: Iterable[Grams]) -> Grams:
    return frozenset(gram for one in grams for gram in one)


def _useful(strings: Grams) -> list[Grams]:
    """One run of letters per string, the rarest; nothing when a string is too short to tell anything."""
    found = [_rarest(s) for s in strings]
    return [frozenset(found)] if all(found) else []


@cache
def _rarest(string: str) -> str:
    """Within one word, so that the words of a text can be looked up one by one; "" when there is none."""
    words = [_edged(string, found) for found in _LATIN_RUN.finditer(string)]
    grams = [
        word[at : at + _LATIN[-1]]
        for word in words
        if len(word) > 1
        for at in range(max(1, len(word) - _LATIN[-1] + 1))
    ]
    for run in _HAN_RUN.findall(string):
        grams += [run[at : at + _HAN[-1]] for at in range(max(1, len(run) - _HAN[-1] + 1))]
    return min(grams, key=lambda gram: (_likelihood(gram), gram), default="")


def _edged(string: str, word: re.Match[str]) -> str:
    """The word with a mark where it certainly begins or ends: a character stands there that belongs to no word."""
    return (_EDGE if word.start() else "") + word.group() + (_EDGE if word.end() < len(string) else "")


@cache
def _likelihood(gram: str) -> float:
    """How often a run of letters is met by chance: a rough measure, which only speed depends on."""
    letters = sum(map(_frequency, gram)) + any(end in gram for end in _ENDINGS)
    return 2.0 ** (letters * 4 - 3 * len(gram) * (1 if gram.isascii() else 3))


def _frequency(letter: str) -> float:
    rank = _COMMON.find(letter)
    return 0.0 if rank < 0 else 1.0 / (rank + 2)


def _cost(grams: Grams) -> float:
    return sum(map(_likelihood, grams))
