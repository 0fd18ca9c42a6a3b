"""What the records say already is not asked of the agent."""

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, ticket


def _asked(found: Assessment) -> list[str]:
    return [question.signal for question in found.questions]


def _missing(found: Assessment) -> set[str]:
    return {item.item for item in found.readiness if not item.present}


def test_leaders_whose_decision_the_letter_names_are_not_asked_for_it_again() -> None:
    letter = "I am the COO. We expect a credit for March and a dated plan."
    told = ticket("T-1", "acme", "Formal complaint to your management", description=letter)
    line = "The COO of Acme complains to our management and wants an executive to call"
    found = assess(understand(line), context(told, named=("acme",)), Policy(), NOW)
    assert found.target == "leadership"
    assert "decision_needed" not in {*_missing(found), *_asked(found)}
    silent = ticket("T-1", "acme", "Formal complaint to your management", description="I am the COO. This will not do.")
    bare = assess(
        understand("The COO of Acme complains to our management"), context(silent, named=("acme",)), Policy(), NOW
    )
    assert bare.target == "leadership"
    assert "decision_needed" in _missing(bare)


@pytest.mark.parametrize(
    ("subject", "told"),
    [("Exports run twice: RECUR_DUP_KEY", True), ("Exports run twice (EXP_ROW_LOST2)", True), ("Exports run twice", False),
     ("Exports run twice since MAX_ROWS", False)],
)  # fmt: skip
def test_a_code_in_capitals_is_the_message(subject: str, *, told: bool) -> None:
    report = ticket("T-1", "acme", subject, description="Rows are missing in every export since Monday.")
    found = assess(understand("Acme export is missing rows"), context(report, named=("acme",)), Policy(), NOW)
    assert found.target == "engineering"
    assert ("error_evidence" not in _missing(found)) is told


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("The mileage goes to 0 each Monday. On the dashboard it is right.", False),
        ("里程每周一归零，仪表上是对的。", False),
        ("The mileage goes to 0 each Monday and an error comes up.", True),
        ("The mileage page stays blank.", True),
    ],
)
def test_no_message_is_asked_for_where_a_value_is_wrong_and_nothing_fails(told: str, *, asked: bool) -> None:
    report = ticket("T-1", "acme", "mileage", description=told, product_area="vehicles")
    found = assess(understand("Mileage is wrong for Acme"), context(report, named=("acme",)), Policy(), NOW)
    assert ("error_evidence" in _missing(found)) is asked
