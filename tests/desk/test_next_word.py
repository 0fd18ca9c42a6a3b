"""A customer hears again no later than they need it, and no later than we promised, whatever the clock of the contract says."""

from datetime import datetime, timedelta
from typing import Any

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, account, context, ticket
from tools.customers.demanded import wanted_by
from tools.customers.next_word import next_word

ASKED = "Export is missing rows for Acme"


def judged(*comments: tuple[str, float, str], others: tuple[Any, ...] = (), **fields: Any) -> Assessment:
    thread = [
        {"id": f"c{n}", "author": role, "role": role, "at": NOW - timedelta(hours=hours), "public": True, "body": body}
        for n, (role, hours, body) in enumerate(comments)
    ]
    one = ticket("T-1", "acme", ASKED, days=1, description=ASKED, comments=thread, **fields)
    return assess(understand(ASKED), context(one, *others, named=("acme",)), Policy(), NOW)


def heard_next(found: Assessment) -> datetime:
    return next_word(Policy(), found, None, wanted_by(found, found.account))


def test_before_their_own_time_though_the_contract_binds_the_team_earlier() -> None:
    calm = heard_next(judged(("customer", 2, "Rows are missing.")))
    soon = NOW + timedelta(hours=3)
    assert soon < calm
    needed = f"We need it by {soon:%H:%M} UTC today."
    due: dict[str, Any] = {"sla": {"resolution_due": NOW + timedelta(hours=1)}}
    found = judged(("customer", 2, needed), **due)
    assert found.deadline_why is not None
    assert found.deadline_why.signal == "deadline_sla"
    assert heard_next(found) == soon


def test_by_what_the_thread_promises_where_nothing_is_on_record() -> None:
    soon = NOW + timedelta(hours=2)
    assert heard_next(judged(("agent", 1, f"I will write to you by {soon:%H:%M} UTC today."))) == soon


def test_a_time_that_lies_beyond_the_clock_moves_nothing() -> None:
    calm = heard_next(judged(("customer", 2, "Rows are missing.")))
    assert heard_next(judged(("customer", 2, "We need it by Friday in three weeks."))) <= calm


def test_the_time_of_another_customer_is_none_of_this_one() -> None:
    soon = NOW + timedelta(hours=3)
    other = ticket(
        "T-2", "beta", ASKED, days=0.1, description=f"Export is missing rows. We need it by {soon:%H:%M} UTC today."
    )
    found = judged(("customer", 2, "Rows are missing."), others=(other,))
    assert wanted_by(found, account("acme")) is None
    assert wanted_by(found, account("beta")) == soon
