"""What support told a customer before: a later letter never says less than that, and denies nothing of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from escalation.claims.fold import HAN
from escalation.claims.lazy import Lazy
from escalation.language import language_of
from escalation.promises import promises
from escalation.reading.threads.containment import contained_in
from escalation.reading.threads.entries import Entry
from escalation.records import Comment, Ticket
from escalation.terms import Language
from escalation.text.sentence import SENTENCE

_CLAUSE = re.compile(r"[^，,；;]+[，,；;]*")
_STANDS = Lazy(
    r"\b(?:on|at|with) our (?:side|end)\b|\bour (?:own )?(?:fault|error|mistake|bug)\b|\b(?:confirmed|ruled out|reproduced?"
    r"|can reproduce|traced|identified|narrowed|known (?:issue|fault|problem))\b|\bnot (?:caused by )?your\b"
    r"|\b(?:engineers?|engineering|team|colleagues|developers?|specialists?) (?:is|are|has|have)\b"
    r"|\b(?:we|i)(?:['’]re|['’]m| are| am) (?:now |already |still )?(?:working on|testing|fixing|restarting|rolling|preparing)\b"
    r"|^(?:we are |we['’]re )?still (?:working on|testing|fixing|looking)\b"
    r"|\b(?:part|parts|some|most|half|all)\b[^.]{0,24} (?:is|are) (?:back|up|online|running|working)\b"
    r"|我们这边|我方|我司|故障|确认(?!一下)|已排除|复现|重现|定位到?|不是[您贵]|(?:正在|已在|已经?)[^，,。您]{0,8}(?:处理|修复|升级|验证|测试|上线|重启|排查)"
)
"""How a sentence sounds that says where a matter stands: whose it is, what is known or excluded, who works on it."""
_ASKS = Lazy(r"[?？]|\bplease\b|\b(?:could|can|would) you\b|请(?!放心)|麻烦您|能否|是否|吗")
_STILL = re.compile(r"(?i)^(?:we are |we['’]re )?still \w+ (?:on|into|at) (?:it|this)[,;:.]? (?:and |but )?(?=\w)")
"""The letter says that itself."""
_ITEM = re.compile(r"\b[A-Z][A-Z0-9]+-\d+\b")
_ITEM_BEHIND = re.compile(rf"\s*[(（]\s*{_ITEM.pattern}\s*[)）]\s*$")
_FIRST_PERSON = Lazy(r"\bas (?:we|i) wrote\b|\bwe wrote to you\b|已向您说明|已向您說明")
"""Our own letter that told of an earlier one: what it repeats is in that one."""


class Told(NamedTuple):
    """`words` as they stood in the reply of `at`."""

    at: datetime
    words: str


def told_before(tickets: Iterable[Ticket], language: Language, now: datetime) -> Told | None:
    """The last thing that these tickets' customer was told of how it stands, in the letter's language; None for nothing."""
    return max((each for ticket in tickets for each in _told(ticket, language, now)), default=None, key=lambda t: t.at)


def _told(ticket: Ticket, language: Language, now: datetime) -> Iterator[Told]:
    for reply in ticket.replies(now):
        if not _FIRST_PERSON.search(reply.body.lower()):
            words = _standing(reply) or _contained(ticket, reply)
            if words and language_of(words) == language:
                yield Told(reply.at, words)


def _standing(reply: Comment) -> str | None:
    """The last sentence of a reply that says how it stands, without what it asks or promises around that."""
    found = [words for sentence in SENTENCE.findall(reply.body) if (words := _kept(sentence, reply.at))]
    return _without_item(found[-1]) if found else None


def _contained(ticket: Ticket, reply: Comment) -> str | None:
    """What a reply says that we did to close a leak, though it asks or promises something beside it."""
    return next(contained_in(Entry(ticket.id, reply.body, "agent", public=True, at=reply.at)), None)


def _without_item(words: str) -> str | None:
    """The words up to an item of ours that stands at their end in brackets; None where they name one otherwise: its number
    slipped out once and is not said again."""
    said = _ITEM_BEHIND.sub("", words)
    return None if _ITEM.search(said) else said


def _kept(sentence: str, at: datetime) -> str | None:
    if not _STANDS.search(sentence.lower()) or _ASKS.search(sentence.lower()):
        return None
    whole = sentence.strip().rstrip(".!。！")
    if not re.search(rf"[{HAN}]", whole):
        # A name before the first comma is whom it is said to.
        words = _STILL.sub("", re.sub(r"^(?:(?:Hi|Hello|Dear|Morning|Good \w+) )?[A-Z]\w+, ", "", whole))
        return None if promises(whole, at) else words[:1].upper() + words[1:]
    clauses = [each for each in _CLAUSE.findall(whole) if each.strip()]
    while clauses and (promises(clauses[-1], at) or not _STANDS.search(clauses[-1])):
        clauses.pop()
    while clauses and not _STANDS.search(clauses[0]):
        clauses.pop(0)
    return "".join(clauses).strip(" ，,；;") or None
