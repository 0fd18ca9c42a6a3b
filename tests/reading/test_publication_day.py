"""The day on which it will be in the press is by when something must be said; the day on which it was is not."""

from __future__ import annotations

import pytest

from escalation.reading.signals.polarity import assertions


@pytest.mark.parametrize(
    "sentence",
    ["It will be in the press on Friday.", "Their PR wrote: “It will be in the local papers this Thursday.”",
     "The story runs tomorrow.", "The reporter publishes on Friday", "the article goes out on Monday",
     "The newspaper will print it on Friday.", "报社在问这件事，周五见报", "记者说：「周五见报」", "明早见报，得先跟他们谈",
     "客户说：“周五就要登报了，你们看着办。”", "记者说报道下周刊发"],
)  # fmt: skip
def test_when_it_will_be_in_the_press_is_a_deadline(sentence: str) -> None:
    assert "deadline" in {each.signal for each in assertions(sentence)}


@pytest.mark.parametrize(
    "sentence",
    ["The report runs every Friday.", "It was in the news on Monday.", "Emails go out on Monday twice.", "昨天见报了",
     "The article about filters is out of date.", "The export runs at night."],
)  # fmt: skip
def test_what_was_or_runs_by_itself_is_none(sentence: str) -> None:
    assert "deadline" not in {each.signal for each in assertions(sentence)}
