"""The four worked cases of domain.md §9, played through the real tools in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from escalation.terms import Language
from evals.stories.data import CASES, story
from evals.stories.run import Played, play, stage
from evals.stories.tell import Teller

pytestmark = pytest.mark.anyio
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path / "home"))


async def played(case: str, language: Language, place: Path) -> list[Played]:
    told = story(case)
    with stage(place, next(told.timed())[0]) as on:
        return [each async for each in play(told, language, on)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
async def test_a_case_goes_as_it_is_written(case: str, language: Language, tmp_path: Path) -> None:
    steps = await played(case, language, tmp_path)
    assert [f"{each.at:%H:%M} {wrong}" for each in steps for wrong in each.wrong] == []
    told = "\n".join(map(Teller(language).told, steps))
    assert steps[0].answers[0].arguments["issue"][:12] in told
