"""A letter greets whoever of its customer wrote last, as the record calls them, and never somebody else's person."""

from datetime import timedelta
from typing import Any

import pytest

from escalation.assessment import Assessment
from escalation.audience import check, reader
from escalation.records import Comment, Contact, Requester
from escalation.terms import Language
from escalation.updates.addressed import Addressed, addressed
from prompts.update import PHASES, customer_update
from tests.prompts.parts import NORTH, NOW, XYZ, at, ticket
from tests.prompts.worlds import outage


def _said(role: Any, hours: float, author: str | None, body: str = "…") -> Comment:
    return Comment(
        id=f"{role}{hours}", author=author, role=role, at=NOW - timedelta(hours=hours), public=True, body=body
    )


def _world(
    *comments: Comment, opened: str | None = None, contacts: tuple[Contact, ...] = (), **fields: Any
) -> Assessment:
    found = outage()
    match = found.matched[0]
    asked = Requester(name=opened) if opened else None
    told = match.ticket.model_copy(update={"comments": comments, "requester": asked, **fields})
    own = XYZ.model_copy(update={"contacts": contacts, "csm": "Olga Reyes"})
    return found.model_copy(update={"matched": (match.model_copy(update={"ticket": told}),), "account": own})


def test_who_wrote_last_is_greeted_by_author_or_signature_else_who_opened_it() -> None:
    by_author = _world(_said("customer", 5, "Ann Frost"), _said("customer", 2, "Lee van Dorn"), opened="Ann Frost")
    assert addressed(by_author) == Addressed("Lee van Dorn")
    signed = _world(_said("customer", 2, "Ann Frost", "It stops again.\n\nKind regards\nJuan Pérez\nKiln hall 2"))
    assert addressed(signed) == Addressed("Juan Pérez")
    assert addressed(_world(_said("agent", 2, "Sam Agent"), opened="Ann Frost")) == Addressed("Ann Frost")
    assert addressed(_world(_said("customer", 2, "韩梅"), opened="李雷")) == Addressed("韩梅")


@pytest.mark.parametrize(
    "name",
    [
        "customer",
        "ann@kiln.example",
        "IT Support",
        "Billing Team",
        "运营部",
        "客户服务中心",
        "Ann",
        "x",
        "",
        None,
        "XYZ",
        "ann frost",
    ],
)
def test_what_is_no_person_is_not_greeted(name: str | None) -> None:
    found = _world(_said("customer", 2, name))
    assert addressed(found) is None
    assert customer_update(found, "en").startswith("Hello,\n\n")
    assert customer_update(found, "zh").startswith("您好：\n\n")


def test_a_colleague_or_another_customers_person_is_never_greeted() -> None:
    assert addressed(_world(_said("agent", 3, "Sam Agent"), _said("customer", 2, "Sam Agent"))) is None
    assert addressed(_world(_said("customer", 2, "Olga Reyes"))) is None
    assert addressed(_world(opened="Ann Frost", channel="internal")) is None
    found = _world(_said("customer", 2, "Ann Frost"))
    other = NORTH.model_copy(update={"contacts": (Contact(name="Ann Frost"),)})
    assert addressed(found.model_copy(update={"affected": (XYZ, other)})) is None
    away = ticket("T-2", NORTH, "Kiln", "…", at(12, 1))
    later = away.ticket.model_copy(update={"comments": (_said("customer", 1, "Bo Lind"),)})
    both = found.model_copy(update={"matched": (*found.matched, away.model_copy(update={"ticket": later}))})
    assert addressed(both) == Addressed("Ann Frost")


def test_a_title_only_as_the_record_has_it() -> None:
    wrote = _said("customer", 2, "Ann Frost")
    assert addressed(_world(_said("agent", 3, "x", "Dear Ms Frost, we look into it."), wrote)) == Addressed(
        "Frost", "Ms"
    )
    assert addressed(_world(_said("agent", 3, "x", "Dear Mr Moss, we look into it."), wrote)) == Addressed("Ann Frost")
    doctor = Contact(name="Dr. Eva Lind")
    assert addressed(_world(_said("customer", 2, "Eva Lind"), contacts=(doctor,))) == Addressed("Lind", "Dr")
    mei = _said("customer", 2, "韩梅")
    for body, greeted in (
        ("韩女士您好，收到。", Addressed("韩", "女士")),
        ("韓經理，您好！收到。", Addressed("韩", "经理")),
        ("您好，收到。", Addressed("韩梅")),
        ("赵先生您好，收到。", Addressed("韩梅")),
    ):
        assert addressed(_world(_said("agent", 3, "x", body), mei)) == greeted
    assert addressed(_world(_said("customer", 2, "白总"))) == Addressed("白总")


@pytest.mark.parametrize("phase", PHASES)
def test_every_letter_greets_by_name_and_may_go(phase: Any) -> None:
    opens: dict[Language, str] = {"en": "Dear Ann Frost,\n\n", "zh": "Ann Frost，您好：\n\n"}
    found = _world(_said("customer", 2, "Ann Frost"))
    for language, said in opens.items():
        text = customer_update(found, language, phase)
        assert text.startswith(said)
        assert not check(text, reader(found, language), NOW)


def test_a_name_keeps_its_script() -> None:
    for name, language, said in (("杨国梁", "zh-TW", "杨国梁，您好："), ("陳家豪", "zh", "陳家豪，您好：")):
        found = _world(_said("customer", 2, name))
        own = found.account.model_copy(update={"language": language}) if found.account else None
        assert customer_update(found.model_copy(update={"account": own}), "zh").startswith(said)
