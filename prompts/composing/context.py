"""Records to read on, and the look-alikes that were ruled out."""

from __future__ import annotations

from escalation.assessment import Lookalike, MatchedTicket
from prompts.composing.case import Case
from prompts.excerpts import most_telling, shortened
from prompts.plain import disarm
from prompts.statements import say


def context(case: Case) -> tuple[str, ...]:
    """Records to read on: tickets, tracker, articles, discussions; then what was ruled out and why."""
    found = case.assessment
    lines = [case.sentence("context_lead", lead.evidence, at=lead.at, words=shortened(disarm(lead.what), 320))
             for lead in found.leads if not _told_above(case, lead.evidence)]  # fmt: skip
    if found.decision == "escalate":  # an answer tells them among what is known
        lines += open_tickets(case)
    lines += [case.sentence("context_ticket", case.sources_of(m.ticket.id), id=m.ticket.id,
                           title=disarm(m.ticket.subject), status=disarm(m.ticket.status),
                           who=case.account_name(m.ticket.account_id)) for m in _tickets(case)[:6]]  # fmt: skip
    lines += [case.sentence("context_item", case.sources_of(i.id), id=i.id, title=disarm(i.title),
                            status=disarm(i.status)) for i in found.items[:3]]  # fmt: skip
    lines += [case.sentence("context_article", case.sources_of(a.id), id=a.id, title=disarm(a.title))
              for a in found.articles[:3]]  # fmt: skip
    lines += [case.sentence("context_message", case.sources_of(m.id), id=m.id, channel=disarm(m.channel),
                            words=most_telling(m.text, 140)) for m in found.messages[:3]]  # fmt: skip
    return (*lines, *(_ruled_out(case, lookalike) for lookalike in found.lookalikes[:3]))


def _tickets(case: Case) -> tuple[MatchedTicket, ...]:
    """The matching tickets; of a complaint about us as a whole those that its timeline tells."""
    found = case.assessment
    told = {entry.ticket for entry in found.timeline if entry.ticket}
    weighing = tuple(m for m in found.matched if m.ticket.id in told)
    return weighing if found.issue.kind == "relationship" and weighing else found.matched


def open_tickets(case: Case) -> list[str]:
    """What the customers who may be meant have open, and whether we have answered."""
    return [
        case.sentence("open_ticket", one.evidence, who=disarm(one.who), ticket=one.ticket.id,
                      title=disarm(one.ticket.subject), at=one.ticket.created_at, answered=one.answered_at)
        for one in case.assessment.open_tickets
    ]  # fmt: skip


def _told_above(case: Case, evidence: tuple[str, ...]) -> bool:
    """Whether the body for Security tells these words already."""
    incident = case.assessment.incident
    return incident is not None and any(set(evidence) & set(one.evidence) for one in incident.observed)


def _ruled_out(case: Case, lookalike: Lookalike) -> str:
    return case.sentence("context_ruled_out", lookalike.why.evidence, id=lookalike.record_id,
                         why=say(lookalike.why, case.language).rstrip("。."))  # fmt: skip
