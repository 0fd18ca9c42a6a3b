"""The program's own brief is held to the check in every field: what no evidence carries is left out, and the rest stands."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from escalation.brief import BriefStep, BriefText
from escalation.policy import Policy
from escalation.terms import Language
from prompts.compose import compose
from tools.desk import writing
from tools.desk.desk import Desk, Request
from tools.desk.left_out import without
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

TEXT = BriefText(
    summary="Rows missing",
    description="Acme wrote: “Rows gone. All of them?” [E1] It is 5 percent. Three left [E2].",
    tried=(BriefStep(step="cache", result="same. again"), BriefStep(step="browser")),
    context=("one", "two"),
    deadline="by 5",
)


def spot(field: str, words: str) -> list[tuple[int, int]]:
    return [(field.index(words), field.index(words) + len(words))]


def test_a_sentence_goes_and_its_neighbours_keep_their_sources() -> None:
    told = without(TEXT, "description", spot(TEXT.description, "5 percent"))
    assert told.description == "Acme wrote: “Rows gone. All of them?” [E1] Three left [E2]."
    quoting = without(TEXT, "description", spot(TEXT.description, "Rows"))
    assert quoting.description == "It is 5 percent. Three left [E2]."
    chinese = TEXT.model_copy(update={"description": "甲公司反馈：「少了行。」[E1]。占百分之五。剩三行[E2]。"})
    left = without(chinese, "description", spot(chinese.description, "百分之五"))
    assert left.description == "甲公司反馈：「少了行。」[E1]。剩三行[E2]。"


def test_an_entry_goes_with_what_it_is_about_and_a_field_of_nothing_is_unknown() -> None:
    assert without(TEXT, "context[0]", [(0, 3)]).context == ("two",)
    assert without(TEXT, "tried[0].step", [(0, 3)]).tried == (BriefStep(step="browser"),)
    assert without(TEXT, "tried[0].result", [(0, 4)]).tried[0] == BriefStep(step="cache", result="again")
    assert without(TEXT, "deadline", [(3, 4)]).deadline is None


@pytest.mark.parametrize(
    ("language", "invented"), [("en", "ARR of $999,111 is at risk."), ("zh", "存在风险的 ARR 为 99.9 万美元。")]
)
def test_no_field_of_an_own_brief_goes_out_unchecked(
    sample_store: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language, invented: str
) -> None:
    desk = Desk(StoreWorkspace(sample_store), Register(open_store(str(tmp_path / "r.db"))), Policy())
    prepared = desk.prepare(Request("API returning 500 errors intermittently for Acme Corp"))
    true, gap = compose(prepared.assessment, language), " " if language == "en" else ""

    def careless(*args: Any, **options: Any) -> BriefText:
        told = compose(*args, **options)
        return told.model_copy(update={"revenue_at_risk": f"{told.revenue_at_risk}{gap}{invented}"})

    monkeypatch.setattr(writing, "compose", careless)
    written = writing.write(desk, prepared.assessment, escalation_id=prepared.escalation_id, language=language)
    assert written.text.revenue_at_risk
    assert invented not in written.markdown
    assert written.text == true.model_copy(update={"summary": written.text.summary})
