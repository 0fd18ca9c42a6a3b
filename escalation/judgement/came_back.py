"""What was over and came back: when somebody wrote that it was over, and when the customer wrote that it is there again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from escalation.judgement.case import Case
from escalation.reading.quote import Quote
from escalation.reading.threads.entries import Entry, entries, sentences
from escalation.reading.threads.plainly import plainly
from escalation.reading.threads.relapse import relapsed
from escalation.records import Ticket

_ENDED = re.compile(
    r"^(?!.*\b(?:not|never|until|once|when|if|will|some|part|half|most)\b)"
    r".*\b(?:is|are|was|were|came)\b(?: now| all)? back (?:up|online|to normal|since|again|now|at \d)\b"
    r"|^[^不没未才会将等若部]*(?:已经?|全部?|都)(?:恢复|好了|正常了)"
)
_HOUR = re.compile(r"\d[:：点時时]\d?")

_BARE = 24
"""Characters of a sentence that says no more than that it is back."""


@dataclass(frozen=True)
class CameBack:
    """`over`: the sentence that says it had stopped; `back`: the customer's that it is there again. Both are dated."""

    ticket: Ticket
    over: Quote
    back: Quote


def came_back(case: Case) -> CameBack | None:
    """Of the tickets that are open, the named customer's first, the one on which it came back first; None where it did on none,
    and for what neither runs nor stops: a wish, a relationship."""
    if case.issue.kind not in {"bug", "outage"}:
        return None
    found = [one for ticket in case.tickets if not ticket.solved and (one := _on(ticket, case))]
    return min(found, key=lambda one: (one.ticket.account_id not in case.named_ids, str(one.back.at)), default=None)


def _on(ticket: Ticket, case: Case) -> CameBack | None:
    said = [e for e in entries(ticket) if ticket.created_at < e.at <= case.now and e.role in {"customer", "agent"}]
    for entry in said:
        back = next((s for s in sentences(entry.text) if relapsed(s)), None) if entry.role == "customer" else None
        ends = list(_ends([e for e in said if e.at < entry.at], case)) if back else []
        if back and ends:
            # Who names the hour tells best when it was.
            return CameBack(ticket, max(ends, key=_tells_when), entry.quote(_with_next(entry, back)))
    return None


def _with_next(entry: Entry, back: str) -> str:
    """A bare "It is back." with what follows it."""
    said = sentences(entry.text)
    after = said[said.index(back) + 1 :][:1]
    return entry.between(back, after[0]) if after and len(back) <= _BARE else back


def _tells_when(told: Quote) -> tuple[bool, str]:
    return _HOUR.search(told.quotation) is not None, str(told.at)


def _ends(before: list[Entry], case: Case) -> Iterator[Quote]:
    heard = [s for s in case.heard.said if s.signal == "resolved_now" and s.polarity == "affirmed"]
    for entry in before:
        words = [s.words for s in heard if s.record_id == entry.ticket and s.at == entry.at]
        for sentence in sentences(entry.text):
            if _ENDED.search(plainly(sentence)) or any(each in sentence for each in words):
                yield entry.quote(sentence)
