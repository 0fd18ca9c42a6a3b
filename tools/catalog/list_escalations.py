"""list_escalations: what is on record and what is due, the most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from escalation.terms import Target
from tools import coverage
from tools.desk.office import Call, opened
from tools.desk.whose import one_account
from tools.following.views import ViewName
from tools.results.escalations import Escalations
from tools.serving.parameters import AccountQuery, Limit, Offset

if TYPE_CHECKING:
    from tools.following.views import Wanted

Shown = Annotated[
    ViewName,
    Field(
        description="open: escalations; all: the ended too. due, overdue, promises: single clocks. patterns: issues of several"
        " customers. improvements: of our process. handover: what a shift must know."
    ),
]
ForTarget = Annotated[Target | None, Field(description="Only those sent to this team.")]
Team = Annotated[str | None, Field(max_length=200, description="The same, by its channel, project or a person in it.")]


def list_escalations(
    call: Call,
    *,
    view: Shown = "open",
    account: AccountQuery = None,
    target: ForTarget = None,
    team: Team = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Escalations:
    """What is on record and what to do next: overdue promises first, then what else is overdue, then what is due soonest."""
    from tools.following.views import Wanted, targets

    rooms = opened(call)
    account_id = one_account(rooms.workspace, account).id if account else None
    wanted = Wanted(view, account_id, targets(rooms.policy, target, team))
    return page(call, wanted, limit, offset)


def page(call: Call, wanted: Wanted, limit: int, offset: int) -> Escalations:
    from tools.following.views import counted, rows, selected

    if wanted.view == "handover":
        return _handed_over(call, wanted, limit, offset)
    rooms = opened(call)
    seen = rooms.board.look()
    found = selected(seen, wanted, rooms.policy.pattern_customers)
    more = len(found) > offset + limit
    return Escalations(
        found=len(found),
        counts=counted(found) if wanted.view in ("open", "all") else None,
        **rows(found[offset : offset + limit], seen, rooms.workspace),
        has_more=more,
        next_offset=offset + limit if more else None,
        coverage=coverage.REGISTER,
    )


def _handed_over(call: Call, wanted: Wanted, limit: int, offset: int) -> Escalations:
    """Both shifts as long as the policy's."""
    from escalation.following.handover import Shift
    from tools.following.handing_over import handover, rows
    from tools.following.views import counted_states

    rooms = opened(call)
    shift = Shift.of(rooms.workspace.now(), rooms.policy.shift_hours)
    found = handover(rooms, wanted, shift)
    more = len(found) > offset + limit
    return Escalations(
        found=len(found),
        counts=counted_states(one.state for one in found),
        handover=rows(rooms, found[offset : offset + limit], shift),
        has_more=more,
        next_offset=offset + limit if more else None,
        coverage=coverage.REGISTER,
    )
