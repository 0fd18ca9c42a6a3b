"""One miss, one process: a claim is taken once, left to another when its holder died, and settled by nobody but its holder."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tools.store.engine import open_store, writing
from tools.store.leases import LENGTH, Leases

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


class Clock:
    now = AT

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return open_store(tmp_path / "s.db")


def settled(engine: Engine, leases: Leases, claim: str) -> bool:
    with writing(engine) as connection:
        return leases.settle(connection, claim)


def test_what_another_holds_is_not_taken_and_after_it_was_fired_by_nobody(engine: Engine, clock: Clock) -> None:
    one, two = Leases(engine, "one", clock), Leases(engine, "two", clock)
    assert one.take("miss") is False
    assert two.take("miss") is None
    assert settled(engine, one, "miss")
    clock.now += 10 * LENGTH
    assert (one.take("miss"), two.take("miss")) == (None, None)


def test_a_miss_whose_holder_died_is_left_to_another_and_the_dead_settle_nothing(engine: Engine, clock: Clock) -> None:
    dead, heir = Leases(engine, "dead", clock), Leases(engine, "heir", clock)
    assert dead.take("miss") is False
    clock.now += LENGTH - timedelta(seconds=1)
    assert heir.take("miss") is None
    clock.now += timedelta(seconds=1)
    assert heir.take("miss") is True
    assert not settled(engine, dead, "miss"), "it came back to life after its time"
    assert settled(engine, heir, "miss")
    assert not settled(engine, heir, "miss"), "once"
