"""What speaks for and against a ticket being one more report of what is believed in already, as numbers between -1 and 1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import exp, log, log1p

from escalation.matching.alike import RARE, Scales, codes_shared, identity
from escalation.matching.lately import just_over
from escalation.matching.profile import Profile
from escalation.matching.signs import DAY, Line, Seen, likeness, on_a_day, on_told_day, sort_of, standing
from escalation.records import Ticket
from escalation.text.folding import simplified


def linked(s: Seen, body: Iterable[Seen]) -> bool:
    """Somebody put it on record that they are one matter: merged, on one tracker item, named in one thread."""
    return any(
        s.ticket.merged_into == b.ticket.id
        or b.ticket.merged_into == s.ticket.id
        or (s.items and s.items & b.items)
        or s.threads & b.threads
        for b in body
        if b.ticket.id != s.ticket.id
    )


def _alike_item(item: Profile, body: Iterable[Seen], line: Line, scales: Scales) -> float:
    """How alike a tracker item is to what is believed in: tickets of one fault may hang on an item that the others lack."""
    told = [line.topic, *(b.whole for b in body)]
    return max(likeness(t, item, scales) for t in told)


def _lacks(s: Seen, body: list[Seen], line: Line) -> bool:
    """The line names an error that most of the others show, and neither this one nor what is said of it shows it."""
    named = line.topic.specific_errors
    shown = sum(not named.isdisjoint(b.whole.errors) for b in body)
    told = s.whole.errors.union(*(thread.errors for thread in s.said.values()))
    return 2 * shown > len(body) and named.isdisjoint(told)


def body_signs(
    s: Seen, body: list[Seen], chance: float, best: float, line: Line, scales: Scales, topics: Mapping[str, Profile]
) -> dict[str, float]:
    """Signs of a candidate against the tickets already believed in: links, shared signs, time, and what sets apart."""
    others = [b for b in body if b.ticket.id != s.ticket.id]
    tied_items = frozenset(i for b in others for i in b.items)
    near = min((abs((s.ticket.created_at - b.ticket.created_at).total_seconds()) / DAY for b in others), default=9.0)
    first = min((b.ticket.created_at for b in others), default=s.ticket.created_at)
    areas = {b.ticket.product_area for b in others if b.ticket.product_area}
    wishes = 2 * sum(b.wish is True for b in body) > len(body) or (line.wish and all(b.wish is None for b in body))
    told = [topics[i] for i in tied_items if i in topics]
    pairs = [scales.pair(s.whole, b.whole) for b in others]
    elsewhere = [b for b in others if b.ticket.account_id != s.ticket.account_id]
    over = just_over(s.ticket, line.now) * (near <= 3)
    return {
        "bias": 1.0,
        "chance": chance,
        "odds": log(max(0.001, chance) / max(0.001, 1 - chance)) / 7,
        "share": chance / best if best else 0.0,
        "seed": float(s in body),
        "lonely": float(not others),
        "linked": float(linked(s, others)),
        "other_item": float(bool(s.items and tied_items and not s.items & tied_items)),
        "talk": float(any(s.talk & (b.threads | b.talk) for b in others if b.ticket.account_id != s.ticket.account_id)),
        "likened": max((_about(s.likened & b.likened, b, scales) * _fits(s, b) for b in elsewhere), default=0.0),
        "called": max((_about(_called(s, b), b, scales) for b in elsewhere), default=0.0),
        "beside": max((_about(_heads(s.beside & b.beside), b, scales) * _fits(s, b) for b in elsewhere), default=0.0),
        "said_item": float(bool(s.mentioned & tied_items) and not s.items & tied_items),
        "said_code": _told_by(s, others, told, scales) * _fits_any(s, others),
        "said": _said(s, others, told, scales),
        "known": _known(s.ticket),
        "known_near": 0.0 if wishes else _known(s.ticket) * exp(-near * 4) * standing(s.ticket),
        "alike": max((pair.alike for pair in pairs), default=0.0),
        "code": float(any(pair.code for pair in pairs)),
        "identity": float(any(pair.identity for pair in pairs)),
        "own_item": max((_alike_item(topics[i], others, line, scales) for i in s.items if i in topics), default=0.0),
        "with_item": max((scales.cosine(s.whole.concepts, p.concepts) for p in told), default=0.0),
        "lacks": float(_lacks(s, others, line)),
        "parted": float(bool(others) and all(pair.parted for pair in pairs)),
        "burst": 0.0 if wishes else exp(-near * 8) * standing(s.ticket),
        "alike_words": max((pair.words for pair in pairs), default=0.0),
        "thing": max((pair.thing for pair in pairs), default=0.0),
        "fault": max((pair.fault for pair in pairs), default=0.0),
        "version": float(any(s.whole.versions & b.whole.versions for b in others)),
        "same_area": float(bool(s.ticket.product_area) and s.ticket.product_area in areas),
        "near": 0.0 if wishes else exp(-near / 3),
        "near_area": 0.0
        if wishes
        else exp(-near / 3) * standing(s.ticket) * (bool(s.ticket.product_area) and s.ticket.product_area in areas),
        "that_day": float(on_told_day(s, line) or any(on_a_day(s, b.subject) or on_a_day(s, b.whole) for b in others)),
        "crowd": 0.0 if wishes else float(near <= 0.25 and not s.ticket.solved),
        "sort": _sort(s, body),
        "same_type": float(bool(s.ticket.type) and any(s.ticket.type == b.ticket.type for b in others)),
        "before": 0.0 if wishes or over else log1p(max(0.0, (first - s.ticket.created_at).total_seconds() / DAY)) / 6,
        "other_area": float(bool(areas and s.ticket.product_area) and s.ticket.product_area not in areas),
        "standing": 1.0 if wishes else max(standing(s.ticket), 0.5 * over),
        "just_over": 0.0 if wishes else over,
        "same_customer": float(any(s.ticket.account_id == b.ticket.account_id for b in others)),
        "own": float(s.ticket.account_id in line.named),
        "other_customer": float(bool(line.named) and s.ticket.account_id not in line.named),
        "other_type": float(s.wish not in {wishes, None}),
    }


def _fits(s: Seen, b: Seen) -> float:
    """How well the time fits: a customer's name in a thread may mean another of its tickets."""
    days = abs((s.ticket.created_at - b.ticket.created_at).total_seconds()) / DAY
    return exp(-days / 2) * standing(s.ticket)


def _fits_any(s: Seen, others: list[Seen]) -> float:
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
    pair = scales.pair(b.said[head], b.whole)
    if pair.code or pair.identity:
        return 1.0
    return max(SURE * (head in b.sure), min(1.0, max(pair.alike, pair.words) / CLEAR))


SURE = 0.7
"""The same of a thread that names a customer who had no other ticket, whatever its words."""

CLEAR = 0.3
"""Likeness of a thread to a report from which it speaks of that one."""


def _told_by(s: Seen, others: list[Seen], told: list[Profile], scales: Scales) -> bool:
    """What colleagues say of it names an error, an endpoint or a code of the others, or of the item that stands behind them."""
    known = [*(b.whole for b in others), *told]
    return any(
        identity(p, k) or scales.heaviest(codes_shared(p, k) - k.releases - p.releases) >= RARE
        for p in s.said.values()
        for k in known
    )


def _said(s: Seen, others: list[Seen], told: list[Profile], scales: Scales) -> float:
    """How alike what colleagues say of it is to the others, or to the item that stands behind them."""
    known = [*(b.whole for b in others), *told]
    return max((scales.pair(p, k).alike for p in s.said.values() for k in known), default=0.0)


_KNOWN = re.compile(
    r"\b(?:on our (?:side|end)|we (?:can )?see (?:it|this|that)(?: too| as well)?|known (?:issue|problem)"
    r"|(?:another|other|related|similar|several) (?:such )?(?:reports?|customers?|cases?)|have an incident"
    r"|incident (?:is )?open|being worked on|outage|others? (?:report|have))\b"
    r"|平台侧|我们这边的?问题|已确认|正在处理|正在修复|(?:其他|其它|多家)客户|故障|已知问题|类似",
    re.IGNORECASE,
)


def _known(ticket: Ticket) -> float:
    """Whether support answered that it is known, or that others have it too."""
    return float(any(c.role in {"agent", "internal"} and _KNOWN.search(simplified(c.body)) for c in ticket.comments))


def _sort(s: Seen, body: list[Seen]) -> float:
    """1 when filed as most of the others are, -1 when filed otherwise, 0 when either is filed as nothing."""
    own = sort_of(s.ticket)
    sorts = [x for b in body if (x := sort_of(b.ticket)) is not None]
    if own is None or not sorts:
        return 0.0
    return 1.0 if own == max(set(sorts), key=sorts.count) else -1.0
