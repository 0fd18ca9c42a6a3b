"""list_escalations: what is on record, latest first."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from escalation.terms import Target
from tools import coverage
from tools.catalog.escalation_rows import row
from tools.office import Call, opened
from tools.parameters import AccountQuery, Limit, Offset
from tools.results.escalations import Escalations
from tools.whose import one_account

OpenOnly = Annotated[bool, Field(description="False also lists what is resolved, closed or de-escalated.")]
ForTarget = Annotated[Target | None, Field(description="Only those sent to this team.")]


def list_escalations(
    call: Call,
    *,
    open_only: OpenOnly = True,
    account: AccountQuery = None,
    target: ForTarget = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Escalations:
    """Escalations on record, latest opened first: status, severity, target, customers, open promises."""
    rooms = opened(call)
    account_id = one_account(rooms.workspace, account).id if account else None
    found = rooms.register.list(open_only=open_only, account_id=account_id, target=target)
    page = found[offset : offset + limit]
    more = len(found) > offset + limit
    return Escalations(
        found=len(found),
        escalations=tuple(map(row, page)),
        has_more=more,
        next_offset=offset + limit if more else None,
        coverage=coverage.REGISTER,
    )
