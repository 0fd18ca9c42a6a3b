"""Customers of whom a colleague writes in chat that theirs is another matter: "Orchard: rows missing, not the zone thing"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from escalation.context import Context
from escalation.matching.called import Called, initials_in, words_in
from escalation.matching.denial import SENTENCE
from escalation.matching.links import Links, named_ids
from escalation.matching.profile import profile_of
from escalation.matching.signs import opening
from escalation.matching.talk import AHEAD, BEFORE
from escalation.naming import name_key
from escalation.reading.orders.finding import find_orders
from escalation.reading.threads.plainly import plainly
from escalation.records import Message, Ticket

_MATTER = r"(?:thing|one|issue|problem|bug|fault|matter|case|cause|story|outage|incident|defect)s?"
_BEGINS = r"(?:^|[,;:.]|\b(?:is|was|are|it['’]s|this is|so|but|and|definitely|clearly))"
_ANOTHER = re.compile(
    rf"{_BEGINS} ?not (?:the|that|this|our) (?:same )?(?:\S+ ){{0,4}}{_MATTER}\b"
    rf"|\b(?:different|separate|unrelated|another|other) {_MATTER}\b|\bunrelated to\b|\bnothing to do with\b"
    rf"|\bn[o']t the same\b(?: {_MATTER}\b|[.!]?$| as\b)"
    r"|(?:不是|并非)(?:同一?|一|这|那)(?:个|码|回|件|种)?(?:问题|事|故障|原因|缺陷|情况)"
    r"|不是[^，。；]{1,16}(?:那个|那件事|那回事|的问题|那个问题)"
    r"|(?:跟|和|与)[^，。；]{1,20}(?:无关|没关系|不是一回事|不同)|是(?:另外?一?|别的)(?:个|码|回|件)?(?:问题|事|故障)|两回事"
)
_UNSURE = re.compile(
    r"\b(?:maybe|perhaps|might|may|could|possibly|probably|if|whether|seems?|looks|think|not sure)\b"
    r"|\?|？|可能|也许|是否|是不是|好像|应该|吗"
)


def told_apart(tickets: Iterable[Ticket], context: Context, links: Links) -> frozenset[str]:
    """Ids of those of `tickets` that are of a customer of whom a message about them says so. It names that customer alone, shares
    a word of the matter with the ticket, and where it names what it is not by number, another of the tickets has that."""
    known = list(tickets)
    ids = frozenset(i for t in known for i in (t.id, *links.items(t.id)))
    found: set[str] = set()
    called: Called | None = None
    for message in context.messages:
        denied = _denied(message)
        if not denied:
            continue
        called = called or Called.of(context.accounts.values())
        key = name_key(message.text)
        whose = called.in_text(key, words_in(key)) | called.by_initials(initials_in(message.text))
        numbers = named_ids(denied, frozenset(i.id for i in context.items) | ids)
        if len(whose) != 1 or not numbers <= ids:
            continue
        found |= {
            t.id
            for t in known
            if t.account_id in whose and numbers.isdisjoint(links.items(t.id)) and _is_of(message, t)
        }
    return frozenset(found)


def _denied(message: Message) -> str:
    """The sentences of a message that say it is something else; "" where it is unsure of that."""
    if find_orders(message.text):
        return ""
    told = [s for s in SENTENCE.findall(message.text) if _ANOTHER.search(plainly(s).strip())]
    return "" if any(_UNSURE.search(plainly(s)) for s in told) else "".join(told)


def _is_of(message: Message, ticket: Ticket) -> bool:
    if not -AHEAD <= message.at - ticket.created_at <= BEFORE:
        return False
    said, told = profile_of(message.text), profile_of(opening(ticket))
    return bool(said.concepts & told.concepts or said.words & told.words)
