"""Names are found at their place, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.line.names import Names

NAMES = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1)


@given(st.sets(NAMES, min_size=1, max_size=80), st.lists(NAMES, max_size=20))
def test_each_name_has_its_place_and_no_other_has_one(known: set[str], others: list[str]) -> None:
    ordered = sorted(known)
    names = Names.of("\n".join(ordered))
    assert [names.get(name) for name in ordered] == list(range(len(ordered)))
    assert all(names.get(other) is None for other in others if other not in known)


@pytest.mark.parametrize("asked", ["", "b\nc", "\n", "b\n", "a", "d", "bb"])
def test_parts_and_neighbours_of_names_are_no_names(asked: str) -> None:
    assert Names.of("b\nc").get(asked) is None


def test_names_out_of_order_or_twice_are_refused() -> None:
    for text in ("b\na", "a\na"):
        with pytest.raises(ValueError, match="order"):
            Names.of(text)
