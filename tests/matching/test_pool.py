"""What stands in several sets without one of them is what stands in the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from escalation.matching.pool import Pool


@given(sets=st.lists(st.frozensets(st.integers(0, 9)), max_size=6))
def test_without_one_is_what_stands_in_the_others(sets: list[frozenset[int]]) -> None:
    pool = Pool(sets)
    assert pool.all == frozenset[int]().union(*sets)
    for place, one in enumerate(sets):
        assert pool.without(one) == frozenset[int]().union(*sets[:place], *sets[place + 1 :])
    assert pool.without(frozenset()) == pool.all
