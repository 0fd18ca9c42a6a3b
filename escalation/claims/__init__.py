"""Claims: every figure, date, quotation, identifier and customer of a text held against the evidence (invariant 1).

Its parts are loaded when they are asked for: much of the house needs a small one, and only who checks a text needs them all.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from escalation.claims.book import EvidenceBook
    from escalation.claims.check import check_brief, check_text
    from escalation.claims.found import FieldUnsupported, Unsupported
    from escalation.claims.reasons import REASONS
    from escalation.claims.whole import book_of

__all__ = ["REASONS", "EvidenceBook", "FieldUnsupported", "Unsupported", "book_of", "check_brief", "check_text"]

_WHERE = {
    "EvidenceBook": "book",
    "check_brief": "check",
    "check_text": "check",
    "FieldUnsupported": "found",
    "Unsupported": "found",
    "REASONS": "reasons",
    "book_of": "whole",
}


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
