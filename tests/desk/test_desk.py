"""Preparing puts it on record once: joined, continued, raced, overruled."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from escalation.errors import InvalidInput, NotFound
from escalation.judgement.override import Choice
from escalation.policy import Policy
from escalation.register.state import EscalationState
from tools.desk.desk import Desk, Request
from tools.importing.sync import sync
from tools.sample import SAMPLE
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

ACME = "API returning 500 errors intermittently for Acme Corp"
PASSWORDS = "Acme Corp reports 500 errors, their api key is sk-live-51HqLyjWDarjtT1zdp7dcabcdefgh"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    engine = open_store(str(tmp_path_factory.mktemp("desk") / "desk.db"))
    sync(engine, SAMPLE)
    return engine


@pytest.fixture
def desk(store: Engine, tmp_path: Path) -> Desk:
    """The sample's records with an empty register of its own."""
    return Desk(StoreWorkspace(store), Register(open_store(str(tmp_path / "register.db"))), Policy())


def whats(desk: Desk, escalation_id: str) -> list[str]:
    return [e.what for e in desk.register.events(escalation_id)]


def test_a_new_issue_is_opened_with_its_evidence(desk: Desk) -> None:
    prepared = desk.prepare(Request(ACME, reporter="Priya"))
    assert (prepared.escalation_id, prepared.joined) == ("ESC-0001", False)
    state = desk.register.state("ESC-0001")
    assert (state.severity, state.target, state.opened_by) == ("high", "engineering", "Priya")
    assert {e.id for e in state.evidence} == {e.id for e in prepared.assessment.evidence}


def test_the_same_issue_in_other_words_and_language_joins(desk: Desk) -> None:
    desk.prepare(Request(ACME))
    again = desk.prepare(Request("Acme Corp 的 API 間歇性返回 500 錯誤"))
    assert (again.escalation_id, again.joined) == ("ESC-0001", True)
    assert whats(desk, "ESC-0001")[-1] == "joined"
    assert desk.register.state("ESC-0001").reports == 2


def test_joining_keeps_every_evidence_id_and_adds_only_what_is_new(desk: Desk) -> None:
    desk.prepare(Request(ACME))
    before = {e.id: e.quotation for e in desk.register.state("ESC-0001").evidence}
    joined = desk.prepare(Request("Acme Corp 的 API 間歇性返回 500 錯誤"))
    after = {e.id: e.quotation for e in desk.register.state("ESC-0001").evidence}
    assert before.items() <= after.items()
    assert {e.id: e.quotation for e in joined.assessment.evidence} == after
    assert len(after) - len(before) < 5


def test_another_issue_of_the_same_customer_is_another_escalation(desk: Desk) -> None:
    desk.prepare(Request(ACME))
    other = desk.prepare(Request("Acme Corp's VP threatens to leave over missing audit log"))
    assert other.escalation_id == "ESC-0002"


def test_what_support_can_handle_opens_nothing(desk: Desk) -> None:
    prepared = desk.prepare(Request("Orchard Books: accents are garbled after a CSV import"))
    assert (prepared.assessment.decision, prepared.escalation_id) == ("handle", None)
    assert desk.register.list() == []


def test_answers_are_kept_and_not_asked_again(desk: Desk) -> None:
    issue = "Acme Corp dashboards load slowly since Monday"
    first = desk.prepare(Request(issue))
    asked = [q.signal for q in first.assessment.questions]
    assert asked
    answered = desk.prepare(
        Request(issue, answers={asked[0]: "About 40, all before the shift at noon."}), escalation_id="ESC-0001"
    )
    assert asked[0] not in [q.signal for q in answered.assessment.questions]
    assert asked[0] not in [q.signal for q in desk.reassess("ESC-0001").questions]
    told = [e for e in answered.assessment.evidence if e.source == "reporter"]
    assert any("shift at noon" in e.quotation for e in told)


def test_what_the_first_report_of_many_tells_is_not_asked(desk: Desk) -> None:
    opened = desk.prepare(Request("SSO login loop affecting all Enterprise customers"))
    communication = opened.assessment.communication
    assert communication is not None
    assert "12:00 UTC" in (communication.expectation or "")
    assert "customer_expectation" not in [q.signal for q in opened.assessment.questions]
    assert any("Private window" in step.step for step in opened.assessment.tried)


def test_an_answer_may_name_the_customer_among_other_words(desk: Desk) -> None:
    opened = desk.prepare(Request("The export is empty, they are waiting", account="Acme"))
    answered = {"which_account": "neither of them, it is Acme Labs"}
    again = desk.prepare(Request(ACME, account="Acme", answers=answered), escalation_id=opened.escalation_id)
    assert again.assessment.account is not None
    assert again.assessment.account.id == "acme-labs"
    assert not [claim for claim in again.assessment.claims if claim.signal == "named_account_unknown"]


def test_who_reports_it_may_be_said_later_and_stays(desk: Desk) -> None:
    opened = desk.prepare(Request(ACME))
    desk.prepare(Request(ACME, reporter="Priya"), escalation_id=opened.escalation_id)
    assert opened.escalation_id is not None
    assert desk.reassess(opened.escalation_id).reported_by == "Priya"
    again = desk.prepare(Request(ACME, answers={"since_when": "this morning"}), escalation_id=opened.escalation_id)
    assert again.assessment.reported_by == "Priya"


def test_known_evidence_keeps_its_id(desk: Desk) -> None:
    before = {e.id: e.quotation for e in desk.prepare(Request(ACME)).assessment.evidence}
    after = {e.id: e.quotation for e in desk.reassess("ESC-0001").evidence}
    assert before.items() <= after.items()


def test_an_override_is_on_record_with_its_reason(desk: Desk) -> None:
    desk.prepare(Request(ACME))
    choice = Choice(severity="critical", reason="their VP called")
    prepared = desk.prepare(Request(ACME, choice=choice), escalation_id="ESC-0001")
    assert prepared.assessment.severity == "critical"
    event = desk.register.events("ESC-0001")[-1]
    assert (event.what, event.why) == ("overridden", "their VP called")
    assert desk.register.state("ESC-0001").severity == "critical"


def test_a_security_matter_cannot_be_talked_down(desk: Desk) -> None:
    issue = "DEF 公司李经理反映账号有陌生地点登录和2次未知文件导出"
    with pytest.raises(InvalidInput, match="security"):
        desk.prepare(Request(issue, choice=Choice(decision="handle", reason="customer says it is fine")))
    assert desk.register.list() == []


def test_an_unknown_escalation_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound, match="ESC-0404"):
        desk.prepare(Request(ACME), escalation_id="ESC-0404")


def test_secrets_in_an_issue_never_reach_the_record(desk: Desk) -> None:
    prepared = desk.prepare(Request(PASSWORDS))
    assert prepared.escalation_id is not None
    for event in desk.register.events(prepared.escalation_id):
        assert "51HqLyjWDarjtT1zdp7dc" not in event.model_dump_json()


def test_an_instant_of_ones_own_is_judged_by_the_records_of_then(desk: Desk) -> None:
    early = desk.assess(Request(ACME), at=datetime(2026, 3, 18, 16, tzinfo=UTC))
    assert early.facts.affected_customers == 2


class Late(Register):
    """A register seen by a process that looked a moment before another one opened the same issue."""

    looked = False

    def find_open(self, **links: Iterable[str]) -> list[EscalationState]:
        before, self.looked = self.looked, True
        return super().find_open(**links) if before else []


def test_two_who_look_at_once_open_one_escalation(desk: Desk, tmp_path: Path) -> None:
    desk.prepare(Request(ACME))
    late = Desk(desk.workspace, Late(open_store(str(tmp_path / "register.db"))), desk.policy)
    prepared = late.prepare(Request(ACME))
    assert (prepared.escalation_id, prepared.joined) == ("ESC-0001", True)
    assert len(desk.register.list()) == 1
