"""What a brief says where a fact is missing: "unknown", and the question that would settle it."""

from __future__ import annotations

from escalation.assessment import Assessment, Finding
from escalation.terms import Language
from prompts.render import phrase
from prompts.statements import say

SETTLED_BY: dict[str, tuple[str, ...]] = {
    "customers_affected": ("which_customers", "which_account"),
    "workflow_impact": ("blocked_or_inconvenienced",),
    "revenue_at_risk": ("arr", "which_account"),
    "time_in_queue": ("since_when",),
    "tried": ("what_was_tried",),
    "steps": ("reproduction_steps",),
    "actual": ("error_text",),
    "environment": ("environment",),
    "last_update": ("last_update",),
    "expectation": ("customer_expectation",),
    "deadline": ("deadline",),
    "use_case": ("use_case",),
    "competitors": ("competitors",),
    "actions_taken": ("containment",),
    "potential_impact": ("data_exposed",),
    "renewal_odds": ("renewal_odds",),
    "asked": ("decision_needed",),
    "relationship": ("which_account",),
}
"""Field of a brief → the questions that would settle it, the most fitting first."""


class Unknowns:
    """Says each unknown of one brief with its question; no two fields begin with the same one (a test holds it)."""

    def __init__(self, assessment: Assessment, language: Language) -> None:
        self._numbers = {question.signal: n for n, question in enumerate(assessment.questions, 1)}
        self._language: Language = language
        self._duty = assessment.incident is not None and assessment.incident.kind == "compliance"

    def word(self, field: str) -> str:
        """The text that stands for `field`: with the number of its question, else with the question itself."""
        signals = SETTLED_BY[field]
        if field == "actions_taken" and self._duty:
            signals = ("what_was_tried",)  # nothing leaks, so nothing is to be contained
        numbered = next((self._numbers[s] for s in signals if s in self._numbers), None)
        if numbered is not None:
            return phrase("unknown_see", self._language, number=numbered)
        return phrase("unknown_ask", self._language, question=say(Finding(signal=signals[0]), self._language))
