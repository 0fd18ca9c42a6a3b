"""The model's closing words held against the evidence: what they name must be on record, found, or shown by our own tools."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.conversation.matter import Matter
from escalation.claims import Unsupported, book_of, check_text
from escalation.errors import EscalationError
from prompts.claim_words import claim_words
from tools.desk.desk import Request

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from tools.desk.office import Opened

_BARE = re.compile(r"\d{1,2}|[^\d\s]{1,3}")
"""A small number or a word or two: found by chance in any long text, so that finding it there shows nothing."""


@dataclass(frozen=True)
class Finding:
    """A passage that nothing supports, and why in the language of the conversation."""

    span: str
    problem: str


def findings(rooms: Opened, matter: Matter, text: str) -> list[Finding]:
    """What in `text` neither the evidence of the matter nor a result of our own tools shows; empty without a matter."""
    found = _assessment(rooms, matter)
    if found is None:
        return []
    accounts = {a.id: a for a in (*found.affected, *((found.account,) if found.account else ()))}
    others = rooms.workspace.account_names(except_ids=tuple(accounts))
    zone = next((a.timezone for a in accounts.values() if a.timezone), None)
    book = book_of(found, others, zone=zone)
    unsupported = [each for each in check_text(text, book) if not _shown(each, matter.said)]
    told = {each.span: claim_words(each, matter.language or found.issue.language) for each in unsupported}
    return [Finding(span, problem) for span, problem in told.items()]


def _assessment(rooms: Opened, matter: Matter) -> Assessment | None:
    """Of the escalation on record, else of the issue as it was prepared."""
    try:
        if matter.escalation_id:
            return rooms.desk.reassess(matter.escalation_id)
        if matter.prepared:
            asked = matter.prepared
            return rooms.desk.assess(
                Request(asked["issue"], asked.get("account"), asked.get("language"), asked.get("answers") or {})
            )
    except EscalationError:
        return None
    return None


def _shown(claim: Unsupported, said: Iterable[str]) -> bool:
    """Whether one of our tools printed exactly this, as a whole word."""
    if _BARE.fullmatch(claim.span.strip()) or claim.kind == "quotation":
        return False
    whole = re.compile(rf"(?<![\w.]){re.escape(claim.span)}(?!\w)")
    return any(whole.search(text) for text in said)
