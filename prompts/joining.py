"""Words for one more report of an issue on record: who is new, what differs, the totals with it, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from escalation.terms import Language, Severity
from prompts.plain import disarm
from prompts.render import phrase


def delta(
    parent: str,
    language: Language,
    *,
    new: Sequence[str],
    merged: Sequence[str],
    errors: Sequence[str],
    severity: tuple[Severity | None, Severity | None],
    customers: int,
    arr: float | None,
    arr_unknown: int,
    first: datetime | None,
    besides: Sequence[str] = (),
    sent: bool = True,
) -> str:
    """`severity`: on record, and what the new reports alone would call for. `arr` in USD, None = unknown of all. `besides` are
    customers who are named, and of whom no ticket is counted. `sent`: the team has heard of it."""
    before, now = severity
    said = [phrase("delta_new", language, parent=parent, new=[disarm(name) for name in new])]
    if merged:
        said.append(phrase("delta_merged", language, others=list(merged)))
    said += [phrase("delta_error", language, error=disarm(error)) for error in errors[:2]]
    if before and now and before != now:
        said.append(phrase("delta_severity", language, before=before, now=now))
    said.append(
        phrase(
            "delta_totals",
            language,
            customers=customers,
            arr=arr,
            unknown=arr_unknown,
            first=first,
            besides=[disarm(name) for name in besides],
        )
    )
    said.append(phrase("delta_do" if new else "delta_known", language, sent=sent))
    return ("" if language == "zh" else " ").join(said)
