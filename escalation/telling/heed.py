"""What colleagues left for whoever writes to the customer next: what is not to be said yet, and whom nobody has told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from escalation.assessment import Finding
from escalation.judgement.case import Case
from escalation.reading.orders.finding import find_orders
from escalation.reading.threads.entries import sentences
from escalation.reading.threads.plainly import plainly
from escalation.records import Message, Ticket
from escalation.terms import SourceName

_CUSTOMERS = r"(?:the |any |our )?(?:customers?|clients?|users?|them|anyone|anybody|people|him|her)"
_KEEP_BACK = re.compile(
    rf"\b(?:do not|don['’]?t|dont|please (?:do not|don['’]?t)|never|must not|nobody should|no ?one should)\b[^.;!?]{{0,16}}?"
    rf"\b(?:tell|say|promise|write|announce|mention|share|confirm|inform|email|give)\b[^.;!?]{{0,60}}"
    rf"|\b(?:nothing|no word|no dates?|no promises?) to {_CUSTOMERS}\b"
    r"|(?:先别|先不要|暂时别|暂时不要|暂不|切勿|不要|别)[^，。；]{0,4}(?:告诉|跟|对|向|和|给)?[^，。；]{0,8}(?:客户|对方|用户|外)[^，。；]{0,4}"
    r"(?:说|讲|承诺|透露|通报|宣布|答应|发)?"
)
_WHOM = re.compile(rf"\b{_CUSTOMERS}\b|客户|对方|用户|对外")
_HAND_OVER = re.compile(
    r"\b(?:some(?:one|body)|any(?:one|body)|can (?:you|one of you|some(?:one|body))|could (?:you|some(?:one|body))|who can"
    r"|please)\b"
    r"[^.;!?]{0,16}\b(?:tell|call|ring|phone|write to|answer|update|inform|reply to|let)\b"
    r"|(?:谁|哪位|麻烦|请|帮忙|帮我)[^，。；]{0,8}(?:告诉|通知|回复|联系|回一?下|打电话|跟|同步)"
)


def heed_of(case: Case, messages: Sequence[Message]) -> tuple[Finding, ...]:
    """The latest word of a colleague on what customers must not be told yet; then, once a customer, a request to tell one of
    those affected after which nothing was written to them."""
    return (*_kept_back(case, messages), *_handed_over(case))


def _kept_back(case: Case, messages: Sequence[Message]) -> Iterator[Finding]:
    told: list[tuple[datetime, str, Message | Ticket]] = [(m.at, m.text, m) for m in messages]
    for ticket in case.tickets:
        for note in (c for c in ticket.comments if c.role == "internal" and c.at <= case.now):
            told.append((note.at, note.body, ticket))
    said = [(at, words, where) for at, text, where in told for words in _told_not_to(text)]
    if not said:
        return
    at, words, where = max(said, key=lambda each: each[0])
    source: SourceName = "chat" if isinstance(where, Message) else "tickets"
    evidence = case.ledger.add(source, where.id, words, at=at)
    yield Finding(signal="not_to_be_said", values={"words": words, "at": at, "on": where.id}, evidence=(evidence,))


def _told_not_to(text: str) -> Iterator[str]:
    if not find_orders(text):
        for sentence in sentences(text):
            plain = plainly(sentence)
            if _KEEP_BACK.search(plain) and _WHOM.search(plain):
                yield sentence


def _handed_over(case: Case) -> Iterator[Finding]:
    told: set[str] = set()
    for message in sorted(case.context.messages, key=lambda m: m.at, reverse=True):
        if message.at > case.now or find_orders(message.text) or not _HAND_OVER.search(plainly(message.text)):
            continue
        for account in case.affected:
            theirs = [t for t in case.tickets if t.account_id == account.id and not t.solved]
            named = account.id in case.links.spoken.named.get(message.id, ())
            if named and account.id not in told and theirs and _nobody_since(case, account.id, message.at):
                told.add(account.id)
                values = {"account": account.name, "words": message.text, "at": message.at, "on": message.id}
                yield Finding(signal="left_to_tell", values=dict(values), evidence=(case.ledger.message(message),))


def _nobody_since(case: Case, account: str, at: datetime) -> bool:
    theirs = [t for t in case.tickets if t.account_id == account]
    return min(t.created_at for t in theirs) <= at and not any(r.at > at for t in theirs for r in t.replies(case.now))
