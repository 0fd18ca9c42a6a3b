"""The whole of an assessment as evidence: its ledger, and the records that it read and may quote from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from escalation.assessment import Assessment, Finding, MatchedTicket
from escalation.claims.book import EvidenceBook
from escalation.claims.fold import fold
from escalation.claims.scanning.marks import plain_id
from escalation.claims.scene.scene import scene_of
from escalation.claims.support.cohorts import Case
from escalation.claims.support.facts import only_reported
from escalation.evidence import Evidence
from escalation.records import Ticket, TrackerComment
from escalation.terms import SourceName

Said = tuple[SourceName, str, str, datetime | None, str | None]
"""Source, record id, words, when, customer."""


_COUNTED = {
    "count": "customers",
    "recent": "tickets",
    "before": "tickets",
    "users": "users",
    "seats": "seats",
    "found": "customers",
    "claimed": "customers",
    "segment_size": "customers",
    "others": "customers",
}
"""What a finding's value counts, where its name alone does not say so (escalation.signals)."""


def book_of(
    assessment: Assessment, other_names: Sequence[str] = (), allowed: Sequence[str] = (), zone: str | None = None
) -> EvidenceBook:
    """The book of one assessment: what `EvidenceBook.build` makes of its evidence, its customers and the records it read.

    Only the ledger's entries can be cited; a whole thread supports words and figures without an id of its own.
    """
    named = (assessment.account,) if assessment.account else ()
    accounts = {account.id: account for account in (*assessment.affected, *named)}
    read = [
        Evidence(
            id="", source=source, record_id=record, quotation=words, at=at, account_id=account, fetched_at=assessment.at
        )
        for source, record, words, at, account in _said(assessment)
        if words or at
    ]
    messages = {comment.at for matched in assessment.matched for comment in matched.ticket.comments}
    messages -= {matched.ticket.first_response_at for matched in assessment.matched if matched.ticket.first_response_at}
    messages |= {message.at for message in assessment.messages}
    every = (*assessment.evidence, *read)
    book = EvidenceBook.build(every, tuple(accounts.values()), other_names, allowed, zone, messages)
    book.severity, book.whole = assessment.severity, True
    # The report that the assessment counts from may be later than the first ticket: a request of last year is none of this fault.
    book.counted_from = tuple(_counted_from(assessment))
    book.statuses = {item.id.lower(): item.status for item in assessment.items}
    book.unfit = frozenset(plain_id(fold(each)) for each in _unfit(assessment))
    book.scene = scene_of(assessment, tuple(accounts.values()))
    book.left_out = tuple(look.why.signal for look in assessment.lookalikes if look.source == "tickets")
    book.left_out_at = {look.record_id.lower(): look.at for look in assessment.lookalikes if look.at}
    book.cases = tuple(_case(matched.ticket) for matched in assessment.matched)
    return book


_NO_WAY_OUT = frozenset({"article_refuted", "article_outdated", "article_not_applicable", "article_ruled_out"})


def _unfit(found: Assessment) -> Iterator[str]:
    helpless = found.facts.kb_workaround_exists is False
    yield from (each.id for each in found.articles if helpless or each.status != "published")
    yield from (look.record_id for look in found.lookalikes if look.source == "kb")
    yield from (str(r.values["article"]) for r in found.reasons if r.signal in _NO_WAY_OUT and r.values.get("article"))


def _counted_from(found: Assessment) -> Iterator[datetime]:
    for finding in found.impact.dimensions.get("duration", ()):
        if finding.signal == "ongoing_since":
            yield datetime.fromisoformat(str(finding.values["at"]))
    if found.facts.first_reported_at:
        yield found.facts.first_reported_at


def _case(ticket: Ticket) -> Case:
    due = ticket.sla
    return Case(
        ticket.account_id,
        ticket.created_at,
        ticket.first_response_at,
        due.first_response_due if due else None,
        ticket.solved_at,
        due.resolution_due if due else None,
        ticket.affected_users,
        ticket.id,
        tuple(each.lower() for each in (ticket.priority, ticket.status) if each),
    )


def _said(found: Assessment) -> Iterator[Said]:
    yield "reporter", "reporter", found.issue.text, None, None
    for matched in found.matched:
        yield from _ticket(matched)
    yield "computed", "matched", f"{len(found.matched)} tickets", None, None
    for article in found.articles:
        yield "kb", article.id, f"{article.title}\n{article.body}", article.updated_at, None
    for item in found.items:
        yield "tracker", item.id, f"{item.title}\n{item.body}\n{item.fixed_in or ''}", item.created_at, None
        yield "tracker", item.id, "", item.updated_at, None
        for comment in item.comments:
            words, at = (comment.body, comment.at) if isinstance(comment, TrackerComment) else (comment, None)
            yield "tracker", item.id, words, at, None
    for message in found.messages:
        yield "chat", message.id, message.text, message.at, None
    for account in (*found.affected, *((found.account,) if found.account else ())):
        yield "accounts", account.id, account.notes or "", None, account.id
        for past in account.escalation_history:
            yield "accounts", past.id, f"{past.title}\n{past.outcome or ''}", past.at, account.id
    for look in found.lookalikes:
        known = (str(value) for name, value in look.why.values.items() if name != "reason")
        yield "computed", look.record_id, " ".join((look.record_id, *known)), None, None
    yield from _open(found)
    yield from _handed_back(found)
    yield from _concluded(found)


def _ticket(matched: MatchedTicket) -> Iterator[Said]:
    ticket = matched.ticket
    users = f"{ticket.affected_users} users" if ticket.affected_users else ""
    yield "tickets", ticket.id, f"{ticket.subject}\n{ticket.description}\n{users}", ticket.created_at, ticket.account_id
    dues = (ticket.sla.first_response_due, ticket.sla.resolution_due) if ticket.sla else ()
    for at in (ticket.first_response_at, ticket.solved_at, *dues):
        yield "tickets", ticket.id, "", at, ticket.account_id
    for words in _lengths(ticket):
        yield "computed", ticket.id, words, None, ticket.account_id
    for comment in ticket.comments:
        yield "tickets", ticket.id, comment.body, comment.at, ticket.account_id


def _open(found: Assessment) -> Iterator[Said]:
    """What the customers who may be meant have open. One who is none of this escalation's is called by name, as in a text."""
    own = {account.id for account in (*found.affected, *((found.account,) if found.account else ()))}
    for one in found.open_tickets:
        ticket = one.ticket
        whose = ticket.account_id if ticket.account_id in own else f"other:{fold(one.who)}"
        yield "tickets", ticket.id, f"{one.who}\n{ticket.subject}\n{ticket.description}", ticket.created_at, whose
        yield "tickets", ticket.id, "", one.answered_at, whose


def _handed_back(found: Assessment) -> Iterator[Said]:
    """What the receiving team said is lacking, and what was answered to it."""
    for told in (*((found.returned,) if found.returned else ()), *found.sent_back):
        for value in told.values.values():
            for words in value if isinstance(value, tuple) else (value,):
                yield "host", "handed_back", str(words or ""), None, None


def _lengths(ticket: Ticket) -> Iterator[str]:
    """How long answer and solution took and by how much they were late, in minutes."""
    due = ticket.sla
    pairs = (
        ("first response after", ticket.created_at, ticket.first_response_at),
        ("solved after", ticket.created_at, ticket.solved_at),
        ("resolution due after", ticket.created_at, due.resolution_due if due else None),
        ("first response late by", due.first_response_due if due else None, ticket.first_response_at),
        ("solved late by", due.resolution_due if due else None, ticket.solved_at),
    )
    for words, first, second in pairs:
        if first and second and second > first:
            yield f"{words} {round((second - first).total_seconds() / 60)} minutes"


def _noun(finding: Finding, name: str) -> str:
    if name == "count" and finding.signal.startswith("users"):
        return "users"
    of_tickets = "tickets" in finding.values or finding.signal.startswith("sla")
    return "tickets" if name == "count" and of_tickets else _COUNTED.get(name, "")


def _concluded(found: Assessment) -> Iterator[Said]:
    """What the assessment itself worked out: deadlines, and the counts by which its findings are told."""
    for at in (found.deadline, found.communication.expectation_deadline, found.communication.last_update_at):
        yield "computed", "deadline", "", at, None
    # A second ticket of one fault counts as a report of it, and is not among the matched.
    yield "computed", "first_reported", "", found.facts.first_reported_at, None
    reported = only_reported(found.evidence)
    for entry in found.timeline:
        yield _source(entry.evidence, reported), "timeline", entry.what, entry.at, None
    owners = {matched.ticket.id: matched.ticket.account_id for matched in found.matched}
    owners |= {account.name: account.id for account in found.affected}
    findings = [each for dimension in found.impact.dimensions.values() for each in dimension]
    for finding in (*findings, *found.reasons, *found.claims):
        for name, value in finding.values.items():
            words = ", ".join(value) if isinstance(value, tuple) else str(value)
            noun = _noun(finding, name)
            if noun == "customers" and "segment" in finding.values:
                noun = f"{finding.values['segment']} customers"
            source = "reporter" if name.startswith("claimed") else _source(finding.evidence, reported)
            owner = owners.get(str(finding.values.get("account") or finding.values.get("ticket"))) or _wrote(
                words, found
            )
            yield source, finding.signal, f"{name} = {words} {noun}" if value is not None else "", None, owner


def _wrote(words: str, found: Assessment) -> str | None:
    """The one customer whose ticket has these words, if they are words."""
    whose = {m.ticket.account_id for m in found.matched if words in f"{m.ticket.subject}\n{m.ticket.description}"}
    return whose.pop() if len(words) >= _WORDS and len(whose) == 1 else None


_WORDS = 8
"""Characters from which a value is taken for somebody's words."""


def _source(evidence: Sequence[str], reported: frozenset[str]) -> SourceName:
    return "reporter" if evidence and reported.issuperset(evidence) else "computed"
