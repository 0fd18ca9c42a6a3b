"""At most three questions, ranked by what their answers would change."""

from __future__ import annotations

from escalation.assessment import Communication, Finding, Question, ReadinessItem, Reason
from escalation.judgement.accompanying import is_tracked
from escalation.judgement.answers import SECURITY_MATTER
from escalation.judgement.asking_first import different_matters, must_ask_who
from escalation.judgement.breadth import people_known
from escalation.judgement.case import Case
from escalation.judgement.headcount import people_in
from escalation.judgement.impact import started_as_reported
from escalation.judgement.lone_device import lone_device
from escalation.judgement.over import stopped
from escalation.judgement.override import concerns_security
from escalation.judgement.possible_exposure import possible_exposure
from escalation.judgement.spoken import says_what
from escalation.matters import Incident
from escalation.reading.asks_security import without_asking
from escalation.reading.money_back import asks_for_money
from escalation.records import Account
from escalation.telling.claimed_records import unknown_tickets
from escalation.telling.open_tickets import open_tickets_of
from escalation.terms import Decision, Target

MOST = 3
OPTIONS = 8

FOR_MISSING = {
    "reproduction_steps": ("reproduction_steps", ("readiness",)),
    "environment": ("environment", ("readiness",)),
    "error_evidence": ("error_text", ("readiness", "affected")),
    "steps_tried": ("what_was_tried", ("readiness", "decision")),
    "use_case": ("use_case", ("readiness",)),
    "competitive_pressure": ("competitors", ("readiness",)),
    "containment": ("containment", ("severity",)),
    "decision_needed": ("decision_needed", ("ask",)),
    "deadline": ("deadline", ("severity", "deadline")),
}
"""Question that settles a missing checklist item, and what its answer changes."""


def questions_for(
    case: Case,
    decision: Decision,
    target: Target | None,
    readiness: tuple[ReadinessItem, ...],
    communication: Communication,
    *,
    reasons: tuple[Reason, ...] = (),
    odds_known: bool = False,
    incident: Incident | None = None,
    others: tuple[Finding, ...] = (),
) -> tuple[Question, ...]:
    """Most decisive first; answered ones are not asked again, nor what `others` who are affected say already."""
    asked = [*_about_security(case, reasons), *_about_who(case, decision), *_about_what(case, decision)]
    if case.good_news and decision == "need_info":
        # Whose it is and what is wanted all the same; nothing is broken that could be asked about.
        wanted = Question(signal="what_is_wanted", changes=("decision", "target"))
        asked = [*(q for q in asked if q.signal == "which_account"), wanted]
    if decision == "escalate":
        asked += _about_impact(case, target, incident)
        asked += [
            Question(signal=FOR_MISSING[r.item][0], changes=FOR_MISSING[r.item][1])
            for r in readiness
            if not r.present and r.item in FOR_MISSING and not _idle(case, r.item, target)
        ]
        wished = communication.expectation is not None or any(f.signal in {"expected_by", "wished"} for f in others)
        if (not wished or communication.unread_limit) and target != "security":
            asked.append(Question(signal="customer_expectation", changes=("deadline",)))
    seen: dict[str, Question] = {}
    known = {*case.answers, *case.declined, *(("renewal_odds",) if odds_known else ())}
    for q in asked:
        if q.signal not in known:
            seen.setdefault(q.signal, q)
    return tuple(seen.values())[:MOST]


def _idle(case: Case, item: str, target: Target | None) -> bool:
    """Competitors are asked for where somebody speaks of leaving or of others; domain.md §4 wants them "if known".

    Of a fault that its own team has confirmed nobody asks the customer again what they see.
    """
    if item in {"steps_tried", "decision_needed"} and target == "leadership" and not case.tickets:
        return True
    if item in {"environment", "error_evidence", "reproduction_steps"}:
        return target is not None and is_tracked(target, case)
    return item == "competitive_pressure" and not case.heard.affirmed("churn_threat", "competitor")


def _about_security(case: Case, reasons: tuple[Reason, ...]) -> list[Question]:
    """Where nothing but the sound of the line speaks for Security, a person can say that it is none; where it asks whether it is
    one and nothing else sounds so, that it is."""
    heard = next((r for r in reasons if r.signal == "security_possible"), None)
    asks = not heard and not concerns_security(reasons) and not case.issue.set_aside and without_asking(case.issue.text)
    may_be = None if concerns_security(reasons) else possible_exposure(case)
    if heard is None and may_be is None and not isinstance(asks, str):
        return []
    words = heard.values["words"] if heard else may_be
    return [Question(signal=SECURITY_MATTER, values={"words": words}, changes=("decision", "target", "severity"))]


def _about_who(case: Case, decision: Decision) -> list[Question]:
    if case.context.candidates:
        names = tuple(f"{m.account.name} ({m.account.id})" for m in case.context.candidates)
        return [_which(names)]
    if must_ask_who(case) or case.context.unknown_name or (decision == "need_info" and _nobody_named(case)):
        alike = tuple(f"{a.name} ({a.id})" for a in by_urgency(case))
        return [_which(alike, alike=True, called=case.context.unknown_name, near=case.context.near_names)]
    if case.issue.claimed_customers and case.issue.claimed_customers > case.customer_count:
        values = {"claimed": case.issue.claimed_customers, "found": case.customer_count}
        return [Question(signal="which_customers", values=dict(values), changes=("affected", "severity"))]
    if not case.affected and not case.context.named:
        theirs = _theirs(case)
        return [*([_which_ticket(theirs)] if theirs else []), _which(())]
    return []


def unsettled(case: Case) -> bool:
    """Nobody knows yet which customer is meant."""
    return bool(case.context.candidates or case.context.unknown_name) or must_ask_who(case) or _nobody_named(case)


def _nobody_named(case: Case) -> bool:
    """No customer, ticket or group of customers is named, so a report that sounds alike may be of somebody else."""
    told = (case.issue.ticket_ids, case.issue.claimed_customers, case.issue.claimed_scope, case.context.named)
    return bool(case.affected) and not any(told)


def by_urgency(case: Case) -> list[Account]:
    """Affected customers, those who speak of leaving first, then the largest."""
    leaving = {s.account_id for s in case.heard.affirmed("churn_threat", "competitor")}
    return sorted(case.affected, key=lambda a: (a.id not in leaving, -(a.arr_usd or 0), a.name))


def _theirs(case: Case) -> tuple[str, ...]:
    """What the one customer named has open, newest first, where no ticket of theirs shows the matter: it may be one of these.
    Where nobody is named, what may be the same of anybody's."""
    if len(case.context.named) > 1 or case.tickets or case.context.candidates:
        return ()
    opened = (one.ticket for one in open_tickets_of(case))
    return tuple(f"{t.id} ({t.subject.strip()})" if t.subject.strip() else t.id for t in opened)


def _which_ticket(theirs: tuple[str, ...]) -> Question:
    return Question(signal="ticket_number", values={"tickets": theirs}, changes=("decision", "target", "affected"))


def _which(
    options: tuple[str, ...], *, alike: bool = False, called: str | None = None, near: tuple[str, ...] = ()
) -> Question:
    """`alike`: the options only reported something alike; the customer may be another. `called`: the name no record knows, `near`
    whose names are it but for a character: these are the first to choose from."""
    known = {"called": called} if called else {}
    return Question(
        signal="which_account",
        values={"candidates": options, "alike": alike, **known, **({"near": near} if near else {})},
        changes=("decision", "target", "affected"),
        options=tuple(dict.fromkeys((*near, *options)))[:OPTIONS],
    )


def _about_what(case: Case, decision: Decision) -> list[Question]:
    asked = _about_matter(case, decision)
    if case.over and stopped(case) is None:
        asked.append(Question(signal="still_happening", changes=("decision", "severity")))
    best = case.solutions.best
    if best is not None and decision == "escalate" and case.issue.kind != "relationship":
        values = {"article": best.id, "title": best.title}
        asked.append(Question(signal="workaround_tried", values=dict(values), changes=("decision", "severity")))
    return asked


def _about_matter(case: Case, decision: Decision) -> list[Question]:
    """What it is, where the report says too little; and for `need_info` what would decide it."""
    vague = case.issue.kind == "unclear" and not case.matched
    several = tuple(f"{t.id} ({t.subject.strip()})" for t in different_matters(case))
    theirs = (
        several if decision == "need_info" and several else _theirs(case) if vague or decision == "need_info" else ()
    )
    asked = [_which_ticket(theirs)] if theirs or (decision == "need_info" and unknown_tickets(case)) else []
    if several and decision == "need_info":
        return asked  # the rest can be read there
    # "If push is not fixed": what does not work is said, and their ticket tells the rest.
    known = says_what(case) or (theirs and case.heard.typed("resolved_now", polarity="negated"))
    if vague and not known:
        asked.append(Question(signal="what_is_broken", changes=("decision", "target")))
    return asked + _still_open(case, to_be_told=bool(vague and theirs)) if decision == "need_info" else asked


def _still_open(case: Case, *, to_be_told: bool) -> list[Question]:
    """`to_be_told`: what the matter is comes first; how hard it hits and what was tried cannot be answered before that."""
    ticket = Question(signal="ticket_number", changes=("decision", "target", "affected"))
    wish = Question(signal="customer_expectation", changes=("deadline",))
    if case.issue.kind in {"feature", "relationship"}:
        leaving = case.heard.affirmed("churn_threat", "competitor")
        unsaid = case.context.candidates or case.context.unknown_name or asks_for_money(case.issue.text)
        which = [ticket] if unsaid else []
        return [*which, wish, *([Question(signal="competitors", changes=("readiness",))] if leaving else [])]
    if unsettled(case):
        # Which customer and which ticket decide everything; the rest can be read there.
        return [ticket, wish] if says_what(case) else [ticket]
    if to_be_told:
        return [wish]
    since = [Question(signal="since_when", changes=("severity",))] if lone_device(case) else []
    return [
        Question(signal="blocked_or_inconvenienced", changes=("severity",)),
        Question(signal="what_was_tried", changes=("decision",)),
        *since,
    ]


def _about_impact(case: Case, target: Target | None, incident: Incident | None) -> list[Question]:
    asked: list[Question] = []
    open_data = incident is None or (incident.kind != "compliance" and not incident.data)
    if target == "security" and open_data and not (case.exposure or case.heard.affirmed("security_exposure")):
        asked.append(Question(signal="data_exposed", changes=("severity",)))
    if case.affected and all(a.arr_usd is None for a in case.affected):
        asked.append(Question(signal="arr", values={"account": case.affected[0].name}, changes=("impact", "target")))
    theirs = _theirs(case) if target == "leadership" else ()
    if theirs:
        asked.append(_which_ticket(theirs))
    if not case.tickets and not theirs and not any(started_as_reported(case)):
        asked.append(Question(signal="since_when", changes=("severity",)))
    if target in {"engineering", "l2"} and not people_known(case) and people_in(case.issue.text) is None:
        name = case.account.name if case.account else None
        asked.append(Question(signal="how_many_users", values={"account": name}, changes=("severity",)))
    if target == "leadership" and case.account:
        asked.append(Question(signal="renewal_odds", values={"account": case.account.name}, changes=("impact",)))
    return asked
