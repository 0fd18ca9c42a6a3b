"""The draft of a known-issue article, written from an escalation's record and held against what the public may read."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.audience import check
from escalation.register import Event
from escalation.register_state import EscalationState
from prompts.article import KnownIssue, known_issue
from tools.audience import audience
from tools.desk import Desk


def draft_of(desk: Desk, state: EscalationState, log: Iterable[Event]) -> KnownIssue:
    """In the language of the escalation. What the public may not read is left out, and can be put in other words."""
    found = desk.reassess(state.id)
    public = audience(desk.workspace, desk.policy, found, None, log=log)
    return known_issue(found, state, state.language or "en", lambda text: not check(text, public, found.at))
