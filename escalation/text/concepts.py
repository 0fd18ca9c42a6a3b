"""Concepts: what a text is about, whichever language and words it says it in; the lexicon is the data beside this file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

from escalation.text.stemming import stem
from escalation.text.tokens import is_cjk, runs

AREAS = ("product", "trouble", "business")

_WORD = re.compile(r"[^\W_]+")
S = TypeVar("S", str, tuple[str, ...])


@dataclass
class Forms:
    """Every form of every concept, ready to be matched longest first."""

    words: dict[tuple[str, ...], set[str]] = field(default_factory=dict[tuple[str, ...], set[str]])
    runs: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    longest: dict[str, int] = field(default_factory=dict[str, int])
    """How many words, or characters, the longest form has that begins with this word or character."""


def entries() -> Iterator[tuple[str, list[str], list[str]]]:
    """(concept, English forms, Chinese forms) as the lexicon states them."""
    for area in AREAS:
        text = (files("escalation.text") / "lexicon" / f"{area}.toml").read_text(encoding="utf-8")
        for concept, stated in tomllib.loads(text).items():
            english, _, chinese = str(stated).partition("|")
            yield concept, _split(english), _split(chinese)


@lru_cache(maxsize=1)
def forms() -> Forms:
    """The lexicon, read once."""
    found = Forms()
    for concept, english, chinese in entries():
        for form in [*english, *chinese]:
            _add(found, concept, form)
    return found


def concepts(text: str) -> set[str]:
    """The ids of the support domain's concepts that stand in a text, in English, Simplified or Traditional Chinese.

    The longest form wins where several begin: 审计日志 is the audit log and no log, "does not work" is no work.
    """
    return concepts_of(runs(text))


def concepts_of(cut: Iterable[str]) -> set[str]:
    """`concepts` of a text that is cut into `runs` already."""
    lexicon = forms()
    words: list[str] = []
    found: set[str] = set()
    for run in cut:
        if run[0] < "\u3005":
            words += plain_words(run)
        elif len(run) > 1:
            for _, _, ids in spans(run, lexicon.longest, lexicon.runs):
                found |= ids
    for _, _, ids in spans(tuple(words), lexicon.longest, lexicon.words):
        found |= ids
    return found


def spans(parts: S, longest: dict[str, int], known: dict[S, set[str]]) -> Iterator[tuple[int, int, set[str]]]:
    """(start, end, concepts) of the longest known forms in a run of characters or a row of words."""
    free = 0
    for at, part in enumerate(parts):
        if at < free or part not in longest:
            continue
        for size in range(longest[part], 0, -1):
            if ids := known.get(parts[at : at + size]):
                free = at + size
                yield at, min(free, len(parts)), ids
                break


def _add(lexicon: Forms, concept: str, form: str) -> None:
    cut = runs(form)
    if any(map(is_cjk, cut)):
        run = "".join(cut)
        lexicon.runs.setdefault(run, set()).add(concept)
        lexicon.longest[run[0]] = max(lexicon.longest.get(run[0], 0), len(run))
        return
    words = tuple(word for run in cut for word in plain_words(run))
    lexicon.words.setdefault(words, set()).add(concept)
    lexicon.longest[words[0]] = max(lexicon.longest.get(words[0], 0), len(words))


@lru_cache(maxsize=65_536)
def plain_words(run: str) -> tuple[str, ...]:
    """The stems of a Latin run, an identifier's one by one: ERR_EXPORT_TIMEOUT says export and timeout."""
    folded = run.casefold().replace("’", "'").removesuffix("'s").replace("'", "")
    return tuple(stem(word) for word in _WORD.findall(folded))


def _split(stated: str) -> list[str]:
    return [form.strip() for form in stated.split(",") if form.strip()]
