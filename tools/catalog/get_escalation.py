"""get_escalation: one escalation whole: brief, record, promises, evidence."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tools import coverage
from tools.catalog.escalation_rows import promise_row, record_line, row
from tools.catalog.evidence_lines import evidence_lines
from tools.office import Call, opened
from tools.parameters import EscalationId, Offset
from tools.quoting import listed, plain
from tools.results.escalations import Escalation

Part = Literal["brief", "record", "evidence"]
Parts = Annotated[list[Part], Field(max_length=3, description="What to return besides its standing and promises.")]
_BOTH: list[Part] = ["brief", "record"]
_PIECES, _WIDTH, _EVENTS = 40, 600, 60


def get_escalation(
    call: Call,
    *,
    escalation_id: EscalationId,
    parts: Parts = _BOTH,
    offset: Offset = 0,
) -> Escalation:
    """One escalation: standing, promises, and the parts asked for. Evidence comes 40 pieces a page; `offset` pages it."""
    rooms = opened(call)
    state = rooms.register.state(escalation_id)
    record = rooms.register.events(escalation_id)[-_EVENTS:] if "record" in parts else []
    page = state.evidence[offset:] if "evidence" in parts else ()
    lines, left = evidence_lines(page, _PIECES, _WIDTH)
    return Escalation(
        escalation=row(state),
        tickets=listed(state.ticket_ids[:30]),
        items=listed(state.item_ids[:30]),
        overrides=tuple(f"{o.field}: {o.recommended} → {o.chosen} ({plain(o.reason, 240)})" for o in state.overrides),
        promises=tuple(map(promise_row, state.promises)),
        brief=state.brief if "brief" in parts else None,
        record=tuple(map(record_line, record)),
        evidence=lines,
        more=f"{left} more pieces of evidence from offset {offset + _PIECES}." if left else None,
        coverage=coverage.REGISTER,
    )
