"""A due time: which clock, since when, until when, why and what to do. Words for it live in `prompts`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict

from escalation.assessment import Finding
from escalation.records import Instant
from escalation.terms import Clock

Key = tuple[Clock, str | None, str | None]
"""What runs one at a time: a clock, for an account, about a ticket or promise."""

ToDo = Literal[
    "ask_team_to_acknowledge",
    "send_what_team_lacks",
    "ask_team_for_progress",
    "ask_customer_again",
    "update_customer",
    "answer_question",
    "tell_customer_of_solution",
    "tell_customer_of_end",
    "ask_customer_to_confirm",
    "answer_ticket",
    "solve_ticket",
    "keep_promise",
    "meet_deadline",
]

WHY: Mapping[str, tuple[str, ...]] = {
    "severity_rhythm": ("severity", "hours", "days", "around_the_clock", "by_contract"),
    "agreed_rhythm": ("hours", "around_the_clock"),
    "sla_rhythm": ("hours", "around_the_clock"),
    "sla_rhythm_all_hours": ("hours",),
    "waiting_rhythm": ("hours", "days", "around_the_clock", "by_contract"),
    "solution_untold": ("hours", "days", "around_the_clock"),
    "end_untold": ("hours", "days", "around_the_clock"),
    "solution_unconfirmed": ("days", "around_the_clock"),
    "snoozed": ("until", "reason"),
    "sla_first_response": ("ticket",),
    "sla_resolution": ("ticket",),
    "promised": ("text",),
    "needed_by": ("text",),
    "asked": ("times", "text"),
}
"""Every reason a due time can have, with the values its sentence needs; a value may be None."""


class Due(BaseModel):
    """One due time of one escalation. Instants are aware UTC; `overdue_by` is zero until it has passed."""

    model_config = ConfigDict(frozen=True)

    escalation_id: str
    clock: Clock
    since: Instant
    due_at: Instant
    overdue_by: timedelta = timedelta(0)
    account_id: str | None = None
    subject: str | None = None
    """The ticket or promise it is about."""
    why: Finding
    todo: ToDo

    @property
    def key(self) -> Key:
        return self.clock, self.account_id, self.subject

    @property
    def overdue(self) -> bool:
        return self.overdue_by > timedelta(0)


def rank(due: Due) -> int:
    """Among what is overdue: who asks and gets no answer, then who was promised something, then the rest."""
    return 0 if due.todo == "answer_question" else 1 if due.clock == "promise" else 2


def urgency(due: Due) -> tuple[bool, int, Instant]:
    """A sort key: what is overdue before what is not and by `rank`, then the earliest."""
    return not due.overdue, rank(due) if due.overdue else 0, due.due_at
