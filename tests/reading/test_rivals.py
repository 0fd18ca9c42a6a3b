"""A competitor is named where somebody names one, and not by what is said of competitors in general."""

import pytest

from escalation.reading.threads.demand import competitor_names


@pytest.mark.parametrize(
    "words", ["競品早就有了", "竞品都有这个功能", "对手早已支持", "友商基本都有了", "竞品目前也有", "对手没有"]
)
def test_what_all_competitors_have_names_none(words: str) -> None:
    assert competitor_names(words) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [("竞品飞书早就有了", ["飞书"]), ("竞争对手是明道，也支持", ["明道"]), ("竞品Asana已经有了", ["Asana"])],
)
def test_a_name_beside_such_a_word_is_one(words: str, names: list[str]) -> None:
    assert competitor_names(words) == names
