"""Order among search results: relevance first, then recent and open before old and closed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, case, func, or_

from escalation.ports import Hit
from escalation.records import SOLVED_STATUSES, Article, Message, Record, Ticket, TrackerItem
from tools.store import schema

R = TypeVar("R", bound=Record)

# Both boosts together lift a score by at most a quarter: they order equals, they do not turn a worse match into a better one.
_OPEN = 0.1
_RECENT = 0.15
_BY_HAND = 3.0
"""Times the boosts count where somebody looks for what goes on now, in words that had to be guessed."""
_HALF_LIFE_DAYS = 60.0
_DAY = 86_400.0


def depth(limit: int) -> int:
    """How many results to weigh so that the best `limit` after boosts are among them."""
    return max(3 * limit, 30)


def ordered(hits: Iterable[Hit[R]], now: datetime) -> list[Hit[R]]:
    """The hits with boosted scores, best first; `now` is what age is counted from."""
    found = [Hit(hit.record, hit.score * (1 + _boost(*_standing(hit.record), now))) for hit in hits]
    return sorted(found, key=lambda hit: (-hit.score, str(vars(hit.record)["id"])))


def boosted(
    scored: Iterable[tuple[str, float]],
    standing: Mapping[str, tuple[datetime | None, bool]],
    now: datetime,
    most: int,
    *,
    by_hand: bool = False,
) -> list[tuple[str, float]]:
    """The best `most` (id, score) of what has a standing (since when it is there, whether it is open), with boosted scores.

    `scored` with the best first: what no boost can lift to the last of them is not weighed.
    """
    times = _BY_HAND if by_hand else 1.0
    known = [(id_, score) for id_, score in scored if id_ in standing]
    if len(known) > most > 0:
        least = known[most - 1][1]
        highest = 1.0001 + times * (_OPEN + _RECENT)
        known = [(id_, score) for id_, score in known if score * highest >= least]
    found = [(id_, score * (1 + times * _boost(*standing[id_], now))) for id_, score in known]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:most]


def closed() -> ColumnElement[int]:
    """SQL: 1 for a solved ticket, 0 for an open one; the same rule as `Ticket.solved`."""
    ticket = schema.ticket.c
    solved = or_(ticket.solved_at.is_not(None), func.lower(ticket.status).in_(sorted(SOLVED_STATUSES)))
    return case((solved, 1), else_=0)


def _boost(at: datetime | None, is_open: bool, now: datetime) -> float:  # noqa: FBT001
    age_days = max((now - at).total_seconds() / _DAY, 0.0) if at else float("inf")
    return _OPEN * is_open + _RECENT * math.exp2(-age_days / _HALF_LIFE_DAYS)


def _standing(record: Record) -> tuple[datetime | None, bool]:
    match record:
        case Ticket():
            return record.created_at, not record.solved
        case Article():
            return record.updated_at, record.status.lower() == "published"
        case Message():
            return record.at, False
        case TrackerItem():
            return record.updated_at or record.created_at, record.status.lower() not in SOLVED_STATUSES
        case _:
            return None, False
