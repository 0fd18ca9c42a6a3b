"""A brief on record: written by the program, or given and checked before anything is kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from escalation.terms import SEVERITIES
from prompts.compose import compose
from prompts.their_clock import for_customer
from tools.desk.desk import Desk, Request
from tools.desk.writing import write
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

ACME = "API returning 500 errors intermittently for Acme Corp"


@pytest.fixture
def desk(sample_store: Engine, tmp_path: Path) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store(str(tmp_path / "register.db"))), Policy())


def test_without_words_the_program_writes_and_records(desk: Desk) -> None:
    prepared = desk.prepare(Request(ACME))
    written = write(desk, prepared.assessment, escalation_id=prepared.escalation_id)
    state = desk.register.state("ESC-0001")
    assert state.brief == written.markdown
    assert state.brief_language == "en"
    assert state.brief_sections is not None
    assert "356,400" not in (written.customer_update or "")


def test_a_later_brief_cites_what_was_worked_out_for_it_and_not_what_held_before(
    sample_store: Engine, desk: Desk
) -> None:
    evening = StoreWorkspace(sample_store, now=datetime(2026, 3, 19, 18, tzinfo=UTC))
    before = Desk(evening, desk.register, desk.policy)
    first = before.prepare(Request(ACME))
    told = write(before, first.assessment, escalation_id=first.escalation_id).markdown
    assert "27.4 hours before 2026-03-19 18:00 UTC" in told
    assert "customers affected = 4" in told
    later = desk.prepare(Request(ACME))
    written = write(desk, later.assessment, escalation_id=later.escalation_id).markdown
    assert later.joined
    assert "41.7 hours before 2026-03-20 08:15 UTC" in written
    assert "hours before 2026-03-19" not in written
    assert "customers affected = 5" in written
    assert "customers affected = 4" not in written


def test_without_an_escalation_nothing_is_recorded(desk: Desk) -> None:
    written = write(desk, desk.assess(Request(ACME)))
    assert written.markdown.startswith("# ESCALATION")
    assert desk.register.list() == []


def test_given_words_that_the_evidence_shows_are_rendered(desk: Desk) -> None:
    prepared = desk.prepare(Request(ACME))
    words = compose(prepared.assessment, "en").model_copy(
        update={"description": "Acme Corp and four other customers get HTTP 500 from GET /v2/tasks since 18 March."}
    )
    written = write(desk, prepared.assessment, escalation_id="ESC-0001", text=words)
    assert written.unsupported == ()
    assert "four other customers" in written.markdown


def test_an_invented_figure_is_refused_with_its_field_and_nothing_is_kept(desk: Desk) -> None:
    prepared = desk.prepare(Request(ACME))
    words = compose(prepared.assessment, "en").model_copy(update={"revenue_at_risk": "$910,000 of ARR is at risk."})
    written = write(desk, prepared.assessment, escalation_id="ESC-0001", text=words)
    assert [(u.field, u.span) for u in written.unsupported] == [("revenue_at_risk", "$910,000")]
    assert written.markdown == ""
    assert desk.register.state("ESC-0001").brief is None


def test_another_customers_name_is_refused(desk: Desk) -> None:
    prepared = desk.prepare(Request(ACME))
    words = compose(prepared.assessment, "en").model_copy(
        update={"customers_affected": "Acme Corp and Stonebridge Insurance are affected."}
    )
    assert "customer" in {u.kind for u in write(desk, prepared.assessment, text=words).unsupported}


def test_what_is_missing_gets_questions_and_no_customer_update(desk: Desk) -> None:
    written = write(desk, desk.assess(Request("Customer threatening to churn over missing audit log feature")))
    assert written.customer_update is None
    assert len(written.questions) >= 1


def test_leaders_read_how_often_it_was_down_and_for_how_long(desk: Desk) -> None:
    found = desk.assess(Request("GHI 科技 CEO 来电非常不满，在评估替代方案"))
    assert found.outages is not None
    assert (found.outages.values["count"], found.outages.values["hours"]) == (4, 12)
    assert "4 outages with a recorded length, 12 hours in all" in write(desk, found, language="en").markdown


def test_the_word_to_the_customer_follows_the_rhythm_agreed_with_them_and_the_companys_own_policy(desk: Desk) -> None:
    prepared = desk.prepare(Request(ACME))
    found, id_ = prepared.assessment, prepared.escalation_id
    assert found.account is not None
    assert id_ is not None
    agreed = {"customer_hours": 1.5, "around_the_clock": True, "account_id": found.account.id}
    desk.register.append(id_, "rhythm_agreed", who="Kim", at=found.at, data=agreed)
    told = write(desk, found, escalation_id=id_).customer_update
    due = for_customer(found.at + timedelta(hours=1.5), found.account.timezone, "en").strip()
    assert told is not None
    assert due in told
    slow = Policy.model_validate({"cadence": {s: {"internal_hours": 1, "customer_hours": 30} for s in SEVERITIES}})
    # On no record the threads' own promises are kept, so that the policy alone speaks only where there are none.
    bare = found.model_copy(update={"account": found.account.model_copy(update={"sla": None}), "matched": ()})
    own = write(replace(desk, policy=slow), bare).customer_update
    assert own is not None
    assert for_customer(found.at + timedelta(hours=30), found.account.timezone, "en").strip() in own
