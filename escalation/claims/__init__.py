"""Claims: every figure, date, quotation, identifier and customer of a text held against the evidence (invariant 1)."""

from escalation.claims.book import EvidenceBook
from escalation.claims.check import check_brief, check_text
from escalation.claims.found import FieldUnsupported, Unsupported
from escalation.claims.reasons import REASONS
from escalation.claims.whole import book_of

__all__ = ["REASONS", "EvidenceBook", "FieldUnsupported", "Unsupported", "book_of", "check_brief", "check_text"]
