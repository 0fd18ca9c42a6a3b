"""What comes instead: the sentence that tells it and the text of the error, each once."""

from __future__ import annotations

import pytest

from escalation.assessment import Reproduction
from escalation.terms import Language
from prompts.compose import compose
from tests.prompts.parts import because, evidence
from tests.prompts.worlds import pattern


@pytest.mark.parametrize(
    ("language", "beside"), [("en", " Error: “ERR_EXPORT_7” [E1]."), ("zh", "报错：「ERR_EXPORT_7」[E1]。")]
)
@pytest.mark.parametrize("told", ["Since 13:00 all of our 600 users see it end.", "It ends early."])
def test_the_error_text_stands_beside_what_is_seen(language: Language, beside: str, told: str) -> None:
    seen = because("technical", "error_seen", "E1", error="ERR_EXPORT_7", tickets=("T-1",))
    found = Reproduction(steps=("Open it.",), actual=told)
    world = pattern().model_copy(update={"reasons": (seen,), "reproduction": found})
    body = compose(world, language).reproduction
    assert body is not None
    assert (body.actual or "").endswith(beside)
    assert told in (body.actual or "")


def test_an_error_text_that_the_sentence_holds_is_not_told_twice() -> None:
    seen = because("technical", "error_seen", "E1", error="ERR_EXPORT_7", tickets=("T-1",))
    found = Reproduction(actual="It ends in err-export-7 at noon.")
    body = compose(pattern().model_copy(update={"reasons": (seen,), "reproduction": found}), "en").reproduction
    assert body is not None
    assert (body.actual or "").casefold().count("export") == 1


@pytest.mark.parametrize(
    ("language", "said"), [("en", " Works in: “8.3.2” [E1]."), ("zh", "在以下环境中正常：「8.3.2」[E1]。")]
)
def test_where_it_works_is_said_to_be_where_it_works(language: Language, said: str) -> None:
    held = evidence("E1", "T-1", "Blank on 8.4.0, 8.3.2 is fine.", internal=False)
    found = Reproduction(environment=("8.4.0",), works_in=("8.3.2",), evidence=("E1",))
    world = pattern().model_copy(update={"evidence": (held,), "reproduction": found})
    body = compose(world, language).reproduction
    assert body is not None
    assert said.strip() in (body.environment or "")
    assert (body.environment or "").index("8.4.0") < (body.environment or "").index(said.strip()[:4])


def test_how_often_is_not_the_whole_sentence_of_what_comes_again() -> None:
    said = "It fails, but not every time."
    found = Reproduction(actual=said, frequency=said)
    body = compose(pattern().model_copy(update={"reproduction": found}), "en").reproduction
    assert body is not None
    assert (body.actual or "").count("not every time") == 1
