"""Case A with one update ten minutes late: the letter says sorry for the promise, and may go."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.stories.data import Story, story
from evals.stories.run import play, stage

pytestmark = pytest.mark.anyio
UPDATE = "partial_recovery"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def _until_the_update(at: str) -> Story:
    """The case up to its third update, whose hour is `at`."""
    told = story("A")
    last = next(n for n, step in enumerate(told.steps) if step.update == UPDATE)
    third = next(n for n, step in enumerate(told.steps) if step.at == "19:00")
    late = told.steps[third].model_copy(update={"at": at})
    return told.model_copy(update={"steps": [*told.steps[:third], late, *told.steps[third + 1 : last + 1]]})


@pytest.mark.parametrize(("at", "times"), [("19:00", 0), ("19:10", 1)])
async def test_a_late_letter_owns_up_and_is_not_held_back_for_it(
    at: str, times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path / "home"))
    told = _until_the_update(at)
    with stage(tmp_path, next(told.timed())[0]) as on:
        played = [each async for each in play(told, "zh", on)]
    answers = {answer.tool: answer.said for answer in played[-1].answers}
    proposed = answers["propose_action"]

    assert "findings" not in proposed or proposed["findings"] == []
    assert proposed["text"].count("我们答应在 2026-03-20 19:00（北京时间）之前给您答复，却没有做到。") == times
    assert "carry_out" in answers
