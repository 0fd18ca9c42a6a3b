"""The measure: leaks caught, clean texts stopped, promises found and dated, each text judged with its own audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from escalation.audience import Finding, check
from escalation.promises import promises
from escalation.terms import Language
from evals.leaks.data import SENT, Mark, Text, texts, worlds

LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True)
class Outcome:
    """One planted leak or promise, or one clean text. `right` when it was found, or for a clean text when nothing was.

    `named` when it was found under its own kind, `dated` when a promise also got its due time. `found` is what was said.
    """

    lang: Language
    kind: str
    text: str
    right: bool
    found: tuple[str, ...]
    named: bool = True
    dated: bool = True


def leaks(name: str) -> list[Outcome]:
    """Every leak planted in the files of that name: caught when a finding overlaps it."""
    return [each for lang in LANGUAGES for row in texts(name, lang) for each in _leaks(row)]


def clean(name: str) -> list[Outcome]:
    """Every clean text of the files of that name: wrongly stopped when anything is found."""
    rows = [row for lang in LANGUAGES for row in texts(name, lang)]
    found = [tuple(f"{each.kind}: {each.span}" for each in _checked(row)) for row in rows]
    return [Outcome(row.lang, "clean", row.text, not said, said) for row, said in zip(rows, found, strict=True)]


def promised(name: str) -> list[Outcome]:
    """Every promise marked in the files of that name."""
    return [_promise(row, mark) for lang in LANGUAGES for row in texts(name, lang) for mark in row.marks]


def unpromised(name: str) -> list[Outcome]:
    """Every text without a promise: wrong when one is found."""
    rows = [row for lang in LANGUAGES for row in texts(name, lang)]
    return [
        Outcome(row.lang, "none", row.text, not found, tuple(f"{each.kind}: {each.span}" for each in found))
        for row in rows
        for found in [promises(row.text, SENT[row.lang], str(SENT[row.lang].tzinfo))]
    ]


def _checked(row: Text) -> list[Finding]:
    return check(row.text, worlds()[row.world], SENT[row.lang])


def _leaks(row: Text) -> list[Outcome]:
    found = _checked(row)
    said = tuple(f"{each.kind}: {each.span}" for each in found)
    result: list[Outcome] = []
    for mark in row.marks:
        over = [each.kind for each in found if each.start < mark.end and mark.start < each.end]
        result.append(Outcome(row.lang, mark.kind, row.text, bool(over), said, named=mark.kind in over))
    return result


def _promise(row: Text, mark: Mark) -> Outcome:
    found = promises(row.text, SENT[row.lang], str(SENT[row.lang].tzinfo))
    over = [each for each in found if each.start < mark.end and mark.start < each.end]
    said = tuple(f"{each.kind} {each.dated()}: {each.span}" for each in found)
    named = any(each.kind == mark.kind for each in over)
    dated = any(each.dated() == row.wanted(mark) for each in over)
    return Outcome(row.lang, mark.kind, row.text, bool(over), said, named=named, dated=dated)
