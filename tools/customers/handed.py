"""Whether a team has an escalation: nobody is told that it was passed on before anything was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from escalation.register.state import EscalationState
    from escalation.terms import Target


def handed(state: EscalationState) -> bool:
    """Posted or filed by us, answered by the team, or worked on in an item that the tracker has for it. What another team had
    before is not with this one yet, and no item of the tracker is word to Security or to leaders."""
    return state.sent or (bool(state.item_ids) and reads_the_tracker(state.target))


def reads_the_tracker(target: Target | None) -> bool:
    """Whether an item of the tracker is word to this team."""
    return target not in ("security", "leadership")
