"""By when the customer needs it, as a person answers who was asked: the latest word on it, and read as a time where it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Literal

from escalation.assessment import Communication
from escalation.judgement.case import Case
from escalation.judgement.contract import said
from escalation.reading.money_back import money_wanted
from escalation.reading.threads.communication import names_due
from escalation.reading.times.deadlines import deadline, names_hour
from escalation.reading.times.said_zones import said_zone
from escalation.reading.uncovered import uncover
from escalation.records import Account
from escalation.zones import zone

QUESTIONS = ("deadline", "customer_expectation")

_OURS = re.compile(r"\b(?:our|my) (?:local |own )?time\b|我们?(?:这边|这里|当地)?的?时间")
"""Where whoever answers sits is not known."""

Unread = Literal["not_read", "whose_time", "passed"]


def due_by(answer: str, now: datetime, zone_name: str | None, said_at: datetime | None = None) -> datetime | Unread:
    """The instant (UTC) that an answer names, in the customer's zone unless it names one; else why it sets no deadline.

    `said_at` is when it was given, None for now.
    """
    due = deadline(answer, said_at or now, zone_name)
    if due is None:
        return "not_read"
    plain = uncover(answer).text
    if said_zone(plain) is None and (_OURS.search(plain) or (zone_name is None and names_hour(plain))):
        return "whose_time"
    return due if due > now else "passed"


def lapsed(case: Case) -> datetime | None:
    """The last of the times (UTC) that were answered, where all of them have passed."""
    zone_name = zone_of(case.account, case.affected)
    times = [
        due
        for question in QUESTIONS
        if (answer := case.answers.get(question))
        and (due := deadline(answer, case.said_at(question), zone_name)) is not None
    ]
    return max(times) if times and max(times) <= case.now else None


def unread(answers: Mapping[str, str], now: datetime, zone_name: str | None) -> Iterator[tuple[str, Unread]]:
    """Questions whose answer says by when and sets no deadline, each with why."""
    for question in QUESTIONS:
        answer = answers.get(question)
        if answer is None:
            continue
        why = due_by(answer, now, zone_name)
        if not isinstance(why, datetime) and (question == "deadline" or why != "not_read" or names_due(answer)):
            yield question, why


def zone_of(named: Account | None, affected: Iterable[Account]) -> str | None:
    """The zone in which a time of the customer's is meant: of the named one, else of all affected ones where it is the same."""
    if named is not None:
        return named.timezone
    zones = {account.timezone for account in affected}
    return zones.pop() if len(zones) == 1 else None


def answered_wish(case: Case, *, unless: datetime | None = None) -> Communication | None:
    """What was answered, where it names a time that is ahead; of two the earlier one. None where another customer of this matter
    named an earlier one (`unless`)."""
    zone_name = zone_of(case.account, case.affected)
    told = [
        (due, answer)
        for question in QUESTIONS
        if (answer := case.answers.get(question))
        and isinstance(due := due_by(answer, case.now, zone_name, case.said_at(question)), datetime)
    ]
    if not told:
        return None
    due, words = min(told)
    if unless is not None and case.now < unless < due:
        return None
    local = due.astimezone(zone(zone_name)).strftime("%Y-%m-%d %H:%M")
    evidence = case.by_reporter(words)
    statement = f"expected by {said(due)} ({local} {zone_name or 'UTC'}): “{words}”"
    computed = case.ledger.computed("expectation_deadline", statement, (evidence,))
    return Communication(expectation=words, expectation_deadline=due, evidence=(evidence, computed))


def told_as_wanted(case: Case) -> str | None:
    """What the customer wants as the reporter says it: when asked, else where the line tells which money or bill it is about."""
    return case.answers.get("customer_expectation") or money_wanted(case.issue.text)
