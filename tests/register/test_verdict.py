"""Decision, severity and target on record agree with one another and with what was answered."""

from __future__ import annotations

from typing import Any

from tests.register.test_fold import state

HIGH: dict[str, Any] = {"decision": "escalate", "severity": "high", "target": "engineering"}
HANDLE: dict[str, Any] = {"decision": "handle", "severity": None, "target": None}
CHOSEN: dict[str, Any] = {"field": "decision", "recommended": "escalate", "chosen": "handle"}


def verdict(*events: tuple[str, dict[str, Any]]) -> tuple[Any, Any, Any]:
    folded = state(*events, why="because")
    return folded.decision, folded.severity, folded.target


def test_what_support_handles_has_no_severity_and_no_team() -> None:
    assert verdict(("assessed", HIGH), ("assessed", HANDLE), ("overridden", CHOSEN)) == ("handle", None, None)
    assert verdict(("assessed", HIGH), ("overridden", CHOSEN)) == ("handle", None, None)


def test_what_waits_for_answers_has_none_either() -> None:
    assert verdict(("assessed", HIGH), ("assessed", HANDLE | {"decision": "need_info"})) == ("need_info", None, None)


def test_what_is_escalated_again_has_both_again() -> None:
    again = [("assessed", HIGH), ("assessed", HANDLE), ("overridden", CHOSEN), ("assessed", HIGH)]
    assert verdict(*again) == ("escalate", "high", "engineering")


def test_a_chosen_severity_does_not_outlive_a_decision_to_handle() -> None:
    chosen = {"field": "severity", "recommended": "high", "chosen": "critical"}
    events = [("assessed", HIGH), ("overridden", chosen)]
    assert verdict(*events, ("assessed", HIGH)) == ("escalate", "critical", "engineering")
    assert verdict(*events, ("assessed", HANDLE), ("overridden", CHOSEN), ("assessed", HIGH)) == (
        "escalate",
        "high",
        "engineering",
    )


def test_a_choice_that_is_repeated_is_listed_once() -> None:
    folded = state(("overridden", CHOSEN), ("assessed", HANDLE), ("overridden", CHOSEN), why="because")
    assert [each.chosen for each in folded.overrides] == ["handle"]
