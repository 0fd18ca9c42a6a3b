"""Who had to come back, and notes that say nothing of their own: what a thread shows beside the fault, told truly."""

from __future__ import annotations

import re
from datetime import datetime

from escalation.judgement.case import Case
from escalation.judgement.heard import without_orders
from escalation.reading.symptoms import ticket_like_ids
from escalation.reading.threads.communication import is_thanks
from escalation.reading.threads.confirmed import answers_us, confirms
from escalation.records import Ticket
from escalation.text.folding import fold

_POINTING = frozenset(
    {"same", "see", "cf", "link", "linked", "links", "dup", "dupe", "duplicate", "duplicates", "related", "relates"}
    | {"merged", "merge", "like", "belongs", "attached"}
)
_AROUND = frozenset(
    """
    a also an and as bug by cause code customer error exactly fault here in into is issue it looks matter of on
    probably problem seems the thing this ticket to under with
    again before been closed done earlier fixed had has last reopened resolved solved was week which
    """.split()  # noqa: SIM905
)
_SHORT_ID = re.compile(r"(?<![\w-])[A-Za-z]-\d{3,8}(?![\w-])")
"""Also "P-5101", which elsewhere may be a part or a code."""
_HAN = re.compile(
    r"同一?个?|与|和|跟|参?见|请看|已?关联|重复|合并|[已并归]入|属于|一样|相同|同样|的|到|至|于|是|错误码?|报错|问题|工单|原因|为|了|已"
)


def only_points(note: str) -> bool:
    """Whether it only names another record ("Same code as T-48258."): that says neither what it is nor who can settle it."""
    named = [*ticket_like_ids(note), *_SHORT_ID.findall(note)]
    rest = fold(note)
    for id_ in named:
        rest = rest.replace(fold(id_), " ")
    words = re.findall(r"[a-z']+", rest)
    other = _HAN.sub("", re.sub(r"[a-z'\W\d_]+", "", rest))
    points = _POINTING & set(words) or _HAN.search(rest)
    return bool(named) and bool(points) and not other and set(words) <= _POINTING | _AROUND


def wrote_back(case: Case, least: int) -> tuple[Ticket, int] | None:
    """The open ticket on which its customer wrote again most often, and how often; None where that was less than `least` times.

    Who answers our question, thanks us or says that it works came back for nothing. Two colleagues who each open a ticket
    came back to nothing, and a ticket long closed waits for nobody.
    """
    theirs = [t for t in case.tickets if not case.named_ids or t.account_id in case.named_ids]
    again = [(t, _came_back(t, case.now)) for t in theirs if not t.solved]
    most = max(again, key=lambda one: one[1], default=None)
    return most if most and most[1] >= least else None


def _came_back(ticket: Ticket, now: datetime) -> int:
    answers = set(answers_us(ticket))
    theirs = (c for c in ticket.comments if c.role == "customer" and c.at <= now and c.at not in answers)
    return sum(_asks(c.body) for c in theirs)


_MARKUP = re.compile(r"<[^>]*>")


def _asks(words: str) -> bool:
    """Whether somebody who waits wrote it: no thanks, no word that it works, and more than orders to a machine (invariant 5)."""
    own = without_orders(words)
    if is_thanks(words) or confirms(words):
        return False
    return own == words or any(map(str.isalnum, _MARKUP.sub("", own)))
