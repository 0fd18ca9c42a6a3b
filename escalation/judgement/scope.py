"""Narrowing to what the issue is about: some tickets with the same words turned out to be another thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from escalation.assessment import Finding, Issue, Lookalike
from escalation.judgement.heard import without_orders
from escalation.judgement.security_words import SECURITY
from escalation.matching.belonging import Scored
from escalation.matching.wrote_before import TIE
from escalation.reading.line import read_line
from escalation.reading.signals.polarity import assertions
from escalation.records import Account, Ticket
from escalation.text.folding import simplified

OPENING = 300
"""Characters of a ticket that are read as a typed line is."""

HARD = frozenset({"tracker_link", "error_string", "day_named", TIE})


def in_scope(
    kept: tuple[Scored, ...], issue: Issue, named: tuple[Account, ...] = ()
) -> tuple[tuple[Scored, ...], tuple[Lookalike, ...]]:
    """Drops solved tickets with another cause from a fault, and what asks for nothing from a request."""
    inside: list[Scored] = []
    outside: list[Lookalike] = []
    own = {a.id for a in named}
    ongoing = any(not s.ticket.solved for s in kept)
    ids = {s.ticket.id for s in kept}
    first_open = min((s.ticket.created_at for s in kept if not s.ticket.solved), default=None)
    for s in kept:
        if issue.kind in {"bug", "outage"} and _over_before(s, first_open, own) and s.ticket.id not in issue.ticket_ids:
            outside.append(Lookalike(record_id=s.ticket.id, source="tickets", why=Finding(signal="not_the_issue")))
            continue
        if s.ticket.id in issue.ticket_ids or s.ticket.merged_into in ids or _belongs(s, issue, own, ongoing=ongoing):
            inside.append(s)
        else:
            outside.append(Lookalike(record_id=s.ticket.id, source="tickets", why=Finding(signal="not_the_issue")))
    if not inside and issue.kind != "security":
        return kept, ()
    return tuple(inside), tuple(outside)


def _over_before(s: Scored, first_open: datetime | None, own: set[str]) -> bool:
    """Another customer's, solved before the first of the open reports came in, and tied to them by words alone."""
    done = s.ticket.solved_at
    tied = s.ticket.account_id in own or {"tracker_link", "day_named"} & set(s.ties)
    return first_open is not None and done is not None and done < first_open and not tied


def _belongs(s: Scored, issue: Issue, own: set[str], *, ongoing: bool) -> bool:
    """While a fault goes on, a ticket that support could solve, and that nothing hard ties to it, was another thing."""
    if issue.kind == "feature":
        return is_request(s)
    if issue.kind == "security":
        return s.ticket.account_id in own or bool(HARD & set(s.ties)) or is_concern(s.ticket)
    if issue.kind in {"bug", "outage"}:
        return not s.ticket.solved or bool(HARD & set(s.ties)) or not (ongoing or other_cause(s.ticket))
    return True


_ASKS = re.compile(
    r"(?i)\b(?:we|i|they|our \w+) (?:\w+ )?(?:need|want|ask|wish|miss)\b|\b(?:ask(?:ed|ing)? for|would like|please"
    r"|looking for|third time|again)\b|希望|需要|想要|要求|请求|能不能|能否|可否|盼|等这个|第[二三四五六]次"
)
"""Words that ask, of whatever."""
_NOT_ASKED = frozenset(
    {
        "broken",
        "blocked",
        "degraded",
        "production_down",
        "data_loss",
        "data_corruption",
        "how_to_question",
        "configuration",
    }
)
"""A fault, or help with what is there: no request for what is not."""


def is_request(s: Scored) -> bool:
    """A ticket that asks for the thing, by its type, its tracker link or its words; one that tells of rivals who have it too."""
    if "feature" in (s.ticket.type or "").lower() or HARD & set(s.ties):
        return True
    text = f"{s.ticket.subject}\n{s.ticket.description}"
    told = {a.signal for a in assertions(text) if a.polarity in {"affirmed", "asked"}}
    if "feature_request" in told:
        return True
    return told.isdisjoint(_NOT_ASKED) and ("competitor" in told or _ASKS.search(simplified(text)) is not None)


def earlier_concerns(older: tuple[Lookalike, ...], issue: Issue, tickets: Iterable[Ticket]) -> tuple[Lookalike, ...]:
    """Of a security matter only what was one before is an earlier occurrence; an outage with the same words is another thing."""
    if issue.kind != "security" or not older:
        return older
    concerns = {t.id for t in tickets if is_concern(t)}
    return tuple(
        each if each.record_id in concerns else each.model_copy(update={"why": Finding(signal="not_the_issue")})
        for each in older
    )


def is_concern(ticket: Ticket) -> bool:
    """A ticket that reports a security matter itself, in set words or by how it reads; an export that is short is none,
    whatever words it shares."""
    text = without_orders(f"{ticket.subject}\n{ticket.description}")
    told = any(a.signal in SECURITY and a.polarity in {"affirmed", "asked"} for a in assertions(text))
    return told or read_line(text[:OPENING]).best == "security"


def other_cause(ticket: Ticket) -> bool:
    """Solved, and staff's last word on the cause lies with the customer's own configuration or use."""
    for comment in reversed(ticket.comments):
        if comment.role in {"agent", "internal"}:
            heard = [a for a in assertions(without_orders(comment.body)) if a.polarity == "affirmed"]
            if any(a.signal in {"configuration", "how_to_question"} for a in heard):
                return True
            if heard:
                return False
    return False
