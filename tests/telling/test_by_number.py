"""A message that calls the tracker's item of the matter by its number alone is found and told; one that counts with it is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from escalation.assess import assess
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import Message, Ticket, TrackerItem
from prompts.brief import render_brief
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, item, ticket


def _records(text: str) -> tuple[Ticket, TrackerItem, Message]:
    told = ticket(
        "L-1", "quayhall", "Lift stops between two floors, code DRV-31", days=2, type="bug", linked_tracker=["LIFT-733"]
    )
    known = item("LIFT-733", linked=("L-1",), title="Drive stops with DRV-31", status="in_progress", type="bug")
    said = Message(id="m1", channel="#drives", at=NOW - timedelta(hours=5), author="Odd", text=text)
    return told, known, said


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("733: the brake relay answers too late since 8.1.", True),
        ("Tower Nine has the like of it, probably 733.", True),
        ("733 visitors came to the open day", False),
    ],
)
def test_a_message_of_the_number_alone(text: str, *, is_told: bool) -> None:
    told, known, said = _records(text)
    hall = account("quayhall", name="Quayhall")
    world = Context(
        tickets=(told,), accounts={"quayhall": hall}, named=(hall,), items=(known,), messages=(said,),
        frequencies={"lift": 3}, ticket_total=1000,
    )  # fmt: skip
    found = assess(understand("Lift stops between floors at Quayhall, DRV-31"), world, Policy(), NOW)
    assert ("m1" in found.cited.chat) is is_told
    assert (text in render_brief(found, compose(found, "en"), "en")) is is_told
