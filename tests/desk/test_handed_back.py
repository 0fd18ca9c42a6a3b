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
