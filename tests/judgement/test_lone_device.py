"""A device that does nothing, of which nothing is on record and nothing more is said: it is asked about first."""

from __future__ import annotations

import pytest

from escalation.assess import assess
from escalation.judgement.answers import read_answers
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.weighing import Inputs
from tests.judgement.worlds import NOW, context, ticket

OTHER = ticket("T-1", "globex", "Invoice copy")


@pytest.mark.parametrize(
    "line",
    [
        "Label printer dead at Acme",
        "pay machine touch screen not responding at Acme",
        "Acme的自助机触摸屏没反应",
        "Acme售票機觸控螢幕沒反應",
    ],
)
def test_a_dead_device_is_asked_about_first(line: str) -> None:
    found = assess(understand(line), context(OTHER, named=("acme",)), Policy(), NOW)
    assert found.decision in {"need_info", "handle"}
    assert found.target is None


def test_asked_since_when_and_what_was_tried() -> None:
    found = assess(understand("Acme的自助机触摸屏没反应"), context(OTHER, named=("acme",)), Policy(), NOW)
    assert found.decision == "need_info"
    assert {"since_when", "what_was_tried"} <= {q.signal for q in found.questions}


@pytest.mark.parametrize(
    "line",
    [
        "All label printers dead at Acme since the update",
        "Acme的自助机触摸屏全都没反应",
        "Dashboard not responding at Acme",
    ],
)
def test_more_than_one_device_or_none_goes_on_as_before(line: str) -> None:
    found = assess(understand(line), context(OTHER, named=("acme",)), Policy(), NOW)
    assert found.decision == "escalate"


def test_what_was_answered_is_not_asked_again() -> None:
    given = Inputs(answers=read_answers({"what_was_tried": "重启过，换过插座，没用"}))
    found = assess(understand("Acme的自助机触摸屏没反应"), context(OTHER, named=("acme",)), Policy(), NOW, given)
    assert found.decision == "escalate"
