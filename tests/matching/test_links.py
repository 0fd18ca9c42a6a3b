"""Whole ids only: T-10 is not in T-101, and a bare number needs its hash sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.matching.links import named_ids, names_id

IDS = frozenset({"T-10", "T-101", "10", "ENG-7"})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("see T-10", {"T-10"}),
        ("see T-101, not the other", {"T-101"}),
        ("T-10's customer and (ENG-7)", {"T-10", "ENG-7"}),
        ("ticket #10 again", {"10"}),
        ("10 customers", set[str]()),
        ("T-10-1", set[str]()),
        ("客户T-10的工单", {"T-10"}),
    ],
)
def test_ids_are_named_as_whole_words(text: str, named: set[str]) -> None:
    assert named_ids(text, IDS) == named
    assert {i for i in IDS if names_id(text, i)} == named


@given(st.text(alphabet="T-10 #EG7,的.", max_size=30))
def test_many_at_once_is_the_same_as_one_by_one(text: str) -> None:
    assert named_ids(text, IDS) == {i for i in IDS if names_id(text, i)}
