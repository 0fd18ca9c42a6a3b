"""How much each token of a question says about what is asked, before it is known how rare the token is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from escalation.text.concepts import concepts_of, forms, spans_in_run, spans_in_words
from escalation.text.stopwords import STOP_WORDS
from escalation.text.tokens import is_cjk, is_identifier, prepared, runs_of, tokens_from, worth_searching
from escalation.text.words import plain_words

IDENTIFIER = 2.0  # an error string or an id names one thing
CONCEPT = 1.5  # said in any words and language
BACKGROUND = 0.5  # concepts that stand in questions of every kind
PLAIN = 1.0
LIKELY_WORD = 0.7  # two Chinese characters that no known word claims
SAID_BY_CONCEPT = 0.5  # the wording, where the concept counts already: other wordings must keep up with it
ACROSS_WORDS = 0.2  # the end of one Chinese word with the beginning of the next

_BACKGROUND = frozenset(
    {
        "customer",
        "user",
        "team",
        "question",
        "today",
        "weekly",
        "report",
        "several_customers",
        "all_users",
        "urgent",
        "severe",
    }
)


def asked(text: str) -> dict[str, float]:
    """Token or concept (`c:<id>`) of a question -> factor of its weight; stop words are left out where `query_tokens` does."""
    return dict(_asked(text))


@lru_cache(maxsize=64)  # one question goes to several kinds of records
def _asked(text: str) -> tuple[tuple[str, float], ...]:
    ready = prepared(text)
    cut = runs_of(ready)
    said = dict(_wordings(cut))
    found = {token: _factor(token, said) for token in worth_searching(tokens_from(cut, ready))}
    meant = sorted({f"c:{concept}" for concept in concepts_of(cut)})
    return (*found.items(), *((one, BACKGROUND if one[2:] in _BACKGROUND else CONCEPT) for one in meant))


def _factor(token: str, said: dict[str, float]) -> float:
    return IDENTIFIER if is_identifier(token) else said.get(token, PLAIN)


def _wordings(cut: Iterable[str]) -> Iterator[tuple[str, float]]:
    """Factors of Chinese pairs and of English words that belong to a concept; the strongest reading of a token comes last."""
    found: list[tuple[str, float]] = []
    words: list[str] = []
    for run in cut:
        if is_cjk(run):
            found += _pairs(run)
        else:
            words += plain_words(run)
    row = tuple(words)
    for start, end, _ in spans_in_words(row, forms()):
        found += [(word, SAID_BY_CONCEPT) for word in row[start:end] if word not in STOP_WORDS]
    yield from sorted(found, key=lambda pair: pair[1])


def _pairs(run: str) -> Iterator[tuple[str, float]]:
    form_of = [0] * len(run)
    for number, (start, end, _) in enumerate(spans_in_run(run, forms()), 1):
        form_of[start:end] = [number] * (end - start)
    for at in range(len(run) - 1):
        first, second = form_of[at], form_of[at + 1]
        factor = (SAID_BY_CONCEPT if first else LIKELY_WORD) if first == second else ACROSS_WORDS
        yield run[at : at + 2], factor
