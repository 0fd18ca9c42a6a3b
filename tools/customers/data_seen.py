"""Whether a customer of a security matter is the one whose data somebody else saw, and not who reported it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from escalation.judgement.handed_in import is_handed_in

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from escalation.records import Account
    from escalation.register.events import Event


def data_seen(found: Assessment, own: Account | None, log: Iterable[Event]) -> bool:
    """A customer that a person put on the record of an exposure, and of whom nothing came: no report, no answer, no ticket."""
    if own is None or found.target != "security" or found.incident is None or found.incident.kind != "exposure":
        return False
    if any(each.ticket.account_id == own.id for each in found.matched):
        return False
    if any(each.account_id == own.id for each in found.evidence if is_handed_in(each)):
        return False
    joined = False
    for event in log:
        if own.id not in _of_whom(event):
            continue
        if event.what == "account_joined":
            joined = True
        elif event.what in {"opened", "assessed", "joined", "customer_answered"}:
            return False
    return joined


def _of_whom(event: Event) -> Iterable[str]:
    ids = event.data.get("account_ids")
    several = map(str, cast("list[object]", ids)) if isinstance(ids, list | tuple) else ()
    return (*several, str(event.data.get("account_id")))
