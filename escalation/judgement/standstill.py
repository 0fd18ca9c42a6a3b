"""Whether customers can work: what they say stops them now, and what they say shows that they go on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from escalation.judgement.case import Case
from escalation.judgement.heard import CUSTOMERS, Said
from escalation.reading.threads.by_hand import works_by_hand
from escalation.reading.threads.entries import entries, sentences
from escalation.reading.threads.mood import at_ease
from escalation.reading.threads.stands_still import Stopped, stands_still
from escalation.reading.threads.withdrawn import way_is_gone
from escalation.records import Ticket
from escalation.remembered import OfRecord
from escalation.text.folding import fold

_OURS = re.compile(
    r"\b(?:support|first line|tier 1|l1|l2|agents?|our (?:team|engineers?|colleagues?))\b[^,.;]{0,12}?"
    r"\b(?:can['’]?t|cannot|can not|could(?:n['’]?t| not)|unable|has no|have no)\b"
    r"|(?:客服|一线|二线|支持|我们后台)[^，。；]{0,6}(?:没有?|无|不能|登不|看不|查不|进不)"
)
"""What support cannot do or see stops us, and not the customer."""
_OTHERWISE = re.compile(
    r"\bhas a hard stop\b|\b(?:goes|went) down only (?:when|if)\b|\bcan['’]?t see (?:them|it|that|this)\b"
    r"|\b(?:explanation|account|report|cause) (?:of|for)\b|\bwhy (?:\w+ ){1,2}could(?:n['’]?t| not)\b|为什么[^，。]{0,6}不了"
)
"""A date that cannot move, a condition, what was and is asked about."""
_FINE_SINCE = re.compile(
    r"\bno (?:more |further )?(?:trouble|problems?|issues?|incidents?)\b[^.;]{0,16}\b(?:since|after (?:that|it))\b"
    r"|(?:现在|目前|之后|此后|已经?)(?:一切|都|全部)?(?:恢复|正常|没再)"
)
_WAY_ON = re.compile(
    r"\b(?:we|i|they) (?:can|could|will|['’]ll) (?:still |then |also |just )?(?:\w+ ){1,4}?(?:by hand|manually|on paper)\b"
    r"|\b(?:until then|meanwhile|in the meantime|for now),? (?:we|i) (?:can|manage|get by|use|work)\b(?!['’]?t)"
    r"|\b(?:until then|meanwhile|in the meantime|for now),? (?:we|i) \w+ (?:\w+ ){0,4}?(?:by hand|manually|on paper)\b"
    r"|\b(?:so|then|and) (?:we|i|they) can (?:still )?work\b|\b(?:it|this|that)(?: is|['’]s) bearable\b"
    r"|\bwe can (?:manage|cope|live with it|get by|wait)\b"
    r"|(?:先|暂时|暂且|期间)[^，。；]{0,6}(?:可以|能)?(?:手工|手动|人工)|还?能(?:先)?(?:手工|手动|人工)"
    r"|还?能(?:凑合|将就|照常|继续|正常)(?:着)?(?:用|工作|干活|营业)|(?:尚|还)?(?:可以|能)忍"
)
"""A way that the customer says they have to go on."""


def standstill(case: Case, *signals: str) -> tuple[Said, ...]:
    """What customers or the reporter say stops the customer now; nothing where they say that it is over, how they go on, or that
    there is no hurry."""
    if _goes_on(case):
        return ()
    return tuple(
        said
        for said in case.heard.affirmed(*signals, speakers=CUSTOMERS)
        if not _OURS.search(fold(said.words)) and not _OTHERWISE.search(fold(said.words))
    )


def _goes_on(case: Case) -> bool:
    return case.over or at_ease(case.issue.text) or any(told.fine or told.easy or told.ways for told in _told(case))


def otherwise_told(case: Case, kind: Stopped) -> Said | None:
    """The first sentence, of the line or of an open ticket, that tells a standstill in other words: the named customer's before
    others'. None where they go on."""
    if _goes_on(case):
        return None
    typed = (s for s in sentences(case.issue.text) if stands_still(s) == kind)
    if words := next(typed, None):
        return Said("", "affirmed", words, "reporter", None, None, None)
    own_first = sorted(case.tickets, key=lambda t: t.account_id not in case.named_ids)
    told = (said for t in own_first if not t.solved for found, said in _stopped_on(t) if found == kind)
    return next(told, None)


def way_on(case: Case) -> Said | None:
    """The latest words in which a customer says how they can go on until it is mended."""
    ways = (said for told in _told(case) for said in told.ways)
    return max(ways, key=lambda said: (said.at is not None, said.at), default=None)


def done_by_hand(case: Case) -> Said | None:
    """The sentence, of the line or of an open ticket, that tells what people do by hand meanwhile: the latest of the customer
    that the line names, or of any where it names none; None where the way is gone."""
    typed = next((s for s in sentences(case.issue.text) if works_by_hand(s)), None)
    if typed:
        return Said("", "affirmed", typed, "reporter", None, None, None)
    theirs = (t for t in case.tickets if not t.solved and (not case.named_ids or t.account_id in case.named_ids))
    told = [said for ticket in theirs if (said := _by_hand_on(ticket))]
    return max(told, key=lambda said: (said.at is not None, said.at), default=None)


@OfRecord
def _by_hand_on(ticket: Ticket) -> Said | None:
    found: Said | None = None
    for entry in entries(ticket):
        for sentence in sentences(entry.text) if entry.role == "customer" else ():
            if way_is_gone(sentence):
                found = None
            elif works_by_hand(sentence):
                found = Said("", "affirmed", sentence, "customer", ticket.id, ticket.account_id, entry.at)
    return found


def of_the_product(said: Said) -> bool:
    """Whether it tells of the product: what an agent says of what he himself sees does not."""
    return said.speaker in CUSTOMERS or not re.search(
        r"\b(?:i|we)\b[^,.;]{0,30}\b(?:view|access|see)\b|我(?:们)?只", fold(said.words)
    )


class _Told(NamedTuple):
    """What customers say on a ticket: that there was no trouble since, that there is no hurry, and how they go on meanwhile."""

    fine: bool
    easy: bool
    ways: tuple[Said, ...]


def _told(case: Case) -> Iterator[_Told]:
    """Of the open tickets of those whom the line names, else of all."""
    for ticket in case.tickets:
        if not ticket.solved and (not case.named_ids or ticket.account_id in case.named_ids):
            yield _told_on(ticket)


@OfRecord
def _told_on(ticket: Ticket) -> _Told:
    fine, easy, ways = False, False, list[Said]()
    for entry in entries(ticket):
        for sentence in sentences(entry.text) if entry.role == "customer" else ():
            plain = fold(sentence)
            fine = fine or _FINE_SINCE.search(plain) is not None
            easy = easy or at_ease(sentence)
            if way_is_gone(sentence):
                ways.clear()
            elif _WAY_ON.search(plain):
                ways.append(Said("", "affirmed", sentence, "customer", ticket.id, ticket.account_id, entry.at))
    return _Told(fine, easy, tuple(ways))


@OfRecord
def _stopped_on(ticket: Ticket) -> tuple[tuple[Stopped, Said], ...]:
    theirs = ((e, s) for e in entries(ticket) if e.role == "customer" for s in sentences(e.text))
    return tuple(
        (kind, Said("", "affirmed", sentence, "customer", ticket.id, ticket.account_id, entry.at))
        for entry, sentence in theirs
        if (kind := stands_still(sentence))
    )
