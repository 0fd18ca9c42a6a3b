"""What colleagues put on record about the odds of a renewal: said by them, never computed by us."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from escalation.judgement.case import Case
from escalation.reading.orders.finding import find_orders
from escalation.reading.threads.entries import sentences
from escalation.records import Message
from escalation.telling.narrative import told_to_us
from escalation.telling.spoken_of import LATELY, calls

_PERCENT = re.compile(r"\d{1,3}\s*(?:%|％|percent\b|per cent\b)|百分之[一二三四五六七八九十百]+|[一二三四五六七八九]成")
_RENEWAL = re.compile(
    r"\brenew\w*|\bchurn\b|\bodds\b|\blikelihood\b|\bprobabilit\w+|续约|續約|续费|流失|把握|概率|可能性", re.IGNORECASE
)


_EVEN = re.compile(
    r"\b(?:50 ?[/:-] ?50|fifty[- ]fifty|(?:about|roughly) even|even odds|toss-?up|coin (?:flip|toss))\b|五五开|一半一半",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:odds|chances?|likelihood|probability)\b[^.]{0,24}\b(?:drop\w*|fallen|fell|down|lower|worse|slim|low|poor)\b"
    r"|续[约費费][^，。]{0,8}(?:下降|变低|降低|不乐观|悬|堪忧)",
    re.IGNORECASE,
)


def renewal_odds(case: Case, messages: tuple[Message, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The latest sentence that puts odds on the named customer's renewal, with its evidence; (None, ()) if none.

    Read in colleagues' messages on the matter, then in what else they wrote of the customer of late, in notes on the matter's
    tickets, and in the account's notes.
    """
    if case.account is None:
        return None, ()
    account = case.account
    lately = [m for m in case.context.messages if timedelta() <= case.now - m.at <= LATELY and m not in messages]
    others = [m for m in lately if calls(m, account, case) and not find_orders(m.text)]
    for message in (*_newest(messages), *_newest(others)):
        if words := _sentence(message.text):
            return words, (case.ledger.message(message),)
    notes = [(c, t) for t in told_to_us(case) for c in t.comments if c.role == "internal" and c.at <= case.now]
    for comment, ticket in sorted(notes, key=lambda n: n[0].at, reverse=True):
        if words := _sentence(comment.body):
            evidence = case.ledger.add("tickets", ticket.id, words, at=comment.at, account_id=ticket.account_id)
            return words, (evidence,)
    if case.account.notes and (words := _sentence(case.account.notes)):
        return words, (case.ledger.account(case.account, "notes", case.account.notes),)
    return None, ()


def _newest(messages: Iterable[Message]) -> list[Message]:
    return sorted(messages, key=lambda m: m.at, reverse=True)


def _sentence(text: str) -> str | None:
    renewing = _RENEWAL.search(text) is not None
    for found in sentences(text):
        rated = _PERCENT.search(found) and _RENEWAL.search(found)
        if rated or (renewing and (_EVEN.search(found) or _MOVED.search(found))):
            return found
    return None
