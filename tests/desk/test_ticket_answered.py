"""A ticket that is named when it is asked for is this matter, as one whose number stands in the line."""

import pytest
from sqlalchemy import Engine

from escalation.assessment import Assessment
from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

VAGUE = "Acmee again, something with the api, they are fed up"
FIVE = {"acme-corp", "brightwater", "harbour-logistics", "mingde-soft", "nordfjell"}


@pytest.fixture
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


def affected(found: Assessment) -> set[str]:
    return {account.id for account in found.affected}


def asked(found: Assessment) -> list[str]:
    return [question.signal for question in found.questions]


def unknown(found: Assessment) -> list[object]:
    return [claim.values["ticket"] for claim in found.claims if claim.signal == "named_ticket_unknown"]


@pytest.mark.parametrize(
    "answer",
    [
        "T-48258",
        "48258",
        "#48258",
        "t-48258",
        "the first one, T-48258",
        "not T-48174, it is 48258",
        "不是T-48174，是48258",
    ],
)
def test_the_ticket_that_an_answer_names_finds_what_its_number_in_the_line_finds(desk: Desk, answer: str) -> None:
    found = desk.assess(Request(VAGUE, answers={"which_account": "Acme Corp", "ticket_number": answer}))
    typed = desk.assess(Request(f"T-48258: {VAGUE}", account="Acme Corp"))
    assert (found.decision, found.target) == ("escalate", "engineering")
    assert affected(found) == affected(typed) == FIVE
    assert "T-48258" not in [look.record_id for look in found.lookalikes]
    assert not {"ticket_number", "which_account", "what_is_broken"} & set(asked(found))


@pytest.mark.parametrize(("line", "answer"), [("please escalate this one", "T-48258"), ("这个请升级", "工单48258")])
def test_a_line_that_says_nothing_is_the_ticket_that_was_answered_and_its_customer(
    desk: Desk, line: str, answer: str
) -> None:
    assert desk.assess(Request(line)).decision == "need_info"
    found = desk.assess(Request(line, answers={"ticket_number": answer}))
    assert (found.decision, affected(found)) == ("escalate", FIVE)
    assert found.account is not None
    assert found.account.id == "acme-corp"


@pytest.mark.parametrize(
    ("line", "account"), [("Globex says the api is down again", None), ("the api is down again", "Globex")]
)
def test_whose_ticket_it_is_settles_a_name_that_nobody_knows(desk: Desk, line: str, account: str | None) -> None:
    assert desk.assess(Request(line, account)).account is None
    found = desk.assess(Request(line, account, answers={"ticket_number": "T-48258"}))
    assert not [claim for claim in found.claims if claim.signal == "named_account_unknown"]
    assert found.account is not None
    assert found.account.id == "acme-corp"


def test_a_customer_named_in_the_line_stays_the_one_it_is_about(desk: Desk) -> None:
    found = desk.assess(Request("Brightwater: the same again", answers={"ticket_number": "T-48258"}))
    assert found.account is not None
    assert found.account.id == "brightwater"
    assert affected(found) == FIVE


def test_a_tracker_item_stands_for_its_open_tickets(desk: Desk) -> None:
    found = desk.assess(Request("please escalate this one", answers={"ticket_number": "ENG-2317"}))
    assert len(found.affected) == 7
    assert not unknown(found)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("T-49999", ["T-49999"]),
        ("49999", ["T-49999"]),
        ("工单49999", ["T-49999"]),
        ("CS0012345", ["CS0012345"]),
        ("T-48258 or T-49999", ["T-49999"]),
        ("since 11pm, 3 people", []),
        ("there is none", []),
    ],
)
def test_a_number_that_no_ticket_has_is_said(desk: Desk, answer: str, said: list[str]) -> None:
    found = desk.assess(Request(VAGUE, answers={"which_account": "Acme Corp", "ticket_number": answer}))
    assert unknown(found) == said
    assert "ticket_number" not in asked(found)


def test_it_stays_so_when_the_escalation_is_looked_at_again(desk: Desk) -> None:
    first = desk.prepare(Request("please escalate this one"))
    again = desk.prepare(
        Request("please escalate this one", answers={"ticket_number": "T-48258"}), escalation_id=first.escalation_id
    )
    assert affected(again.assessment) == FIVE
    assert again.escalation_id is not None
    assert affected(desk.reassess(again.escalation_id)) == FIVE
    assert "T-48258" in desk.register.state(again.escalation_id).ticket_ids
