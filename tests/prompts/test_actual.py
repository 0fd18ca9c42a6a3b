"""What comes instead: the sentence that tells it and the text of the error, each once."""

from __future__ import annotations

import pytest

from escalation.assessment import Reproduction
from escalation.terms import Language
from prompts.compose import compose
from tests.prompts.parts import because
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
