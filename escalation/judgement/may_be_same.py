"""Open tickets that may tell of the matter although nothing ties them to the line: to be named, and never to be counted."""

from __future__ import annotations

from datetime import timedelta

from escalation.judgement.case import Case
from escalation.judgement.scope import is_concern
from escalation.matching.alike import trouble
from escalation.matching.kin import share
from escalation.matching.profile import ticket_profile
from escalation.matching.ruled import ruled_out
from escalation.matching.scene import FILED_AS, topic
from escalation.matching.signs import is_wish
from escalation.records import Ticket
from escalation.terms import IssueKind

LATELY = timedelta(days=30)
"""A fault of longer ago is another one; a wish waits as long as nobody grants it."""

MOST = 3


def may_be_same(case: Case) -> tuple[Ticket, ...]:
    """Where no ticket shows the matter, the newest open ones of its sort that name a thing which the line names, or report an
    exposure as it does: of the customer named, else of anybody. () where who is meant has to be settled first."""
    if case.tickets or case.context.candidates or case.context.unknown_name:
        return ()
    named, apart = {a.id for a in case.context.named}, ruled_out(case.context)
    told = [
        t
        for t in case.context.tickets
        if not (t.solved or t.merged_into or t.id in apart or t.created_at > case.now)
        and (not named or t.account_id in named)
        and _of_its_sort(t, case)
    ]
    return tuple(sorted(told, key=lambda t: t.created_at, reverse=True)[:MOST])


def _of_its_sort(ticket: Ticket, case: Case) -> bool:
    kind: IssueKind = case.issue.kind
    if kind == "feature":
        return is_wish(ticket) is True and _names_the_thing(ticket, case)
    if case.now - ticket.created_at > LATELY or is_wish(ticket):
        return False
    if kind == "security":
        return is_concern(ticket)
    return kind in FILED_AS and kind != "relationship" and _names_the_thing(ticket, case)


def _names_the_thing(ticket: Ticket, case: Case) -> bool:
    wanted, told = topic(case.issue, case.context), ticket_profile(ticket)
    return share(wanted.things, told.things) and trouble(wanted, told) >= 0
