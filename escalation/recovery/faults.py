"""Faults: which of a customer's tickets tell of an incident, and why the others do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from escalation.recovery.said import theirs

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from escalation.records import Ticket

INCIDENT = frozenset({"incident", "outage", "problem"})
"""Types of a ticket or a tracker item that say so themselves."""

_LETTER = re.compile(
    r"(?i)\b(?:(?:to|for) your (?:management|executives?|executive team|leadership|board)|formal complaint|complaint to)\b"
    r"|正式投诉|投诉信|致[^，。]{0,8}(?:管理层|领导|高层)"
)
_SENDER = re.compile(
    r"(?i)\b(?:i am|i['’]m|writing as|as|this is [\w .'’-]{2,40},) (?:the |your |our )?(?:ceo|coo|cfo|cto|chief \w+ officer"
    r"|managing director|vp\b|vice president)"
    r"|(?:我是|作为|本人)[^，。]{0,10}(?:首席|总裁|总经理|董事长|总监)"
)
_ADDRESSED = re.compile(
    r"(?i)\b(?:executives?|management|board|renew\w*|contract|support address"
    r"|(?:owns?|responsible for|in charge of) (?:this|our|the) (?:account|relationship)|(?:stop|pause|freeze) the roll-?out"
    r"|(?:person|someone|somebody) with authority|other (?:vendors|suppliers))\b"
    r"|高层|管理层|负责人|续约|合同|暂停(?:上线|推广|采购)"
)


_EVERYDAY = frozenset({"low", "normal", "medium"})
"""Priorities of a helpdesk's "problem" that is a how-to as often as a fault."""


def letter(ticket: Ticket) -> bool:
    """Whether it speaks of what went before, to our leaders: a complaint about the whole is no incident of its own."""
    if _LETTER.search(ticket.subject):
        return True
    return bool(_SENDER.search(ticket.description) and _ADDRESSED.search(ticket.description))


def troubles(ticket: Ticket) -> bool:
    """Whether a fault of some weight is still open: while one is, nothing is calm, incident or not."""
    fault = ticket.of_fault and (ticket.priority or "").lower() != "low"
    return fault and not ticket.merged_into and not ticket.solved


def not_counted(
    ticket: Ticket, incidental: AbstractSet[str]
) -> Literal["merged", "no_fault", "minor", "untyped", "theirs", "relationship"] | None:
    """Why a ticket is no incident; None when it is one. `incidental` are ids of tracker items that are incidents.

    A bug, or a ticket that no type was given, counts when it was urgent or engineering worked on it as an incident; an
    incident unless its priority was low, a problem when it was high. What came from the customer's own side is none of ours,
    and a letter about all of it is none either.
    """
    if ticket.merged_into:
        return "merged"
    kind = (ticket.type or "").lower()
    if kind and not ticket.of_fault:
        return "no_fault"
    if letter(ticket):
        return "relationship"
    if set(ticket.linked_tracker) & incidental:
        return None
    if theirs(ticket):
        return "theirs"
    grave = (ticket.priority or "").lower()
    if grave == "urgent" or (kind in INCIDENT and grave not in (_EVERYDAY if kind == "problem" else ("low",))):
        return None
    return "minor" if kind else "untyped"
