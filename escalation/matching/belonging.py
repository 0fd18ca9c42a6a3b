"""Who is really affected: which candidate tickets belong to this issue, and which only look alike.

Tickets that clearly speak of the issue become anchors; what the anchors share (tracker item, endpoint, error string, product
area) then ties or separates the rest. A report is never counted for its words alone when a stronger feature says otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from escalation.assessment import Finding, Issue, Lookalike
from escalation.context import Context
from escalation.matching.kin import share, specific, troubles
from escalation.matching.links import Links, links_of
from escalation.matching.profile import (
    Profile,
    other_status,
    profile_of,
    rarity_of,
    similarity,
    ticket_profile,
)
from escalation.records import Ticket

ANCHOR = 0.55
"""Similarity to the issue's words from which a ticket may speak for the issue."""

OWN = 0.35
"""The same for a ticket of the customer that the reporter named."""

BELONGS = 0.62
"""Similarity from which a ticket in the anchors' product area belongs without a harder tie."""

SAME_TROUBLE = 0.4
"""Similarity that suffices when area, thing and symptom are the anchors' own, or for another ticket of an anchor's customer."""

TIED = 0.2
"""Similarity that suffices when a hard tie (same tracker item, endpoint, specific error, chat thread) holds."""


FRESH = timedelta(days=3)
"""Age up to which a named customer's only open ticket is taken for what the reporter means."""

STALE = timedelta(days=45)
"""Solved reports older than this are history."""

CLOSE = 0.15
"""Anchors score within this of the best."""

TOGETHER = timedelta(days=30)
"""Anchors that no tracker item ties stand within this of the newest."""


@dataclass(frozen=True)
class Scored:
    """A ticket with its topic, its similarity to the issue, and the ties found."""

    ticket: Ticket
    profile: Profile
    score: float
    ties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Anchors:
    """What the tickets that clearly speak of the issue have in common."""

    ticket_ids: frozenset[str]
    items: frozenset[str]
    endpoints: frozenset[str]
    errors: frozenset[str]
    areas: frozenset[str]
    threads: frozenset[str]
    versions: frozenset[str]
    wanted: Profile


NOTHING: frozenset[str] = frozenset()
NO_ANCHORS = Anchors(
    NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, wanted=Profile(NOTHING, NOTHING, NOTHING, NOTHING)
)


@dataclass(frozen=True)
class Matching:
    belonging: tuple[Scored, ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()
    anchors: Anchors = NO_ANCHORS


def match_tickets(issue: Issue, context: Context, now: datetime, links: Links | None = None) -> Matching:
    """Splits the candidates into belonging and look-alikes; time is judged later, by `occurrence`."""
    if issue.kind == "relationship" and context.named:
        return _whole_relationship(context)
    links = links or links_of(context)
    profiles = {t.id: ticket_profile(t) for t in context.tickets}
    rarity = rarity_of(list(profiles.values()), context.frequencies, context.ticket_total)
    wanted = topic(issue, context)
    scored = [
        Scored(t, profiles[t.id], 1.0 if t.id in issue.ticket_ids else similarity(wanted, profiles[t.id], rarity))
        for t in context.tickets
    ]
    scored.sort(key=lambda s: (-s.score, s.ticket.id))
    anchors = find_anchors(issue, context, wanted, scored, links, now)
    return _split(scored, anchors, links)


def _whole_relationship(context: Context) -> Matching:
    """A complaint about us as a whole rests on all that the customer went through, not on shared words."""
    own = {a.id for a in context.named}
    links = links_of(context)
    theirs = [t for t in context.tickets if t.account_id in own and not links.merged(t.id)]
    return Matching(tuple(Scored(t, ticket_profile(t), 1.0, ("named",)) for t in theirs))


def topic(issue: Issue, context: Context) -> Profile:
    """The issue's topic without the names of customers, which say who and not what."""
    text = issue.text
    for account in context.named:
        for name in sorted((account.name, *account.aliases), key=len, reverse=True):
            text = text.replace(name, " ")
    whole = profile_of(text)
    # A feature that is "missing" is not a symptom: what is asked for is the thing.
    things = whole.concepts - troubles()
    return replace(whole, concepts=things) if issue.kind == "feature" and things else whole


def find_anchors(
    issue: Issue, context: Context, wanted: Profile, scored: list[Scored], links: Links, now: datetime
) -> Anchors:
    """Anchors are tickets named by id; else the named account's own reports; else the best-scored cluster."""
    chosen = [s for s in scored if s.ticket.id in issue.ticket_ids]
    if not chosen:
        own = {a.id for a in context.named}
        heads = [
            s for s in scored if not links.merged(s.ticket.id) and (issue.kind == "feature" or _alive(s.ticket, now))
        ]
        theirs = [s for s in heads if s.ticket.account_id in own]
        mine = [s for s in theirs if s.score >= OWN] or (
            _only_fresh(theirs, now) if issue.kind == "question" or not wanted.concepts else []
        )
        near = [s for s in heads if s.score >= ANCHOR]
        chosen = _freshest_cluster(mine or near, links)
    ids = frozenset(s.ticket.id for s in chosen)
    return Anchors(
        ids,
        frozenset(i for s in chosen for i in links.items(s.ticket.id)),
        frozenset(e for s in chosen for e in s.profile.endpoints),
        frozenset(e for s in chosen for e in s.profile.specific_errors),
        _common_areas(s.ticket for s in chosen),
        frozenset(m for i in ids for m in links.threads(i)),
        wanted.versions or frozenset(v for s in chosen for v in s.profile.versions),
        wanted,
    )


def _alive(ticket: Ticket, now: datetime) -> bool:
    """Open, or solved lately: last year's incident does not speak for today's."""
    return not ticket.solved or now - ticket.created_at <= STALE


def _only_fresh(theirs: list[Scored], now: datetime) -> list[Scored]:
    """The one ticket that the named customer opened these days, when its words (perhaps in another language) tie nothing."""
    fresh = [s for s in theirs if not s.ticket.solved and now - FRESH <= s.ticket.created_at <= now]
    return fresh if len(fresh) == 1 else []


def _freshest_cluster(near: list[Scored], links: Links) -> list[Scored]:
    """Of reports that fit the words, those that share the strongest one's product area and time."""
    if not near:
        return []
    best = near[0].score
    top = [s for s in near if s.score >= best - CLOSE]
    top = [s for s in top if not s.ticket.solved] or top
    lead = max(top, key=lambda s: s.ticket.created_at)
    shared = _commonest_items(top, links)
    return [s for s in top if s is lead or _with_lead(s, lead, shared, links)]


def _commonest_items(top: list[Scored], links: Links) -> frozenset[str]:
    """The tracker item that most of these reports link to (several when equal); empty when none does."""
    counts = Counter(i for s in top for i in links.items(s.ticket.id))
    most = max(counts.values(), default=0)
    return frozenset(i for i, n in counts.items() if n == most)


def _with_lead(s: Scored, lead: Scored, shared: frozenset[str], links: Links) -> bool:
    own = links.items(s.ticket.id)
    if own:
        return bool(own & shared)
    near = abs(lead.ticket.created_at - s.ticket.created_at) <= TOGETHER
    return near and s.ticket.product_area == lead.ticket.product_area and not _conflict(lead.profile, s.profile)


def _common_areas(tickets: Iterable[Ticket]) -> frozenset[str]:
    counts = Counter(t.product_area for t in tickets if t.product_area)
    most = max(counts.values(), default=0)
    return frozenset(area for area, n in counts.items() if n * 3 >= most)


def _split(scored: list[Scored], anchors: Anchors, links: Links) -> Matching:
    belonging: list[Scored] = []
    lookalikes: list[Lookalike] = []
    for s in scored:
        verdict = _verdict(s, anchors, links)
        if isinstance(verdict, tuple):
            belonging.append(Scored(s.ticket, s.profile, s.score, verdict))
        elif verdict is not None:
            lookalikes.append(Lookalike(record_id=s.ticket.id, source="tickets", why=verdict))
    return Matching(tuple(belonging), tuple(lookalikes), anchors)


def _verdict(s: Scored, anchors: Anchors, links: Links) -> tuple[str, ...] | Finding | None:
    """Ties when the ticket belongs; the reason when it only looks alike; None when it is about something else."""
    if links.merged(s.ticket.id):
        return Finding(signal="merged", values={"into": s.ticket.merged_into}) if s.score >= BELONGS else None
    if s.ticket.id in anchors.ticket_ids:
        return ("same_words", *_ties(s, anchors, links))
    ties = _ties(s, anchors, links)
    if other_status(anchors.wanted, s.profile) and "tracker_link" not in ties:
        return Finding(signal="other_error", values={"error": min(s.profile.errors)})
    if ties and (s.score >= TIED or "tracker_link" in ties):
        return ties
    if s.score < BELONGS and not _same_trouble(s, anchors):
        return None
    return _separation(s, anchors, links) or ("same_words", *_area_tie(s, anchors))


def _same_trouble(s: Scored, anchors: Anchors) -> bool:
    """Fewer words in common will do when area, thing and symptom are the anchors' own."""
    alike = share(specific(s.profile.concepts), anchors.wanted.told) and share(
        s.profile.concepts - troubles(), anchors.wanted.concepts - troubles()
    )
    return s.score >= SAME_TROUBLE and alike and s.ticket.product_area in anchors.areas


def _ties(s: Scored, anchors: Anchors, links: Links) -> tuple[str, ...]:
    found = {
        "tracker_link": bool(anchors.items & links.items(s.ticket.id)),
        "endpoint": bool(anchors.endpoints & s.profile.endpoints),
        "error_string": bool(anchors.errors & s.profile.errors),
        "version": bool(anchors.versions & s.profile.versions) and s.ticket.product_area in anchors.areas,
        "chat_thread": bool(anchors.threads & links.threads(s.ticket.id)),
    }
    return tuple(tie for tie, holds in found.items() if holds)


def _area_tie(s: Scored, anchors: Anchors) -> tuple[str, ...]:
    return ("product_area",) if s.ticket.product_area in anchors.areas else ()


def _separation(s: Scored, anchors: Anchors, links: Links) -> Finding | None:
    if anchors.endpoints and s.profile.endpoints:
        return Finding(signal="other_endpoint", values={"endpoint": min(s.profile.endpoints)})
    if anchors.errors and s.profile.specific_errors:
        return Finding(signal="other_error", values={"error": min(s.profile.specific_errors)})
    if anchors.areas and s.ticket.product_area and s.ticket.product_area not in anchors.areas:
        return Finding(signal="other_area", values={"area": s.ticket.product_area})
    if not anchors.ticket_ids or (anchors.items and links.items(s.ticket.id)):
        return Finding(signal="not_the_issue")
    return None


def _conflict(one: Profile, other: Profile) -> bool:
    both_endpoints = one.endpoints and other.endpoints
    return bool(both_endpoints) and not one.endpoints & other.endpoints
