"""A board that follows the record event by event shows what one that reads all of it anew shows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from escalation.policy import Policy
from tools.following.board import Board
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)
NOW = AT + timedelta(hours=3)

STEPS = st.tuples(
    st.integers(0, 2),
    st.sampled_from(["progress", "customer_told", "promise_made", "promise_kept", "resolved", "reopened"]),
)


@given(st.lists(STEPS, min_size=1, max_size=10))
@settings(max_examples=12, deadline=None)
def test_following_along_and_reading_anew_agree(steps: list[tuple[int, str]]) -> None:
    engine = open_store(":memory:")
    register, workspace = Register(engine), StoreWorkspace(engine, now=NOW)
    ids = [register.open(issue=str(n), who="me", at=AT, severity="critical", account_ids=["A"]) for n in range(3)]
    following = Board(register, workspace, Policy())
    for number, (which, what) in enumerate(steps):
        data: dict[str, str] = {}
        if what == "promise_made":
            data = {"id": f"P{number}", "text": "soon", "due": (AT + timedelta(hours=number)).isoformat()}
        elif what == "promise_kept":
            data = {"id": f"P{number - 1}"}
        register.append(ids[which], what, who="me", at=AT + timedelta(minutes=number), data=data)  # type: ignore[arg-type]
        seen, anew = following.look(), Board(register, workspace, Policy()).look()
        assert seen.dues() == anew.dues()
        assert seen.late() == anew.late()
        assert [seen.of(id_) for id_ in ids] == [anew.of(id_) for id_ in ids]
    late = following.look().late()
    assert [due.clock == "promise" for due in late] == sorted((due.clock == "promise" for due in late), reverse=True)
    engine.dispose()
