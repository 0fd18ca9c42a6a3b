"""The state of an escalation is a fold of its events."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.assessment import Override
from escalation.evidence import Evidence
from escalation.register.events import SAYS, WHATS, Event, Links, What
from escalation.register.state import ALL, EscalationState, Status, fold

START = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


def record(*events: tuple[str, dict[str, Any]], why: str | None = None) -> list[Event]:
    """Events one hour apart, after an opening at `START`."""
    opening: tuple[str, dict[str, Any]] = (
        "opened",
        {"issue": "sync stopped", "account_ids": ["a1"], "severity": "high"},
    )
    return [
        Event(seq=n + 1, escalation_id="ESC-0001", at=at(n), who="me", what=what, why=why, data=data)
        for n, (what, data) in enumerate([opening, *events])
    ]


def state(*events: tuple[str, dict[str, Any]], why: str | None = None) -> EscalationState:
    folded = fold(record(*events, why=why))
    assert folded is not None
    return folded


def evidence(id_: str, words: str) -> dict[str, Any]:
    one = Evidence(id=id_, source="tickets", record_id="t1", quotation=words, fetched_at=START)
    return one.model_dump(mode="json")


def test_an_opening_alone_is_an_open_escalation() -> None:
    events = record()
    assert fold(events) == EscalationState(
        id="ESC-0001",
        opened_at=START,
        opened_by="me",
        issue="sync stopped",
        account_ids=("a1",),
        severity="high",
        last_event=events[0],
    )


def test_without_an_opening_there_is_no_escalation() -> None:
    assert fold([]) is None
    assert fold(record(("progress", {}))[1:]) is None


@pytest.mark.parametrize(
    ("whats", "status"),
    [
        (["acknowledged"], "acknowledged"),
        (["bounced"], "bounced"),
        (["acknowledged", "progress"], "in_progress"),
        (["progress", "customer_told"], "in_progress"),
        (["resolved"], "resolved"),
        (["resolved", "progress"], "resolved"),
        (["resolved", "acknowledged"], "resolved"),
        (["resolved", "closed"], "closed"),
        (["de_escalated"], "de_escalated"),
        (["closed", "reopened"], "open"),
        (["closed", "reopened", "bounced"], "bounced"),
    ],
)
def test_status_follows_what_happened_and_only_reopening_undoes_an_end(whats: list[str], status: Status) -> None:
    folded = state(*((what, dict[str, Any]()) for what in whats))
    assert folded.status == status
    assert folded.is_open == (status not in ("resolved", "closed", "de_escalated"))
    assert (folded.ended_at is None) == folded.is_open


def test_an_end_keeps_its_time_through_later_news() -> None:
    assert state(("resolved", {}), ("customer_told", {}), ("progress", {})).ended_at == at(1)


def test_reports_that_join_add_their_records_once() -> None:
    folded = state(
        ("joined", {"issue": "also here", "account_ids": ["a2", "a1"], "ticket_ids": ["t2"], "concepts": ["sync"]}),
        ("account_joined", {"account_ids": ["a3"], "item_ids": ["i1"]}),
    )
    assert (folded.account_ids, folded.ticket_ids, folded.item_ids) == (("a1", "a2", "a3"), ("t2",), ("i1",))
    assert (folded.concepts, folded.reports) == (("sync",), 2)


def test_severity_and_target_follow_changes() -> None:
    folded = state(("severity_changed", {"severity": "critical"}), ("target_changed", {"target": "security"}))
    assert (folded.severity, folded.target) == ("critical", "security")


def test_a_new_assessment_changes_what_nobody_chose() -> None:
    folded = state(
        ("overridden", {"field": "severity", "recommended": "high", "chosen": "critical"}),
        ("assessed", {"severity": "medium", "target": "engineering", "decision": "escalate", "ticket_ids": ["t9"]}),
        ("assessed", {"ticket_ids": ["t8"]}),
        why="the customer cannot work",
    )
    assert (folded.severity, folded.target, folded.decision) == ("critical", "engineering", "escalate")
    assert folded.ticket_ids == ("t9", "t8")
    assert folded.overrides == (
        Override(field="severity", recommended="high", chosen="critical", reason="the customer cannot work"),
    )


def test_evidence_adds_up_and_the_latest_of_one_id_counts() -> None:
    folded = state(
        ("evidence_added", {"evidence": [evidence("E1", "one"), evidence("E2", "two")]}),
        ("evidence_added", {"evidence": [evidence("E1", "one, corrected")]}),
    )
    assert [(one.id, one.quotation) for one in folded.evidence] == [("E1", "one, corrected"), ("E2", "two")]


def test_the_latest_brief_is_the_brief() -> None:
    sections = {"summary": "s"}
    folded = state(
        ("brief_written", {"text": "first"}), ("brief_written", {"text": "二", "language": "zh", "sections": sections})
    )
    assert (folded.brief, folded.brief_language, folded.brief_sections, folded.brief_at) == (
        "二",
        "zh",
        sections,
        at(2),
    )


def test_promises_are_kept_by_id_and_may_be_made_anew() -> None:
    due = {"id": "P1", "text": "fixed tonight", "account_id": "a1", "due": at(9).isoformat()}
    folded = state(
        ("promise_made", due), ("promise_made", {"id": "P2", "text": "call"}), ("promise_kept", {"id": "P2"})
    )
    assert [(one.id, one.made_at, one.due, one.kept_at) for one in folded.promises] == [
        ("P1", at(1), at(9), None),
        ("P2", at(2), None, at(3)),
    ]
    again = state(("promise_made", due), ("promise_made", {**due, "text": "fixed tomorrow"}))
    assert [one.text for one in again.promises] == ["fixed tomorrow"]


def test_progress_customer_news_and_snoozing_leave_their_times() -> None:
    folded = state(("progress", {}), ("customer_told", {"text": "hi"}), ("snoozed", {"until": at(9).isoformat()}))
    assert (folded.last_progress_at, folded.last_customer_update_at, folded.snoozed_until) == (at(1), at(2), at(9))


@pytest.mark.parametrize("event", [("invented_later", {"x": 1}), ("snoozed", {"until": "unreadable"})])
def test_what_cannot_be_understood_changes_nothing_but_the_last_event(event: tuple[str, dict[str, Any]]) -> None:
    folded = state(event)
    assert folded.last_event.what == event[0]
    assert folded.model_copy(update={"last_event": state().last_event}) == state()


def test_events_say_more_than_we_ask_for() -> None:
    assert Links.model_validate({"account_ids": ["a"], "more": 1}).model_extra == {"more": 1}


def test_every_event_of_the_desk_has_a_word() -> None:
    needed = {
        *("opened", "joined", "evidence_added", "brief_written", "acknowledged", "bounced", "progress"),
        *("severity_changed", "customer_told", "promise_made", "promise_kept", "account_joined", "snoozed"),
        *("de_escalated", "resolved", "closed"),
    }
    assert needed <= set(WHATS) == set(get_args(What))
    assert set(SAYS) <= set(WHATS)


EVENTS = st.lists(
    st.tuples(
        st.sampled_from([*WHATS, "unknown"]),
        st.fixed_dictionaries(
            {}, optional={"issue": st.just("again"), "severity": st.just("medium"), "account_ids": st.just(["a9"])}
        ),
    ),
    max_size=8,
)


@given(EVENTS, st.randoms(use_true_random=False))
def test_the_fold_depends_on_the_recorded_order_alone(events: list[tuple[str, dict[str, Any]]], random: Any) -> None:
    recorded = record(*events)
    shuffled = list(recorded)
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(recorded)


@given(EVENTS)
def test_nothing_that_was_linked_is_ever_lost(events: list[tuple[str, dict[str, Any]]]) -> None:
    folded = state(*events)
    assert folded.account_ids[0] == "a1"
    assert folded.opened_at == START
    assert folded.issue == "sync stopped"


def test_waiting_is_kept_by_customer_until_each_has_answered() -> None:
    two = ("account_joined", {"account_ids": ["a2"]})
    waiting = state(two, ("waiting_on_customer", {}), ("customer_answered", {"account_id": "a1"}))
    assert waiting.waiting_since == {"a2": at(2)}
    assert state(two, ("waiting_on_customer", {}), ("customer_answered", {})).waiting_since == {}
    assert state(("waiting_on_customer", {"account_id": "a1"})).waiting_since == {"a1": at(1)}
    assert state(("waiting_on_customer", {}), ("resolved", {}), ("waiting_on_customer", {})).waiting_since == {}


def test_an_agreement_with_all_takes_the_place_of_those_with_each() -> None:
    one = ("rhythm_agreed", {"account_id": "a1", "customer_hours": 2})
    assert state(one).agreed["a1"].customer_hours == 2
    assert list(state(one, ("rhythm_agreed", {"internal_hours": 1})).agreed) == [ALL]
    assert state(("rhythm_agreed", {"internal_hours": 0})).agreed == {}


def test_what_the_team_lacks_is_known_until_it_takes_the_escalation() -> None:
    bounced = state(("bounced", {"lacks": ["environment"]}), why="no environment")
    assert (bounced.bounced_why, bounced.lacks) == ("no environment", ("environment",))
    taken = state(("bounced", {"lacks": ["environment"]}), ("acknowledged", {}), why="no environment")
    assert (taken.bounced_why, taken.lacks, taken.status) == (None, (), "acknowledged")


@pytest.mark.parametrize("lifts", [("severity_changed", {"severity": "critical"}), ("resolved", {}), ("reopened", {})])
def test_a_raise_or_an_end_lifts_a_snooze(lifts: tuple[str, dict[str, Any]]) -> None:
    snoozed = ("snoozed", {"until": at(90).isoformat()})
    assert state(snoozed, why="vendor").snoozed_why == "vendor"
    assert state(snoozed, ("severity_changed", {"severity": "medium"})).snoozed_until == at(90)
    assert state(snoozed, lifts).snoozed_until is None


def test_a_promise_that_was_moved_is_due_at_its_new_time() -> None:
    made = ("promise_made", {"id": "p", "text": "by two", "due": at(5).isoformat()})
    (moved,) = state(made, ("promise_moved", {"id": "p", "due": at(9).isoformat()})).promises
    assert (moved.due, moved.made_at) == (at(9), at(1))
    assert state(made, ("promise_moved", {"id": "q", "due": at(9).isoformat()})).promises[0].due == at(5)


def test_confirmations_count_for_the_solution_they_were_given_for() -> None:
    confirmed: list[tuple[str, dict[str, Any]]] = [("resolved", {}), ("customer_confirmed", {"account_id": "a1"})]
    assert state(*confirmed).confirmed == ("a1",)
    assert state(*confirmed, ("reopened", {}), ("resolved", {})).confirmed == ()


def test_word_to_one_customer_keeps_no_promise_made_to_another_and_none_of_a_deed() -> None:
    promised = [
        ("promise_made", {"id": "a", "text": "word by two", "account_id": "a1", "kind": "update_by"}),
        ("promise_made", {"id": "b", "text": "word by two", "account_id": "b1", "kind": "update_by"}),
        ("promise_made", {"id": "c", "text": "fixed by two", "account_id": "a1", "kind": "fix_by"}),
    ]

    def owed(*told: tuple[str, dict[str, Any]]) -> list[str]:
        return [promise.id for promise in state(*promised, *told).promises if promise.kept_at is None]

    assert owed(("customer_told", {"account_id": "a1"})) == ["b", "c"]
    assert owed(("customer_told", {})) == ["c"], "said of all customers"


@pytest.mark.parametrize(
    ("moved_at", "done_at", "missed", "in_time"),
    [(29, 45, (), True), (31, 45, (30,), False), (31, 20, (30,), True), (31, 70, (30,), False)],
)
def test_a_promise_that_was_missed_before_it_was_moved_stays_missed(
    moved_at: int, done_at: int, missed: tuple[int, ...], *, in_time: bool
) -> None:
    made = ("promise_made", {"id": "P1", "text": "a report", "due": at(30).isoformat()})
    others: list[tuple[str, dict[str, Any]]] = [("progress", {"text": "on it"})] * (moved_at - 2)
    moved = ("promise_moved", {"id": "P1", "due": at(60).isoformat()})
    kept = ("promise_kept", {"id": "P1", "at": at(done_at).isoformat()})
    (promise,) = state(made, *others, moved, kept).promises
    assert (promise.missed, promise.in_time) == (tuple(at(minute) for minute in missed), in_time)
