"""Which records an issue is about, with what they say: all of the judgement that no answer or evidence of a reporter changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from escalation.assessment import Issue, Lookalike
from escalation.context import Context
from escalation.judgement.colleagues import refuted
from escalation.judgement.crossed import crossed
from escalation.judgement.failed_ways import failed_for
from escalation.judgement.fallen_away import as_apart, fallen_away
from escalation.judgement.happened_before import happened_before
from escalation.judgement.heard import Heard, listen
from escalation.judgement.scope import earlier_concerns, in_scope, is_concern
from escalation.judgement.sla import SlaStanding, standings
from escalation.judgement.solutions import Solutions, find_solutions, matter_of, without_refuted
from escalation.judgement.solved_by_hand import as_ruled
from escalation.judgement.takes_others import takes_others
from escalation.judgement.twins import in_their_language
from escalation.judgement.typed_failure import failed_by_line
from escalation.judgement.understand import of_nobody, refine, without_names
from escalation.matching.alike import Scales
from escalation.matching.belonging import Matching, Scored, match_tickets, tied_by_hand
from escalation.matching.cases import case_likeness
from escalation.matching.counted import with_counted
from escalation.matching.links import Links, links_of
from escalation.matching.occurrence import CLOSED_ITEM, current
from escalation.matching.profile import Profile, Rarity, rarity_among
from escalation.matching.ruled import as_if_named, in_effect, set_apart, without_parted
from escalation.matching.scene import topic
from escalation.matching.told_apart import told_apart
from escalation.policy import Policy
from escalation.records import Account, Article, Ticket

_ON_RECORD = frozenset({"ruled", "tracker_link", "chat_thread"})
CLEARLY = 0.1
"""Chance by which a ticket that a colleague tells apart must fit the line better than the rest to stay."""

REPORTS = 3
"""Reports of the matter that a solved case is held against, beside the line."""


@dataclass(frozen=True)
class Sifted:
    """The candidates of an issue, sifted: judged once, it can be judged again with more evidence at little cost."""

    typed: Issue
    """The issue as it was before the records refined it."""
    matching: Matching
    issue: Issue
    context: Context
    policy: Policy
    now: datetime
    links: Links
    topic: Profile
    rarity: Rarity
    matched: tuple[Scored, ...]
    duplicates: tuple[Ticket, ...]
    earlier: tuple[Ticket, ...]
    lookalikes: tuple[Lookalike, ...]
    affected: tuple[Account, ...]
    unknown_accounts: tuple[str, ...]
    heard: Heard
    standings: tuple[SlaStanding, ...]
    solutions: Solutions


def sift(issue: Issue, context: Context, policy: Policy, now: datetime) -> Sifted:
    """Matches, dates and scopes the tickets, and reads those that are left."""
    context = without_parted(context)
    issue = without_names(issue, context.named) if context.named else of_nobody(issue, context.unknown_name)
    links = tied_by_hand(issue, context, now, links_of(context))
    return _read(issue, context, policy, now, links, match_tickets(issue, context, now, links))


def counting(sifted: Sifted, context: Context) -> Sifted:
    """The same with the tickets that `context` counts and what stands beside them. Which others belong was found already, by
    what the line and its own reports say: what is counted adds itself and nobody else."""
    links = links_of(context)
    matching = with_counted(sifted.matching, context, links)
    return _read(sifted.typed, context, sifted.policy, sifted.now, links, matching)


def _read(issue: Issue, context: Context, policy: Policy, now: datetime, links: Links, matching: Matching) -> Sifted:
    typed = issue
    # What belongs are requests: they count over months and may be closed, whatever the line sounds like.
    wish = issue.model_copy(update={"kind": "feature"}) if matching.wish else None
    kept, older = current(matching.belonging, as_if_named(wish or issue, context), context, links, policy, now)
    older = earlier_concerns(older, issue, context.tickets)
    issue = refine(issue, (s.ticket for s in kept), wish=matching.wish)
    kept, elsewhere = in_scope(kept, as_if_named(wish or issue, context), context.named)
    kept = _of_the_exposure(_as_answered(kept, issue), issue, context)
    kept, otherwise = _without_fallen(kept, issue, context, links)
    wanted = topic(issue, context)
    rarity = context.rarity or rarity_among([s.profile for s in matching.belonging])
    duplicates = tuple(s.ticket for s in kept if links.merged(s.ticket.id))
    matched = tuple(s for s in kept if s.ticket not in duplicates)
    tickets = tuple(s.ticket for s in matched)
    looks = (*set_apart(context), *otherwise, *_same_error_first(matching, older, issue), *elsewhere)
    affected, unknown = _whose((*tickets, *duplicates), context)
    return Sifted(
        typed,
        matching,
        issue,
        context,
        policy,
        now,
        links=links,
        topic=wanted,
        rarity=rarity,
        matched=matched,
        duplicates=duplicates,
        earlier=_earlier(matching, kept, older, wanted, rarity),
        lookalikes=happened_before(looks, issue, wanted, (*tickets, *duplicates), context, now),
        affected=affected,
        unknown_accounts=unknown,
        heard=listen(issue.text, tickets),
        standings=standings(tickets, context.accounts, now, policy),
        solutions=_solutions(context, issue, tickets, context.named or affected, links, matching, wanted, rarity),
    )


def _without_fallen(
    kept: tuple[Scored, ...], issue: Issue, context: Context, links: Links
) -> tuple[tuple[Scored, ...], tuple[Lookalike, ...]]:
    """Of a fault without the tickets that turned out to be another matter, which are told as that; what somebody put on record
    as one with the others stays."""
    if issue.kind not in {"bug", "outage"}:
        return kept, ()
    rulings, tickets = in_effect(context), [s.ticket for s in kept if s.ticket.id not in issue.ticket_ids]
    gone = fallen_away(issue.text, tickets, rulings, context.named) | _told_apart(kept, tickets, context, links)
    apart = [s for s in kept if s.ticket.id in gone and _ON_RECORD.isdisjoint(s.ties)]
    return tuple(s for s in kept if s not in apart), tuple(map(as_apart, apart))


def _told_apart(kept: tuple[Scored, ...], tickets: Iterable[Ticket], context: Context, links: Links) -> frozenset[str]:
    """Those of whom chat says that theirs is another matter; never the named customer's, nor what fits the line clearly better
    than all the others."""
    named = {a.id for a in context.named}
    found = told_apart((t for t in tickets if t.account_id not in named), context, links)
    theirs = max((s.score for s in kept if s.ticket.id in found), default=0.0)
    rest = max((s.score for s in kept if s.ticket.id not in found), default=0.0)
    return found if theirs < rest + CLEARLY else frozenset()


def _of_the_exposure(kept: tuple[Scored, ...], issue: Issue, context: Context) -> tuple[Scored, ...]:
    """Where one customer is said to see what is another's, the tickets that speak of security or were named: that both once wrote
    of invoices shows nobody's."""
    if not crossed(issue.text, context.named):
        return kept
    return tuple(s for s in kept if s.ticket.id in issue.ticket_ids or is_concern(s.ticket))


def _as_answered(kept: tuple[Scored, ...], issue: Issue) -> tuple[Scored, ...]:
    """Of a complaint the tickets of the area of the one that was named when it was asked which is meant; leaders look at all."""
    areas = {s.ticket.product_area for s in kept if s.ticket.id in issue.answered_tickets}
    if issue.kind != "relationship" or not areas or listen(issue.text, ()).typed("executive_involved"):
        return kept
    return tuple(s for s in kept if s.ticket.product_area in areas)


def _same_error_first(matching: Matching, older: tuple[Lookalike, ...], issue: Issue) -> tuple[Lookalike, ...]:
    """Look-alikes, before all the earlier reports with the very error that the line names: who meets it asks when it was seen."""
    errors = frozenset(issue.error_strings)
    same = {s.ticket.id for s in matching.belonging if errors & s.profile.errors} if errors else set[str]()
    seen = tuple(look for look in older if look.record_id in same)
    return (*seen, *matching.lookalikes, *(look for look in older if look not in seen))


def _earlier(
    matching: Matching, kept: tuple[Scored, ...], older: tuple[Lookalike, ...], wanted: Profile, rarity: Rarity
) -> tuple[Ticket, ...]:
    """Solved cases like this one, the likest first: an earlier occurrence, or the same trouble with the same thing."""
    ids = {s.ticket.id for s in kept}
    before = {look.record_id for look in older}
    again = [s for s in matching.belonging if s.ticket.id in before]
    told = (wanted, *(s.profile for s in kept[:REPORTS]))
    scales = Scales(rarity)
    alike = {s.ticket: case_likeness(s, told, scales) for s in (*again, *matching.similar) if s.ticket.id not in ids}
    return tuple(sorted((t for t, how in alike.items() if how), key=lambda t: (-alike[t], t.id)))


def _whose(tickets: tuple[Ticket, ...], context: Context) -> tuple[tuple[Account, ...], tuple[str, ...]]:
    """The customers of these tickets, the first to report first, and ids that no account has."""
    ids = dict.fromkeys(t.account_id for t in sorted(tickets, key=lambda t: t.created_at) if t.account_id)
    known = tuple(context.accounts[i] for i in ids if i in context.accounts)
    return known, tuple(i for i in ids if i not in context.accounts)


def _solutions(
    context: Context,
    issue: Issue,
    tickets: tuple[Ticket, ...],
    accounts: tuple[Account, ...],
    links: Links,
    matching: Matching,
    wanted: Profile,
    rarity: Rarity,
) -> Solutions:
    closed = {i.id for i in context.items if i.status.lower() in CLOSED_ITEM}
    confirmed = any(links.items(t.id) - closed for t in tickets)
    matter = matter_of(
        wanted, issue.text, tickets, [a.id for a in context.named], matching.anchors, rarity,
        context.articles, context.messages, confirmed=confirmed, question=issue.kind == "question",
    )  # fmt: skip

    def found_among(articles: Iterable[Article]) -> Solutions:
        found = find_solutions(articles, matter, tickets, accounts)
        failed = failed_for(tickets, context.articles, {a.id for a in context.named})
        typed = dict.fromkeys(failed_by_line(issue.text, found.valid))
        others = takes_others(tickets, found.valid, {a.id for a in context.named})
        return without_refuted(found, others | typed | failed | refuted(issue.text, tickets, context.articles))

    found = as_ruled(context, found_among, accounts, tickets)
    return in_their_language(found, context.articles, context.named or accounts, tickets)
