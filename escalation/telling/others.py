"""The hardest words of the other affected customers: whoever the line names, the team must hear who else is at the end of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import islice

from escalation.assessment import Communication, Finding, Reason
from escalation.judgement.case import Case
from escalation.judgement.contract import said
from escalation.judgement.heard import CUSTOMERS, Said
from escalation.judgement.impact import heard_evidence
from escalation.judgement.standstill import standstill
from escalation.reading.quote import Quote
from escalation.reading.threads.communication import communication, of_this_matter
from escalation.reading.threads.entries import entries, sentences
from escalation.reading.threads.felt import felt
from escalation.records import Account, Ticket
from escalation.telling.narrative import cite, told_to_us

KEPT = 3
"""Customers told of one kind, those with the most ARR first; the others are in the tickets."""


def others_of(case: Case, talk: Communication) -> tuple[Finding, ...]:
    """Of each affected customer that the line does not name: by when they need it, that they may leave, whose leaders or lawyers
    stand behind it, that their work has stopped; and where `talk`, of the one it names, tells of no wish or no reply of ours,
    their wish and our last word to them. Only tickets that are still open speak."""
    theirs = [a for a in case.affected if a.id not in case.named_ids]
    theirs.sort(key=lambda a: -(a.arr_usd or 0))
    told = [
        (account, tuple(t for t in case.tickets if t.account_id == account.id and not t.solved)) for account in theirs
    ]
    if len(case.affected) < 2 and not case.named_ids:
        return tuple(_instead(case, talk, told))
    stopped = partial(_stopped, standstill(case, "blocked", "production_down"))
    found: list[Finding] = []
    for kind in (_limits, _leaving, _leaders, stopped):
        each = [finding for account, tickets in told if tickets for finding in kind(case, account, tickets)]
        found += each[:KEPT]
    return (*found, *_instead(case, talk, told))


def _instead(case: Case, talk: Communication, told: list[tuple[Account, tuple[Ticket, ...]]]) -> Iterator[Finding]:
    """What the threads read for `talk` do not tell and another counted ticket does: nobody may call it unknown then."""
    read = {t.id for t in told_to_us(case)}
    rest = [(account, left) for account, tickets in told if (left := tuple(t for t in tickets if t.id not in read))]
    if talk.expectation is None and talk.unread_limit is None:
        yield from islice((f for account, tickets in rest for f in _wish(case, account, tickets)), KEPT)
    if talk.last_update is None and talk.last_update_at is None:
        yield from islice((f for account, tickets in rest for f in _reply(case, account, tickets)), KEPT)


def first_limit(found: tuple[Finding, ...]) -> tuple[datetime, Finding] | None:
    """The earliest instant by which another customer needs it, and why it binds."""
    limits = [(at, f) for f in found if isinstance(at := f.values.get("at"), datetime) and f.signal == "expected_by"]
    if not limits:
        return None
    at, first = min(limits, key=lambda one: one[0])
    return at, Finding(
        signal="deadline_customer", values={"account": first.values.get("account")}, evidence=first.evidence
    )


def last_passed(found: tuple[Finding, ...]) -> datetime | None:
    """The latest instant by which another customer needed it, where that is over."""
    return max(
        (at for f in found if f.signal == "wished" and isinstance(at := f.values.get("at"), datetime)), default=None
    )


def for_leaders(case: Case, found: tuple[Finding, ...]) -> tuple[Reason, ...]:
    """What of it leaders are told for: a valued customer that may leave, or whose own leaders are involved."""
    valued = {a.name for a in case.affected if (a.arr_usd or 0) >= case.policy.high_value_arr_usd}
    grave = [
        f for f in found if f.signal in {"churn_threat", "executive_request"} and f.values.get("account") in valued
    ]
    signals = [*(f.signal for f in grave), *(["high_value_account"] if grave else [])]
    return tuple(Reason(criterion="business", stance="for", signal=signal) for signal in signals)


def _limits(case: Case, account: Account, tickets: tuple[Ticket, ...]) -> Iterator[Finding]:
    talk = communication(tickets, {account.id: account}, case.now)
    if talk.expectation is None or talk.deadline is None or talk.deadline <= case.now:
        return
    values = {"account": account.name, "words": talk.expectation.quotation, "at": talk.deadline}
    yield Finding(signal="expected_by", values=dict(values), evidence=_by_when(case, talk.expectation, talk.deadline))


def _by_when(case: Case, expectation: Quote, deadline: datetime | None) -> tuple[str, ...]:
    """What was said, and the day that was read in it."""
    source = cite(case, expectation)
    if deadline is None:
        return (source,)
    statement = f"expected by {said(deadline)}: “{of_this_matter(expectation.quotation, '…').strip()}”"
    return source, case.ledger.computed("expectation_deadline", statement, (source,))


def _wish(case: Case, account: Account, tickets: tuple[Ticket, ...]) -> Iterator[Finding]:
    """A wish without a day, or whose day is over; one that is ahead is told already."""
    talk = communication(tickets, {account.id: account}, case.now)
    if talk.expectation is not None and (talk.deadline is None or talk.deadline <= case.now):
        values = {"account": account.name, "words": talk.expectation.quotation, "at": talk.deadline}
        evidence = _by_when(case, talk.expectation, talk.deadline)
        yield Finding(signal="wished", values=dict(values), evidence=evidence)


def _reply(case: Case, account: Account, tickets: tuple[Ticket, ...]) -> Iterator[Finding]:
    ours = [e for t in tickets for e in entries(t) if e.role == "agent" and e.public and e.at <= case.now]
    if ours:
        last = max(ours, key=lambda e: e.at)
        values = {"account": account.name, "words": last.text.strip(), "at": last.at}
        yield Finding(signal="replied_to", values=dict(values), evidence=(cite(case, last.quote(last.text.strip())),))


def _leaving(case: Case, account: Account, tickets: tuple[Ticket, ...]) -> Iterator[Finding]:
    yield from _heard(case, account, tickets, "churn_threat", ("churn_threat", "competitor"))


def _leaders(case: Case, account: Account, tickets: tuple[Ticket, ...]) -> Iterator[Finding]:
    yield from _heard(case, account, tickets, "executive_request", ("executive_involved",))
    yield from _heard(case, account, tickets, "compliance_deadline", ("compliance_deadline", "legal_or_pr"))


def _heard(
    case: Case, account: Account, tickets: tuple[Ticket, ...], signal: str, signals: tuple[str, ...]
) -> Iterator[Finding]:
    ids = {t.id for t in tickets}
    heard = [s for s in case.heard.affirmed(*signals, speakers=CUSTOMERS) if s.record_id in ids]
    if heard:
        words = _sentence(tickets, heard[-1])
        evidence = heard_evidence(case, (heard[-1],))
        yield Finding(signal=signal, values={"account": account.name, "words": words}, evidence=evidence)


def _stopped(told: tuple[Said, ...], case: Case, account: Account, tickets: tuple[Ticket, ...]) -> Iterator[Finding]:
    """In the words that tell what it costs them, else in those that say they cannot work; `told` by any of the customers."""
    ids = {t.id for t in tickets}
    blocked = [s for s in told if s.record_id in ids]
    if not blocked:
        return
    costs = felt(e for t in tickets for e in entries(t))
    words = costs[-1].quotation if costs else _sentence(tickets, blocked[0])
    evidence = (cite(case, costs[-1]),) if costs else heard_evidence(case, blocked[:1])
    yield Finding(signal="customer_blocked", values={"account": account.name, "words": words}, evidence=evidence)


def _sentence(tickets: tuple[Ticket, ...], heard: Said) -> str:
    """The whole sentence in which it was said: "CIO" alone tells nobody anything."""
    said_in = (s for t in tickets if t.id == heard.record_id for e in entries(t) for s in sentences(e.text))
    return next((s for s in said_in if heard.words in s), heard.words)
