"""Is it a matter of security? It leads past every tier, so that doubt counts for it."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.judgement.answers import SECURITY_MATTER, affirms
from escalation.judgement.by_design import as_designed
from escalation.judgement.case import Case
from escalation.judgement.crossed import crossed
from escalation.judgement.heard import Said
from escalation.judgement.papers import asks_for_paper, for_an_authority
from escalation.judgement.scope import is_concern
from escalation.judgement.security_words import SECURITY, shut_out
from escalation.judgement.shown_plainly import shown_plainly
from escalation.judgement.spoken import line_of, reading_of
from escalation.matching.ruled import ruled_in
from escalation.matching.signs import opening
from escalation.reading.line import read_line
from escalation.text.folding import simplified

SURE = 0.4
"""Chance of a security matter that decides: one too many looked at by Security costs less than one too few."""

LIKELY = 0.2

_CREDENTIAL = (
    r"(?:api[- ]?keys?|(?:access|secret|signing|private|webhook)[- ](?:keys?|tokens?|secrets?)|tokens?|passwords?|credentials?"
    r"|\bkeys?\b|密钥|密匙|令牌|口令|密码|凭证|凭据)"
)
_PUBLIC = (
    r"(?:\bpublic(?:ly)?\b(?! (?:key|api|holiday))|github|gitlab|gitee|pastebin|stack ?overflow|\bforum\b"
    r"|公开|公网|论坛|外网|网上)"
)
_IN_PUBLIC = re.compile(
    rf"{_CREDENTIAL}[^.;。；!?！？]{{0,60}}{_PUBLIC}|{_PUBLIC}[^.;。；!?！？]{{0,60}}{_CREDENTIAL}", re.IGNORECASE
)
"""A credential and a place where anybody reads, in one sentence: a matter of security, however it is asked."""


def security_said(case: Case) -> tuple[Said, ...]:
    """Security is what the line is about, or is affirmed by the customer or staff on the tickets of an unclear one."""
    if is_security(case):
        shown = (case.exposure,) if case.exposure else (concern_named(case) or _as_typed(case),)
        return case.heard.typed(*SECURITY) or shown
    return case.heard.affirmed(*SECURITY) if case.issue.kind == "unclear" else ()


def _as_typed(case: Case) -> Said:
    """The words that read so: an answer that says so with its words, else the line's. Another answer shows nothing of it."""
    said = case.answers.get(SECURITY_MATTER, "")
    words = said if affirms(said) and len(said) > _BARE else reading_of(case).words.get("security")
    if words and words != said and case.said_in(words):
        words = read_line(case.issue.text).words.get("security")
    return Said("security_exposure", "affirmed", words or case.issue.summary, "reporter", None, None, None)


_BARE = 6
"""Characters of a yes that says nothing more."""


def is_security(case: Case) -> bool:
    """What came in later and tells of an exposure; what a person says who was asked; a likely reading of the line, or one that
    its own words affirm and that leads or is not far from likely; where no report was found, the likeliest one."""
    if case.issue.set_aside:
        return False
    if case.exposure or in_public(case.issue.text) or affirms(case.answers.get(SECURITY_MATTER, "")):
        return True
    if explained(case) or asks_for_paper(case.issue.text):
        return False
    if for_an_authority(case.issue.text) or concern_named(case) or shown_plainly(case.issue.text):
        return True
    if crossed(case.issue.text, case.context.named):
        return True
    reading = reading_of(case)
    chance = reading.outcomes["security"]
    if shut_out(line_of(case), chance):
        return False
    if reading.best == "security" and not _found(case):
        return True  # no record tells more, and one too many looked at by Security costs less than one too few
    return chance >= SURE or ((reading.best == "security" or chance >= LIKELY) and bool(case.heard.typed(*SECURITY)))


def concern_named(case: Case) -> Said | None:
    """What a ticket tells of security that is open and whose number was typed: whatever the line makes of it, it is read."""
    for ticket in case.tickets:
        if ticket.id in case.issue.ticket_ids and not ticket.solved and is_concern(ticket):
            told = case.heard.affirmed(*SECURITY, speakers=("customer",))
            words = ticket.subject.strip() or opening(ticket).strip()
            shown = Said(
                "security_exposure", "affirmed", words, "customer", ticket.id, ticket.account_id, ticket.created_at
            )
            return next((s for s in told if s.record_id == ticket.id), shown)
    return None


def _found(case: Case) -> bool:
    """Whether a report was found by what it says: one that somebody ruled in takes nothing from Security."""
    return any(ticket.id not in ruled_in(case.context) for ticket in case.reports)


@lru_cache(maxsize=32)  # several criteria ask it of one line
def in_public(line: str) -> bool:
    return _IN_PUBLIC.search(simplified(line)) is not None


def explained(case: Case) -> bool:
    """A published article says it is meant to be so, and the line only asks, or staff found it to be exactly that.

    Nobody outside can publish one or write as staff; a line that states an exposure stays a concern until staff have looked.
    """
    if not case.solutions.valid:
        return False
    asks = case.heard.typed(*SECURITY, polarity="asked") or case.issue.text.rstrip().endswith(("?", "？", "吗"))
    return bool(asks) or any(as_designed(t) for t in case.reports)
