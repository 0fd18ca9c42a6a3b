"""Overruling the recommendation: with a reason, on record, and never away from Security."""

import pytest

from escalation.assessment import Reason
from escalation.errors import InvalidInput
from escalation.judgement.override import Choice, Verdict, overrule

SECURITY = Reason(signal="security_concern", criterion="impact", stance="for", weight=9)
VERDICT = Verdict("escalate", "high", "engineering")


def test_without_a_choice_the_recommendation_stands() -> None:
    assert overrule(VERDICT, Choice(), ()) == (VERDICT, ())


def test_choosing_what_was_recommended_is_no_override_and_needs_no_reason() -> None:
    assert overrule(VERDICT, Choice(severity="high"), ()) == (VERDICT, ())


def test_an_override_without_a_reason_is_refused() -> None:
    with pytest.raises(InvalidInput, match="without a reason"):
        overrule(VERDICT, Choice(severity="critical", reason="  "), ())


def test_an_override_is_applied_and_recorded_field_by_field() -> None:
    after, record = overrule(VERDICT, Choice(severity="critical", target="leadership", reason="CEO called"), ())
    assert after == Verdict("escalate", "critical", "leadership")
    assert [(o.field, o.recommended, o.chosen, o.reason) for o in record] == [
        ("severity", "high", "critical", "CEO called"),
        ("target", "engineering", "leadership", "CEO called"),
    ]


def test_handling_after_all_clears_severity_and_target() -> None:
    after, _ = overrule(VERDICT, Choice(decision="handle", reason="solved on the phone"), ())
    assert after == Verdict("handle", None, None)


def test_choosing_a_target_escalates_what_support_would_have_handled() -> None:
    after, _ = overrule(Verdict("handle", None, None), Choice(target="product", reason="asked five times"), ())
    assert after == Verdict("escalate", "medium", "product")


@pytest.mark.parametrize("choice", [Choice(decision="handle"), Choice(target="l2"), Choice(severity="medium")])
def test_security_cannot_be_talked_down(choice: Choice) -> None:
    talked = Choice(choice.decision, choice.severity, choice.target, "the customer says it is fine")
    with pytest.raises(InvalidInput, match="security"):
        overrule(Verdict("escalate", "high", "security"), talked, (SECURITY,))


def test_security_can_be_raised() -> None:
    after, _ = overrule(
        Verdict("escalate", "high", "security"), Choice(severity="critical", reason="more logins"), (SECURITY,)
    )
    assert after.severity == "critical"


BEFORE = Choice(severity="critical", target="leadership", reason="CEO called")


def test_a_choice_of_one_field_leaves_what_was_chosen_before_with_its_own_reason() -> None:
    both = Choice(severity="high", reason="he is calm now").after(BEFORE)
    after, record = overrule(VERDICT, both, ())
    assert after == Verdict("escalate", "high", "leadership")
    assert [(o.field, o.chosen, o.reason) for o in record] == [("target", "leadership", "CEO called")]
    again = Choice(target="product", reason="theirs").after(Choice(severity="medium", reason="slow").after(both))
    assert [(o.field, o.reason) for o in overrule(VERDICT, again, ())[1]] == [
        ("severity", "slow"),
        ("target", "theirs"),
    ]


def test_another_decision_takes_team_and_severity_with_it_and_a_team_ends_a_decision_without_one() -> None:
    handled = Choice(decision="handle", reason="solved on the phone")
    assert overrule(VERDICT, handled.after(BEFORE), ())[0] == Verdict("handle", None, None)
    assert overrule(VERDICT, BEFORE.after(handled), ())[0] == Verdict("escalate", "critical", "leadership")
    assert Choice().after(BEFORE) == BEFORE
