"""A way round that we told another customer of the same fault and that holds there: this one is told it too, once, and never
what they or anybody tried in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from escalation.language import language_of
from escalation.promises import promises
from escalation.reading.threads.entries import sentences
from escalation.reading.threads.relapse import relapsed
from escalation.text.folding import fold, simplified
from escalation.text.tokens import query_tokens, tokens
from escalation.updates.advised import says_it_works

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from escalation.records import Comment, Ticket
    from escalation.terms import Language

_GREETING = re.compile(
    r"^(?:(?i:hi|hello|hey|dear|good \w+|morning)\b,? ?(?:[A-Z][\w.'-]*,? ?){0,4}[,:!.]?\s*|[A-Z]\w+, (?=(?i:please)\b))"
    r"|^[^，。：:,]{0,12}(?:您好|你好)[，。：:,！!]?\s*"
)
_ADVISES = re.compile(
    r"\bplease\b|\b(?:you can|try|as a way round|as a workaround|workaround:|for now|until then|meanwhile)\b"
    r"|^(?:switch|turn|open|set|use|choose|clear|restart|press|go to|log|add|remove|update|untick|tick)\b"
    r"|请|可以?先|先在|先把|临时办法|临时方案|在此期间|改用|打开|关闭|切换"
)
_ASKS = re.compile(r"[?？]|\b(?:tell|send|let) (?:us|me)\b|告诉我|发给我|提供|试试看|是否|吗")
_FAILS = re.compile(
    r"\b(?:no (?:change|effect|luck|difference)|(?:did|does)(?:n['’]t| not) (?:help|work)|still|not (?:at|in|on|for)|no longer"
    r"|nothing|not work\w*|only (?:at|in|on|by|for))\b|没用|沒用|没有用|冇用|无效|不行|不管用|还是|仍|又|没反应"
)
_DID = re.compile(
    r"\b(?:tried|turned|switched|set|ticked|unticked|changed|cleared|restarted|reset|did (?:that|this|it)|without)\b"
    r"|试|(?:关|开|改|换|勾|清|重启|切换|打开|关闭)[^，。,]{0,6}了|不管用|没用"
)
_SAME, _TOGETHER, _MENTIONED = 0.5, 3, 2
"""Share of the words of an advice that another text holds, and how many at least, to be the same; how many name it."""


class _Answered(NamedTuple):
    ticket: Ticket
    said: Comment
    theirs: Comment


def worked_elsewhere(found: Assessment, ticket: Ticket | None, language: Language) -> tuple[str, ...]:
    """The sentences of our reply that told it, without the greeting; empty where nothing is known to hold.

    The other ticket is of the same tracker item. What failed for anybody of it, or was told to or tried by this customer
    already, is none.
    """
    if ticket is None:
        return ()
    kin = [m.ticket for m in found.matched if m.ticket.id != ticket.id and _akin(m.ticket, ticket)]
    answered = [each for t in (ticket, *kin) for each in _answered(t, found)]
    for each in answered:
        told = tuple(_advice(each.said))
        held = each.ticket.account_id != ticket.account_id and says_it_works(each.theirs.body) and _holds(each, found)
        if not told or not held or language_of(" ".join(told)) != language:
            continue
        if not _known_here(told, ticket, found) and not any(_failed(told, other) for other in answered):
            return told
    return ()


def _akin(one: Ticket, other: Ticket) -> bool:
    return not set(one.linked_tracker).isdisjoint(other.linked_tracker)


def _answered(ticket: Ticket, found: Assessment) -> Iterator[_Answered]:
    spoken = [c for c in ticket.comments if c.public and c.role in ("agent", "customer") and c.at <= found.at]
    for ours, theirs in pairwise(sorted(spoken, key=lambda c: c.at)):
        if ours.role == "agent" and theirs.role == "customer":
            yield _Answered(ticket, ours, theirs)


def _advice(said: Comment) -> Iterator[str]:
    for sentence in sentences(_GREETING.sub("", said.body)):
        plain = simplified(fold(sentence)).lower()
        if _ADVISES.search(plain) and not _ASKS.search(plain) and not promises(sentence, said.at):
            yield sentence[:1].upper() + sentence[1:]


def _holds(each: _Answered, found: Assessment) -> bool:
    """Whether nothing that this customer wrote after takes it back."""
    later = (c.body for c in each.ticket.comments if c.role == "customer" and each.theirs.at < c.at <= found.at)
    return not any(relapsed(s) or _FAILS.search(simplified(fold(s)).lower()) for body in later for s in sentences(body))


def _known_here(told: tuple[str, ...], ticket: Ticket, found: Assessment) -> bool:
    """Whether this customer was told it, or writes that they tried what it is made of."""
    past = [c for c in ticket.comments if c.at <= found.at]
    if any(c.role == "agent" and _same(told, c.body) for c in past):
        return True
    made_of, theirs = (
        set(query_tokens(" ".join(told))),
        (ticket.description, *(c.body for c in past if c.role == "customer")),
    )
    return any(
        _DID.search(simplified(fold(s)).lower()) and len(made_of & set(tokens(s))) >= _MENTIONED
        for body in theirs
        for s in sentences(body)
    )


def _failed(told: tuple[str, ...], other: _Answered) -> bool:
    fails = not says_it_works(other.theirs.body) or _FAILS.search(simplified(fold(other.theirs.body)).lower())
    return bool(fails) and _same(told, other.said.body)


def _same(told: tuple[str, ...], text: str) -> bool:
    said, body = query_tokens(" ".join(told)), set(tokens(text))
    shared = sum(token in body for token in said)
    return shared >= _TOGETHER and shared >= _SAME * len(said)
