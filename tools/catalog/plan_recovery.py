"""plan_recovery: incident after incident at one customer, and what making up for them takes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from escalation.recovery.ladder import Paper
from tools import coverage
from tools.desk.office import Call, opened
from tools.results.recovery import RecoveryPlan
from tools.serving.parameters import WrittenLanguage

Customer = Annotated[str, Field(min_length=1, max_length=200, description="Account id, name, alias or domain.")]
Wish = Annotated[str, Field(max_length=2_000, description="What somebody wants done or said, in their words.")]
Papers = Annotated[
    list[Paper] | None, Field(max_length=3, description="Drafts wanted; left out, those the rung needs; [] for none.")
]


def plan_recovery(
    call: Call,
    *,
    account: Customer,
    wish: Wish = "",
    papers: Papers = None,
    language: WrittenLanguage = None,
) -> RecoveryPlan:
    """Counts a customer's incidents and says what they now call for: rung, actions with owners, dates and approvals, what not
    to do, drafts. Shows what counted and what did not. Refuses hiding, "never again", pressure and gifts against policy."""
    from tools.customers.recovering import Wanted, recovery
    from tools.desk.whose import one_account

    rooms = opened(call)
    wanted = Wanted(one_account(rooms.workspace, account), wish, None if papers is None else tuple(papers), language)
    covered = coverage.said(rooms.workspace.coverage(), "crm", "support_platform", "project_tracker")
    return recovery(rooms, wanted).model_copy(update={"coverage": {**covered, **coverage.REGISTER}})
