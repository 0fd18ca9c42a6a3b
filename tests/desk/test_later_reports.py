"""What comes in after an escalation was opened changes neither whose issue it is nor is it lost."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from escalation.audience import check
from escalation.errors import InvalidInput
from escalation.policy import Policy
from tools.customers.audience import audience, confirmed_causes
from tools.desk.desk import Desk, Request
from tools.desk.joining import same_issue
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

ACME = "API returning 500 errors intermittently for Acme Corp"
AT = datetime(2026, 3, 20, 9, tzinfo=UTC)


@pytest.fixture
def desk(sample_store: Engine, tmp_path: Path) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store(str(tmp_path / "register.db"))), Policy())


def test_a_report_that_joins_does_not_become_the_issue(desk: Desk) -> None:
    opened = desk.prepare(Request(ACME)).escalation_id or ""
    before = desk.reassess(opened).facts
    joined = desk.prepare(Request("Power BI refresh fails about every tenth time"))
    assert (joined.escalation_id, joined.joined) == (opened, True)
    assert desk.reassess(opened).facts.affected_customers == before.affected_customers == 5


def test_other_words_under_its_id_are_kept_as_the_reporters(desk: Desk) -> None:
    opened = desk.prepare(Request(ACME)).escalation_id or ""
    words = "Acme now says the dispatch board is down as well"
    desk.prepare(Request(words), escalation_id=opened)
    desk.prepare(Request(words), escalation_id=opened)
    said = [e for e in desk.register.state(opened).evidence if e.source == "reporter" and e.quotation == words]
    assert len(said) == 1


def test_nothing_is_prepared_under_what_has_ended(desk: Desk) -> None:
    opened = desk.prepare(Request(ACME)).escalation_id or ""
    desk.register.append(opened, "closed", who="Kim", at=AT)
    with pytest.raises(InvalidInput, match="has ended"):
        desk.prepare(Request(ACME), escalation_id=opened)


def test_a_cause_that_turned_out_wrong_is_confirmed_no_more(desk: Desk) -> None:
    opened = desk.prepare(Request(ACME)).escalation_id or ""
    desk.register.append(opened, "resolved", who="Kim", at=AT, data={"cause": "index rebuild"})
    assert confirmed_causes(desk.register.events(opened)) == ("index rebuild",)
    desk.register.append(opened, "reopened", who="Kim", at=AT, why="that was not the cause")
    assert confirmed_causes(desk.register.events(opened)) == ()


def test_people_of_other_customers_are_not_this_customers_to_know(desk: Desk) -> None:
    opened = desk.prepare(Request(ACME)).escalation_id or ""
    found = desk.reassess(opened)
    (nordfjell,) = (account for account in found.affected if account.id == "nordfjell")
    text = f"{nordfjell.contacts[0].name} sees the same errors."
    acme = desk.workspace.accounts(["acme-corp"])[0]
    told = check(text, audience(desk.workspace, desk.policy, found, acme), found.at)
    assert [each.kind for each in told] == ["internal_person"]
    assert check("Dana Whitfield asked for it.", audience(desk.workspace, desk.policy, found, acme), found.at) == []


@pytest.mark.parametrize(("more", "joins"), [((), 1), (("T-48205",), 0)])
def test_a_report_joins_in_whatever_words_if_all_its_tickets_are_counted_there(
    desk: Desk, more: tuple[str, ...], joins: int
) -> None:
    opened = desk.prepare(Request(ACME)).escalation_id or ""
    state = desk.register.state(opened)
    found = desk.assess(Request(ACME))
    cited = found.cited.model_copy(update={"tickets": (*state.ticket_ids[:1], *more), "tracker": ()})
    other = found.issue.model_copy(update={"concepts": frozenset({"login", "loop"})})
    report = found.model_copy(update={"cited": cited, "issue": other})
    assert [each.id for each in same_issue(report, [state])] == [opened] * joins
