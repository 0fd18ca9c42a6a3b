"""A customer hears again no later than they need it, and no later than we promised, whatever the clock of the contract says."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import AccountSla
from escalation.register.events import Event
from escalation.register.state import fold
from tests.judgement.worlds import NOW, account, context, ticket
from tools.customers.demanded import wanted_by
from tools.customers.next_word import next_owed, next_word

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


def test_not_in_the_last_hours_before_their_own_time_where_a_working_day_is_left() -> None:
    found = judged(("customer", 2, "Rows are missing.")).model_copy(update={"target": "product"})
    calm = heard_next(found)
    for hours in (0, 1, 3):
        wanted = calm + timedelta(hours=hours)
        word = next_word(Policy(), found, None, wanted)
        assert found.at < word <= wanted - timedelta(days=1)
    assert next_word(Policy(), found, None, calm + timedelta(hours=9)) == calm
    soon = found.at + timedelta(hours=20)
    assert next_word(Policy(), found, None, soon) == soon


def test_where_all_stands_still_a_contract_of_a_day_does_not_put_the_next_word_off() -> None:
    opened = {"issue": ASKED, "severity": "critical", "account_ids": ["acme"]}
    state = fold([Event(seq=1, escalation_id="ESC-1", at=NOW, who="me", what="opened", data=opened)])
    for agreed, named in ((24, 4), (2, 2)):
        own = account("acme").model_copy(update={"sla": AccountSla(update_h=agreed, clock="24x7")})
        found = judged(("customer", 2, "Rows are missing.")).model_copy(update={"severity": "critical", "account": own})
        word = next_owed(Policy(), found, state)
        assert word.at == NOW + timedelta(hours=named)
        # Whoever names the contract's time goes back on nothing.
        assert max(word.at, word.promised or word.at) == NOW + timedelta(hours=agreed)


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


def test_a_rhythm_promised_in_the_thread_comes_before_contract_and_severity_though_we_wrote_since() -> None:
    for words in ("I write every 3 hours.", "接下来每三小时同步一次。"):
        found = judged(("agent", 9, words), ("agent", 5, "Engineers are restarting it."))
        for severity in ("critical", "high"):
            for hours in (2, 24):
                own = account("acme").model_copy(update={"sla": AccountSla(update_h=hours, clock="24x7")})
                known = found.model_copy(update={"severity": severity, "account": own})
                assert heard_next(known) == NOW + timedelta(hours=3)


def _on_their_clock(found: Assessment, zone: str, *, severity: str = "high", **sla: Any) -> Assessment:
    own = account("acme").model_copy(update={"timezone": zone, "sla": AccountSla(clock="24x7", **sla)})
    return found.model_copy(update={"severity": severity, "account": own})


def test_what_is_not_critical_is_not_named_for_their_night() -> None:
    found = judged(("agent", 9, "We look into it."))
    # Where it is 3 at night four hours from now, and where it is 23:00 then.
    deep = _zone_in(3)
    # A contract that counts the nights has them told at night too, and is never put off.
    assert heard_next(_on_their_clock(found, deep, update_h=4)) == NOW + timedelta(hours=4)
    asleep = _zone_in(1)  # eight hours from now, by the severity's own rhythm, it is 5 there
    assert heard_next(_on_their_clock(found, asleep)).astimezone(ZoneInfo(asleep)).hour == 8
    late = _zone_in(23)
    assert heard_next(_on_their_clock(found, late, update_h=4)).astimezone(ZoneInfo(late)).hour == 21
    for zone in (deep, late):
        kept = _on_their_clock(found, zone, severity="critical", update_h=4)
        assert heard_next(kept) == NOW + timedelta(hours=4)
    day = _zone_in(15)
    assert heard_next(_on_their_clock(found, day, update_h=4)) == NOW + timedelta(hours=4)


def test_what_was_promised_for_the_night_is_named_and_what_they_want_in_it_is_not_put_off() -> None:
    deep = _zone_in(3)
    promised = judged(("agent", 9, "I write every 4 hours."))
    assert heard_next(_on_their_clock(promised, deep, update_h=8)) == NOW + timedelta(hours=4)
    found = _on_their_clock(judged(("agent", 9, "We look into it.")), deep, update_h=4)
    soon = NOW + timedelta(hours=5)
    assert next_word(Policy(), found, None, soon) == NOW + timedelta(hours=4)


def _zone_in(hour: int) -> str:
    """A zone in which it is this hour four hours from now."""
    ahead = (hour - (NOW + timedelta(hours=4)).hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}" if ahead else "UTC"
