"""get_escalation: one escalation whole: brief, record, promises, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from tools import coverage
from tools.catalog.by_hand import overruled, ruled_by_hand
from tools.catalog.due_rows import due_row, names, step_lines
from tools.catalog.escalation_rows import promise_row, record_line, row
from tools.catalog.evidence_lines import evidence_lines
from tools.desk.office import Call, opened
from tools.results.escalations import Escalation
from tools.serving.parameters import EscalationId, Offset
from tools.serving.quoting import listed, plain

if TYPE_CHECKING:
    from escalation.register.state import EscalationState
    from tools.desk.office import Opened

Part = Literal["brief", "record", "evidence"]
Parts = Annotated[list[Part], Field(max_length=3, description="What to return besides its standing.")]
_BOTH: list[Part] = ["brief", "record"]
_PIECES, _WIDTH, _EVENTS, _CLOCKS, _REASONS = 40, 600, 60, 12, 8


def get_escalation(
    call: Call,
    *,
    escalation_id: EscalationId,
    parts: Parts = _BOTH,
    offset: Offset = 0,
) -> Escalation:
    """One escalation: standing, clocks, promises, steps of its ending, and the parts asked for. Evidence comes 40
    pieces a page; `offset` pages it."""
    from escalation.following.steps import steps

    rooms = opened(call)
    state = rooms.register.state(escalation_id)
    events = rooms.register.events(escalation_id)
    record = events[-_EVENTS:] if "record" in parts else []
    page = state.evidence[offset:] if "evidence" in parts else ()
    seen = rooms.board.look()
    name = names(rooms.workspace, state.account_ids)
    clocks = [due_row(due, state, seen.now, name) for due in seen.of(escalation_id)]
    lines, left = evidence_lines(page, _PIECES, _WIDTH)
    return Escalation(
        escalation=row(state, clocks[0] if clocks else None),
        tickets=listed(state.ticket_ids[:30]),
        items=listed(state.item_ids[:30]),
        overrides=(*overruled(state.overrides, 240), *ruled_by_hand(state.rulings, 240)),
        reasons=reasons_of(rooms, state) if "brief" in parts else (),
        clocks=tuple(clocks[:_CLOCKS]),
        promises=tuple(promise_row(promise, state) for promise in state.promises),
        steps=step_lines(steps(state, events), state, name),
        missing=listed(state.lacking),
        brief=state.brief if "brief" in parts else None,
        record=tuple(map(record_line, record)),
        evidence=lines,
        more=f"{left} more pieces of evidence from offset {offset + _PIECES}." if left else None,
        coverage=coverage.REGISTER,
    )


def reasons_of(rooms: Opened, state: EscalationState) -> tuple[str, ...]:
    """Before a brief is written; of one that has ended, or was put on record without being prepared, nothing is judged."""
    prepared = any("request" in event.data for event in rooms.register.events(state.id)[:1])
    if state.brief is not None or not state.is_open or not prepared:
        return ()
    from prompts.statements import say, with_sources

    found, tongue = rooms.desk.reassess(state.id), state.language or "en"
    told = [each for each in found.reasons if each.stance == "for"][:_REASONS]
    return tuple(plain(with_sources(say(each, tongue), each.evidence), 300) or "" for each in told)
