"""The criteria of domain.md §3, each argued for or against with its evidence and a weight.

Weights: 5 decides alone, 3 is a full argument, 1 supports. They are few and general on purpose; `decision` adds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import chain
from math import ceil

from escalation.assessment import Reason, Value
from escalation.judgement.applicability import is_limitation
from escalation.judgement.asking_first import different_matters
from escalation.judgement.breadth import counted, told_outside
from escalation.judgement.case import Case
from escalation.judgement.colleagues import beyond_said, defect_said
from escalation.judgement.contract import sla_evidence
from escalation.judgement.customers_cause import customers_cause
from escalation.judgement.errors_shown import showing_it, sources_of, telling_errors
from escalation.judgement.heard import CUSTOMERS, Said
from escalation.judgement.impact import heard_evidence, renewal_days
from escalation.judgement.may_be_same import may_be_same
from escalation.judgement.not_there import says_not_there
from escalation.judgement.noted import noted
from escalation.judgement.our_own import past_support
from escalation.judgement.over import down_now
from escalation.judgement.returning import wrote_back
from escalation.judgement.security import security_said
from escalation.judgement.spoken import line_of, nothing_asked, spoken, unnamed, waited
from escalation.judgement.standstill import standstill
from escalation.judgement.tracked import NO_FAULT, closing_note, mended_item, open_bug, reopened_item, similar_solved
from escalation.reading.threads.entries import sentences
from escalation.records import Article, Ticket
from escalation.terms import Criterion, Stance


def weigh(case: Case) -> tuple[Reason, ...]:
    """All reasons, the strongest first; equal weights keep the order of the rules."""
    if case.good_news:
        return (nothing_asked(case),)
    found = list(chain.from_iterable(rule(case) for rule in RULES))
    return tuple(sorted([*found, *spoken(case, found)], key=lambda r: -r.weight))


def _reason(
    criterion: Criterion,
    stance: Stance,
    weight: float,
    signal: str,
    evidence: tuple[str, ...] = (),
    **values: Value,
) -> Reason:
    return Reason(
        criterion=criterion, stance=stance, weight=weight, signal=signal, values=dict(values), evidence=evidence
    )


def _said(case: Case, criterion: Criterion, weight: float, signal: str, said: tuple[Said, ...]) -> Iterable[Reason]:
    """A reason for escalating that rests on somebody's words, the reporter's first."""
    if said:
        first = min(said, key=lambda s: s.speaker != "reporter")
        evidence = heard_evidence(case, (first,))
        yield _reason(criterion, "for", weight, signal, evidence, words=first.words)


def technical(case: Case) -> Iterable[Reason]:
    item = open_bug(case)
    if item is not None:
        yield _reason(
            "technical", "for", 3, "bug_on_tracker", (case.ledger.item(item),),
            item=item.id, title=item.title, status=item.status,
        )  # fmt: skip
    errors = telling_errors(case)
    if errors and case.issue.kind in {"bug", "outage", "unclear"}:
        showing = showing_it(case, errors[0])
        evidence = sources_of(case, errors[0], showing[:3])
        server_side = any(e.lower().startswith("http 5") for e in errors)
        yield _reason(
            "technical", "for", 3 if server_side or len(showing) > 1 else 2, "error_seen", evidence,
            error=errors[0], tickets=tuple(t.id for t in showing[:5]),
        )  # fmt: skip
    if case.issue.kind != "feature" and (said := defect_said(_own_tickets(case))):
        evidence = heard_evidence(case, (said,))
        on = said.record_id if evidence != (said.record_id,) else None
        yield _reason("technical", "for", 3, "defect_confirmed", evidence, words=said.words, ticket=on)
    if case.issue.kind in {"bug", "outage"} and not case.heard.denied_by_staff("data_loss", "data_corruption"):
        yield from _said(case, "technical", 3.5, "data_loss", case.heard.affirmed("data_loss", "data_corruption"))
    if case.issue.kind in {"bug", "outage"}:
        yield from _said(case, "technical", 2, "function_broken", case.heard.typed("broken", "blocked", "degraded"))


def complexity(case: Case) -> Iterable[Reason]:
    if case.issue.kind in NO_FAULT:
        return
    if said := beyond_said(line_of(case), _own_tickets(case)):
        yield _reason("complexity", "for", 3, "beyond_support", heard_evidence(case, (said,)), words=said.words)


WROTE_BACK = 2
"""Replies of a customer from which they are."""


def on_record(case: Case) -> Iterable[Reason]:
    """What the thread shows beside the fault: what staff noted last, and how often the customer had to come back."""
    standing = case.solutions.standing
    yield from noted(case)
    if standing.replies >= WROTE_BACK and case.issue.kind != "feature" and (again := wrote_back(case, WROTE_BACK)):
        yield _reason("time", "for", 0.5, "wrote_back", (case.ledger.ticket(again[0]),), count=again[1])


def _own_tickets(case: Case) -> tuple[Ticket, ...]:
    """The named customer's tickets; with none named, all that match. And what was handed in."""
    return (*(tuple(t for t in case.tickets if t.account_id in case.named_ids) or case.tickets), *case.pieces)


def impact(case: Case) -> Iterable[Reason]:
    yield from _said(case, "impact", 9, "security_concern", security_said(case))
    faulty = case.issue.kind in {"bug", "outage"}
    if case.over and (faulty or case.issue.kind == "question"):
        yield from _said(case, "impact", 3, "outage_over", case.heard.typed("resolved_now"))
    elif faulty:
        yield from _said(case, "impact", 5, "production_down", down_now(case))
    if case.customer_count > 1 and case.issue.kind != "feature":
        yield _reason("impact", "for", 3, "several_customers", (counted(case),), count=case.customer_count)
    own = case.named_ids
    blocked = tuple(s for s in standstill(case, "blocked") if not own or s.record_id is None or s.account_id in own)
    if blocked and faulty:
        yield _reason(
            "impact", "for", 2, "customer_blocked", heard_evidence(case, blocked[:1]),
            account=case.name_of(blocked[0].account_id), words=blocked[0].words,
        )  # fmt: skip


def business(case: Case) -> Iterable[Reason]:
    threat = case.own.affirmed("churn_threat", "competitor")
    meant = [a for a in case.affected if a in case.context.named] or case.affected
    high_value = [a for a in meant if (a.arr_usd or 0) >= case.policy.high_value_arr_usd]
    if threat:
        yield _reason(
            "business", "for", 4, "churn_threat", heard_evidence(case, threat[:1]),
            account=case.name_of(threat[0].account_id), words=threat[0].words,
        )  # fmt: skip
    if high_value and case.issue.kind != "question":
        top = max(high_value, key=lambda a: a.arr_usd or 0)
        evidence = (case.ledger.account(top, "arr_usd", f"${top.arr_usd:,.0f}"),)
        yield _reason("business", "for", 2, "high_value_account", evidence, account=top.name, arr_usd=top.arr_usd)
    if leaders := case.own.affirmed("executive_involved", speakers=CUSTOMERS):
        yield _reason("business", "for", 3, "executive_request", heard_evidence(case, leaders[:1]),
                      account=case.name_of(leaders[0].account_id), words=leaders[0].words)  # fmt: skip
    yield from _said(
        case, "business", 3, "compliance_deadline", case.own.affirmed("compliance_deadline", "legal_or_pr")
    )
    if case.issue.kind != "question":
        yield from _renewals(case)
    if case.issue.kind == "feature":
        yield _reason(
            "business", "for", 2, "feature_gap", case.ticket_evidence(2) or (case.by_reporter(),),
            words=case.issue.summary, requests=len(case.asked_lately),
        )  # fmt: skip


def _renewals(case: Case) -> Iterable[Reason]:
    for account in (case.account,) if case.account else case.affected[:3]:
        if account and (days := renewal_days(account, case)) is not None:
            evidence = (case.ledger.account(account, "renewal_date", str(account.renewal_date)),)
            date = str(account.renewal_date)
            yield _reason("business", "for", 1, "renewal_near", evidence, account=account.name, date=date, days=days)


def time(case: Case) -> Iterable[Reason]:
    late = tuple(s.ticket_id for s in case.in_force if s.breached)
    if late:
        yield _reason("business", "for", 3, "sla_breached", (sla_evidence(case),), count=len(late), tickets=late)
    elif said := case.heard.typed("sla_complaint") or waited(case):
        yield from _said(case, "time", 3, "waiting_long_said", said)
    over = [(s.resolution_due, s.ticket_id) for s in case.in_force if s.resolution == "overdue" and s.resolution_due]
    soon = [(s.resolution_due, s.ticket_id) for s in case.in_force if s.resolution == "waiting" and s.resolution_due]
    for due, ticket in sorted(over)[:1]:
        hours = round((case.now - due).total_seconds() / 3600, 3)  # Told in minutes while it is short.
        yield _reason("time", "for", 2, "open_beyond_sla", (sla_evidence(case),), ticket=ticket, hours=hours)
    for due, ticket in () if over else sorted(soon)[:1]:
        hours = round((due - case.now).total_seconds() / 3600, 3)
        if hours <= case.policy.sla_imminent_hours:
            yield _reason("business", "for", 3, "sla_imminent", (sla_evidence(case),), ticket=ticket, hours=hours)


def pattern(case: Case) -> Iterable[Reason]:
    if case.customer_count >= case.policy.pattern_customers:
        yield _many_customers(case)
    if (mended := case.solutions.fixed) is not None:
        values = {"item": f"{mended.id}, “{mended.title}”,", "fixed_in": None}
        yield _reason("pattern", "for", 3, "recurrence", (case.ledger.article(mended),), **values)
        return
    again = case.own.affirmed("recurrence", speakers=("reporter", "agent", "internal"))
    reopened = reopened_item(case)
    if (again or reopened) and case.issue.kind in {"bug", "outage"}:
        fixed = reopened or mended_item(case)
        if fixed is None:
            yield _reason("pattern", "for", 3, "recurrence", heard_evidence(case, again[:1]), item=None, fixed_in=None)
            return
        then, about = closing_note(fixed), next(iter(sentences(fixed.body)), None)
        words, at = then or (about, fixed.created_at)
        own = case.ledger.item(fixed)
        noted = (case.ledger.add("tracker", fixed.id, words, at=at, url=fixed.url),) if words else ()
        values = {"item": fixed.id, "fixed_in": fixed.fixed_in, "then" if then else "about": words}
        yield _reason("pattern", "for", 3, "recurrence", (own, *noted), **values)


def _many_customers(case: Case) -> Reason:
    """How many reported within the window, where that is a pattern by itself; else all of them, and over how long they did."""
    days = case.policy.feature_window_days if case.issue.kind == "feature" else case.policy.pattern_window_days
    reported = [(t.created_at, t.account_id) for t in (*case.tickets, *case.duplicates) if t.account_id]
    lately = {account for at, account in reported if at >= case.now - timedelta(days=days)}
    count = len(lately)
    if count < case.policy.pattern_customers:
        count = case.customer_count
        days = max(1, ceil((case.now - min(at for at, _ in reported)) / timedelta(days=1)))
    spread = case.ledger.computed("pattern", f"different customers that reported within {days} days = {count}")
    return _reason(
        "pattern", "for", 4, "three_or_more_customers", (counted(case), spread), count=count, days=days
    )  # fmt: skip


def against(case: Case) -> Iterable[Reason]:
    best = case.solutions.best
    if best is not None and not case.heard.has("workaround_fails"):
        criterion: Criterion = "known_limitation" if _limits(case, best) else "documented_solution"
        signal = "known_limitation" if criterion == "known_limitation" else "documented_workaround"
        evidence = (case.ledger.article(best),)
        by_hand = case.solutions.by_hand.get(best.id, {})
        yield _reason(criterion, "against", 4, signal, evidence, article=best.id, title=best.title, **by_hand)
    for article, why in case.solutions.rejected[:2]:
        yield Reason(
            criterion="documented_solution", stance="for", weight=0.5, signal=why.signal, values=why.values,
            evidence=(case.ledger.article(article), *_quoted(case, why.values.get("words"))),
        )  # fmt: skip
    told = (*case.heard.typed("configuration"), *case.heard.affirmed("configuration", speakers=("agent", "internal")))
    if cause := tuple(s for s in told if not past_support(s, case.tickets)):
        yield _reason(
            "configuration",
            "against",
            3.5,
            "configuration_cause",
            heard_evidence(case, cause[:1]),
            words=cause[0].words,
        )
    if asked := case.heard.typed("how_to_question"):
        yield _reason(
            "guidance", "against", 3, "guidance_needed", heard_evidence(case, asked[:1]), words=asked[0].words
        )
    if solved := similar_solved(case):
        yield _reason(
            "similar_resolved", "against", 2.5, "similar_solved_by_support", (case.ledger.ticket(solved),),
            ticket=solved.id, subject=solved.subject,
        )  # fmt: skip


def _limits(case: Case, article: Article) -> bool:
    return is_limitation(article) or (case.issue.kind == "feature" and says_not_there(article))


def _quoted(case: Case, words: Value) -> tuple[str, ...]:
    """The comment that holds these words, as evidence."""
    told = ((t, c) for t in case.tickets for c in t.comments if isinstance(words, str) and words in c.body)
    return tuple(case.ledger.ticket(t, str(words), at=c.at) for t, c in told)[:1]


def insufficient(case: Case) -> Iterable[Reason]:
    typed = case.by_reporter
    if case.issue.kind == "unclear" and not case.matched:
        yield _reason("insufficient_info", "against", 3, "too_little_said", (typed(),), **unnamed(case))
    elif opened := different_matters(case):
        ids = tuple(t.id for t in opened)
        yield _reason("insufficient_info", "against", 1, "several_matters", case.ticket_evidence(2), tickets=ids)
    elif not case.matched and case.context.ticket_total:
        beside = bool(told_outside(case))
        perhaps = may_be_same(case)
        told = (typed(), *map(case.ledger.ticket, perhaps))
        ids = tuple(t.id for t in perhaps)
        yield _reason("insufficient_info", "against", 1, "no_matching_records", told, beside=beside, perhaps=ids)


RULES: tuple[Callable[[Case], Iterable[Reason]], ...] = (
    technical,
    complexity,
    impact,
    business,
    time,
    pattern,
    against,
    customers_cause,
    on_record,
    insufficient,
)
