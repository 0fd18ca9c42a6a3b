"""What speaks for and against a ticket being about the issue, as numbers between -1 and 1, and how much each counts.

The weights were fitted by logistic regression on companies with known truth, judged each time on a company left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import exp, log1p

from escalation.matching.alike import (
    Scales,
    codes_shared,
    identity,
    other_platform,
    parted,
    tokens_shared,
    trouble,
    votes,
)
from escalation.matching.kin import kin_of
from escalation.matching.profile import Profile
from escalation.records import Ticket

DAY = 86_400.0

LINE: Mapping[str, float] = {
    "bias": -8.25,
    "age": -0.72,
    "area": 2.66,
    "code": 0.94,
    "concepts": 2.01,
    "fresh": 2.62,
    "identity": 1.0,
    "item": 4.48,
    "merged": 4.2,
    "no_wish": -4.29,
    "old": -3.9,
    "only_fresh": 2.16,
    "other_customer": -1.87,
    "own": 1.46,
    "parted": -1.12,
    "platform": -1.16,
    "rare": 2.67,
    "standing": 3.05,
    "subject": 0.59,
    "words": 0.69,
}
BODY: Mapping[str, float] = {
    "lacks": -4.0,
    "bias": -7.73,
    "alike": 1.45,
    "before": -3.37,
    "burst": 1.99,
    "chance": 1.94,
    "code": 1.96,
    "identity": 1.81,
    "linked": 3.85,
    "lonely": 2.5,
    "other_area": -0.56,
    "other_item": -5.94,
    "other_type": -3.82,
    "own": 0.87,
    "own_item": 4.65,
    "parted": -3.19,
    "same_customer": 1.15,
    "same_type": 0.84,
    "seed": 4.68,
    "share": 2.3,
    "standing": 1.53,
    "talk": 0.51,
    "with_item": 6.5,
}


@dataclass(frozen=True, eq=False)
class Seen:
    """A candidate ticket with what was read of it once."""

    ticket: Ticket
    whole: Profile
    subject: Profile
    items: frozenset[str]
    threads: frozenset[str]
    talk: frozenset[str]
    merged: bool
    wish: bool | None = None

    def days(self, now: datetime) -> float:
        return (now - self.ticket.created_at).total_seconds() / DAY


@dataclass(frozen=True)
class Line:
    """The typed line: its topic without names, whom it names, whether it asks for something that is not there."""

    topic: Profile
    named: frozenset[str]
    wish: bool
    now: datetime


def weighed(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Probability 0..1."""
    total = 0.0
    for name, weight in weights.items():
        total += weight * signs.get(name, 0.0)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def standing(ticket: Ticket) -> float:
    """1 while it lies with us, 0.5 while it waits for the customer, 0 once solved."""
    if ticket.solved:
        return 0.0
    return 0.5 if ticket.status.lower() in {"pending", "waiting", "on_hold", "hold"} else 1.0


def is_wish(ticket: Ticket) -> bool | None:
    """Whether the helpdesk sorts it as a request for a feature; None when it sorts nothing."""
    return "feature" in ticket.type.lower() if ticket.type else None


def line_signs(
    seen: Iterable[Seen], line: Line, scales: Scales, topics: Mapping[str, Profile]
) -> dict[str, dict[str, float]]:
    """Signs of each candidate against the typed line, by ticket id."""
    candidates = list(seen)
    kin = kin_of(line.topic.concepts) | line.topic.concepts
    found = {
        s.ticket.id: _against_line(s, line, scales, topics) if _touches(s, line, kin, topics) else dict(UNTOUCHED)
        for s in candidates
    }
    area = votes((s.ticket.product_area, _gist(found[s.ticket.id])) for s in candidates)
    fresh = [s for s in candidates if s.ticket.account_id in line.named and _fresh(s, line)]
    for s in candidates:
        signs = found[s.ticket.id]
        signs["area"] = area.get(s.ticket.product_area or "", 0.5)
        signs["only_fresh"] = 1.0 if fresh == [s] else 0.0
        signs["fresh"] = 1 / len(fresh) if s in fresh else 0.0
    return found


UNTOUCHED: Mapping[str, float] = {
    "bias": 1.0, "concepts": 0.0, "words": 0.0, "subject": 0.0, "identity": 0.0, "code": 0.0, "standing": 0.0, "age": 1.0,
}  # fmt: skip
"""Signs of a ticket that shares nothing with the line: most of the candidates, and no closer look would bring them in."""


def _touches(s: Seen, line: Line, kin: frozenset[str], topics: Mapping[str, Profile]) -> bool:
    """Whether the ticket, or what it is linked to, has anything in common with the line."""
    return (
        s.ticket.account_id in line.named
        or not kin.isdisjoint(s.whole.concepts)
        or not line.topic.words.isdisjoint(s.whole.words)
        or any(i in topics and not kin.isdisjoint(topics[i].concepts) for i in s.items)
    )


def _fresh(s: Seen, line: Line) -> bool:
    return not s.ticket.solved and 0 <= s.days(line.now) <= 21


def _gist(signs: Mapping[str, float]) -> float:
    return signs["concepts"] + signs["words"] + signs["subject"]


def _against_line(s: Seen, line: Line, scales: Scales, topics: Mapping[str, Profile]) -> dict[str, float]:
    topic, days = line.topic, max(0.0, s.days(line.now))
    own = s.ticket.account_id in line.named
    told = [_likeness(topic, topics[i], scales) for i in s.items if i in topics]
    subject = max(scales.cosine(topic.concepts, s.subject.concepts), scales.of_words(topic.words, s.subject.words))
    return {
        "bias": 1.0,
        "concepts": scales.covered(topic.concepts, s.whole.concepts),
        "words": scales.covered(topic.words, s.whole.words),
        "subject": subject,
        "trouble": trouble(topic, s.whole),
        "rare": scales.heaviest(tokens_shared(topic, s.whole)),
        "identity": float(identity(topic, s.whole)),
        "code": float(_same_code(topic, s.whole, scales)),
        "parted": float(parted(topic, s.whole) is not None),
        "platform": float(other_platform(topic, s.whole)),
        "own": float(own),
        "other_customer": float(bool(line.named) and not own),
        **_wish_signs(s, line, days),
        "item": max(told, default=0.0),
        "merged": float(s.merged),
    }


def _wish_signs(s: Seen, line: Line, days: float) -> dict[str, float]:
    """The signs that read otherwise when the line is a wish: an old and closed request still counts."""
    return {
        "standing": 1.0 if line.wish else standing(s.ticket),
        "age": 0.0 if line.wish else log1p(days) / 6,
        "old": float(days > 45 and not line.wish),
        "wish": float(line.wish and bool(s.wish)),
        "no_wish": float(s.wish not in {line.wish, None}),
    }


def read_as_wish(
    seen: Iterable[Seen], line: Line, signs: Mapping[str, Mapping[str, float]]
) -> dict[str, Mapping[str, float]]:
    """The same signs with the line read as a wish, or as none: most of them do not depend on it."""
    return {
        s.ticket.id: {**signs[s.ticket.id], **_wish_signs(s, line, max(0.0, s.days(line.now)))}
        if "own" in signs[s.ticket.id]
        else signs[s.ticket.id]
        for s in seen
    }


RARE = 0.5
"""Weight, as a share of the rarest possible, from which a shared code is no accident."""


def _same_code(one: Profile, other: Profile, scales: Scales) -> bool:
    return scales.heaviest(codes_shared(one, other)) >= RARE


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
    return max(_likeness(t, item, scales) for t in told)


def _likeness(one: Profile, other: Profile, scales: Scales) -> float:
    alike = max(scales.cosine(one.concepts, other.concepts), scales.of_words(one.words, other.words))
    return alike + 0.5 * _same_code(one, other, scales) + 0.25 * bool(one.errors & other.errors)


def _lacks(s: Seen, body: list[Seen], line: Line) -> bool:
    """The line names an error that most of the others show, and this one shows nothing of it."""
    named = line.topic.specific_errors
    shown = sum(not named.isdisjoint(b.whole.errors) for b in body)
    return 2 * shown > len(body) and named.isdisjoint(s.whole.errors)


def body_signs(
    s: Seen, body: list[Seen], chance: float, best: float, line: Line, scales: Scales, topics: Mapping[str, Profile]
) -> dict[str, float]:
    """Signs of a candidate against the tickets already believed in: links, shared signs, time, and what sets apart."""
    others = [b for b in body if b.ticket.id != s.ticket.id]
    tied_items = frozenset(i for b in others for i in b.items)
    near = min((abs((s.ticket.created_at - b.ticket.created_at).total_seconds()) / DAY for b in others), default=9.0)
    first = min((b.ticket.created_at for b in others), default=s.ticket.created_at)
    areas = {b.ticket.product_area for b in others if b.ticket.product_area}
    wishes = 2 * sum(b.wish is True for b in body) > len(body) or (line.wish and not any(b.ticket.type for b in body))
    told = [topics[i] for i in tied_items if i in topics]
    return {
        "bias": 1.0,
        "chance": chance,
        "share": chance / best if best else 0.0,
        "seed": float(s in body),
        "lonely": float(not others),
        "linked": float(linked(s, others)),
        "other_item": float(bool(s.items and tied_items and not s.items & tied_items)),
        "talk": float(any(s.talk & (b.threads | b.talk) for b in others if b.ticket.account_id != s.ticket.account_id)),
        "alike": max((scales.cosine(s.whole.concepts, b.whole.concepts) for b in others), default=0.0),
        "code": float(any(_same_code(s.whole, b.whole, scales) for b in others)),
        "identity": float(any(identity(s.whole, b.whole) for b in others)),
        "own_item": max((_alike_item(topics[i], others, line, scales) for i in s.items if i in topics), default=0.0),
        "with_item": max((scales.cosine(s.whole.concepts, p.concepts) for p in told), default=0.0),
        "lacks": float(_lacks(s, others, line)),
        "parted": float(bool(others) and all(parted(s.whole, b.whole) is not None for b in others)),
        "burst": 0.0 if wishes else exp(-near * 8) * standing(s.ticket),
        "same_type": float(bool(s.ticket.type) and any(s.ticket.type == b.ticket.type for b in others)),
        "before": 0.0 if wishes else log1p(max(0.0, (first - s.ticket.created_at).total_seconds() / DAY)) / 6,
        "other_area": float(bool(areas and s.ticket.product_area) and s.ticket.product_area not in areas),
        "standing": 1.0 if wishes else standing(s.ticket),
        "same_customer": float(any(s.ticket.account_id == b.ticket.account_id for b in others)),
        "own": float(s.ticket.account_id in line.named),
        "other_customer": float(bool(line.named) and s.ticket.account_id not in line.named),
        "other_type": float(s.wish not in {wishes, None}),
    }
