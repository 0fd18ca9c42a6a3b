"""Concepts: what a text is about, whichever language and words it says it in; the lexicon is the data beside this file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from operator import add

from escalation.text.stemming import stem
from escalation.text.tokens import is_cjk, runs

AREAS = ("product", "trouble", "business", "trade", "branches", "faults", "general", "things", "everyday")
NEIGHBOURS = "neighbours"
"""Forms in further languages of concepts that the areas state; no concepts of its own."""

_WORD = re.compile(r"[^\W_]+")

_APART = {"notes": "note", "noted": "note"} | {
    form: word for word in ("bare", "care", "fare", "note", "plane", "quite", "tape") for form in (word, f"{word}s")
}
"""Words that the stemmer makes equal to quite other ones: a note is no "not", a plane no plan, and "quite" nobody quits."""


@dataclass
class Forms:
    """Every form of every concept, ready to be matched longest first."""

    words: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict[tuple[str, ...], frozenset[str]])
    runs: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    """How many words, or characters, the forms have that begin with this word or these two characters; longest first."""
    single: set[str] = field(default_factory=set[str])
    """Forms of one Chinese character."""


def entries() -> Iterator[tuple[str, list[str], list[str]]]:
    """(concept, English forms, Chinese forms) as the lexicon states them."""
    for area in AREAS:
        yield from stated_in(area)


def stated_in(area: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """The entries of one file: the concept, its forms in Latin letters, its forms in others."""
    text = (files("escalation.text") / "lexicon" / f"{area}.toml").read_text(encoding="utf-8")
    for concept, stated in tomllib.loads(text).items():
        latin, _, other = str(stated).partition("|")
        yield concept, _split(latin), _split(other)


LEARNED = ("product", "trouble", "business")
"""The areas that were there when the reader of typed lines was trained: what it learned is true of their concepts only."""


@lru_cache(maxsize=2)
def forms(areas: tuple[str, ...] = (*AREAS, NEIGHBOURS)) -> Forms:
    """The lexicon, or some of its files, read once."""
    found = Forms()
    for concept, latin, other in (entry for area in areas for entry in stated_in(area)):
        for form in [*latin, *other]:
            _add(found, concept, form)
    if areas == LEARNED:
        # The reader was trained when "not" was taken for a note, and counts on it.
        found.words["not",] = frozenset({"comment"})
        _begins(found, "not", 1)
    _share(found)
    return found


def _share(lexicon: Forms) -> None:
    """Most forms stand for one concept, and few beginnings differ: what is equal is kept once."""
    ids, sizes = dict[frozenset[str], frozenset[str]](), dict[tuple[int, ...], tuple[int, ...]]()
    lexicon.words.update({form: ids.setdefault(found, found) for form, found in lexicon.words.items()})
    lexicon.runs.update({form: ids.setdefault(found, found) for form, found in lexicon.runs.items()})
    lexicon.lengths.update({start: sizes.setdefault(found, found) for start, found in lexicon.lengths.items()})


def concepts(text: str) -> set[str]:
    """The ids of the support domain's concepts that stand in a text, in English, Simplified or Traditional Chinese.

    The longest form wins where several begin: 审计日志 is the audit log and no log, "does not work" is no work.
    """
    return concepts_of(runs(text))


def concepts_learned(text: str) -> set[str]:
    """`concepts` as the reader of typed lines learned them."""
    return concepts_of(runs(text), forms(LEARNED))


def concepts_of(cut: Iterable[str], lexicon: Forms | None = None) -> set[str]:
    """`concepts` of a text that is cut into `runs` already."""
    lexicon = lexicon or forms()
    words: list[str] = []
    found: set[str] = set()
    for run in cut:
        if run[0] < "\u3005":
            words += plain_words(run)
        elif len(run) > 1:
            for _, _, ids in spans_in_run(run, lexicon):
                found |= ids
    for _, _, ids in spans_in_words(tuple(words), lexicon):
        found |= ids
    return found


Span = tuple[int, int, frozenset[str]]
"""Start, end, and the concepts of the form that stands there."""


def spans_in_words(words: tuple[str, ...], lexicon: Forms) -> list[Span]:
    """The longest known forms in a row of plain words, from left to right, none inside another."""
    found: list[Span] = []
    free = 0
    for at, word in enumerate(words):
        if word in lexicon.lengths and at >= free:
            for size in lexicon.lengths[word]:
                if ids := lexicon.words.get(words[at : at + size]):
                    free = min(at + size, len(words))
                    found.append((at, free, ids))
                    break
    return found


def spans_in_run(run: str, lexicon: Forms) -> list[Span]:
    """The longest known forms in a Chinese run, from left to right, none inside another."""
    found: list[Span] = []
    free = 0
    lengths = lexicon.lengths
    # By pairs, since nearly every character begins some form, and few pairs do; most of an import's time was spent here.
    for at, pair in enumerate(map(add, run, run[1:] + " ")):
        if at >= free and (pair in lengths or run[at] in lexicon.single):
            for size in (*lengths.get(pair, ()), 1):
                if ids := lexicon.runs.get(run[at : at + size]):
                    free = min(at + size, len(run))
                    found.append((at, free, ids))
                    break
    return found


def _add(lexicon: Forms, concept: str, form: str) -> None:
    cut = runs(form)
    if any(map(is_cjk, cut)):
        run = "".join(cut)
        lexicon.runs[run] = lexicon.runs.get(run, frozenset[str]()) | {concept}
        if len(run) == 1:
            lexicon.single.add(run)
        else:
            _begins(lexicon, run[:2], len(run))
        return
    words = tuple(word for run in cut for word in _stems(run))  # each once: nothing to remember
    lexicon.words[words] = lexicon.words.get(words, frozenset[str]()) | {concept}
    _begins(lexicon, words[0], len(words))


def _begins(lexicon: Forms, start: str, length: int) -> None:
    lexicon.lengths[start] = tuple(sorted({*lexicon.lengths.get(start, ()), length}, reverse=True))


@lru_cache(maxsize=16_384)
def plain_words(run: str) -> tuple[str, ...]:
    """The stems of a Latin run, an identifier's one by one: ERR_EXPORT_TIMEOUT says export and timeout."""
    return _stems(run)


def _stems(run: str) -> tuple[str, ...]:
    folded = run.casefold().replace("’", "'").removesuffix("'s").replace("'", "")
    return tuple(_APART.get(word) or stem(word) for word in _WORD.findall(folded))


def _split(stated: str) -> list[str]:
    return [form.strip() for form in stated.split(",") if form.strip()]
