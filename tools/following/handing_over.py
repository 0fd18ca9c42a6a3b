"""From the board to a handover: one block an escalation, with what happened in the last shift read from the record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from escalation.following.handover import Block, Shift, block, most_urgent_first
from prompts import handover as words
from prompts.following import standing, team
from tools.catalog.due_rows import names
from tools.results.following import HandoverRow
from tools.serving.quoting import listed, plain

if TYPE_CHECKING:
    from escalation.terms import Language
    from prompts.following import Names
    from tools.desk.office import Opened
    from tools.following.views import Wanted

_CUSTOMERS = 8
_LINES = 6
"""Of each kind that one block shows: a handover is read standing."""


def handover(rooms: Opened, wanted: Wanted, shift: Shift) -> list[Block]:
    """The blocks of those escalations that a shift must know of, the most urgent first. Reads the record of those alone in
    which something happened."""
    seen = rooms.board.look()
    theirs = {id_: found for id_, found in seen.standing.items() if wanted.has(found[0])}
    stirred = [id_ for id_, (state, _) in theirs.items() if state.last_event.at >= shift.since]
    logs = {events[0].escalation_id: events for events in rooms.register.histories(stirred)}
    blocks = (
        block(state, [due for due in dues if wanted.has(state, due)], logs.get(id_, ()), shift)
        for id_, (state, dues) in theirs.items()
    )
    return most_urgent_first(one for one in blocks if one is not None)


def rows(
    rooms: Opened, blocks: Iterable[Block], shift: Shift, language: Language | None = None
) -> tuple[HandoverRow, ...]:
    """Words are in the issue's language unless another is given."""
    shown = list(blocks)
    name = names(rooms.workspace, (id_ for one in shown for id_ in one.state.account_ids))
    return tuple(_row(one, shift, name, language or one.state.language or "en") for one in shown)


def _row(one: Block, shift: Shift, name: Names, tongue: Language) -> HandoverRow:
    state = one.state
    return HandoverRow(
        escalation_id=state.id,
        issue=plain(state.issue) or "",
        status=standing(state, tongue),
        severity=words.severity(state.severity, tongue),
        team=team(state, tongue),
        accounts=words.and_more(
            listed([name(id_) for id_ in state.account_ids[:_CUSTOMERS]], 80),
            len(state.account_ids) - _CUSTOMERS,
            tongue,
        ),
        waiting=words.waits(one.waiting, state, tongue, name),
        overdue=_first([words.overdue(due, state, shift.now, tongue, name) for due in one.overdue], tongue),
        coming=_first([words.coming(due, state, tongue, name) for due in one.coming], tongue),
        promises=_first([words.promise(each, tongue, name) for each in one.promises], tongue),
        changed=_first([words.changed(each, tongue, name) for each in reversed(one.changed)], tongue),
    )


def _first(lines: list[str], tongue: Language) -> tuple[str, ...]:
    """The first lines, and how many more there are."""
    left = len(lines) - _LINES
    return (*lines[:_LINES], words.more(left, tongue)) if left > 0 else tuple(lines)
