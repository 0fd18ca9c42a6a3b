"""The scene of an assessment: what happened when, to whom and by whom, and who the people are. Read once from its records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from escalation.assessment import Assessment
from escalation.claims.fold import HAN, fold
from escalation.claims.fold import words as plain
from escalation.claims.scanning.hours import hours
from escalation.claims.stops import SENTENCE_END
from escalation.records import Account, Ticket, TrackerComment, TrackerItem

EventKind = Literal[
    "report", "answer", "message", "note", "solve", "due", "chat", "item", "renewal", "trial", "signup", "close", "escalation",
    "told",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or will, at an instant: in which record, for which customer, by whom, in which words (folded).

    `dated` says that only its day is known; `at` is then that day's midnight UTC. `inside` that one of ours wrote it.
    """

    at: datetime
    kind: EventKind
    account: str | None = None
    record: str = ""
    person: str = ""
    says: str = ""
    dated: bool = False
    inside: bool = False


def between(first: Event, second: Event) -> tuple[datetime, datetime]:
    """Two instants between which a length of time may lie; their days, where only the day of one is known."""
    if not (first.dated or second.dated):
        return first.at, second.at
    one, two = first.at.date(), second.at.date()
    return datetime(one.year, one.month, one.day, tzinfo=UTC), datetime(two.year, two.month, two.day, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a record names: the customer they belong to (None for our own), and what they are there."""

    name: str
    account: str | None = None
    role: str = ""
    csm_of: frozenset[str] = frozenset()
    alias: str = ""
    """What their e-mail address calls them, where that is another name: 梁家欣 is Karen Leung there."""


@dataclass(frozen=True)
class Scene:
    """All of it; empty for a book of loose evidence."""

    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    assignees: tuple[tuple[str, str], ...] = ()
    """Tracker item and the folded name of whoever works on it."""
    links: tuple[tuple[str, frozenset[str]], ...] = ()
    """Tracker item and the tickets linked to it, in small letters."""
    words: str = ""
    """Everything else a name may be taken from: roles, channels, components, tags."""

    @cached_property
    def records(self) -> frozenset[str]:
        """The ids of all records in which something happened, in small letters."""
        return frozenset(event.record.lower() for event in self.events if event.record)

    @cached_property
    def spoken(self) -> tuple[tuple[str, Event], ...]:
        """What was said with the event it was said in, its words as `fold.words` has them."""
        return tuple((plain(event.says), event) for event in self.events if event.says and event.kind != "told")

    @cached_property
    def forms(self) -> list[tuple[str, Person]]:
        """The names a text may use for each, longest first; a short form only where it is one person's."""
        short: dict[str, list[Person]] = {}
        for person in self.people:
            for form in short_forms(person.name):
                short.setdefault(form, []).append(person)
        forms = [(person.name, person) for person in self.people if len(person.name) > 1]
        forms += [(person.alias, person) for person in self.people if person.alias]
        forms += [(form, them[-1]) for form, them in short.items() if len({each.name for each in them}) == 1]
        return sorted(forms, key=lambda each: -len(each[0]))


def handle(name: str) -> str:
    """One spelling for a name and what its owner is called in a chat: "Dara Quinn" and "dara.quinn"."""
    return re.sub(r"[\W_]+", " ", name).strip().lower()


def short_forms(name: str) -> Iterator[str]:
    """What somebody is called besides their full name: by first name, or "Ms Yates"."""
    parts = name.split()
    if name.isascii() and len(parts) > 1:
        yield parts[0]
        yield from (f"{title} {parts[-1]}" for title in ("Mr", "Ms", "Mrs", "Dr", "Mr.", "Ms.", "Mrs.", "Dr."))
    elif len(parts) > 1 and not re.search(rf"[{HAN}]", name):
        yield parts[0]


def scene_of(found: Assessment, accounts: tuple[Account, ...]) -> Scene:
    """The scene of one assessment; `accounts` are its customers."""
    tickets = [matched.ticket for matched in found.matched]
    zones = {account.id: account.timezone for account in accounts}
    events = [event for ticket in tickets for event in _of_ticket(ticket)]
    events += [event for ticket in tickets for event in told_in(ticket, zones.get(ticket.account_id or ""))]
    events += [event for item in found.items for event in _of_item(item)]
    events += [Event(m.at, "chat", None, m.id, fold(m.author or ""), fold(m.text), inside=True) for m in found.messages]
    events += [event for account in accounts for event in _of_account(account)]
    assignees = tuple((item.id, fold(item.assignee)) for item in found.items if item.assignee)
    names = (
        *(account.csm or "" for account in accounts),
        *(event.person for event in events),
        *(who for _, who in assignees),
    )
    full = {handle(name): fold(name) for name in names if " " in name}
    events = [replace(event, person=full.get(handle(event.person), event.person)) for event in events]
    assignees = tuple((item, full.get(handle(who), who)) for item, who in assignees)
    return Scene(
        tuple(events),
        tuple(_people(events, accounts, assignees)),
        assignees,
        tuple(_links(found, tickets)),
        _other_words(found, accounts),
    )


def _links(found: Assessment, tickets: list[Ticket]) -> Iterator[tuple[str, frozenset[str]]]:
    for item in found.items:
        linked = {id.lower() for id in item.linked_tickets}
        linked |= {ticket.id.lower() for ticket in tickets if item.id in ticket.linked_tracker}
        yield item.id.lower(), frozenset(linked)


def _of_ticket(ticket: Ticket) -> Iterator[Event]:
    who = fold(ticket.requester.name or "") if ticket.requester else ""
    says = fold(f"{ticket.subject}\n{ticket.description}")
    yield Event(ticket.created_at, "report", ticket.account_id, ticket.id, who, says)
    if ticket.first_response_at:
        yield Event(ticket.first_response_at, "answer", ticket.account_id, ticket.id, inside=True)
    if ticket.solved_at:
        yield Event(ticket.solved_at, "solve", ticket.account_id, ticket.id, inside=True)
    for due in (ticket.sla.first_response_due, ticket.sla.resolution_due) if ticket.sla else ():
        if due:
            yield Event(due, "due", ticket.account_id, ticket.id)
    for comment in ticket.comments:
        kind: EventKind = "note" if comment.role == "internal" else "message"
        inside = comment.role != "customer"
        yield Event(
            comment.at,
            kind,
            ticket.account_id,
            ticket.id,
            fold(comment.author or ""),
            fold(comment.body),
            inside=inside,
        )


def told_in(ticket: Ticket, zone: str | None) -> Iterator[Event]:
    """What a customer tells with its time of day ("We disabled her account at 06:30"), on the clocks it may be meant on."""
    for at, words in moments_in(fold(ticket.description), ticket.created_at, zone):
        yield Event(at, "told", ticket.account_id, ticket.id, says=words)


def _of_item(item: TrackerItem) -> Iterator[Event]:
    if item.created_at:
        yield Event(item.created_at, "item", None, item.id, says=fold(f"{item.title}\n{item.body}"), inside=True)
    for comment in item.comments:
        if isinstance(comment, TrackerComment) and comment.at:
            yield Event(comment.at, "note", None, item.id, fold(comment.author or ""), fold(comment.body), inside=True)


def _of_account(account: Account) -> Iterator[Event]:
    dates: tuple[tuple[EventKind, date | None, str], ...] = (
        ("renewal", account.renewal_date, ""),
        ("trial", account.trial_ends, ""),
        ("signup", account.signup_date, ""),
        *(("close", deal.close_date, fold(deal.name)) for deal in account.deals),
    )
    for kind, day, words in dates:
        if day:
            at = datetime(day.year, day.month, day.day, tzinfo=UTC)
            yield Event(at, kind, account.id, says=words, dated=True)
    for past in account.escalation_history:
        yield Event(past.at, "escalation", account.id, past.id, says=fold(past.title))


def _people(
    events: list[Event], accounts: tuple[Account, ...], assignees: tuple[tuple[str, str], ...]
) -> Iterator[Person]:
    seen: set[str] = set()
    managed: dict[str, set[str]] = {}
    for account in accounts:
        for contact in account.contacts:
            seen.add(fold(contact.name))
            yield Person(
                fold(contact.name), account.id, fold(contact.role or ""), alias=_alias(contact.email, contact.name)
            )
        if account.csm:
            managed.setdefault(fold(account.csm), set()).add(account.id)
    for name, ids in managed.items():
        seen.add(name)
        yield Person(name, None, "CSM", frozenset(ids))
    for event in events:
        if event.person and event.person not in seen:
            seen.add(event.person)
            yield Person(event.person, None if event.inside else event.account)
    for _, name in assignees:
        if name not in seen:
            seen.add(name)
            yield Person(name)


def _alias(email: str | None, name: str) -> str:
    """The name in "karen.leung@…" of somebody whose own is not in Latin letters."""
    first, _, last = (email or "").partition("@")[0].partition(".")
    return f"{first} {last}".title() if first.isalpha() and last.isalpha() and re.search(rf"[{HAN}]", name) else ""


def _other_words(found: Assessment, accounts: tuple[Account, ...]) -> str:
    told = [f"{t.ticket.channel} {t.ticket.product_area} {' '.join(t.ticket.tags)}" for t in found.matched]
    told += [f"{item.component} {' '.join(item.labels)} {item.assignee}" for item in found.items]
    told += [message.channel for message in found.messages]
    for account in accounts:
        known = (
            account.name,
            *account.aliases,
            account.plan,
            account.region,
            account.timezone,
            account.csm,
            account.notes,
        )
        told += [str(each) for each in known if each]
        told += [f"{contact.name} {contact.role}" for contact in account.contacts]
        told += [deal.name for deal in account.deals]
        told += [f"{past.title} {past.outcome} {past.target} {past.severity}" for past in account.escalation_history]
    return fold(" ".join(told))


def moments_in(text: str, told: datetime, zone: str | None) -> Iterator[tuple[datetime, str]]:
    """Each sentence of a folded text with one time of day, and the last instant before `told` that it can mean.

    Without a zone both UTC and the customer's own count, so that only what is wrong on either clock is wrong.
    """
    bounds = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    for start, end in pairwise(bounds):
        clocks = [each.clock for each in hours(text[start:end]) if each.clock]
        if len(clocks) != 1 or clocks[0].halves:
            continue
        clock = clocks[0]
        zones: list[tzinfo] = [UTC]
        if clock.offset is None and zone:
            # A customer record may hold anything here; UTC still counts.
            with suppress(ZoneInfoNotFoundError, ValueError):
                zones.append(ZoneInfo(zone))
        for each in zones:
            local = told.astimezone(each).replace(hour=0, minute=0, second=0, microsecond=0)
            at = (local + timedelta(minutes=clock.minute - (clock.offset or 0))).astimezone(UTC)
            yield (at if at <= told else at - timedelta(days=1)), text[start:end]
