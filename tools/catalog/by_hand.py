"""What people or models decided against the recommendation, which records they ruled on, and what that changed, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from tools import instants
from tools.serving.quoting import bare, plain

if TYPE_CHECKING:
    from escalation.assessment import Override
    from escalation.ruling import Ruled, Ruling
    from tools.desk.changes import Changed, Value

_SAYS: dict[Ruled, tuple[str, str]] = {
    "tickets": ("this issue", "another issue"),
    "kb": ("the solution", "no solution here"),
    "tracker": ("belongs", "does not belong"),
    "chat": ("belongs", "does not belong"),
}
RELATED = "related, not counted"
_MOST = 8
"""Records that are named as counted or not by a ruling."""


def overruled(overrides: Iterable[Override], width: int) -> tuple[str, ...]:
    """Each reason is cut to `width` characters."""
    return tuple(f"{o.field}: {o.recommended or 'none'} → {o.chosen} ({plain(o.reason, width)})" for o in overrides)


def counted_by_hand(rulings: Iterable[Ruling], width: int) -> tuple[str, ...]:
    """What was ruled to belong or to be related; what was ruled not to stands among what was ruled out, an article among the
    reasons."""
    return ruled_by_hand((each for each in rulings if each.same or each.related), width)


def ruled_by_hand(rulings: Iterable[Ruling], width: int) -> tuple[str, ...]:
    """A line for each reason."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in rulings:
        says = RELATED if each.related else _SAYS[each.source][0 if each.same else 1]
        found.setdefault((says, each.reason), []).append(bare(each.record_id))
    return tuple(f"{', '.join(ids)}: {says} ({plain(reason, width)})" for (says, reason), ids in found.items())


def what_changed(found: Changed, *, on_record: bool) -> str:
    """Facts and verdict before → after; then what came and went with the records ruled on."""
    told = [f"{name} {_value(before)} → {_value(after)}" for name, before, after in found.values]
    told += (f"{n} {was} → {now}: as recommended, nothing is chosen instead any more" for n, was, now in found.ended)
    if found.added:
        told.append(f"also counted or cited now, without a ruling: {_ids(found.added)}")
    if found.gone:
        told.append(f"no longer counted or cited, without a ruling: {_ids(found.gone)}")
    told += (
        f"{bare(id_)} shows the same error as the tickets that count, {plain(error, 80)}: true if it is this issue after all"
        for id_, error in found.contradicted
    )
    if found.unfounded:
        told.append(
            f"{_ids(found.unfounded)} left out though the words are the same: the reason is about the customer and not about the"
            " fault; true if it is this issue after all"
        )
    told += (f"{signal} by {_ids(sources)}" for signal, sources in found.reasons)
    if found.evidence and not told:
        told.append(f"{_ids(found.evidence)} changed nothing: the facts and what is recommended are as before")
    if found.told:
        told.append(f"told from it: {', '.join(found.told)}")
    if not told:
        told.append("the rulings changed nothing: the facts and what is recommended are as before them")
    if not on_record:
        told.append(
            "nothing was opened, so the rulings are on no record: give them again when you prepare this issue again"
        )
    return "; ".join(told)


def _ids(ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
    return f"{', '.join(map(bare, ids[:_MOST]))}{more}"


def _value(value: Value) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return instants.said(value) or "none"
    return f"{value:,.0f}" if isinstance(value, float) else str(value)
