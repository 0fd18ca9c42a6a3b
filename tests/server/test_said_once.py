"""The list of evidence says each thing once."""

from datetime import UTC, datetime
from typing import Any

from escalation.evidence import Evidence
from tools.catalog.evidence_lines import once

AT = datetime(2026, 3, 20, tzinfo=UTC)


def piece(id_: str, quotation: str, source: str = "tickets", record: str = "T-1", about: str = "text") -> Evidence:
    data: dict[str, Any] = {"id": id_, "source": source, "record_id": record, "quotation": quotation, "about": about}
    return Evidence.model_validate({**data, "fetched_at": AT})


def shown(*given: Evidence, cited: frozenset[str] = frozenset()) -> list[str]:
    return [each.id for each in once(given, cited)]


def test_a_sentence_that_stands_in_a_fuller_passage_is_not_repeated() -> None:
    whole = piece("E2", "Rows are missing. Since Monday. Please help.")
    assert shown(piece("E1", "Since Monday."), whole, piece("E3", "Other words")) == ["E2", "E3"]


def test_what_is_cited_stays_and_the_whole_goes_where_it_says_little_more() -> None:
    given = (piece("E1", "Rows are missing since Monday"), piece("E2", "Rows are missing since Monday, thanks"))
    assert shown(*given, cited=frozenset({"E1"})) == ["E1"]


def test_the_same_words_on_two_tickets_are_two_pieces() -> None:
    assert shown(piece("E1", "Same"), piece("E2", "Same", record="T-2")) == ["E1", "E2"]


def test_of_a_result_computed_again_the_last_is_shown() -> None:
    before = piece("E1", "customers affected = 1", "computed", "affected_customers", "affected_customers")
    after = piece("E2", "customers affected = 4", "computed", "affected_customers", "affected_customers")
    assert shown(before, after) == ["E2"]
