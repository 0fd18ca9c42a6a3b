"""How a story is told: folded for a terminal, in two languages, and refused where it does not hold together."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from evals.stories.__main__ import main
from evals.stories.data import CASES, Step, Story, Telling, story
from evals.stories.fold import block, folded, width
from evals.stories.run import Answer, Played
from evals.stories.tell import Teller


@pytest.mark.parametrize("case", CASES)
def test_every_step_is_told_in_both_languages_and_time_goes_forward(case: str) -> None:
    told = story(case)
    assert set(told.title) == {"en", "zh"}
    hours = [at for at, _ in told.timed()]
    assert hours == sorted(hours)
    for step in told.steps:
        assert set(step.tell) == {"en", "zh"}
        assert sum(bool(each) for each in (step.call, step.send, step.update, step.arrives)) == 1
        assert bool(step.yes) is bool(step.send or step.update), "whatever is sent, somebody has agreed to"


def test_a_case_that_is_none_and_a_language_that_is_none_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="There is no case 'Q'"):
        story("Q")
    assert [main([]), main(["Q"]), main(["A", "fr"])] == [2, 2, 2]
    assert "Name a case" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ((None,), "begins with a date and an hour"),
        (("16:15",), "begins with a date"),
        (("2026-03-20 16:15", "15:00"), "backwards"),
    ],
)
def test_a_story_whose_hours_do_not_follow_is_refused(hours: tuple[str | None, ...], said: str) -> None:
    steps = [{"tell": {"en": "x", "zh": "x"}, "at": at} for at in hours]
    told = Story.model_validate({"title": {}, "zone": "Asia/Shanghai", "steps": steps})
    with pytest.raises(ValueError, match=said):
        list(told.timed())


def test_words_in_two_languages_are_told_in_one() -> None:
    said = {"text": {"en": "yes", "zh": "是"}, "several": [{"en": "a", "zh": "甲"}, 1], "plain": "x"}
    assert Telling("zh").words(said) == {"text": "是", "several": ["甲", 1], "plain": "x"}


def test_lines_are_folded_by_the_columns_that_they_take() -> None:
    line = "数据同步今天完全停止，约 50 人团队无法工作。" * 4
    parts = list(folded(line, 30))
    assert "".join("".join(part.split()) for part in parts) == "".join(line.split())
    assert max(width(part) for part in parts) <= 32
    assert not [part for part in parts if part[:1] in "，。"]
    assert block("one two three", "| ", wide=9) == ["| one two", "| three"]
    assert block("", "| ") == ["|"]


def test_what_is_not_as_the_story_has_it_is_told_and_fails() -> None:
    teller = Teller("en")
    assert (
        teller.say("verdict", decision="escalate", severity="–", target=None, business_impact="low").count("unknown")
        == 1
    )


def test_instants_are_told_on_the_storys_clock_and_a_brief_once() -> None:
    teller = Teller("en", hour=datetime(2026, 3, 20, 17, tzinfo=ZoneInfo("Asia/Shanghai")))
    told = teller.local("2026-03-20T09:00Z promise; done 2026-03-20 11:28 UTC; due 2026-03-23T01:30:00Z; 2026-03-31")
    assert told == "17:00 promise; done 19:28; due 2026-03-23 09:30; 2026-03-31"
    teller.brief = "# Brief\n\nWords.\n\n## Next steps\n\n1. Post it."
    posted = {"hash": "h", "destination": "#x", "text": "# Brief\n\nWords."}
    assert "(the brief above, word for word)" in teller.told(_played(Answer("propose_action", {}, posted)))
    other = teller.told(_played(Answer("propose_action", {}, posted | {"text": "Other."})))
    assert "Other." in other


def test_what_was_cleared_when_it_was_proposed_is_not_told_as_held_back() -> None:
    draft = Answer("draft_customer_update", {}, {"ready": False, "findings": [{"change": "A date nobody approved."}]})
    assert "Held back: A date" in Teller("en").told(_played(draft))
    cleared = Answer("propose_action", {}, {"hash": "h", "destination": "#x", "text": "By noon."})
    assert "Held back" not in Teller("en").told(_played(draft, cleared))


def _played(*answers: Answer) -> Played:
    step = Step.model_validate({"tell": {"en": "It goes on.", "zh": "继续。"}, "call": "x"})
    return Played(datetime(2026, 3, 20, 17, tzinfo=ZoneInfo("Asia/Shanghai")), step, answers, ())
