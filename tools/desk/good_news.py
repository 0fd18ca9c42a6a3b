"""What a line of good news is told: nothing was put on record, and which open escalations it may be news for."""

from __future__ import annotations

from escalation.weighing import Weighed
from tools.desk.joining import links_of
from tools.store.register import Register

SHOWN = 3


def brings_nothing_to_do(weighed: Weighed) -> bool:
    """Whether there is nothing to open and no report to add: good news that asks for nothing, and nobody decided otherwise."""
    return weighed.case.good_news is not None and weighed.verdict.decision == "need_info"


def not_recorded(register: Register, weighed: Weighed) -> tuple[str, ...]:
    """That it stands nowhere, and the open escalations of those customers or that fault on which it can be recorded."""
    links = links_of(weighed)
    named = weighed.case.named_ids
    alike = [s for s in register.find_open(**links) if not named or not s.account_ids or named & set(s.account_ids)]
    if not alike:
        return ("The line brings good news and asks for nothing: nothing was put on record.",)
    where = ", ".join(state.id for state in alike[:SHOWN])
    told = f"The line brings good news and asks for nothing: nothing was put on record. If it is news of {where},"
    return (f"{told} record it there (update_escalation: customer_confirmed, resolved).",)
