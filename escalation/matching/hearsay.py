"""What colleagues say of a ticket in chat, and support in its thread, held against the reports believed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import exp

from escalation.matching.alike import RARE, Scales, codes_shared, identity, same_code
from escalation.matching.lately import standing
from escalation.matching.profile import Profile
from escalation.matching.signs import DAY, Seen
from escalation.records import Ticket
from escalation.remembered import OfRecord
from escalation.text.folding import simplified

SURE = 0.7
"""How surely a thread speaks of a customer's ticket when that one had no other, whatever its words."""

CLEAR = 0.3
"""Likeness of a thread to a report from which it speaks of that one."""


NOT_HEARD_OF: Mapping[str, float] = dict.fromkeys(
    ("likened", "called", "beside", "said_item", "said_code", "said"), 0.0
)
"""Signs of a ticket that nobody speaks of, as of most."""


def hearsay(
    s: Seen, others: Sequence[Seen], told: Sequence[Profile], items: frozenset[str], scales: Scales
) -> Mapping[str, float]:
    """Signs between 0 and 1; `told` are the tracker items, by content, that stand behind the others, `items` their ids."""
    if not (s.likened or s.threads or s.talk or s.beside or s.said or s.mentioned):
        return NOT_HEARD_OF
    elsewhere = [b for b in others if b.ticket.account_id != s.ticket.account_id] if s.said or s.beside else []
    return {
        "likened": max((_shown(s.likened & b.likened, s, b, scales) for b in elsewhere), default=0.0),
        "called": max((_about(_called(s, b), b, scales) for b in elsewhere), default=0.0),
        "beside": max((_shown(_heads(s.beside & b.beside), s, b, scales) for b in elsewhere), default=0.0),
        "said_item": float(bool(s.mentioned & items) and not s.items & items),
        "said_code": _told_by(s, others, told, scales) * _fits_any(s, others) if s.said else 0.0,
        "said": _said(s, others, told, scales) if s.said else 0.0,
    }


def _shown(heads: frozenset[str], s: Seen, b: Seen, scales: Scales) -> float:
    """How surely one of these threads speaks of `b`, as well as the time fits."""
    return _about(heads, b, scales) * _fits(s, b) if heads else 0.0


def _fits(s: Seen, b: Seen) -> float:
    """How well the time fits: a customer's name in a thread may mean another of its tickets."""
    days = abs((s.ticket.created_at - b.ticket.created_at).total_seconds()) / DAY
    return exp(-days / 2) * standing(s.ticket)


def _fits_any(s: Seen, others: Iterable[Seen]) -> float:
    return 1.0 if s.threads else max((_fits(s, b) for b in others), default=0.0)


def _called(s: Seen, b: Seen) -> frozenset[str]:
    """Threads that name one of the two by number and speak of the other's customer."""
    return (s.threads & (b.talk | b.threads)) | (s.talk & b.threads)


def _heads(sentences: frozenset[str]) -> frozenset[str]:
    return frozenset(sentence.partition("#")[0] for sentence in sentences)


def _about(heads: frozenset[str], b: Seen, scales: Scales) -> float:
    """How surely one of these threads speaks of this very report: who has two troubles at once is spoken of for either."""
    return max((_speaks_of(head, b, scales) for head in heads), default=0.0)


def _speaks_of(head: str, b: Seen, scales: Scales) -> float:
    if head in b.threads or head not in b.said:
        return float(head in b.threads)
    thread, whole = b.said[head], b.whole
    if same_code(thread, whole, scales) or identity(thread, whole):
        return 1.0
    alike = max(scales.cosine(thread.concepts, whole.concepts), scales.of_words(thread.words, whole.words))
    return max(SURE * (head in b.sure), min(1.0, alike / CLEAR))


def _told_by(s: Seen, others: Iterable[Seen], told: Iterable[Profile], scales: Scales) -> bool:
    """What colleagues say of it names an error, an endpoint or a code of the others, or of the item that stands behind them."""
    known = [*(b.whole for b in others), *told]
    return any(
        identity(p, k) or scales.heaviest(codes_shared(p, k) - k.releases - p.releases) >= RARE
        for p in s.said.values()
        for k in known
    )


def _said(s: Seen, others: Iterable[Seen], told: Iterable[Profile], scales: Scales) -> float:
    """How alike what colleagues say of it is to the others, or to the item that stands behind them."""
    known = [*(b.whole for b in others), *told]
    return max((scales.cosine(p.concepts, k.concepts) for p in s.said.values() for k in known), default=0.0)


_KNOWN = re.compile(
    r"\b(?:on our (?:side|end)|we (?:can )?see (?:it|this|that)(?: too| as well)?|known (?:issue|problem)"
    r"|(?:another|other|related|similar|several) (?:such )?(?:reports?|customers?|cases?)|have an incident"
    r"|incident (?:is )?open|being worked on|outage|others? (?:report|have))\b"
    r"|平台侧|我们这边的?问题|已确认|正在处理|正在修复|(?:其他|其它|多家)客户|故障|已知问题|类似",
    re.IGNORECASE,
)


@OfRecord
def known(ticket: Ticket) -> float:
    """Whether support answered that it is known, or that others have it too."""
    return float(any(c.role in {"agent", "internal"} and _KNOWN.search(simplified(c.body)) for c in ticket.comments))
