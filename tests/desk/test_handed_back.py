"""What a team says it lacks is on its list until it takes the escalation."""

from datetime import UTC, datetime

from sqlalchemy import Engine

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


def test_a_bounce_is_on_the_readiness_list_until_the_team_takes_it(sample_store: Engine) -> None:
    register = Register(open_store("sqlite://"))
    desk = Desk(StoreWorkspace(sample_store), register, Policy())
    made = desk.prepare(Request("API returning 500 errors intermittently for Acme Corp"))
    assert made.escalation_id is not None
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    lacks = ["environment", "logs of the failing node"]
    register.append(made.escalation_id, "bounced", who="Lee", at=at, why="Not enough.", data={"lacks": lacks})
    missing = [item.item for item in desk.reassess(made.escalation_id).readiness if not item.present]
    assert missing[:2] == lacks
    register.append(made.escalation_id, "acknowledged", who="Lee", at=at)
    assert desk.reassess(made.escalation_id).readiness == made.assessment.readiness


def test_what_was_answered_since_is_lacking_no_more_and_the_rest_is(sample_store: Engine) -> None:
    register = Register(open_store("sqlite://"))
    desk = Desk(StoreWorkspace(sample_store), register, Policy())
    issue = "API returning 500 errors intermittently for Acme Corp"
    id_ = desk.prepare(Request(issue, answers={"environment": "some client"})).escalation_id or ""
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)

    def handed_back() -> None:
        lacks = ["environment", "logs of the failing node"]
        register.append(id_, "bounced", who="Lee", at=at, why="Not enough.", data={"lacks": lacks})

    def missing() -> list[str]:
        return [item.item for item in desk.reassess(id_).readiness if not item.present]

    handed_back()
    assert missing()[:2] == ["environment", "logs of the failing node"], "what they had then was not enough"
    told = desk.prepare(Request(issue, answers={"environment": "Go client 2.4, Ubuntu 22.04"}), escalation_id=id_)
    assert "environment" in [item.item for item in told.assessment.readiness if item.present]
    assert missing()[:1] == ["logs of the failing node"]
    handed_back()
    assert missing()[:1] == ["environment"], "handed back once more, that was not enough either"
