"""Whole texts as people get them; a change of words shows here and is read before it is kept."""

from pathlib import Path
from typing import cast

import pytest

from escalation.terms import Language
from prompts.brief import render_brief
from prompts.compose import compose
from prompts.update import customer_update
from tests.prompts.worlds import EVERY

WHOLE = Path(__file__).parent / "whole"
BRIEFS = ("outage.zh", "pattern.en", "security.zh", "relationship.en", "feature.zh", "documented.en", "too_little.zh")
UPDATES = ("outage.zh.acknowledged", "security.en.security_notice")


def text_of(name: str) -> str:
    """The text that a file of `whole/` holds: "<world>.<language>" a brief, with a phase after it an update."""
    world, language, *phase = name.split(".")
    found, tongue = EVERY[world](), cast("Language", language)
    if phase == ["acknowledged"]:
        return customer_update(found, tongue, "acknowledged")
    if phase == ["security_notice"]:
        return customer_update(found, tongue, "security_notice")
    return render_brief(found, compose(found, tongue), tongue, escalation_id="ESC-0001")


@pytest.mark.parametrize("name", [*BRIEFS, *UPDATES])
def test_the_whole_text_is_as_it_was_read_and_kept(name: str) -> None:
    assert text_of(name) == (WHOLE / f"{name}.md").read_text(encoding="utf-8")


def test_no_kept_text_is_left_without_its_test() -> None:
    assert {path.stem for path in WHOLE.glob("*.md")} == {*BRIEFS, *UPDATES}


@pytest.mark.parametrize(("language", "words"), [("en", "is said above"), ("zh", "见上")])
def test_what_the_customers_do_today_is_said_above_only_where_it_is(language: Language, words: str) -> None:
    found = EVERY["feature"]()
    told = compose(found, language)
    assert told.product is not None
    silent = told.model_copy(update={"product": told.product.model_copy(update={"use_case": None})})
    assert words in render_brief(found, told, language)
    assert words not in render_brief(found, silent, language)
