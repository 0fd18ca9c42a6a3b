"""Words and concepts have names in common: which of the two counts stands for the name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from escalation.matching.profile import Profile
from escalation.ports import Workspace
from tools.desk.frequencies import counted

NONE = frozenset[str]()
TERMS = ("alarm", "bank", "export", "login", "zebra")
SETS = st.frozensets(st.sampled_from(TERMS))


class Counting:
    """A workspace that counts all it knows, whatever it is asked."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts, self.asked = counts, set[str]()

    def term_frequencies(self, tokens: Iterable[str]) -> Mapping[str, int]:
        self.asked |= set(tokens)
        return self.counts


def profiles(words: Iterable[frozenset[str]], concepts: Iterable[frozenset[str]]) -> list[Profile]:
    return [Profile(c, w, NONE, NONE) for w, c in zip(words, concepts, strict=True)]


@given(
    words=st.tuples(SETS, SETS),
    concepts=st.tuples(SETS, SETS),
    counts=st.dictionaries(st.sampled_from([*TERMS, *(f"c:{t}" for t in TERMS)]), st.integers(0, 9)),
)
def test_a_name_is_counted_as_the_concept_where_one_was_asked_for(
    words: tuple[frozenset[str], ...], concepts: tuple[frozenset[str], ...], counts: dict[str, int]
) -> None:
    workspace = Counting(counts)
    found = counted(cast("Workspace", cast("Any", workspace)), profiles(words, concepts))
    asked = {*NONE.union(*words), *(f"c:{one}" for one in NONE.union(*concepts))}
    assert workspace.asked == asked
    expected: dict[str, int] = {}
    for token in sorted(asked, key=lambda t: t.startswith("c:")):  # a concept after all words
        if counts.get(token):
            expected[token.removeprefix("c:")] = counts[token]
    assert dict(found) == expected
    assert {term: found.get(term, 0) for term in TERMS} == {term: expected.get(term, 0) for term in TERMS}
    assert bool(found) == bool(expected)
    assert len(found) == len(expected)
