"""A tracker that no ticket is linked with, as two exports beside each other are: the error that both show ties them."""

import pytest

from escalation.assess import assess
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, item, ticket

REPORT = ticket("T-1", "acme", "Export fails", description="The CSV export fails with ERR_X9 since Monday.")
LINE = "Export fails with ERR_X9"


@pytest.mark.parametrize(
    ("body", "status", "cited"),
    [
        ("The exporter throws ERR_X9 since build 77", "in_progress", ("ENG-5",)),
        ("The exporter throws ERR_X9 since build 77", "done", ()),
        ("The exporter throws ERR_Q4 since build 77", "in_progress", ()),
        ("The exporter answers with HTTP 500", "in_progress", ()),
    ],
)
def test_an_open_item_that_shows_the_same_error_is_told(body: str, status: str, cited: tuple[str, ...]) -> None:
    tracked = item("ENG-5", title="Build 77", body=body, status=status)
    found = assess(understand(LINE), context(REPORT, items=(tracked,)), Policy(), NOW)
    assert found.cited.tracker == cited


def test_a_linked_item_goes_before_one_of_the_same_error() -> None:
    linked = item("ENG-6", title="Exporter", body="Rows", status="open", linked=("T-1",))
    other = item("ENG-5", title="Build 77", body="It throws ERR_X9", status="open")
    found = assess(understand(LINE), context(REPORT, items=(linked, other)), Policy(), NOW)
    assert found.cited.tracker == ("ENG-6",)
