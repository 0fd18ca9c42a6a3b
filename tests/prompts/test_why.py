"""Which reasons are shown: at most six, of each criterion that decided at least one, nothing twice."""

from escalation.assessment import Assessment, Reason
from escalation.terms import Criterion
from prompts import sheet
from tests.prompts.worlds import pattern

Told = tuple[Criterion, str, float, str]


def shown(*reasons: Told) -> list[tuple[str, str]]:
    """The sentences of these reasons: criterion, signal, weight and the words quoted."""
    told = tuple(
        Reason(criterion=criterion, stance="for", weight=weight, signal=signal, values={"words": words})
        for criterion, signal, weight, words in reasons
    )
    found: Assessment = pattern().model_copy(update={"reasons": told})
    return sheet.reasons(found, "for", "en")


def test_a_criterion_is_shown_though_another_has_six_stronger_reasons() -> None:
    strong: list[Told] = [("technical", "function_broken", 5.0 - n / 10, f"broken {n}") for n in range(7)]
    told = shown(*strong, ("time", "waiting_long_said", 1.0, "weeks"))

    assert [criterion for criterion, _ in told] == ["Technical"] * 5 + ["Time"]
    assert "broken 0" in told[0][1]
    assert "broken 4" in told[4][1]


def test_what_only_says_again_that_it_is_beyond_support_is_left_out() -> None:
    beyond: Told = ("complexity", "beyond_support", 3.0, "beyond me")
    again: Told = ("complexity", "note_against_support", 2.0, "beyond me")

    assert len(shown(beyond, again)) == 1
    assert len(shown(again)) == 1
