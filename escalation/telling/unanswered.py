"""What still waits for our word: the customer's latest message, and word of ours that was promised and did not come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.assessment import Communication
from escalation.judgement.case import Case
from escalation.judgement.contract import said
from escalation.matching.ruled import in_effect
from escalation.matching.wrote_before import named_before
from escalation.matters import MissedPromise
from escalation.promises.standing import WORD, Standing, standing
from escalation.reading.quote import Quote
from escalation.reading.threads.communication import last_word
from escalation.records import Ticket
from escalation.telling.narrative import cite, told_to_us
from escalation.telling.owed import owed_of


def with_unanswered(case: Case, found: Communication) -> Communication:
    """`found` with the customer's last message, where we have not answered it or nothing else says what they want."""
    update: dict[str, object] = {"missed": tuple(_missed(case)), "owed": owed_of(case)}
    threads = _threads(case)
    last, answered = last_word(threads, case.now)
    if last is not None and (not answered or found.expectation is None) and last.quotation != found.expectation:
        update |= {
            "last_word": last.quotation,
            "last_word_at": last.at,
            "last_word_evidence": (_cite(case, last, threads),),
            "last_word_open": not answered,
        }
    return found.model_copy(update=update)


def _threads(case: Case) -> tuple[Ticket, ...]:
    """The threads in which they speak of it, with those merged into them, and those that name one of them by number."""
    told = told_to_us(case)
    ids, owners = {t.id for t in told}, {t.account_id for t in told if t.account_id}
    apart = {ruled.record_id for ruled in in_effect(case.context) if not ruled.same}
    also = (
        t
        for t in case.context.tickets
        if t.id not in ids and t.id not in apart and t.account_id in owners and t.created_at <= case.now
        if t.merged_into in ids or not named_before(t).isdisjoint(ids)
    )
    return (*told, *also)


def _cite(case: Case, last: Quote, threads: tuple[Ticket, ...]) -> str:
    ticket = next((t for t in threads if t.id == last.record_id), None)
    if ticket is None or ticket in case.tickets:
        return cite(case, last)
    return case.ledger.add(
        "tickets", ticket.id, last.quotation, at=last.at, account_id=ticket.account_id, internal=False
    )


def _missed(case: Case) -> Iterator[MissedPromise]:
    """Promises of the last reply on an open ticket of the matter whose time has passed, the named customer's first; of a
    complaint about us as a whole any promise to the named customer counts."""
    own = case.named_ids
    held = case.context.tickets if case.issue.kind == "relationship" else case.tickets
    theirs = tuple(t for t in held if t.account_id in own)
    others = () if theirs and case.issue.kind == "relationship" else (t for t in case.tickets if t not in theirs)
    for owed in standing((*theirs, *others), case.context.accounts, case.now, _held_up_to_us(case)):
        due, ticket = owed.promise.due, owed.ticket
        if due is None or due >= case.now or _replied_since(owed, case):  # word sent when it is due keeps it
            continue
        words = case.ledger.add(
            "tickets", ticket.id, owed.promise.span, at=owed.said.at, account_id=ticket.account_id, internal=False
        )
        statement = f"promised on {ticket.id} by {said(due)}; no reply since"
        computed = case.ledger.computed("promise_missed", statement, (words,))
        word = owed.promise.kind in WORD
        yield MissedPromise(ticket=ticket.id, due=due, words=owed.promise.span, word=word, evidence=(words, computed))


def _held_up_to_us(case: Case) -> frozenset[str]:
    """Closed tickets of the matter that their customer names on one that is open: what was promised there did not hold."""
    open_ones = [t for t in case.tickets if not t.solved]
    closed = [t for t in case.tickets if t.solved] if open_ones else []
    return frozenset(t.id for t in closed if any(o.account_id == t.account_id and _names(o, t.id) for o in open_ones))


def _names(ticket: Ticket, id_: str) -> bool:
    theirs = (ticket.description, *(c.body for c in ticket.comments if c.role == "customer"))
    return any(id_ in text and re.search(rf"(?<![\w-]){re.escape(id_)}(?![\w-])", text) for text in theirs)


def _replied_since(owed: Standing, case: Case) -> bool:
    return any(c.at > owed.said.at for c in owed.ticket.replies(case.now))
