"""Is it a matter of security? It leads past every tier, so that doubt counts for it."""

from __future__ import annotations

from escalation.judgement.case import Case
from escalation.judgement.heard import Said
from escalation.judgement.spoken import reading_of
from escalation.judgement.understand import SECURITY

SURE = 0.4
"""Chance of a security matter that decides: one too many looked at by Security costs less than one too few."""

LIKELY = 0.2


def security_said(case: Case) -> tuple[Said, ...]:
    """Security is what the line is about, or is affirmed by the customer or staff on the tickets of an unclear one."""
    if is_security(case):
        words = reading_of(case).words.get("security") or case.issue.summary
        return case.heard.typed(*SECURITY) or (
            Said("security_exposure", "affirmed", words, "reporter", None, None, None),
        )
    return case.heard.affirmed(*SECURITY) if case.issue.kind == "unclear" else ()


def is_security(case: Case) -> bool:
    """The likeliest reading of the line, or one that its own words affirm and that is not far from likely."""
    if explained(case):
        return False
    reading = reading_of(case)
    chance = reading.outcomes["security"]
    return reading.best == "security" or chance >= SURE or (chance >= LIKELY and bool(case.heard.typed(*SECURITY)))


def explained(case: Case) -> bool:
    """A line that asks whether it is a leak, and a published article that says it is meant to be so.

    Nobody outside can publish one, and a line that states an exposure stays a concern whatever is written.
    """
    asks = case.heard.typed(*SECURITY, polarity="asked") or case.issue.text.rstrip().endswith(("?", "？", "吗"))
    return bool(asks) and bool(case.solutions.valid)
