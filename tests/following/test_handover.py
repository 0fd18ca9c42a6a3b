"""The handover of a shift: what is overdue first, what falls due, what else is promised, what changed, whose move it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from escalation.clocks.dues import dues
from escalation.following.handover import Block, Shift, block, most_urgent_first
from escalation.records import Ticket
from escalation.register.events import WHATS, Event
from escalation.register.state import fold
from prompts import handover as words
from prompts.render import phrases
from tests.clocks.logs import MONDAY, Log, contract

NOW = MONDAY + timedelta(hours=8)
SHIFT = Shift.of(NOW, 8)


def handed(log: Log, shift: Shift = SHIFT) -> Block | None:
    state = fold(log.events)
    assert state is not None
    return block(state, dues(log.events, log.ground, shift.now), log.events, shift)


def test_a_shift_hears_what_is_late_what_is_next_and_what_happened_in_the_last_one() -> None:
    log = Log("critical", opened=MONDAY - timedelta(hours=1))
    log.add("acknowledged", MONDAY + timedelta(minutes=30)).add(
        "reminded", MONDAY + timedelta(hours=3), clock="internal"
    )
    log.add("promise_made", MONDAY + timedelta(hours=1), id="P1", text="a fix", due=NOW + timedelta(hours=3))
    log.add("promise_made", MONDAY + timedelta(hours=1), id="P2", text="a report")
    found = handed(log)
    assert found is not None
    assert [due.clock for due in found.overdue] == ["internal", "customer"]
    assert [(due.clock, due.subject) for due in found.coming] == [("promise", "P1")]
    assert [promise.id for promise in found.promises] == ["P2"]
    assert [event.what for event in found.changed] == ["acknowledged", "promise_made", "promise_made"]
    assert found.waiting.on == "team"


def test_a_due_time_at_the_handover_itself_belongs_to_the_shift_that_takes_over() -> None:
    log = Log("critical", opened=NOW - timedelta(hours=2))
    found = handed(log)
    assert found is not None
    assert found.overdue == ()
    assert found.coming[0].due_at == NOW


@pytest.mark.parametrize(
    ("what", "said", "on"),
    [
        (None, {}, "team_to_take"), ("progress", {"text": "x"}, "team"), ("bounced", {"why": "No steps."}, "us_for_team"),
        ("waiting_on_customer", {"account_id": "acme"}, "customer"),
        ("snoozed", {"until": NOW + timedelta(days=1), "why": "They deploy tonight."}, "until"),
        ("resolved", {"text": "x"}, "confirmation"), ("closed", {"learned": "x"}, "nobody"),
    ],
)  # fmt: skip
def test_it_is_said_whose_move_it_is_in_both_languages(what: str | None, said: dict[str, Any], on: str) -> None:
    log = Log()
    if what:
        log.add(what, MONDAY + timedelta(hours=1), **said)
    found = handed(log)
    assert found is not None
    assert found.waiting.on == on
    for language in ("en", "zh"):
        told = words.waits(found.waiting, found.state, language, {"acme": "Acme"}.get)  # type: ignore[arg-type]
        assert told
        assert "None" not in told


def test_what_is_over_and_quiet_is_left_out_and_what_closed_in_the_shift_is_told() -> None:
    ended = Log().add("closed", MONDAY + timedelta(hours=1), learned="x")
    assert handed(ended) is not None
    assert handed(ended, Shift.of(NOW + timedelta(days=3), 8)) is None


def test_the_overdue_lead_by_severity_then_the_soonest_then_the_quiet() -> None:
    late = Log("critical")
    promised = Log("medium").add("promise_made", MONDAY, id="P1", text="x", due=NOW - timedelta(minutes=1))
    soon = Log("critical", opened=NOW - timedelta(hours=1))
    quiet = Log().add("closed", NOW - timedelta(hours=1), learned="x")
    blocks = [found for log in (quiet, soon, late, promised) if (found := handed(log))]
    first = [found.state.opened_at for found in most_urgent_first(blocks)]
    assert first == [MONDAY, MONDAY, NOW - timedelta(hours=1), MONDAY]
    # What is critical and late hurts more than a small promise of a medium one.
    assert [found.state.severity for found in most_urgent_first(blocks)][:2] == ["critical", "medium"]
    assert most_urgent_first(blocks)[1].promises == ()
    assert most_urgent_first(blocks)[-1].state.status == "closed"


def test_of_overdue_promises_the_latest_kept_waiting_leads_whatever_else_is_overdue() -> None:
    short = Log("critical", opened=MONDAY - timedelta(days=1))
    short.add("promise_made", MONDAY, id="P1", text="x", due=NOW - timedelta(minutes=30))
    long = Log("critical", opened=MONDAY)
    long.add("promise_made", MONDAY, id="P1", text="x", due=NOW - timedelta(hours=5))
    blocks = [found for log in (short, long) if (found := handed(log))]
    assert blocks[0].overdue[1].due_at < NOW - timedelta(hours=5), "another clock of it is older than either promise"
    assert [one.state.opened_at for one in most_urgent_first(blocks)] == [MONDAY, MONDAY - timedelta(days=1)]


def test_of_the_same_severity_missed_contracts_of_several_customers_lead_a_late_promise_of_one() -> None:
    promised = Log("high", opened=MONDAY - timedelta(days=1))
    promised.add("promise_made", MONDAY, id="P1", text="x", due=NOW - timedelta(hours=5), account_id="acme")
    customers = tuple(contract("24x7", id_=name) for name in ("acme", "lotus"))
    late: dict[str, Any] = {
        "created_at": MONDAY - timedelta(days=2),
        "status": "open",
        "subject": "down",
        "description": "down",
    }
    tickets = tuple(Ticket(id=f"T-{who.id}", account_id=who.id, **late) for who in customers)
    several = Log("high", accounts=customers, tickets=tickets)
    blocks = [found for log in (promised, several) if (found := handed(log))]
    assert {"first_response"} <= {due.clock for due in blocks[1].overdue}
    assert [len(found.state.account_ids) for found in most_urgent_first(blocks)] == [2, 1]


def test_who_reported_it_again_and_whom_they_brought_is_told() -> None:
    said = Event(seq=1, escalation_id="ESC-1", at=MONDAY, who="Mia", what="joined", data={"new": ["tallinn"]})
    assert words.event(said, "en", lambda _: "Tallinn Pay") == "reported again by Mia: Tallinn Pay is new"
    assert words.event(said, "zh", lambda _: "Tallinn Pay") == "Mia 又提交了一次反馈：新增 Tallinn Pay"
    nobody = said.model_copy(update={"who": "reporter", "data": {}})
    assert words.event(nobody, "en", str) == "reported again"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("what", [*WHATS, "a_word_of_a_newer_version"])
def test_every_event_has_words_that_need_no_field(what: str, language: str) -> None:
    event = Event(seq=1, escalation_id="ESC-1", at=MONDAY, who="me", what=what, why="it `broke`")
    told = words.changed(event, language, lambda id_: id_)  # type: ignore[arg-type]
    assert told.startswith("2026-03-02 09:00 UTC")
    assert "None" not in told


def test_what_people_did_is_told_and_not_only_named() -> None:
    silent = {"assessed", "evidence_added", "reminded", "action_proposed", "action_approved", "action_not_confirmed"}
    for language in ("en", "zh"):
        assert {f"event_{what}" for what in WHATS} - phrases(language).keys() == {f"event_{what}" for what in silent}  # type: ignore[arg-type]
