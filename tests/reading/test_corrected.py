"""What somebody takes back in the same breath is not told as what they see."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.reading.threads.entries import sentences
from escalation.reading.threads.reproduction import reproduction
from escalation.records import Ticket

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The heating goes off at 22:00 instead of 23:00... wait other way round: it stays on until midnight.",
            ("it stays on until midnight.",),
        ),
        (
            "Labels print blank, sorry, the other way round: the preview is blank and labels print fine. Urgent.",
            ("the preview is blank and labels print fine.", "Urgent."),
        ),
        ("早班的工时多算一小时，不对，是反过来，晚班少算一小时。", ("晚班少算一小时。",)),
        ("早班的工时多算一小时。不對，說反了，晚班少算一小時。", ("晚班少算一小時。",)),
        ("Works the other way round too.", ("Works the other way round too.",)),
        ("Export fails. No, the other way round.", ("Export fails.", "No, the other way round.")),
        ("单子没打错，就是打不出来。", ("单子没打错，就是打不出来。",)),
    ],
)
def test_what_is_taken_back_is_left_out(text: str, told: tuple[str, ...]) -> None:
    assert sentences(text) == told


def test_what_they_see_is_what_they_said_last() -> None:
    told = (
        "Since Monday the heating goes off at 22:00 instead of 23:00... wait, other way round: it stays on until 01:00."
    )
    ticket = Ticket.model_validate({"id": "T-1", "subject": "Heating", "description": told, "created_at": AT})
    assert "22:00" not in (reproduction([ticket]).actual or "")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (
            "We cannot key 900 badges in by hand... well ok, the old import takes them. Please mend it all the same.",
            ("the old import takes them.", "Please mend it all the same."),
        ),
        ("No badge can be printed – oh well, okay, the spare printer does it.", ("the spare printer does it.",)),
        ("No badge can be printed. Well ok, bye.", ("No badge can be printed.", "Well ok, bye.")),
    ],
)
def test_what_is_relented_in_the_same_breath_is_not_held_against_us(told: str, kept: tuple[str, ...]) -> None:
    assert sentences(told) == kept
