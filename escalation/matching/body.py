"""What speaks for and against a ticket being one more report of what is believed in already, as numbers between -1 and 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import exp, log, log1p

from escalation.matching import weights
from escalation.matching.alike import Scales
from escalation.matching.beside import Beside, Body
from escalation.matching.hearsay import hearsay, known
from escalation.matching.lately import just_over, standing, told_day
from escalation.matching.signs import DAY, Line, Seen


def body_signs(s: Seen, body: Body, chance: float, best: float, line: Line, scales: Scales) -> dict[str, float]:
    """Signs of a candidate against the tickets already believed in: links, shared signs, time, and what sets apart."""
    others = body.beside(s)
    return {**open_signs(s, body, chance, best, line, scales, others), **left_open(s, others)}


LEFT_OPEN: Mapping[str, Callable[[Seen, Beside], float]] = {
    "cause_apart": lambda s, others: float(others.cause_apart(s)),
    "alike": lambda s, others: others.reports.alike(s.whole),
    "meant": lambda s, others: others.meant(s),
}
"""The signs that take longer to find out than all the rest, the quicker ones first."""


def left_open(s: Seen, others: Beside) -> dict[str, float]:
    """What they are."""
    return {sign: found(s, others) for sign, found in LEFT_OPEN.items()}


def open_signs(
    s: Seen, body: Body, chance: float, best: float, line: Line, scales: Scales, others: Beside
) -> dict[str, float]:
    """The same with those of `LEFT_OPEN` taken for the most that they can count, so that all make no less than the exact chance.
    `others` are those of the body that it is held against."""
    ticket, whole, wishes, asked = s.ticket, s.whole, body.wishes, weights.asked("body")
    near, first = others.near(ticket.created_at), others.first or ticket.created_at
    reports = others.reports
    over = just_over(ticket, line.now) if s.solved and near <= 3 else 0.0
    stands = 0.0 if s.solved else standing(ticket)
    area = ticket.product_area
    same_area = bool(area) and area in others.areas
    aware = known(ticket)
    return {
        "bias": 1.0,
        "chance": chance,
        "odds": log(max(0.001, chance) / max(0.001, 1 - chance)) / 7,
        "share": chance / best if best else 0.0,
        "seed": float(s in body.tickets),
        "lonely": float(not others.others),
        "linked": float(others.linked(s)),
        "other_item": float(bool(s.items and others.items and s.items.isdisjoint(others.items))),
        **hearsay(s, others.others, others.told, others.items, scales),
        "known": aware,
        "known_near": 0.0 if wishes or not aware else aware * exp(-near * 4) * stands,
        "alike": reports.most_alike(whole),
        "meant": 1.0,
        "code": float(reports.code(whole)),
        "identity": float(reports.identity(whole)),
        "own_item": others.own_item(s) if s.items else 0.0,
        "with_item": others.with_item(whole) if others.told else 0.0,
        "lacks": float(others.lacks(s)),
        "parted": float(reports.parted(whole)),
        "cause_apart": 0.0,  # it speaks against
        "burst": 0.0 if wishes or not stands else exp(-near * 8) * stands,
        "fault": reports.fault(whole),
        "same_area": float(same_area),
        "near": exp(-near / 3) if "near" in asked and not wishes else 0.0,
        "near_area": exp(-near / 3) * stands * same_area if "near_area" in asked and not wishes else 0.0,
        "that_day": float(same_area and bool(others.days) and told_day(ticket.created_at) in others.days),
        "crowd": 0.0 if wishes else float(near <= 0.25 and not s.solved),
        "sort": _sort(s, body),
        "same_type": float(bool(ticket.type) and ticket.type in others.types),
        "before": 0.0 if wishes or over else log1p(max(0.0, (first - ticket.created_at).total_seconds() / DAY)) / 6,
        "other_area": float(bool(others.areas and area) and not same_area),
        "standing": 1.0 if wishes else max(stands, 0.5 * over),
        "just_over": 0.0 if wishes else over,
        "same_customer": float((ticket.account_id or "") in others.accounts),
        "own": float(ticket.account_id in line.named),
        "other_customer": float(bool(line.named) and ticket.account_id not in line.named),
        "other_type": float(s.wish not in {wishes, None}),
    }


def _sort(s: Seen, body: Body) -> float:
    """1 when filed as most of the others are, -1 when filed otherwise, 0 when either is filed as nothing."""
    own, theirs = s.sort, body.sort
    if own is None or theirs is None:
        return 0.0
    return 1.0 if own == theirs else -1.0
