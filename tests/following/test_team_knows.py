"""Whoever recorded the end knows of it: a team that did so itself is not to be told."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from escalation.following.steps import steps
from tools.store.engine import open_store
from tools.store.register import Register

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("who", "known"),
    [
        ("Engineering", True),
        ("Ines (Engineering)", True),
        ("技术团队", True),
        ("研发 王工", True),
        ("Kim", False),
        ("Product", False),
        ("客服小王", False),
    ],
)
def test_a_team_that_recorded_the_end_knows_of_it(tmp_path: Path, who: str, *, known: bool) -> None:
    register = Register(open_store(str(tmp_path / "r.db")))
    id_ = register.open(issue="exports fail", who="Kim", at=AT, severity="high", target="engineering")
    register.append(id_, "resolved", who=who, at=AT, data={"cause": "memory", "text": "fixed"})
    (step,) = (s for s in steps(register.state(id_), register.events(id_)) if s.id == "team_told")
    assert step.done is known
