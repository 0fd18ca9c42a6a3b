"""Another team is to have it: the new one has not heard of it, the old one is to be told, and the clock begins anew."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from escalation.clocks.dues import dues
from escalation.clocks.rhythm import Ground
from escalation.policy import Policy
from escalation.register.events import Event
from escalation.register.state import EscalationState, fold
from prompts.following import todo

MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)
OPENED = {"issue": "exports are short", "decision": "escalate", "severity": "critical", "target": "engineering"}
POSTED = {"proposal": "A1", "hash": "h", "kind": "post_to_channel", "receipt": "m-1"}
TO_SECURITY = ("assessed", {"decision": "escalate", "severity": "critical", "target": "security"})


def log(*events: tuple[str, dict[str, Any]]) -> list[Event]:
    """One event an hour."""
    return [
        Event(
            seq=n,
            escalation_id="ESC-1",
            at=MONDAY + timedelta(hours=n),
            who="Ada",
            what=what,
            why="they lack it",
            data=data,
        )
        for n, (what, data) in enumerate([("opened", OPENED), *events])
    ]


def state(*events: tuple[str, dict[str, Any]]) -> EscalationState:
    folded = fold(log(*events))
    assert folded is not None
    return folded


def asked(*events: tuple[str, dict[str, Any]]) -> tuple[datetime, str]:
    """When the team is due to be asked, and what for."""
    found = next(due for due in dues(log(*events), Ground(Policy()), MONDAY) if due.clock == "internal")
    return found.due_at, todo(found, state(*events), "en")


@pytest.mark.parametrize(
    "move",
    [
        TO_SECURITY,
        ("overridden", {"field": "target", "recommended": "engineering", "chosen": "security"}),
        ("target_changed", {"target": "security"}),
    ],
    ids=lambda move: move[0],
)
@pytest.mark.parametrize("before", ["acknowledged", "progress", "bounced"])
def test_the_new_team_starts_from_the_beginning(before: str, move: tuple[str, dict[str, Any]]) -> None:
    now = state((before, {"lacks": ["environment"]} if before == "bounced" else {}), move)
    assert (now.target, now.status, now.sent) == ("security", "open", False)
    assert (now.lacks, now.bounced_why, now.was_with) == ((), None, "engineering")


def test_the_brief_is_to_be_sent_and_the_old_team_told_within_the_new_ones_time() -> None:
    at, what = asked(("acknowledged", {}), ("progress", {}), TO_SECURITY)
    assert at == MONDAY + timedelta(hours=3 + 2)
    assert what == (
        "Send Security the brief: nothing is on record as sent yet. Tell Engineering that Security has it now."
    )


def test_whoever_never_had_it_need_not_be_told() -> None:
    now = state(TO_SECURITY)
    assert (now.was_with, now.sent) == (None, False)
    assert "Tell" not in asked(TO_SECURITY)[1]


def test_after_the_post_the_old_team_is_still_to_be_told_until_the_second() -> None:
    events: list[tuple[str, dict[str, Any]]] = [("acknowledged", {}), TO_SECURITY, ("action_carried_out", POSTED)]
    assert asked(*events)[1].startswith("Ask Security to take it. Tell Engineering")
    assert state(*events, ("action_carried_out", POSTED)).was_with is None


@pytest.mark.parametrize("taken", ["acknowledged", "progress"])
def test_what_the_new_team_takes_is_told(taken: str) -> None:
    now = state(("acknowledged", {}), TO_SECURITY, (taken, {}))
    assert now.was_with is None
    assert now.status in {"acknowledged", "in_progress"}


def test_back_where_it_was_nobody_else_is_to_be_told_who_never_had_it() -> None:
    now = state(("acknowledged", {}), TO_SECURITY, ("target_changed", {"target": "engineering"}))
    assert (now.was_with, now.sent) == (None, False)


def test_judged_again_for_the_same_team_nothing_moves() -> None:
    same = ("assessed", {"decision": "escalate", "severity": "critical", "target": "engineering"})
    assert state(("acknowledged", {}), same).status == "acknowledged"


def test_what_has_ended_stays_ended() -> None:
    now = state(("resolved", {"text": "mended"}), ("target_changed", {"target": "security"}))
    assert now.status == "resolved"
