"""Whose words the line is, in the list of sources."""

import pytest

from escalation.brief import BriefText
from escalation.terms import Language
from prompts.brief import render_brief
from tests.prompts.parts import evidence
from tests.prompts.worlds import pattern


@pytest.mark.parametrize(
    ("language", "by_name", "nameless"),
    [
        ("en", "the report as typed by Priya \\_Raman\\_", "the report as typed,"),
        ("zh", "Priya \\_Raman\\_ 的上报原文", "上报原文，"),
    ],
)
def test_the_line_as_typed_has_the_name_of_who_typed_it(language: Language, by_name: str, nameless: str) -> None:
    """An answer to a question, and words that somebody handed in later, may be another person's."""
    world = pattern()
    line = evidence("E1", "reporter", world.issue.text, source="reporter")
    later = evidence("E2", "reporter", "It is three of them.", source="reporter", at=world.at)
    told = world.model_copy(update={"evidence": (line, later), "reported_by": "Priya _Raman_"})
    words = BriefText(summary="Rows missing", description="Rows [E1]. Three [E2].")
    sources = render_brief(told, words, language).splitlines()
    (first,) = (each for each in sources if each.startswith("- [E1]"))
    (second,) = (each for each in sources if each.startswith("- [E2]"))
    assert by_name in first
    assert nameless in second
    unsaid = render_brief(told.model_copy(update={"reported_by": None}), words, language)
    assert "Priya" not in unsaid
