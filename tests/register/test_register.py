"""The register on disk: appended, read back, found again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from escalation.errors import InvalidInput, NotFound
from escalation.evidence import Evidence
from escalation.register.events import Event, What
from tools.store.engine import open_store
from tools.store.register import Register, Together

AT = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


@pytest.fixture
def register(engine: Engine) -> Register:
    return Register(engine)


def opened(register: Register, issue: str = "sync stopped", hours: float = 0, **data: Any) -> str:
    return register.open(issue=issue, who="me", at=AT + timedelta(hours=hours), **data)


def test_ids_count_up_and_are_short(register: Register) -> None:
    assert [opened(register) for _ in range(3)] == ["ESC-0001", "ESC-0002", "ESC-0003"]


def test_an_opening_and_its_evidence_are_on_record_together(register: Register) -> None:
    found = Evidence(id="E1", source="tickets", record_id="t1", quotation="stops at 14:00", fetched_at=AT)
    id_ = opened(register, evidence=[found], ticket_ids=("t1",), severity="critical")
    assert [event.what for event in register.events(id_)] == ["opened", "evidence_added"]
    state = register.state(id_)
    assert (state.evidence, state.ticket_ids, state.severity) == ((found,), ("t1",), "critical")


def test_an_event_comes_back_as_it_was_appended(register: Register) -> None:
    id_ = opened(register)
    local = AT.astimezone(timezone(timedelta(hours=8)))
    until = AT + timedelta(hours=3)
    appended = register.append(
        id_, "snoozed", who="李经理", at=local, why="周一再看", data={"until": until, "more": [1]}
    )
    assert appended == Event(
        seq=2,
        escalation_id=id_,
        at=AT,
        who="李经理",
        what="snoozed",
        why="周一再看",
        data={"until": "2026-01-05T19:00:00Z", "more": [1]},
    )
    assert register.events(id_)[-1] == appended
    assert register.state(id_).snoozed_until == until


def test_an_event_without_a_shape_carries_any_data(register: Register) -> None:
    id_ = opened(register)
    register.append(id_, "acknowledged", who="me", at=AT, data={"hash": "x"})
    register.append(id_, "acknowledged", who="me", at=AT)
    assert [event.data for event in register.events(id_)[1:]] == [{"hash": "x"}, {}]


def test_the_order_is_that_of_recording_whatever_the_times_say(register: Register) -> None:
    id_ = opened(register)
    for hours in (5, 1, 3):
        register.append(id_, "progress", who="me", at=AT + timedelta(hours=hours))
    assert [event.at.hour for event in register.events(id_)] == [16, 21, 17, 19]
    assert [event.seq for event in register.events(id_)] == [1, 2, 3, 4]


def test_wrong_input_is_told_and_nothing_is_recorded(register: Register) -> None:
    id_ = opened(register)
    with pytest.raises(NotFound, match="no escalation ESC-0009"):
        register.append("ESC-0009", "progress", who="me", at=AT)
    with pytest.raises(NotFound):
        register.events("ESC-0009")
    with pytest.raises(InvalidInput, match=r"cannot hold this: severity\. Correct"):
        register.append(id_, "severity_changed", who="me", at=AT, data={"severity": "huge"})
    with pytest.raises(InvalidInput, match="nothing an escalation's record knows"):
        register.append(id_, "deleted", who="me", at=AT)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(InvalidInput, match="target"):
        opened(register, target="nobody")
    assert [len(register.events(id_)), len(register.list())] == [1, 1]
    assert opened(register) == "ESC-0002", "a refused opening takes no number"


def test_a_record_without_an_opening_has_no_state(register: Register, engine: Engine) -> None:
    from sqlalchemy import insert

    from tools.store.engine import writing
    from tools.store.schema import event

    with writing(engine) as connection:
        values: dict[str, Any] = {"escalation_id": "ESC-X", "at": AT, "who": "me", "what": "progress", "data": {}}
        connection.execute(insert(event).values(values))
    with pytest.raises(NotFound):
        register.state("ESC-X")
    assert register.list() == []


def test_a_list_can_be_narrowed_and_leaves_out_what_is_long(register: Register) -> None:
    one = opened(register, "one", account_ids=("a1",), target="engineering")
    two = opened(register, "two", hours=1, account_ids=("a1", "a2"), target="product")
    three = opened(register, "three", hours=2)
    register.append(two, "brief_written", who="me", at=AT, data={"text": "long"})
    register.append(three, "resolved", who="me", at=AT)
    assert [state.id for state in register.list()] == [three, two, one]
    assert [state.id for state in register.list(open_only=True)] == [two, one]
    assert [state.id for state in register.list(account_id="a1", target="product")] == [two]
    assert [state.id for state in register.list(account_id="a2")] == [two]
    assert [state.brief for state in register.list()] == [None, None, None]
    assert register.state(two).brief == "long"


def test_the_same_issue_is_found_by_what_it_shares(register: Register) -> None:
    ticket = opened(register, ticket_ids=("t1", "t2"), account_ids=("a1",), concepts=("sync",))
    item = opened(register, hours=1, item_ids=("i1",))
    both = opened(register, hours=2, account_ids=("a2",), concepts=("export", "csv"))
    ended = opened(register, hours=3, ticket_ids=("t1",))
    register.append(ended, "closed", who="me", at=AT)

    def found(**shared: Any) -> list[str]:
        return [state.id for state in register.find_open(**shared)]

    assert found(ticket_ids=["t2"]) == [ticket]
    assert found(item_ids=["i1"], ticket_ids=["t1", "t2"]) == [ticket, item], "most in common first"
    assert found(account_ids=["a2"], concepts=["csv"]) == [both]
    assert found(account_ids=["a2"]) == found(concepts=["csv"]) == found(account_ids=["a2"], concepts=["sync"]) == []
    assert found() == []


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["resolved", "closed", "de_escalated", "reopened", "progress"]), max_size=4),
        max_size=4,
    )
)
def test_the_open_ones_listed_are_those_whose_fold_is_open(histories: list[list[What]]) -> None:
    engine = open_store("sqlite://")
    register = Register(engine)
    for whats in histories:
        id_ = opened(register)
        for what in whats:
            register.append(id_, what, who="me", at=AT)
    every = register.list()
    listed = register.list(open_only=True)
    engine.dispose()
    assert listed == [state for state in every if state.is_open]
    assert len(every) == len(histories)


def test_records_joined_later_tie_an_escalation_too(register: Register) -> None:
    id_ = opened(register)
    register.append(id_, "joined", who="me", at=AT, data={"ticket_ids": ["t7"]})
    assert [state.id for state in register.find_open(ticket_ids=["t7"])] == [id_]


def test_what_goes_on_record_with_an_opening_is_there_with_it_or_nothing_is(register: Register) -> None:
    def owed(record: Together) -> None:
        record.append("snoozed", who="ana", at=AT, data={"until": AT + timedelta(hours=3)})

    def broken(record: Together) -> None:
        owed(record)
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        register.open(issue="Exports lack rows", who="ana", at=AT, more=broken)
    assert register.list() == []
    opened = register.open(issue="Exports lack rows", who="ana", at=AT, more=owed)
    assert [event.what for event in register.events(opened)] == ["opened", "snoozed"]
