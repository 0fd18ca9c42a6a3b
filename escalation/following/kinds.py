"""What a person or a model can put on record, and which fields each kind of news needs or may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "acknowledged",
    "bounced",
    "progress",
    "severity_changed",
    "customer_told",
    "waiting_on_customer",
    "customer_answered",
    "promise_made",
    "promise_kept",
    "promise_moved",
    "account_joined",
    "rhythm_agreed",
    "snoozed",
    "de_escalated",
    "resolved",
    "customer_confirmed",
    "reopened",
    "closed",
]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Takes:
    """Fields of `News`: those it cannot do without, those it may have. `open`: only while the escalation is open."""

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    open: bool = False


TAKES: Mapping[Kind, Takes] = {
    "acknowledged": Takes(may=("text",), open=True),
    "bounced": Takes(needs=("why",), may=("lacks",), open=True),
    "progress": Takes(needs=("text",), may=("cause", "done")),
    "severity_changed": Takes(needs=("severity", "why"), open=True),
    "customer_told": Takes(needs=("text",), may=("account_id",)),
    "waiting_on_customer": Takes(may=("account_id", "text"), open=True),
    "customer_answered": Takes(may=("account_id", "text")),
    "promise_made": Takes(needs=("text",), may=("account_id", "until")),
    "promise_kept": Takes(needs=("promise_id",), may=("until", "text", "account_id")),
    "promise_moved": Takes(needs=("promise_id", "until"), may=("why", "account_id")),
    "account_joined": Takes(needs=("account_id",), may=("text",)),
    "rhythm_agreed": Takes(may=("account_id", "internal_hours", "customer_hours", "around_the_clock"), open=True),
    "snoozed": Takes(needs=("until", "why"), open=True),
    "de_escalated": Takes(needs=("why",), may=("text", "cause", "learned", "improvement", "done")),
    "resolved": Takes(needs=("text",), may=("cause", "learned", "improvement", "done")),
    "customer_confirmed": Takes(may=("account_id", "text")),
    "reopened": Takes(needs=("why",)),
    "closed": Takes(needs=("learned",), may=("text", "cause", "why", "improvement", "done")),
}
