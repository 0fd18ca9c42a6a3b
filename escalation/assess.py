"""The whole judgement in one call: issue and context in, assessment out."""

from __future__ import annotations

from datetime import datetime

from escalation.assessment import Assessment, Finding, Issue, MatchedTicket
from escalation.context import Context
from escalation.judgement import accompanying
from escalation.judgement.aside import told_of
from escalation.judgement.case import Case
from escalation.judgement.facts import facts_of
from escalation.judgement.impact import impact_of
from escalation.matching.belonging import Scored
from escalation.matching.ruled import in_effect
from escalation.policy import Policy
from escalation.sifting import Sifted
from escalation.telling import background, narrative, references
from escalation.telling.deadline import deadline_of
from escalation.telling.decisions import wanted_of
from escalation.telling.heed import heed_of
from escalation.telling.incident import incident_of
from escalation.telling.leads import leads_of
from escalation.telling.needs import ahead_of, beyond_of, needs_of
from escalation.telling.odds import renewal_odds
from escalation.telling.of_owner import done_in_chat
from escalation.telling.open_tickets import open_tickets_of
from escalation.telling.others import for_leaders, others_of
from escalation.telling.outages import outages_of
from escalation.telling.precedent import precedent_of, related_of
from escalation.telling.pressure import pressure_of
from escalation.telling.questions import questions_for
from escalation.telling.readiness import Parts, readiness_of
from escalation.telling.spoken_of import in_chat_of
from escalation.telling.suspect import suspect_of
from escalation.telling.timeline import timeline_of
from escalation.telling.unanswered import with_unanswered
from escalation.telling.unsupported import claims_of, would_change
from escalation.weighing import Inputs, Weighed, sift_for, weigh

_WHO_OR_WHERE = frozenset({"which_account", "ticket_number", "security_matter"})
"""Questions whose answers find records, or settle who takes it, and are told of the matter by nothing more."""


def assess(issue: Issue, context: Context, policy: Policy, now: datetime, inputs: Inputs | None = None) -> Assessment:
    """Judges one issue at one instant (`now`, aware UTC). Raises `InvalidInput` for an override that is not allowed."""
    return judge(sift_for(issue, context, policy, now, inputs or Inputs()), inputs)


def judge(sifted: Sifted, inputs: Inputs | None = None) -> Assessment:
    """The judgement over sifted records; raises what `assess` raises."""
    return tell(weigh(sifted, inputs))


def tell(weighed: Weighed) -> Assessment:
    """The assessment of what was weighed; to be asked for once, since what it finds goes on the ledger of the case."""
    case, sifted, reasons, verdict = weighed.case, weighed.sifted, weighed.reasons, weighed.verdict
    items, messages, lookalikes = weighed.items, weighed.messages, weighed.lookalikes
    # What only asks how something works, by its words, is a fault all the same for whoever is called to mend it.
    handed_on = verdict.target in {"engineering", "l2"} and case.issue.kind not in {"feature", "relationship"}
    is_fault = handed_on or case.issue.kind in {"bug", "outage", "security"}
    tried, reproduction = (
        narrative.tried_of(case),
        narrative.reproduction_of(case, handed_on=verdict.target == "engineering"),
    )
    tried = (*tried, *done_in_chat(case, messages, items, tried))
    communication = with_unanswered(case, narrative.communication_of(case))
    demand = narrative.demand_of(case, messages, for_product=verdict.target == "product")
    noted = is_fault or verdict.decision == "handle"
    leads = leads_of(case, items, of_tickets=noted) if noted or case.issue.kind == "feature" else ()
    needs = needs_of(case, items) if is_fault else ()
    beyond = beyond_of(case) if is_fault else ()
    ahead = ahead_of(case, items, messages) if is_fault else None
    odds, odds_evidence = renewal_odds(case, messages)
    outages = outages_of(case)
    incident = incident_of(case, messages) if verdict.target == "security" else None
    others = others_of(case, communication)
    deadline, deadline_why = deadline_of(case, communication, verdict, incident, ahead, others)
    timeline = timeline_of(case)
    ask = accompanying.ask_of(verdict.target, case) if verdict.target else None
    wanted = wanted_of(case, messages, communication) if verdict.target == "leadership" else ()
    parts = Parts(
        case, tried, reproduction, communication, demand, deadline is not None, incident, timeline,
        tracked=verdict.target is not None and accompanying.is_tracked(verdict.target, case), noted=bool(leads),
        asked_of_leaders=any(one.kind != "answer" for one in wanted),
    )  # fmt: skip
    readiness = readiness_of(verdict.target, parts) if verdict.target else ()
    closed = references.closed_of(case, items, sifted.topic, sifted.rarity)
    for item in items:
        case.ledger.item(item)
    suspect = suspect_of(case, items)
    for item in (each for each in (closed, suspect) if each is not None):
        case.ledger.item(item)
    in_chat = in_chat_of(case, messages, items, sifted.topic)
    near = references.near_of(case, weighed.cited) if verdict.decision == "escalate" else None
    if near is not None:
        case.ledger.article(near)
    for message in (m for m in messages if m.id in in_chat.told):
        case.ledger.message(message)
    sent_back = tuple(
        Finding(signal="handed_back", values={"lack": lack, "words": words}, evidence=(case.by_reporter(words),))
        for lack, words in weighed.given.answers.sent_back.items()
    )
    answered = tuple(
        Finding(signal="answered", values={"question": question, "words": words}, evidence=(case.by_reporter(words),))
        for question, words in case.answers.items()
        if question not in _WHO_OR_WHERE
    )
    at_ease = verdict.decision == "handle" or (verdict.decision == "need_info" and case.good_news is not None)
    impact, facts = impact_of(case, handled=at_ease), facts_of(case)
    background.lay_open(case, lookalikes)
    return Assessment(
        at=sifted.now,
        issue=case.issue,
        account=case.account,
        decision=verdict.decision,
        severity=verdict.severity,
        target=verdict.target,
        inform=accompanying.inform_of(case, verdict.target, (*reasons, *for_leaders(case, others)))
        if verdict.target
        else (),
        ask=ask,
        reasons=reasons,
        would_change=would_change(case, verdict.decision, verdict.severity, reasons),
        overrides=weighed.overrides,
        rulings=in_effect(sifted.context),
        impact=impact,
        facts=facts,
        cited=weighed.cited,
        claims=(*told_of(case.issue, weighed.given.reported_by), *claims_of(case)),
        matched=tuple(_matched(s, case) for s in case.matched),
        lookalikes=lookalikes,
        affected=case.affected,
        solution=case.solutions.best,
        articles=(*case.solutions.valid, *case.solutions.related),
        near=near,
        items=items,
        suspect=suspect,
        closed=closed,
        messages=messages,
        in_chat=in_chat,
        tried=tried,
        reproduction=reproduction,
        communication=communication,
        others=others,
        heed=heed_of(case, messages) if verdict.decision == "escalate" else (),
        demand=demand,
        leads=leads,
        felt=narrative.felt_of(case),
        pressure=pressure_of(case) if verdict.decision == "escalate" else (),
        needs=needs,
        beyond=beyond,
        ahead=ahead,
        renewal_odds=odds,
        renewal_odds_evidence=odds_evidence,
        outages=outages,
        incident=incident,
        open_tickets=open_tickets_of(case),
        precedent=precedent_of(case, sifted.topic, sifted.rarity)
        if verdict.decision == "handle" and case.solutions.best is None
        else None,
        related=related_of(case),
        wanted=wanted,
        timeline=timeline,
        deadline=deadline,
        deadline_why=deadline_why,
        readiness=readiness,
        questions=questions_for(
            case,
            verdict.decision,
            verdict.target,
            readiness,
            communication,
            reasons=reasons,
            odds_known=odds is not None,
            incident=incident,
            others=others,
        ),
        sent_back=sent_back,
        answered=answered,
        coverage=sifted.context.coverage,
        evidence=case.ledger.entries(),
        outdated=case.ledger.outdated(),
        reported_by=weighed.given.reported_by,
    )


def _matched(s: Scored, case: Case) -> MatchedTicket:
    state = next(x for x in case.standings if x.ticket_id == s.ticket.id)
    return MatchedTicket(
        ticket=s.ticket,
        score=round(s.score, 3),
        ties=s.ties,
        first_response=state.response,
        resolution=state.resolution,
    )
