"""Lines that give nobody anything to do: nothing is put on record, and it is said of which escalation it may be news."""

from __future__ import annotations

from escalation.judgement.spoken import line_of
from escalation.reading.line import strange
from escalation.weighing import Weighed
from tools.desk.joining import links_of
from tools.store.register import Register

SHOWN = 3


def brings_nothing_to_do(weighed: Weighed) -> bool:
    """Whether there is nothing to open and no report to add, and nobody decided otherwise: good news that asks for nothing, or a
    line of which hardly a word is known."""
    if weighed.verdict.decision != "need_info":
        return False
    return weighed.case.good_news is not None or _senseless(weighed)


def _senseless(weighed: Weighed) -> bool:
    case = weighed.case
    return not (case.matched or case.named_ids or case.issue.ticket_ids or case.pieces) and strange(line_of(case))


def not_recorded(register: Register, weighed: Weighed) -> tuple[str, ...]:
    """That it stands nowhere, and the open escalations of those customers or that fault on which it can be recorded."""
    if weighed.case.good_news is None:
        return ("Hardly a word of the line is known: nothing was put on record until it says what is wrong.",)
    links = links_of(weighed)
    named = weighed.case.named_ids
    alike = [s for s in register.find_open(**links) if not named or not s.account_ids or named & set(s.account_ids)]
    if not alike:
        return ("The line brings good news and asks for nothing: nothing was put on record.",)
    where = ", ".join(state.id for state in alike[:SHOWN])
    told = f"The line brings good news and asks for nothing: nothing was put on record. If it is news of {where},"
    return (f"{told} record it there (update_escalation: customer_confirmed, resolved).",)
