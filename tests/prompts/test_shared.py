"""What reports are said to share stands in each of them, as they write it."""

import pytest

from escalation.terms import Language
from prompts.compose import compose
from tests.prompts.worlds import pattern


def shared(error: str = "", *, endpoint: str = "", shown: tuple[str, str], language: Language = "en") -> str:
    """The description of two reports that end in what each of them shows, where these were typed."""
    found = pattern()
    told = tuple(
        m.model_copy(update={"ticket": m.ticket.model_copy(update={"description": f"{m.ticket.description} {words}"})})
        for m, words in zip(found.matched, shown, strict=True)
    )
    typed = {"error_strings": (error,) if error else (), "endpoints": (endpoint,) if endpoint else ()}
    changed = {"issue": found.issue.model_copy(update=typed), "matched": told}
    return compose(found.model_copy(update=changed), language).description


def test_an_error_keeps_the_capitals_that_the_reports_gave_it() -> None:
    assert "the error “Row Lost”" in shared("row lost", shown=("Row Lost", "row lost"))
    assert "共同点是报错 HTTP 500。" in shared("http 500", shown=("返回 500。", "HTTP 500"), language="zh")
    assert "the endpoint /v2/export." in shared(endpoint="/v2/export", shown=("/v2/export", "GET /v2/export"))


@pytest.mark.parametrize("shown", [("Row Lost", "Empty"), ("Empty", "Row Lost"), ("Row Lost", "xRow Lostx")])
def test_what_one_report_does_not_show_is_not_what_they_share(shown: tuple[str, str]) -> None:
    assert "share" not in shared("row lost", shown=shown)
