"""Of one customer nothing is told in words that only another's sources have; lengths from now lie where their words set them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.claims.scene.scene import Event, Person, Scene
from escalation.claims.support.cohorts import Case
from escalation.evidence import Evidence
from escalation.records import Account

NOW = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)
FIRST, SECOND = NOW - timedelta(hours=70), NOW - timedelta(hours=21)
CORVID = (
    "Labels printed in February still scan, the fresh ones come back as unknown specimen on our handheld. "
    "Keying the printed number underneath works straight away, whichever scanner people are holding."
)
STONE = (
    "The tablet camera shows a black rectangle, then the application falls back to the overview page. "
    "Reinstalling made no difference whatsoever; several colleagues reported exactly these symptoms."
)


@pytest.fixture(scope="module")
def world() -> EvidenceBook:
    accounts = (Account(id="a1", name="Corvid Health", timezone="UTC"), Account(id="a2", name="Stonebridge Mutual"))
    evidence = [
        Evidence.model_validate(
            {"id": f"E{n}", "source": "tickets", "record_id": f"T-{n}", "quotation": words, "account_id": f"a{n}", "at": at,
             "fetched_at": NOW}
        )
        for n, words, at in ((1, CORVID, FIRST), (2, STONE, SECOND), (1, "Reproduced.", NOW - timedelta(hours=44)))
    ]  # fmt: skip
    book = EvidenceBook.build(evidence, accounts, ["Corvid Holdings"])
    due = NOW + timedelta(hours=22)
    book.cases = (Case("a1", FIRST, record="T-1", solve_due=due), Case("a2", SECOND, record="T-2"))
    reports = (Event(FIRST, "report", "a1", "T-1"), Event(SECOND, "report", "a2", "T-2"))
    ours = Event(NOW - timedelta(hours=44), "message", "a1", "T-1", "Jonas Riedl", "reproduced", inside=True)
    book.scene = Scene((*reports, ours), (Person("Jonas Riedl"),))
    return book


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Corvid Health sees an unknown specimen.", "Stonebridge Mutual sees an unknown specimen on the handheld."),
        ("At Stonebridge Mutual a black rectangle shows.", "At Corvid Health a black rectangle shows on the tablet."),
        ("Corvid Health and Stonebridge Mutual see a black rectangle.", "Corvid Health lost the overview, a black rectangle."),
        ("Corvid Health is not alone.", "Corvid Holdings is not alone."),
        ("70 hours since the first report.", "21 hours since the first report."),
        ("The last message of Stonebridge Mutual is 21 hours old.", "The last message of Stonebridge Mutual is 44 hours old."),
        ("T-1 还剩 22 小时到期。", "T-1 还剩 13 小时到期。"),
        ("It came in on 17 March, three days ago.", "It came in on 17 March, five days ago."),
        ("Jonas Riedl of support reproduced it for Corvid Health on 18 March.",
         "Jonas Riedl of support reproduced it for Stonebridge Mutual on 18 March."),
    ],
)  # fmt: skip
def test_what_is_the_customers_passes_and_what_is_anothers_does_not(world: EvidenceBook, true: str, false: str) -> None:
    assert check_text(true, world) == []
    assert check_text(false, world)


def test_a_stranger_with_whom_there_is_no_relation_is_named_only_as_such() -> None:
    said = Evidence.model_validate(
        {
            "id": "E1",
            "source": "accounts",
            "record_id": "a1",
            "quotation": "No relation to Northhall Group.",
            "fetched_at": NOW,
        }
    )
    book = EvidenceBook.build([said], (Account(id="a1", name="Northhall Labs"),), ["Northhall Group"])
    assert check_text("Northhall Labs has no relation to Northhall Group.", book) == []
    assert [each.reason for each in check_text("At Northhall Group the tablets are dark.", book)] == [
        "customer_of_other"
    ]
