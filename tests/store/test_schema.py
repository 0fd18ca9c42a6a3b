"""Instants in the store keep their value and their order."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tools.store import schema


@given(st.datetimes(timezones=st.sampled_from([UTC])))
def test_an_instant_comes_back_as_it_went_in(at: datetime) -> None:
    kind = schema.UtcInstant()
    dialect: Any = None
    number = kind.process_bind_param(at, dialect)
    assert kind.process_result_value(number, dialect) == at
    assert kind.process_bind_param(None, dialect) is kind.process_result_value(None, dialect) is None


@given(st.datetimes(timezones=st.timezones()), st.datetimes(timezones=st.timezones()))
def test_stored_instants_keep_their_order(one: datetime, other: datetime) -> None:
    kind = schema.UtcInstant()
    dialect: Any = None
    try:
        a, b = kind.process_bind_param(one, dialect), kind.process_bind_param(other, dialect)
    except OverflowError:  # the first and last day of the calendar have no UTC form
        return
    assert a is not None
    assert b is not None
    assert (a < b) == (one.astimezone(UTC) < other.astimezone(UTC))
