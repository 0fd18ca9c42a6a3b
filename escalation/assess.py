"""The whole judgement in one call: issue and context in, assessment out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from escalation.assessment import Assessment, Issue, Lookalike, MatchedTicket
from escalation.context import Context
from escalation.evidence import Evidence
from escalation.judgement import criteria, decision, override
from escalation.judgement.answers import Answers
from escalation.judgement.case import Case
from escalation.judgement.facts import facts_of
from escalation.judgement.heard import listen
from escalation.judgement.impact import impact_of
from escalation.judgement.ledger import Ledger
from escalation.judgement.scope import in_scope
from escalation.judgement.sla import standings
from escalation.judgement.solutions import Solutions, find_solutions, matter_of
from escalation.judgement.understand import refine
from escalation.matching.belonging import Matching, Scored, match_tickets
from escalation.matching.links import Links, links_of
from escalation.matching.occurrence import CLOSED_ITEM, current
from escalation.matching.profile import Profile, Rarity, rarity_of
from escalation.matching.scene import topic
from escalation.policy import Policy
from escalation.records import Account, Ticket
from escalation.telling import background, narrative, references
from escalation.telling.deadline import deadline_of
from escalation.telling.leads import leads_of
from escalation.telling.odds import renewal_odds
from escalation.telling.outages import outages_of
from escalation.telling.questions import questions_for
from escalation.telling.readiness import Parts, readiness_of
from escalation.telling.unsupported import claims_of, would_change

LOOKALIKES_KEPT = 12


@dataclass(frozen=True)
class Inputs:
    """What the reporter and earlier steps add to the records."""

    answers: Answers = field(default_factory=Answers)
    evidence: tuple[Evidence, ...] = ()
    choice: override.Choice = field(default_factory=override.Choice)
    reported_by: str | None = None


def assess(issue: Issue, context: Context, policy: Policy, now: datetime, inputs: Inputs | None = None) -> Assessment:
    """Judges one issue at one instant (`now`, aware UTC). Raises `InvalidInput` for an override that is not allowed."""
    given = inputs or Inputs()
    case, lookalikes, wanted, rarity = build_case(issue, context, policy, now, given)
    reasons = criteria.weigh(case)
    decided = decision.decide(case, reasons)
    escalates = decided == "escalate"
    verdict, overrides = override.overrule(
        override.Verdict(
            decided,
            decision.severity_of(case, reasons) if escalates else None,
            decision.target_of(case, reasons) if escalates else None,
        ),
        given.choice,
        reasons,
    )
    tried, reproduction = narrative.tried_of(case), narrative.reproduction_of(case)
    communication = narrative.communication_of(case)
    items = references.items_of(case, wanted, rarity)
    messages = references.messages_of(case, items, wanted, rarity)
    demand = narrative.demand_of(case, messages)
    leads = leads_of(case, items) if case.issue.kind in {"bug", "outage", "security"} else ()
    odds, odds_evidence = renewal_odds(case, messages)
    outages = outages_of(case)
    deadline, deadline_why = deadline_of(case, communication, verdict)
    parts = Parts(case, tried, reproduction, communication, demand, deadline is not None)
    readiness = readiness_of(verdict.target, parts) if verdict.target else ()
    for item in items:
        case.ledger.item(item)
    for message in messages[:4]:
        case.ledger.message(message)
    impact, facts = impact_of(case), facts_of(case)
    background.lay_open(case, lookalikes[:LOOKALIKES_KEPT])
    return Assessment(
        at=now,
        issue=case.issue,
        account=case.account,
        decision=verdict.decision,
        severity=verdict.severity,
        target=verdict.target,
        inform=decision.inform_of(case, verdict.target, reasons) if verdict.target else (),
        ask=decision.ask_of(verdict.target, case) if verdict.target else None,
        reasons=reasons,
        would_change=would_change(case, verdict.decision, verdict.severity, reasons),
        overrides=overrides,
        impact=impact,
        facts=facts,
        cited=references.cited_of(case, items, messages),
        claims=claims_of(case),
        matched=tuple(_matched(s, case) for s in case.matched),
        lookalikes=lookalikes[:LOOKALIKES_KEPT],
        affected=case.affected,
        solution=case.solutions.best,
        articles=(*case.solutions.valid, *case.solutions.related),
        items=items,
        messages=messages,
        tried=tried,
        reproduction=reproduction,
        communication=communication,
        demand=demand,
        leads=leads,
        renewal_odds=odds,
        renewal_odds_evidence=odds_evidence,
        outages=outages,
        timeline=narrative.timeline_of(case),
        deadline=deadline,
        deadline_why=deadline_why,
        readiness=readiness,
        questions=questions_for(
            case, verdict.decision, verdict.target, readiness, communication, odds_known=odds is not None
        ),
        coverage=context.coverage,
        evidence=case.ledger.entries(),
        reported_by=given.reported_by,
    )


def build_case(
    issue: Issue, context: Context, policy: Policy, now: datetime, given: Inputs
) -> tuple[Case, tuple[Lookalike, ...], Profile, Rarity]:
    """Matches, dates and scopes the tickets, then puts the case together; also returns what was ruled out."""
    links = links_of(context)
    matching = match_tickets(issue, context, now, links)
    kept, older = current(matching.belonging, issue, context, links, policy, now)
    issue = refine(issue, (s.ticket for s in kept))
    kept, elsewhere = in_scope(kept, issue, context.named)
    wanted = topic(issue, context)
    rarity = rarity_of([s.profile for s in matching.belonging], context.frequencies, context.ticket_total)
    ids = {s.ticket.id for s in kept}
    before = {look.record_id for look in older}
    again = [s.ticket for s in matching.belonging if s.ticket.id in before]
    earlier = tuple(t for t in (*again, *(s.ticket for s in matching.similar)) if t.id not in ids)
    case = _case(issue, context, policy, now, given, kept, earlier, links, matching, wanted, rarity)
    return case, (*matching.lookalikes, *older, *elsewhere), wanted, rarity


def _case(
    issue: Issue,
    context: Context,
    policy: Policy,
    now: datetime,
    given: Inputs,
    kept: tuple[Scored, ...],
    earlier: tuple[Ticket, ...],
    links: Links,
    matching: Matching,
    wanted: Profile,
    rarity: Rarity,
) -> Case:
    duplicates = tuple(s.ticket for s in kept if links.merged(s.ticket.id))
    kept = tuple(s for s in kept if s.ticket not in duplicates)
    tickets = tuple(s.ticket for s in kept)
    ids = dict.fromkeys(
        t.account_id for t in sorted([*tickets, *duplicates], key=lambda t: t.created_at) if t.account_id
    )
    affected: tuple[Account, ...] = tuple(context.accounts[i] for i in ids if i in context.accounts)
    unknown = tuple(i for i in ids if i not in context.accounts)
    return Case(
        issue=issue,
        context=context,
        matched=kept,
        earlier=earlier,
        affected=affected,
        unknown_accounts=unknown,
        links=links,
        heard=listen(issue.text, tickets),
        standings=standings(tickets, context.accounts, now, policy),
        solutions=_solutions(context, tickets, affected or context.named, links, matching, wanted, rarity),
        ledger=Ledger(now, given.evidence),
        policy=policy,
        now=now,
        answers=given.answers.known,
        declined=given.answers.declined,
        duplicates=duplicates,
    )


def _solutions(
    context: Context,
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
        wanted, tickets, matching.anchors, rarity, context.articles, context.messages, confirmed=confirmed
    )
    return find_solutions(context.articles, matter, tickets, accounts)


def _matched(s: Scored, case: Case) -> MatchedTicket:
    state = next(x for x in case.standings if x.ticket_id == s.ticket.id)
    return MatchedTicket(
        ticket=s.ticket,
        score=round(s.score, 3),
        ties=s.ties,
        first_response=state.response,
        resolution=state.resolution,
    )
