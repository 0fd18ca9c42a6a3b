"""The papers a rung needs, drafted from the records: what stays in the house, and what the customer reads after a check."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from escalation.audience import Audience, Finding, check
from escalation.audience.likeness import covered
from escalation.language import language_of, spoken_by
from escalation.recovery.said import cause_told, fix_told
from prompts import recovery as words
from prompts.audience_words import audience_words
from prompts.filters import in_zone
from prompts.for_customers import subject_told
from prompts.recovery import CUSTOMERS, Gap, Told
from prompts.their_clock import for_customer
from tools.customers.audience import confirmed_causes, in_language, of_records
from tools.results.recovery import PaperRow
from tools.serving.quoting import plain

if TYPE_CHECKING:
    from escalation.policy_recovery import Approval
    from escalation.records import Account, Ticket
    from escalation.recovery.incidents import Incident
    from escalation.recovery.ladder import Owner, Paper
    from escalation.recovery.plan import Plan
    from escalation.register.events import Event
    from escalation.terms import Language
    from tools.customers.recovering import Gathered
    from tools.desk.office import Opened

_MONTHS = 3
"""domain.md §10, 7th: three months without a repeat."""


@dataclass(frozen=True)
class Desk:
    """What papers are drafted from. `tongue` is the language of whoever asked; the customer's papers are in the customer's."""

    rooms: Opened
    account: Account
    found: Gathered
    made: Plan
    tongue: Language

    def language(self, paper: Paper) -> Language:
        return (spoken_by(self.account) or self.tongue) if paper in CUSTOMERS else self.tongue

    @cached_property
    def logs(self) -> dict[str, list[Event]]:
        """The records of the escalations among the incidents."""
        named = {id_ for each in self.found.counted.incidents for id_ in each.evidence}
        ids = [state.id for state in self.found.escalations if state.id in named]
        return {events[0].escalation_id: events for events in self.rooms.register.histories(ids)}

    @cached_property
    def tickets(self) -> dict[str, Ticket]:
        return {each.id: each for each in self.found.tickets}

    def reader(self, language: Language) -> Audience:
        return of_records(
            self.rooms.workspace,
            self.rooms.policy,
            self.account,
            self.found.tickets,
            self.found.items,
            language=language,
            ids=(*(state.id for state in self.found.escalations), *(e.id for e in self.account.escalation_history)),
        )


def drafts(desk: Desk, wanted: tuple[Paper, ...] | None) -> tuple[PaperRow, ...]:
    """The papers asked for, else those of the rung; none where no incident counts."""
    if not desk.found.counted.incidents:
        return ()
    papers = desk.made.rules.papers if wanted is None else tuple(dict.fromkeys(wanted))
    return tuple(_draft(desk, paper) for paper in papers)


def _draft(desk: Desk, paper: Paper) -> PaperRow:
    language = desk.language(paper)
    reader = desk.reader(language)
    told = [_told(desk, each, reader) for each in desk.found.counted.incidents]
    changes = list(_prevention(desk, reader))
    text, gaps = _WRITE[paper](desk, language, told, changes)
    leaks = list(_leaks(text, reader, told, desk)) if paper in CUSTOMERS else []
    before = [_change(leak, desk.tongue) for leak in leaks]
    before += [words.gap(what, desk.tongue, numbers) for what, numbers in gaps.items()]
    before += _hints(desk, gaps.get("cause", ())) if paper in CUSTOMERS else ()
    if paper == "commitment":
        before.append(words.approval("legal_and_finance", desk.rooms.policy.approvers, desk.tongue))
    return PaperRow(
        paper=words.title(paper, desk.tongue),
        audience="customer" if paper in CUSTOMERS else "internal",
        language=language,
        ready=not before,
        before=tuple(before),
        text=text.strip(),
    )


Written = tuple[str, dict[Gap, list[int]]]
"""A paper, and what it leaves open: for which incidents, none where it is about the whole."""


def _report(desk: Desk, language: Language, told: list[Told], changes: list[str]) -> Written:
    open_: dict[Gap, list[int]] = {
        "cause": [number for number, one in enumerate(told, 1) if not one.cause],
        "fix": [number for number, one in enumerate(told, 1) if not one.fix],
    }
    open_["length"] = [number for number, one in enumerate(told, 1) if one.hours is None and not one.going_on]
    gaps: dict[Gap, list[int]] = {what: numbers for what, numbers in open_.items() if numbers}
    if not changes:
        gaps["prevention"] = []
    text = words.paper(
        "incident_report",
        language,
        account=desk.account.name,
        incidents=told,
        first=_day(desk, desk.found.counted.incidents[0]),
        last=_day(desk, desk.found.counted.incidents[-1]),
        prevention=changes,
        next_word=for_customer(desk.made.next_word, desk.account.timezone, language).strip(),
    )
    return text, gaps


def _agenda(desk: Desk, language: Language, told: list[Told], changes: list[str]) -> Written:
    from tools.customers.recovering import people

    del told, changes
    policy, made = desk.rooms.policy, desk.made
    owners: dict[Owner, None] = dict.fromkeys(step.owner for step in made.steps)
    who = [words.owner(each, people(each, desk.account, policy), language) for each in owners]
    asked: dict[Approval, None] = dict.fromkeys(step.approval for step in made.steps if step.approval)
    text = words.paper(
        "agenda",
        language,
        account=desk.account.name,
        rung=made.rung,
        means=words.rung(made.rung, language),
        who=who,
        lead=who[0] if who else "",
        count=len(desk.found.counted.incidents),
        incidents=[_line(desk, each) for each in desk.found.counted.incidents],
        approvals=[words.approval(each, policy.approvers, language) for each in asked],
        avoid=[words.avoid(each, language) for each in made.rules.avoid],
    )
    return text, {"attendees": []}


def _commitment(desk: Desk, language: Language, told: list[Told], changes: list[str]) -> Written:
    del told, changes
    begins = (in_zone(desk.found.now, desk.account.timezone) or desk.found.now).date()
    text = words.paper(
        "commitment",
        language,
        account=desk.account.name,
        count=len(desk.found.counted.incidents),
        first=_day(desk, desk.found.counted.incidents[0]),
        begins=begins.isoformat(),
        ends=_later(begins, _MONTHS).isoformat(),
    )
    return text, {"remedy": [], "signer": []}


_WRITE = {"incident_report": _report, "agenda": _agenda, "commitment": _commitment}


def _told(desk: Desk, each: Incident, reader: Audience) -> Told:
    """An incident in its customer's terms: their own ticket, and of our record only what may be said to them."""
    own = [desk.tickets[id_] for id_ in each.tickets if id_ in desk.tickets]
    written = next((t for t in own if (t.channel or "").lower() not in _SPOKEN), None)
    events = [event for id_ in each.evidence for event in desk.logs.get(id_, ())]
    subject = subject_told(written.subject, reader, desk.found.now) if written else None
    # What support wrote to them counts where our own record is silent.
    cause = in_language(confirmed_causes(events), reader.language) or next(
        (said for t in own if (said := cause_told(t))), None
    )
    fix = next((text for e in reversed(events) if e.what == "resolved" and (text := e.data.get("text"))), None)
    fix = fix or next((said for t in own if (said := fix_told(t))), None)
    hours = _hours(each, events)
    return Told(
        began=for_customer(each.own.began or each.at, desk.account.timezone, reader.language).strip(),
        subject=subject if subject and language_of(subject) == reader.language else None,
        ticket=written.id if written else None,
        hours=hours or None,
        going_on=each.ended_at is None,
        about=each.own.about,
        cause=_fit(cause, reader.model_copy(update={"cause": cause}), desk),
        fix=_fit(fix, reader.model_copy(update={"cause": cause}), desk),
    )


def _hours(each: Incident, events: list[Event]) -> float | None:
    """How long the fault lasted by its own times; an escalation on our record was over when it was recorded as resolved."""
    if each.own.hours or each.ended_at is None:
        return each.own.hours
    solved = any(event.what in ("resolved", "de_escalated") for event in events)
    return (each.ended_at - each.at).total_seconds() / 3600 if solved and each.tickets else None


_SPOKEN = frozenset({"phone", "voice", "call", "internal", "meeting"})
"""Channels in which an agent worded the subject, for colleagues."""


def _hints(desk: Desk, without: Sequence[int]) -> Iterator[str]:
    """What the tracker calls the incidents whose cause is missing: often it is the cause, in the house's own words."""
    known = {item.id: item for item in desk.found.items}
    for number, each in enumerate(desk.found.counted.incidents, 1):
        item = next((known[id_] for id_ in each.evidence if id_ in known), None) if number in without else None
        if item and (title := plain(item.title, 120)):
            yield words.hint(number, item.id, title, desk.tongue)


def _prevention(desk: Desk, reader: Audience) -> Iterator[str]:
    named = (e.data.get("improvement") for events in desk.logs.values() for e in events)
    for text in dict.fromkeys(each for each in named if isinstance(each, str)):
        if fit := _fit(text, reader, desk):
            yield fit


def _fit(text: str | None, reader: Audience, desk: Desk) -> str | None:
    """Words of our own record, where a customer may read them and in their language."""
    if not text or language_of(text) != reader.language or check(text, reader, desk.found.now):
        return None
    return plain(text, 400)


def _leaks(text: str, reader: Audience, told: Sequence[Told], desk: Desk) -> Iterator[Finding]:
    """What is not theirs to read; a cause on record, or one that support told them before, is no guess."""
    causes = [one.cause for one in told if one.cause]
    for leak in check(text, reader, desk.found.now):
        if leak.kind != "unconfirmed_cause" or not any(covered(cause, leak.span) for cause in causes):
            yield leak


def _change(leak: Finding, language: Language) -> str:
    return audience_words(leak, language)


def _line(desk: Desk, each: Incident) -> str:
    title = plain(each.title, 100) or ""
    return f"{_day(desk, each)}  {title} ({', '.join(each.evidence[:5])})"


def _day(desk: Desk, each: Incident) -> str:
    return f"{(in_zone(each.at, desk.account.timezone) or each.at):%Y-%m-%d}"


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
