"""Claims: every figure, date, quotation, identifier and customer of a text held against the evidence (invariant 1).

How a text is checked (`check.check_text`), and where to change it:

    evidence, customers ── whole.book_of ──▶ book.EvidenceBook     what one escalation may say, read once
        support/facts      a fact per value of a source, with whose it is; support/index finds it by value, day, minute
        scene/scene        who is who and what happened when; matter, vocabulary: what each sentence is about, whose words

    text ── scanning/scan ──▶ claims                               a form of a number, date, length, id: scanning/
        scanning/reading   each with its Place: clause, sentence, customers spoken of, what stands beside it

    claim, place, book ── support/judge ──▶ None, or the Reason    by kind; first an equal fact of these customers,
        figures            counted (derive, records, same_noun), a group's size (sizes), worked out (arithmetic)
        lengths            between which moments: topics, spans, scene/events
        dates, quotations  dates, said_to_be; quotation

    sentences, book ── scene/, one rule a file ──▶ what is told without a figure
        people, credited, order, vague, verdicts, accomplished, elsewhere, proper (names nobody knows)
    citations ── cited ──▶ what only another record than the one cited bears out

Parts are loaded when they are asked for: much of the house needs a small one, and only who checks a text needs them all.
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
