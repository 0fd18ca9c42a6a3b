"""The six dimensions of impact (domain.md §5), quantified from the records; an empty dimension is an unknown one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from escalation.assessment import Finding, Impact, Value
from escalation.judgement.breadth import breadth
from escalation.judgement.came_back import came_back
from escalation.judgement.case import Case
from escalation.judgement.contract import contractual, said
from escalation.judgement.facts import arr_at_risk
from escalation.judgement.heard import Said
from escalation.judgement.over import over_for, stopped
from escalation.judgement.own_loss import own_loss
from escalation.judgement.standstill import done_by_hand, of_the_product, otherwise_told, standstill, way_on
from escalation.reading.threads.in_public import goes_public
from escalation.reading.times.onset import onset_told, onset_words
from escalation.records import Account, Ticket
from escalation.terms import Dimension, ImpactLevel
from escalation.zones import zone as zone_named

_TOLD_OVER = 3
"""Customers of whom it is told that it ended for them, the first of those affected."""
_AT_RISK = frozenset({"arr_at_risk", "arr_of_named", "arr_partly_unknown", "ongoing_since"})


def impact_of(case: Case, *, handled: bool = False) -> Impact:
    """`handled`: what support can answer puts no revenue at risk, and a question does not go on."""
    dimensions: dict[Dimension, tuple[Finding, ...]] = {
        "breadth": tuple(breadth(case)),
        "depth": tuple(depth(case)),
        "duration": tuple(duration(case)),
        "revenue": tuple(revenue(case)),
        "reputation": tuple(reputation(case)),
        "contractual": tuple(contractual(case)),
    }
    if handled:
        dimensions = {name: tuple(f for f in told if f.signal not in _AT_RISK) for name, told in dimensions.items()}
    return Impact(level=level_of(case), dimensions=dimensions)


def level_of(case: Case) -> ImpactLevel:
    """Business impact, which may differ from severity: what the company stands to lose, not how broken the thing is."""
    near = any(renewal_days(a, case) is not None for a in case.affected)
    at_stake = arr_at_risk(case)
    threatened = case.heard.has("churn_threat", "competitor", "legal_or_pr", "executive_involved")
    several = case.customer_count >= case.policy.pattern_customers
    if threatened or several or (at_stake or 0) >= case.policy.high_value_arr_usd or (near and at_stake):
        return "high"
    if case.issue.kind == "security":
        return "high" if case.heard.has("security_exposure") else "medium"
    if not case.affected:
        return "unknown"
    if case.customer_count > 1 or any(s.breached for s in case.in_force):
        return "medium"
    return "unknown" if at_stake is None else "low"


def depth(case: Case) -> Iterable[Finding]:
    """Nothing of a complaint about us as a whole: what it rests on is over or another matter."""
    if case.issue.kind == "relationship":
        return
    for signal, told in _how_deep(case):
        yield Finding(
            signal=signal, values={"words": told.words, **_whose(case, told)}, evidence=heard_evidence(case, (told,))
        )
    if article := case.solutions.best:
        yield Finding(
            signal="workaround_available", values={"article": article.id}, evidence=(case.ledger.article(article),)
        )


def _how_deep(case: Case) -> Iterable[tuple[str, Said]]:
    """Blocked before all, then limited, then what fails without exception and leaves open whether they can do without it; that
    also where it is another customer's work that is blocked."""
    now_open = {None, *(t.id for t in (*case.tickets, *case.pieces) if not t.solved)}
    heard = sorted(standstill(case, "production_down", "blocked"), key=lambda s: _others(case, s))
    stopped = next((s for s in heard if s.record_id in now_open), None) or otherwise_told(case, "people")
    if stopped and not _others(case, stopped):
        yield "blocked", stopped
        return
    limited = (*_impaired(case, now_open), *filter(None, [way_on(case), done_by_hand(case)]))
    if limited and not stopped:
        yield "degraded", limited[0]
        return
    failing = otherwise_told(case, "function")
    if failing and not (stopped and _others(case, failing)):
        yield "fails_throughout", failing
    if stopped:
        yield "blocked", stopped


def _others(case: Case, said: Said) -> bool:
    return bool(case.named_ids) and said.account_id is not None and said.account_id not in case.named_ids


def _whose(case: Case, said: Said) -> dict[str, Value]:
    """The customer, where the line names another one: theirs is not the named one's work."""
    name = case.name_of(said.account_id) if _others(case, said) else None
    return {"account": name} if name else {}


def _impaired(case: Case, now_open: Container[str | None]) -> tuple[Said, ...]:
    told = case.heard.affirmed("degraded")
    return tuple(s for s in told if s.record_id in now_open and of_the_product(s))


def started_as_reported(case: Case) -> Iterable[Finding]:
    """When it began, in the reporter's words: shown beside the first report, which may differ."""
    answer = case.answers.get("since_when")
    if words := answer or onset_words(case.issue.text):
        evidence = case.by_reporter(answer or None)
        yield Finding(signal="start_as_reported", values={"words": words}, evidence=(evidence,))


_THAT_DAY = re.compile(
    r"(?i)\b(?:today|yesterday|tonight|last|this|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\b|[今昨前上周週]|星期"
)
"""A day that is meant by the one on which it was written."""
FIRST = 4
"""Reports that are read for when it began: the later ones came while it went on."""


def _started_as_told(case: Case, typed: tuple[Finding, ...]) -> Iterable[Finding]:
    """When it began, as the first customers wrote who say so: none of them reported it in that minute."""
    known = [str(each.values["words"]).lower() for each in typed]
    for ticket in sorted((t for t in case.reports if not t.solved), key=lambda t: t.created_at)[:FIRST]:
        words = onset_told(ticket.description)
        if words is None:
            continue
        if not any(words.lower() in each for each in known):
            on = _their_day(case, ticket) if _THAT_DAY.search(words) else None
            values = {"account": case.name_of(ticket.account_id), "words": words, "on": on}
            evidence = (case.ledger.ticket(ticket, words),)
            yield Finding(signal="start_as_told", values=dict(values), evidence=evidence)
        return


def _their_day(case: Case, ticket: Ticket) -> str:
    """The day (ISO) on which it was written, where its customer is: by that they say "this morning"."""
    account = case.context.accounts.get(ticket.account_id or "")
    return ticket.created_at.astimezone(zone_named(account.timezone if account else None)).date().isoformat()


def duration(case: Case) -> Iterable[Finding]:
    typed = tuple(started_as_reported(case))
    yield from typed
    if not case.tickets:
        return
    if case.issue.kind in {"bug", "outage"}:
        yield from _started_as_told(case, typed)
    first = min(case.reports, key=lambda t: t.created_at)
    hours = round((case.now - first.created_at).total_seconds() / 3600, 3)
    statement = (
        f"first report {said(first.created_at)} on {first.id}; {round(hours, 1):g} hours before {said(case.now)}"
    )
    evidence = (case.ledger.computed("duration", statement, (first.id,)),)
    if end := stopped(case):
        yield Finding(signal="over_on_record", values={"words": end.words}, evidence=heard_evidence(case, (end,)))
        return
    for account, end in over_for(case)[:_TOLD_OVER]:
        values = {"account": account.name, "words": end.words}
        yield Finding(signal="over_for", values=dict(values), evidence=heard_evidence(case, (end,)))
    yield from _returned(case)
    yield Finding(signal="ongoing_since", values={"at": first.created_at, "hours": hours}, evidence=evidence)


def _returned(case: Case) -> Iterable[Finding]:
    """That it was over in between: whoever reads the first report alone takes it for one trouble without end."""
    if (found := came_back(case)) is None or found.over.at is None or found.back.at is None:
        return
    hours = round((case.now - found.back.at).total_seconds() / 3600, 3)
    told = tuple(case.ledger.ticket(found.ticket, each.quotation, at=each.at) for each in (found.over, found.back))
    since = f"back on {found.ticket.id} {said(found.back.at)}; {round(hours, 1):g} hours before {said(case.now)}"
    over: dict[str, Value] = {"at": found.over.at, "words": found.over.quotation}
    yield Finding(signal="was_over", values=over, evidence=told[:1])
    again = {"account": case.name_of(found.ticket.account_id), "words": found.back.quotation, "hours": hours}
    proof = (*told[1:], case.ledger.computed("back_since", since, told[1:]))
    yield Finding(signal="came_back", values={**again, "at": found.back.at}, evidence=proof)


def revenue(case: Case) -> Iterable[Finding]:
    total = arr_at_risk(case)
    if total is not None:
        known = [a for a in case.affected if a.arr_usd is not None]
        inputs = tuple(case.ledger.account(a, "arr_usd", f"${a.arr_usd:,.0f}") for a in known)
        sum_of = " + ".join(f"{a.arr_usd:,.0f} ({a.name})" for a in known)
        evidence = case.ledger.computed("arr_at_risk_usd", f"ARR at risk = ${total:,.0f} = {sum_of}", inputs)
        names = tuple(a.name for a in known)
        values = {"amount_usd": total, "accounts": names, "asked": case.issue.kind == "feature"}
        yield Finding(signal="arr_at_risk", values=dict(values), evidence=(evidence, *inputs))
    if case.account in case.affected and len(case.affected) > 1 and case.account and case.account.arr_usd is not None:
        own = case.ledger.account(case.account, "arr_usd", f"${case.account.arr_usd:,.0f}")
        values = {"account": case.account.name, "amount_usd": case.account.arr_usd}
        yield Finding(signal="arr_of_named", values=dict(values), evidence=(own,))
    if missing := tuple(a.name for a in case.affected if a.arr_usd is None):
        yield Finding(
            signal="arr_partly_unknown", values={"accounts": missing, "summed": len(missing) < len(case.affected)}
        )
    yield from own_loss(case)
    for account in case.affected:
        yield from _account_revenue(case, account)


def _account_revenue(case: Case, account: Account) -> Iterable[Finding]:
    if (days := renewal_days(account, case)) is not None:
        evidence = (case.ledger.account(account, "renewal_date", str(account.renewal_date)),)
        values: dict[str, Value] = {"account": account.name, "date": str(account.renewal_date), "days": days}
        yield Finding(signal="renewal", values=values, evidence=evidence)
    if account.trial_ends and 0 <= (account.trial_ends - case.now.date()).days <= case.policy.renewal_near_days:
        evidence = (case.ledger.account(account, "trial_ends", str(account.trial_ends)),)
        ends: dict[str, Value] = {"account": account.name, "date": str(account.trial_ends)}
        yield Finding(signal="trial_converting", values=ends, evidence=evidence)
    for deal in account.deals:
        if deal.close_date is None or deal.close_date >= case.now.date():
            amount = f"${deal.amount_usd:,.0f}" if deal.amount_usd is not None else "amount unknown"
            evidence = (
                case.ledger.account(account, "deal", f"{deal.name}, {amount}, closes {deal.close_date or 'unknown'}"),
            )
            date = str(deal.close_date) if deal.close_date else None
            yield Finding(
                signal="open_deal",
                values={"account": account.name, "deal": deal.name, "amount_usd": deal.amount_usd, "date": date},
                evidence=evidence,
            )


def renewal_days(account: Account, case: Case) -> int | None:
    """Days until renewal when it is within the policy's "near" window, else None."""
    if account.renewal_date is None:
        return None
    days = (account.renewal_date - case.now.date()).days
    return days if 0 <= days <= case.policy.renewal_near_days else None


def reputation(case: Case) -> Iterable[Finding]:
    for account in case.affected:
        if account.reference_customer:
            evidence = (case.ledger.account(account, "reference_customer", "yes"),)
            yield Finding(signal="reference_customer", values={"account": account.name}, evidence=evidence)
    if said := [s for s in case.heard.affirmed("legal_or_pr") if goes_public(s.words)]:
        yield Finding(signal="may_go_public", values={"words": said[0].words}, evidence=heard_evidence(case, said[:1]))


def heard_evidence(case: Case, said: Iterable[Said]) -> tuple[str, ...]:
    """Evidence ids for what was said: the ticket's quotation, or the reporter's own words, marked as such."""
    by_id = {t.id: t for t in case.tickets}
    # An exposure told of later has its piece on record; one that a ticket tells is quoted from that.
    told = (each.record_id for each in case.exposures if each.record_id and each.record_id not in by_id)
    pieces = {*(piece.id for piece in case.pieces), *told}
    ids: list[str] = []
    for s in said:
        if s.record_id in pieces:
            ids.append(str(s.record_id))
        elif s.record_id and s.record_id in by_id:
            ids.append(case.ledger.ticket(by_id[s.record_id], s.words, at=s.at))
        else:
            ids.append(case.by_reporter(case.said_in(s.words)))
    return tuple(dict.fromkeys(ids))
