"""Belonging: whose a fact is, and of whom it may be said."""

from __future__ import annotations

from escalation.claims.book import EvidenceBook
from escalation.claims.reasons import Group
from escalation.claims.support.facts import Fact


def belongs(fact: Fact, group: Group, book: EvidenceBook) -> bool:
    """Whether a fact may be said where these customers are spoken of. A fact of no customer may be said anywhere."""
    if fact.account is None:
        return True
    if not group:
        return fact.account in book.accounts or fact.claim.kind != "money"
    return any(fact.account == (key[1] if key[0] == "account" else f"other:{key[1]}") for key in group)
