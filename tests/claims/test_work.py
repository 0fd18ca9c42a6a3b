"""A text twice as long takes about twice the work, however many values stand in one sentence: work is counted, not timed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.reading import Reading
from escalation.claims.stops import FULL, LONGEST, sentences
from evals.inventions.company_books import company_books

pytestmark = pytest.mark.no_cover  # long texts of one thing: the same lines thousands of times
HOSTILE = (
    "10人",
    "2 users ",
    "2小时",
    "5% ",
    "$5k ",
    "12 hours before 3 days after ",
    "[E1] 5 hours ",
    "Reggie Malone 3 users ",
)


@pytest.fixture(scope="module")
def company() -> EvidenceBook:
    return next(book for _, book, _ in company_books())


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry per search of a pattern: the characters it was given to look through."""
    done: list[int] = []
    search, finditer = Lazy.search, Lazy.finditer

    def length(text: str, span: tuple[int, ...]) -> int:
        return min(len(text), span[1] if len(span) > 1 else len(text)) - (span[0] if span else 0)

    def counted(self: Lazy, text: str, *span: int) -> re.Match[str] | None:
        done.append(length(text, span))
        return search(self, text, *span)

    def iterated(self: Lazy, text: str, *span: int) -> Iterator[re.Match[str]]:
        done.append(length(text, span))
        return finditer(self, text, *span)

    monkeypatch.setattr(Lazy, "search", counted)
    monkeypatch.setattr(Lazy, "finditer", iterated)
    return done


@pytest.mark.parametrize("said", HOSTILE)
def test_work_grows_with_the_text_and_not_faster(company: EvidenceBook, work: list[int], said: str) -> None:
    totals: list[int] = []
    for times in (50, 100, 200):
        work.clear()
        check_text(said * times, company)
        totals.append(sum(work))
    assert totals[2] < 2.6 * totals[1], totals
    assert totals[1] < 2.6 * totals[0], totals


@pytest.mark.parametrize("said", HOSTILE)
def test_a_value_is_judged_beside_a_bounded_number_of_others(company: EvidenceBook, said: str) -> None:
    reading = Reading(said * 200, company)
    places = [reading.place(claim) for claim in reading.claims]
    assert max(len(place.beside) for place in places) <= FULL
    assert max(len(place.sentence) for place in places) <= LONGEST


def test_a_long_sentence_is_cut_between_words_and_a_plain_one_is_left_whole() -> None:
    assert sentences("One. Two! 三。四") == [0, 4, 9, 12, 13]
    bounds = sentences("word " * 300)
    assert [end - start for start, end in pairwise(bounds)] == [600, 600, 300]
    assert sentences("x" * 1300) == [0, 600, 1200, 1300]
