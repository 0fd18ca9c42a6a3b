"""Tickets that are counted and turned out to be another matter, by what stands in them: nobody has to rule on that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from escalation.assessment import Finding, Lookalike
from escalation.judgement.scope import other_cause
from escalation.matching.belonging import Scored
from escalation.matching.denial import denies
from escalation.matching.links import named_ids
from escalation.matching.own_cause import has_own_cause
from escalation.matching.profile import profile_of, ticket_profile
from escalation.reading.threads.entries import entries, sentences
from escalation.reading.threads.own_fault import own_fault
from escalation.reading.threads.plainly import plainly
from escalation.records import Account, Ticket
from escalation.remembered import OfRecord
from escalation.ruling import Ruling

_ANOTHER = re.compile(
    r"\b(?:this|it|that|theirs)(?: (?:one|ticket|case|report))?(?: (?:really|actually|in fact))?"
    r"(?: (?:is|was)| turn(?:s|ed) out to be| has (?:turned out|proved) to be)(?: (?:really|actually|in fact|clearly))?"
    r" (?:an?other|a (?:different|separate)|an unrelated) (?:issue|problem|fault|bug|matter|cause|case|thing|defect)\b"
    r"|(?:这|此|该)(?:个|张|条|家|单)?(?:工单|问题|反馈|情况)?(?:其实|实际上?|确认|原来)?(?:是|属于)(?:另外?一?|别的|其他|不同的)"
    r"(?:个|码|回|件|种|类)?(?:问题|事|故障|原因|缺陷|情况)"
)
"""One of us writes that this ticket is about something else."""
_UNSURE = re.compile(
    r"\b(?:maybe|perhaps|might|may|could|possibly|probably|if|whether|seems?|looks)\b|\?|可能|也许|是否|是不是|好像|吗"
)
_CODE = re.compile(r"(?=\S*[\d_])(?!http\b)\S+")
_CLAUSE = re.compile(r"[^,;:，；：、]+")
_SHOW = 2
"""Reports (the line is one) that show one error before another error alone sets a ticket apart."""


def fallen_away(
    line: str, tickets: Sequence[Ticket], rulings: Iterable[Ruling] = (), named: Iterable[Account] = ()
) -> frozenset[str]:
    """Ids of those of the counted `tickets` that are of another matter by their own words or record: they alone show another
    specific error than the rest and the line, one of us notes it, or they were solved and the cause was another.

    Nothing where that leaves no ticket, and none that was ruled in, that the line names by its id or its customer (`named`), or
    that is merged with one that stays.
    """
    whose = {account.id for account in named}
    kept = {ruling.record_id for ruling in rulings if ruling.same} | named_ids(line, frozenset(t.id for t in tickets))
    kept |= {t.id for t in tickets if t.account_id in whose}
    gone = {t.id for t in tickets if t.id not in kept and _tells_it(t, tickets)}
    rest = [t for t in tickets if t.id not in gone]
    gone |= {t.id for t in rest if t.id not in kept and _of_another_error(t, line, [o for o in rest if o is not t])}
    stay = [t for t in tickets if t.id not in gone]
    if not stay:
        return frozenset()
    held = {t.id for t in stay} | {t.merged_into for t in stay if t.merged_into}
    return frozenset(t.id for t in tickets if t.id in gone and t.id not in held and t.merged_into not in held)


def _of_another_error(ticket: Ticket, line: str, others: Sequence[Ticket]) -> bool:
    own = ticket_profile(ticket).specific_errors
    if not own or not _is_open_to_it(ticket, others):
        return False
    typed, shown = profile_of(line).specific_errors, [ticket_profile(o) for o in others]
    if any(own & each.errors for each in shown) or own & typed:
        return False
    told = [typed, *(each.specific_errors for each in shown)]
    theirs = frozenset[str]().union(*told)
    return any(sum(error in each for each in told) >= _SHOW and _may_differ(own, error) for error in theirs)


def _may_differ(own: Iterable[str], error: str) -> bool:
    """Whether all of a ticket's own errors would be `error` if they were the same: a code beside a code. The words of a message
    are another's in another language or version, and shortened by who copies them."""
    return _CODE.fullmatch(error) is not None and any(map(_CODE.fullmatch, own))


def _is_open_to_it(ticket: Ticket, others: Sequence[Ticket]) -> bool:
    """Nothing that somebody put on record makes it one with another."""
    items = {item for o in others for item in o.linked_tracker}
    return items.isdisjoint(ticket.linked_tracker)


def _tells_it(ticket: Ticket, tickets: Sequence[Ticket]) -> bool:
    others = [o for o in tickets if o is not ticket]
    if not others or not _is_open_to_it(ticket, others):
        return False
    ids = frozenset(o.id for o in others) | {item for o in others for item in o.linked_tracker}
    if _said_apart(ticket) or any(_denied(s, ids) for s in _ours(ticket)):
        return True
    if _theirs(ticket) and 2 * sum(map(_theirs, others)) < len(others):
        return True
    return ticket.solved and bool(ticket.linked_tracker) and any(o.linked_tracker for o in others)


def _denied(sentence: str, ids: frozenset[str]) -> bool:
    """Whether a clause that names one of these says that it is something else."""
    if not named_ids(sentence, ids) or _UNSURE.search(plainly(sentence)):
        return False
    return any(denies(clause) and named_ids(clause, ids) for clause in _CLAUSE.findall(sentence))


@OfRecord
def _theirs(ticket: Ticket) -> bool:
    """The cause lay with the customer: in their own words, or as it was solved."""
    return own_fault(ticket) is not None or (ticket.solved and (other_cause(ticket) or has_own_cause(ticket)))


@OfRecord
def _said_apart(ticket: Ticket) -> bool:
    return any(map(_is_another, _ours(ticket)))


@OfRecord
def _ours(ticket: Ticket) -> tuple[str, ...]:
    return tuple(s for e in entries(ticket) if e.role != "customer" for s in sentences(e.text))


@lru_cache(maxsize=4_096)
def _is_another(sentence: str) -> bool:
    plain = plainly(sentence)
    return _ANOTHER.search(plain) is not None and _UNSURE.search(plain) is None


def as_apart(s: Scored) -> Lookalike:
    """Such a ticket as a look-alike, by its error where it shows one of its own."""
    error = min(s.profile.specific_errors, default=None)
    if error is None or _tells_own(s.ticket):
        why = Finding(signal="not_the_issue")
    else:
        why = Finding(signal="other_error", values={"error": error})
    return Lookalike(record_id=s.ticket.id, source="tickets", why=why)


def _tells_own(ticket: Ticket) -> bool:
    return _said_apart(ticket) or _theirs(ticket)
