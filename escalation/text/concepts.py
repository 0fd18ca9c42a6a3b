"""Concepts: what a text is about, whichever language and words it says it in; the lexicon is the data beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from operator import add
from sys import intern

from escalation.text.cantonese import CANTONESE, as_mandarin
from escalation.text.german import GERMAN_WORDS, as_stated, parts, spellings
from escalation.text.tokens import is_cjk, runs
from escalation.text.words import plain_words, stems

AREAS = ("product", "trouble", "business", "trade", "branches", "faults", "general", "things", "everyday")
GERMAN = ("german", "german_faults")
NEIGHBOURS = (
    *GERMAN,
    *("french", "french_faults", "spanish", "spanish_faults", "japanese", "japanese_faults", "cantonese", "neighbours"),
)
"""Forms in further languages of concepts that the areas state; no concepts of their own."""

NOTHING = "nothing"
"""Courtesy and turns of speech: known, so that no word of theirs is taken for a concept."""
UNSAID = "unsaid"
"""By concept, forms of the `LEARNED` files that are far more often said of something else, and do not count."""


@dataclass
class Forms:
    """Every form of every concept, ready to be matched longest first."""

    words: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """By the stems of the form's words, with a space between them; a form that stands for nothing has no concepts."""
    runs: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    """How many words, or characters, the forms have that begin with this word and go on, or with these two characters;
    longest first."""
    single: set[str] = field(default_factory=set[str])
    """Forms of one Chinese character."""
    german: set[str] = field(default_factory=set[str])
    """German forms of one word: what the long words of German are made of."""


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


_MISTAKEN = (
    *(("not", "comment"), ("team", "teams_app"), ("teams", "team"), ("them", "theme"), ("rat", "satisfaction")),
    *(("past", "copy"), ("customs", "custom"), ("local", "language"), ("stag", "sandbox")),
)


@lru_cache(maxsize=2)
def forms(areas: tuple[str, ...] = (*AREAS, *NEIGHBOURS)) -> Forms:
    """The lexicon, or some of its files, read once."""
    found, shared = Forms(), _Shared()
    for area in areas:
        for concept, latin, other in stated_in(area):
            for form in [*latin, *other]:
                _add(found, shared, concept, form, german=area in GERMAN)
    if areas != LEARNED:
        for _, latin, other in stated_in(NOTHING):
            for form in (*latin, *other):
                _add(found, shared, None, form, german=False)
        for concept, latin, _ in stated_in(UNSAID):
            for word in (" ".join(stems(form)) for form in latin):
                found.words[word] -= {concept}
    else:
        # The reader was trained when "not" was taken for a note and a team for Teams, and counts on it.
        for word, concept in _MISTAKEN:
            found.words[word] = shared.ids(found.words.get(word), concept)
            found.lengths[word] = shared.sizes(found.lengths.get(word, ()), 1)
    return found


class _Shared:
    """Most forms stand for one concept, and few beginnings differ: what is equal is kept once, from the start."""

    def __init__(self) -> None:
        self._ids = dict[frozenset[str], frozenset[str]]()
        self._sizes = dict[tuple[int, ...], tuple[int, ...]]()

    def ids(self, known: frozenset[str] | None, concept: str | None) -> frozenset[str]:
        ids = (known or frozenset[str]()) | ({concept} if concept else frozenset[str]())
        return self._ids.setdefault(ids, ids)

    def sizes(self, known: tuple[int, ...], size: int) -> tuple[int, ...]:
        sizes = known if size in known else tuple(sorted((*known, size), reverse=True))
        return self._sizes.setdefault(sizes, sizes)


@lru_cache(maxsize=64)  # every criterion asks it of the same few texts
def concepts(text: str) -> frozenset[str]:
    """The ids of the support domain's concepts that stand in a text, in English, Simplified or Traditional Chinese.

    The longest form wins where several begin: 审计日志 is the audit log and no log, "does not work" is no work.
    """
    return frozenset(concepts_of(runs(text)))


def concepts_learned(text: str) -> set[str]:
    """`concepts` as the reader of typed lines learned them."""
    return concepts_of(runs(text), forms(LEARNED))


def concepts_of(cut: Iterable[str], lexicon: Forms | None = None) -> set[str]:
    """`concepts` of a text that is cut into `runs` already."""
    known = lexicon or forms()
    words: list[str] = []
    found: set[str] = set()
    for run in cut:
        if run[0] < "\u3005":
            words += plain_words(run)
        elif len(run) > 1:
            for _, _, ids in spans_in_run(run, known):
                found |= ids
            if not CANTONESE.isdisjoint(run):
                for _, _, ids in spans_in_run(as_mandarin(run), known):
                    found |= ids
    if lexicon is None and not GERMAN_WORDS.isdisjoint(words):
        words = [part for word in as_stated(words) for part in _parts(word)]
    for _, _, ids in spans_in_words(tuple(words), known):
        found |= ids
    return found


@lru_cache(maxsize=4_096)
def _parts(word: str) -> tuple[str, ...]:
    return parts(word, forms().words, forms().lengths, forms().german)


Span = tuple[int, int, frozenset[str]]
"""Start, end, and the concepts of the form that stands there."""


def spans_in_words(words: tuple[str, ...], lexicon: Forms) -> list[Span]:
    """The longest known forms in a row of plain words, from left to right, none inside another."""
    found: list[Span] = []
    free = 0
    known, lengths = lexicon.words, lexicon.lengths
    for at, word in enumerate(words):
        if word in lengths and at >= free:
            for size in lengths[word]:
                ids = known.get(" ".join(words[at : at + size]) if size > 1 else word)
                if ids is not None:
                    free = min(at + size, len(words))
                    if ids:
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
                if (ids := lexicon.runs.get(run[at : at + size])) is not None:
                    free = min(at + size, len(run))
                    if ids:
                        found.append((at, free, ids))
                    break
    return found


def _add(lexicon: Forms, shared: _Shared, concept: str | None, form: str, *, german: bool) -> None:
    cut = runs(form)
    if any(map(is_cjk, cut)):
        run = intern("".join(cut))  # the lexicon and the part of it that was learned hold the same
        lexicon.runs[run] = shared.ids(lexicon.runs.get(run), concept)
        if len(run) == 1:
            lexicon.single.add(run)
        else:
            pair = intern(run[:2])
            lexicon.lengths[pair] = shared.sizes(lexicon.lengths.get(pair, ()), len(run))
        return
    for spelling in spellings(form) if german else (form,):
        words = [word for run in runs(spelling) for word in stems(run)]  # each once: nothing to remember
        words = as_stated(words) if german else words
        whole = intern(" ".join(words))
        first = whole if len(words) == 1 else intern(words[0])
        lexicon.lengths[first] = shared.sizes(lexicon.lengths.get(first, ()), len(words))
        if german and len(words) == 1 and whole not in lexicon.words:
            lexicon.german.add(whole)
        lexicon.words[whole] = shared.ids(lexicon.words.get(whole), concept)


def _split(stated: str) -> list[str]:
    return [form.strip() for form in stated.split(",") if form.strip()]
