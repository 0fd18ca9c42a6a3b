"""Records to read on, and the look-alikes that were ruled out."""

from __future__ import annotations

from escalation.assessment import Lookalike, MatchedTicket
from escalation.evidence import Evidence
from escalation.judgement.applicability import by_plan, is_outdated
from escalation.records import Message
from prompts.composing.case import Case
from prompts.composing.steps import told_as_tried
from prompts.composing.story import newest_since_back, noted_there
from prompts.excerpts import most_telling, sentences, shortened, telling
from prompts.plain import disarm
from prompts.statements import say

TELLING = frozenset({"happened_before", "older_occurrence", "fixed_earlier", "similar_name", "other_error"})
"""Look-alikes that a reader might take for this issue; that others only use the same words helps nobody."""

RULED_OUT, MESSAGE, MESSAGES, RELATED, HANDED_IN, TICKETS = 2, 200, 4, 300, 4, 6


def context(case: Case) -> tuple[str, ...]:
    """Records to read on: tickets, tracker, articles, discussions; then what was ruled out and why."""
    found = case.assessment
    told = (noted_there(case), newest_since_back(case))
    lines = [case.sentence("context_lead", lead.evidence, at=lead.at, words=shortened(disarm(lead.what), 320),
                           on=next(iter(case.records_of(lead.evidence)), None))
             for lead in found.leads
             if lead not in told and lead not in told_as_tried(case) and not _told_above(case, lead.evidence)]  # fmt: skip
    lines += [case.sentence("context_answered", each.evidence, lack=disarm(str(each.values["lack"])),
                            words=shortened(disarm(str(each.values["words"])), 320)) for each in found.sent_back]  # fmt: skip
    if found.decision == "escalate":  # an answer tells them among what is known
        lines += open_tickets(case)
    lines += [case.sentence("context_ticket", case.sources_of(m.ticket.id), id=m.ticket.id,
                           at=m.ticket.created_at, title=disarm(m.ticket.subject), status=disarm(m.ticket.status),
                           who=case.account_name(m.ticket.account_id)) for m in _tickets(case)[:TICKETS]]  # fmt: skip
    if more := [m.ticket.id for m in _tickets(case)[TICKETS:]]:
        lines.append(case.sentence("context_more_tickets", case.sources_about("affected_customers")[:1], tickets=more))
    lines += [case.sentence("context_item", case.sources_of(i.id), id=i.id, title=disarm(i.title),
                            status=disarm(i.status)) for i in found.items[:3]]  # fmt: skip
    if (suspect := found.suspect) is not None:
        lines.append(case.sentence("context_suspect", case.sources_of(suspect.id), id=suspect.id,
                                   title=disarm(suspect.title), status=disarm(suspect.status)))  # fmt: skip
    if (closed := found.closed) is not None:
        lines.append(case.sentence("context_closed", case.sources_of(closed.id), id=closed.id, title=disarm(closed.title),
                                   status=disarm(closed.status), fixed_in=disarm(closed.fixed_in or "") or None))  # fmt: skip
    lines += [case.sentence("context_article", case.sources_of(a.id), id=a.id, title=disarm(a.title))
              for a in found.articles if a.id in found.cited.kb and found.issue.kind != "relationship"]  # fmt: skip
    lines += _near(case)
    talk = [(m, words) for m in found.messages if (words := _of_this(case, m)) and _told(case, m)]
    lines += [case.sentence("context_message", case.sources_of(m.id), id=m.id, channel=disarm(m.channel), words=words)
              for m, words in talk[:MESSAGES]]  # fmt: skip
    lines += [case.sentence("context_handed_in", (each.id,), at=each.at,
                            of=disarm(each.record_id.replace(":", " ", 1)),
                            words=shortened(disarm(each.quotation), RELATED))
              for each in _handed_in(case)[:HANDED_IN]]  # fmt: skip
    lines += [case.sentence("context_related", (*one.evidence, *(one.solved.evidence[:1] if one.solved else ())),
                            id=one.ticket.id, title=disarm(one.ticket.subject), at=one.ticket.created_at,
                            words=shortened(disarm(one.solved.words), RELATED) if one.solved else None)
              for one in found.related[:3]]  # fmt: skip
    ruled = [lookalike for lookalike in found.lookalikes if lookalike.why.signal in TELLING]
    return (*lines, *(_ruled_out(case, lookalike) for lookalike in ruled[:RULED_OUT]))


def _near(case: Case) -> list[str]:
    """An article on the matter that is not known to solve it, and whose plan it is for."""
    article = case.assessment.near
    if article is None:
        return []
    fits, apart = by_plan(article, case.assessment.affected)
    dead = ("draft" if article.status.lower() == "draft" else "old") if is_outdated(article) else None
    return [case.sentence("context_near", case.sources_of(article.id), id=article.id, title=disarm(article.title),
                          dead=dead, fits=[disarm(a.name) for a in fits], apart=[disarm(a.name) for a in apart])]  # fmt: skip


def _told(case: Case, message: Message) -> bool:
    told = case.assessment.in_chat.told
    return not told or message.id in told


def _of_this(case: Case, message: Message) -> str:
    """Of a message on several matters what names one of these records or customers, from there on.

    "" for one that names none and answers none that does, and was not ruled to belong: the likeness of its words is no reason to
    read it.
    """
    found, text = case.assessment, message.text
    names = [m.ticket.id for m in found.matched] + [i.id for i in found.items]
    names += [name for a in found.affected for name in (a.name, *a.aliases) if len(name) > 1]
    thread = [m for m in found.messages if m.id == message.thread_of or m.thread_of == message.id]
    by_hand = any(ruling.record_id == message.id and ruling.same for ruling in found.rulings)
    kept = by_hand or message.id in found.in_chat.spoken
    if not (kept or any(name.casefold() in m.text.casefold() for m in (message, *thread) for name in names)):
        return ""
    said = sentences(text)
    best = max(said, key=lambda s: (sum(name.casefold() in s.casefold() for name in names), telling(s)), default="")
    whole = disarm(text)
    if len(whole) <= MESSAGE or not best:
        return whole if best else most_telling(text, MESSAGE)
    return shortened(whole[whole.index(best) :] if best in whole else best, MESSAGE)


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
                      title=disarm(one.ticket.subject), at=one.ticket.created_at, answered=one.answered_at, alike=one.alike)
        for one in case.assessment.open_tickets
    ]  # fmt: skip


def _handed_in(case: Case) -> tuple[Evidence, ...]:
    """Notes, messages and runbooks from other tools, the newest first: what customers wrote is told with their tickets."""
    notes = [
        each
        for each in case.assessment.evidence
        if each.source == "host" and each.account_id is None and not _told_above(case, (each.id,))
    ]
    return tuple(sorted(notes, key=lambda each: each.at or each.fetched_at, reverse=True))


def _told_above(case: Case, evidence: tuple[str, ...]) -> bool:
    """Whether the body for Security tells these words already."""
    incident = case.assessment.incident
    return incident is not None and any(set(evidence) & set(one.evidence) for one in incident.observed)


def _ruled_out(case: Case, lookalike: Lookalike) -> str:
    return case.sentence("context_ruled_out", lookalike.why.evidence, id=lookalike.record_id,
                         of_ticket=lookalike.source == "tickets",
                         why=say(lookalike.why, case.language).rstrip("。."))  # fmt: skip
