"""Order among search results: relevance first, then recent and open before old and closed."""

from __future__ import annotations

import math
from collections.abc import Iterable
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
_HALF_LIFE_DAYS = 60.0
_DAY = 86_400.0


def depth(limit: int) -> int:
    """How many results to weigh so that the best `limit` after boosts are among them."""
    return max(3 * limit, 30)


def ordered(hits: Iterable[Hit[R]], now: datetime) -> list[Hit[R]]:
    """The hits with boosted scores, best first; `now` is what age is counted from."""
    boosted = [Hit(hit.record, hit.score * (1 + _boost(hit.record, now))) for hit in hits]
    return sorted(boosted, key=lambda hit: (-hit.score, str(vars(hit.record)["id"])))


def closed() -> ColumnElement[int]:
    """SQL: 1 for a solved ticket, 0 for an open one; the same rule as `Ticket.solved`."""
    ticket = schema.ticket.c
    solved = or_(ticket.solved_at.is_not(None), func.lower(ticket.status).in_(sorted(SOLVED_STATUSES)))
    return case((solved, 1), else_=0)


def _boost(record: Record, now: datetime) -> float:
    at, is_open = _standing(record)
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
