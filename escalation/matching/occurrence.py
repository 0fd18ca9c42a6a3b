"""Which of the matching tickets are this occurrence: not last quarter's incident with the same words."""

from __future__ import annotations

from datetime import datetime, timedelta

from escalation.assessment import Issue, Lookalike
from escalation.context import Context
from escalation.matching.belonging import Scored
from escalation.matching.links import Links
from escalation.matching.reasons import QUIET, as_earlier
from escalation.matching.wrote_before import TIE
from escalation.policy import Policy
from escalation.reading.times.days import days
from escalation.reading.times.recent_days import recent_days
from escalation.records import Ticket, TrackerItem

STALE = timedelta(days=45)
"""Solved reports older than this are history."""

AFTERMATH = timedelta(days=3)
"""Who writes so soon after a trouble was solved asks about that one; later, it has come back."""

CLOSED_ITEM = frozenset({"closed", "done", "fixed", "released", "resolved", "shipped", "verified"})


def current(
    belonging: tuple[Scored, ...], issue: Issue, context: Context, links: Links, policy: Policy, now: datetime
) -> tuple[tuple[Scored, ...], tuple[Lookalike, ...]]:
    """Splits matching tickets into this occurrence and earlier ones (returned as look-alikes with the reason).

    A feature request and a troubled relationship have no occurrence: all within the policy's window counts, and what a
    customer says they asked before.
    """
    reports = [s for s in belonging if s.ticket.created_at <= now]
    window = {"feature": policy.feature_window_days, "relationship": policy.recovery_window_days}.get(issue.kind)
    if window is not None:
        since = now - timedelta(days=window)
        asked = {*issue.ticket_ids, *(s.ticket.id for s in reports if TIE in s.ties)}
        kept = [s for s in reports if s.ticket.created_at >= since or s.ticket.id in asked]
    else:
        kept = _latest_run(reports, issue, context, links, now)
    ids = {s.ticket.id for s in kept}
    errors = {*(e.lower() for e in issue.error_strings), *(e for s in kept for e in s.profile.errors)}
    older = tuple(_older(s, context, links, errors) for s in reports if s.ticket.id not in ids)
    return tuple(kept), older


def _latest_run(reports: list[Scored], issue: Issue, context: Context, links: Links, now: datetime) -> list[Scored]:
    items = {i.id: i for i in context.items}
    alive = [s for s in reports if _alive(s.ticket, issue, now)]
    if not alive:
        return []
    kept: list[Scored] = []
    told, dated = recent_days(issue.text, (issue.typed_at or now).date()), days(issue.text)
    start = max(s.ticket.created_at for s in alive)
    for s in sorted(reports, key=lambda s: s.ticket.created_at, reverse=True):
        opened = s.ticket.created_at.date()
        named = opened in told or f"@{opened.month}-{opened.day}" in dated
        fixed_between = not named and _fixed_before(s.ticket, start, links, items, kept)
        near = start - s.ticket.created_at <= QUIET
        same_open_item = bool(kept) and not s.ticket.solved and _shares_item(s, kept, links)
        if s.ticket.id in issue.ticket_ids or (not fixed_between and (near or same_open_item)):
            kept.append(s)
            start = min(start, s.ticket.created_at)
    return kept


def _alive(ticket: Ticket, issue: Issue, now: datetime) -> bool:
    return ticket.id in issue.ticket_ids or not ticket.solved or now - ticket.created_at <= STALE


def _fixed_before(
    ticket: Ticket, start: datetime, links: Links, items: dict[str, TrackerItem], kept: list[Scored]
) -> bool:
    """Whether a fix lies between this ticket and the newer ones: solved, its items closed, the newer on another item."""
    own = links.items(ticket.id)
    if not ticket.solved or not own or not kept or _shares_items(own, kept, links):
        return False
    solved_at = ticket.solved_at or ticket.updated_at or ticket.created_at
    closed = all(items[i].status.lower() in CLOSED_ITEM for i in own if i in items)
    return closed and start - solved_at >= AFTERMATH


def _shares_item(s: Scored, kept: list[Scored], links: Links) -> bool:
    return _shares_items(links.items(s.ticket.id), kept, links)


def _shares_items(own: frozenset[str], kept: list[Scored], links: Links) -> bool:
    return any(own & links.items(k.ticket.id) for k in kept)


def _older(s: Scored, context: Context, links: Links, errors: set[str]) -> Lookalike:
    items = [i for i in context.items if i.id in links.items(s.ticket.id)]
    why = as_earlier(s.ticket, items, shared=not errors.isdisjoint(s.profile.specific_errors))
    return Lookalike(record_id=s.ticket.id, source="tickets", why=why)
