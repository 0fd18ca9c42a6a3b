"""SLA state per ticket, from its own due times or the customer's contract."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from escalation.judgement.office_hours import add_office_hours
from escalation.judgement.sla import standing
from escalation.policy import Policy
from escalation.records import Account, AccountSla, Comment, ResolutionHours, Ticket, TicketSla
from escalation.zones import zone

START, END = datetime(2020, 1, 1), datetime(2030, 1, 1)  # noqa: DTZ001  (hypothesis adds the zone)
NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


def ticket(**fields: object) -> Ticket:
    return Ticket.model_validate({"id": "T-1", "account_id": "a", "created_at": NOW - timedelta(hours=10), **fields})


def contract(clock: str = "24x7") -> Account:
    hours = ResolutionHours(urgent=4, high=8, normal=24, low=72)
    return Account(
        id="a", name="A", timezone="Asia/Shanghai", sla=AccountSla(first_response_h=1, resolution_h=hours, clock=clock)
    )


def test_a_ticket_without_any_promise_has_no_sla() -> None:
    state = standing(ticket(), None, NOW)
    assert (state.response, state.resolution, state.breached) == ("no_sla", "no_sla", False)


def test_an_unanswered_ticket_past_its_due_time_is_overdue() -> None:
    due = TicketSla(first_response_due=NOW - timedelta(minutes=1), resolution_due=NOW + timedelta(hours=1))
    state = standing(ticket(sla=due), None, NOW)
    assert (state.response, state.resolution, state.breached) == ("overdue", "waiting", True)


def test_an_answer_after_the_due_time_stays_late_for_ever() -> None:
    due = TicketSla(first_response_due=NOW - timedelta(hours=9))
    state = standing(ticket(sla=due, first_response_at=NOW - timedelta(hours=8)), None, NOW)
    assert (state.response, state.breached) == ("late", True)


def test_a_promise_met_on_the_very_instant_is_met() -> None:
    due = TicketSla(resolution_due=NOW - timedelta(hours=1))
    state = standing(ticket(sla=due, solved_at=NOW - timedelta(hours=1)), None, NOW)
    assert (state.resolution, state.breached) == ("met", False)


def test_the_first_public_agent_comment_counts_as_the_answer_and_an_internal_note_does_not() -> None:
    due = TicketSla(first_response_due=NOW - timedelta(hours=8))
    note = Comment(id="1", role="internal", public=False, at=NOW - timedelta(hours=9), body="looking")
    reply = Comment(id="2", role="agent", at=NOW - timedelta(hours=7), body="Hello")
    assert standing(ticket(sla=due, comments=(note,)), None, NOW).response == "overdue"
    assert standing(ticket(sla=due, comments=(note, reply)), None, NOW).response == "late"


def test_the_contract_gives_due_times_by_priority_when_the_ticket_has_none() -> None:
    state = standing(ticket(priority="high"), contract(), NOW)
    assert state.response_due == NOW - timedelta(hours=9)
    assert (state.resolution_due, state.resolution) == (NOW - timedelta(hours=2), "overdue")
    assert standing(ticket(priority="low"), contract(), NOW).resolution == "waiting"


def test_a_business_hours_contract_does_not_count_the_night() -> None:
    # Created Friday 02:00Z = 10:00 in Shanghai; 24 working hours (9 a day) end on Tuesday 16:00 local.
    state = standing(ticket(created_at=datetime(2026, 3, 20, 2, tzinfo=UTC)), contract("business"), NOW)
    assert state.resolution_due == datetime(2026, 3, 24, 8, tzinfo=UTC)


def test_an_unknown_zone_is_read_as_utc() -> None:
    assert zone("Mars/Olympus").key == "UTC"
    assert zone(None).key == "UTC"


@given(
    st.datetimes(START, END, timezones=st.just(UTC)),
    st.floats(0.1, 200),
    st.sampled_from(["Asia/Shanghai", "America/New_York", "Europe/Berlin", None]),
)
def test_office_hours_always_end_inside_the_office(start: datetime, hours: float, name: str | None) -> None:
    end = add_office_hours(start, hours, Account(id="a", name="A", timezone=name), Policy())
    local = end.astimezone(zone(name))
    assert end > start
    assert local.weekday() < 5
    assert (local.hour, local.minute) >= (9, 0)
    assert (local.hour, local.minute, local.second) <= (18, 0, 0)


@given(
    st.datetimes(START, END, timezones=st.just(UTC)),
    st.floats(0.1, 50),
    st.floats(0.1, 50),
)
def test_office_hours_add_up(start: datetime, one: float, two: float) -> None:
    step_by_step = add_office_hours(add_office_hours(start, one, None, Policy()), two, None, Policy())
    assert abs(step_by_step - add_office_hours(start, one + two, None, Policy())) < timedelta(seconds=1)


def test_hours_beyond_a_lifetime_are_no_promise() -> None:
    absurd = Account(id="a", name="A", sla=AccountSla(first_response_h=1e300))
    assert standing(ticket(), absurd, NOW).response == "no_sla"
