"""A way round that holds at another customer with the same fault is offered; one tried in vain, or in another language, never."""

from datetime import timedelta
from typing import Any

import pytest

from escalation.assessment import Assessment
from escalation.records import Comment, Requester
from escalation.terms import Language
from prompts.update import customer_update
from tests.prompts.parts import NORTH, NOW, at, ticket
from tests.prompts.worlds import outage

ENGLISH = "Hi Moira, please switch off “night mode” on the kiln panel and start the programme by hand."
SAID = "Please switch off “night mode” on the kiln panel and start the programme by hand."
CHINESE = "孙工您好，请先在窑炉面板上关闭「夜间模式」，再手动启动程序。"
GESAGT = "请先在窑炉面板上关闭「夜间模式」，再手动启动程序。"


def _said(role: Any, hours: float, body: str) -> Comment:
    return Comment(
        id=f"{role}{hours}", author="Moira Finn" if role == "customer" else "x", role=role, at=NOW - timedelta(hours=hours),
        public=True, body=body,
    )  # fmt: skip


def _world(there: tuple[Comment, ...], here: tuple[Comment, ...] = (), tracked: str = "B-1") -> Assessment:
    """The outage's customer, and another of the same item whose thread is `there`."""
    found = outage()
    own = found.matched[0].ticket.model_copy(update={"linked_tracker": ("B-1",), "comments": here})
    other = ticket("T-2", NORTH, "Kiln stops", "Stops at night.", at(12, 1))
    theirs = other.ticket.model_copy(
        update={"linked_tracker": (tracked,), "comments": there, "requester": Requester(name="Moira Finn")}
    )
    matched = (found.matched[0].model_copy(update={"ticket": own}), other.model_copy(update={"ticket": theirs}))
    return found.model_copy(update={"matched": matched, "affected": (*found.affected, NORTH)})


HOLDS = (_said("agent", 9, ENGLISH), _said("customer", 8, "That works, the kiln runs through. Thanks!"))
HAELT = (_said("agent", 9, CHINESE), _said("customer", 8, "可以了，谢谢！"))


@pytest.mark.parametrize(("there", "language", "said"), [(HOLDS, "en", SAID), (HAELT, "zh", GESAGT)])
def test_what_holds_elsewhere_is_offered_in_the_words_that_were_read_there(
    there: tuple[Comment, ...], language: Language, said: str
) -> None:
    text = customer_update(_world(there), language, "investigating")
    assert said in text
    assert "Moira" not in text
    assert "孙" not in text
    other: Language = "zh" if language == "en" else "en"
    assert said not in customer_update(_world(there), other, "investigating")


@pytest.mark.parametrize(
    ("there", "here"),
    [
        (HOLDS, (_said("customer", 3, "We switched night mode off on the panel, no change."),)),
        (HOLDS, (_said("agent", 5, ENGLISH), _said("customer", 3, "ok"))),
        ((HOLDS[0], _said("customer", 8, "Did that, it still stops.")), ()),
        ((HOLDS[0], _said("customer", 8, "Works for the small kiln, not for the big one.")), ()),
        ((*HOLDS, _said("customer", 2, "Since today it stops again.")), ()),
        ((_said("agent", 9, "Hi Moira, which kiln is it?"), _said("customer", 8, "Works again, thanks.")), ()),
    ],
    ids=["tried in vain", "told already", "failed there", "for some only", "came back", "no advice"],
)
def test_what_is_not_known_to_hold_is_not_offered(there: tuple[Comment, ...], here: tuple[Comment, ...]) -> None:
    assert "night mode" not in customer_update(_world(there, here), "en", "investigating")


def test_of_another_fault_nothing_is_offered() -> None:
    assert "night mode" not in customer_update(_world(HOLDS, tracked="B-9"), "en", "investigating")
