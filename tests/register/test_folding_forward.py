"""A state that is folded forward from what was known is the one that the whole record tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from escalation.evidence import Evidence
from escalation.register.events import What
from escalation.register.state import fold
from tools.store.engine import open_store
from tools.store.register import Register

AT = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)
FOUND = Evidence(id="E1", source="tickets", record_id="t1", quotation="stops at 14:00", fetched_at=AT)
NEWS: tuple[tuple[What, dict[str, Any]], ...] = (
    ("joined", {"ticket_ids": ["t2"], "issue": "again"}),
    ("evidence_added", {"evidence": [FOUND.model_dump(mode="json")]}),
    ("severity_changed", {"severity": "high"}),
    ("promise_made", {"id": "P1", "text": "by Monday", "due": AT.isoformat()}),
    ("promise_kept", {"id": "P1"}),
    ("brief_written", {"text": "# It"}),
    ("resolved", {}),
    ("reopened", {}),
)


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


@given(news=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(NEWS), st.booleans()), max_size=12))
def test_whenever_it_was_looked_at_before(news: list[tuple[int, tuple[What, dict[str, Any]], bool]]) -> None:
    engine = open_store("sqlite://")
    writer, reader = Register(engine), Register(engine)
    ids = [writer.open(issue="sync stopped", who="me", at=AT) for _ in range(3)]
    for hour, (which, (what, data), look) in enumerate(news):
        writer.append(ids[which], what, who="me", at=AT + timedelta(hours=hour), data=data)
        if look:
            reader.state(ids[which])
            reader.list()
    for id_ in ids:
        assert reader.state(id_) == Register(engine).state(id_) == fold(writer.events(id_))
    assert reader.list() == Register(engine).list()
    assert reader.list(open_only=True) == Register(engine).list(open_only=True)
    engine.dispose()


def test_what_was_undone_is_not_remembered(engine: Engine) -> None:
    register = Register(engine)
    id_ = register.open(issue="sync stopped", who="me", at=AT)
    before = register.state(id_)
    with suppress(KeyError), register.together(id_) as record:
        record.append("severity_changed", who="me", at=AT, data={"severity": "high"})
        within = record.state()
        assert within is not None
        assert within.severity == "high"
        raise KeyError
    assert register.state(id_) == before
    register.append(id_, "progress", who="me", at=AT, data={"text": "looked into"})
    assert register.state(id_) == fold(register.events(id_))
