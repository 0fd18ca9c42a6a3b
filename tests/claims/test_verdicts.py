"""The verdict in words is the assessment's, and a cause is only told where a source speaks of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from escalation.claims import book_of, check_text
from evals.inventions.sample_books import sample_company

World = Callable[..., Callable[[str], list[tuple[str, str]]]]
Judge = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def judged() -> Iterator[Judge]:
    with sample_company() as company:
        book = book_of(company.assess("xyz-sync-outage")[1])
        assert book.severity == "critical"
        yield lambda text: [each.reason for each in check_text(text, book)]


def test_another_severity_than_the_assessed_one_is_stopped(judged: Judge) -> None:
    assert judged("Severity is low.") == ["severity_other"]
    assert judged("Severity: Critical.") == []


@pytest.mark.parametrize("text", ["Root cause: a broken index.", "根因是索引损坏。"])
def test_a_cause_is_told_only_where_a_source_speaks_of_one(world: World, text: str) -> None:
    assert [reason for _, reason in world("sync is down")(text)] == ["cause_unknown"]
    assert world("the outage was caused by a broken index 导致")(text) == []


@pytest.mark.parametrize(
    "text", ["Root cause: unknown.", "Root cause is not known yet.", "根因：待确认。", "根因未知。"]
)
def test_an_unknown_cause_may_be_called_so(world: World, text: str) -> None:
    assert world("sync is down")(text) == []


def test_a_year_may_end_a_sentence(world: World) -> None:
    assert world("customer since 2023-09-01")("A customer since 2023.") == []
