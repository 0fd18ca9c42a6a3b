"""What must be asked before anything is decided: who is meant, which of several matters, or what is meant at all."""

from __future__ import annotations

import re

from escalation.judgement.case import Case
from escalation.judgement.spoken import line_of, reading_of
from escalation.matching.alike import things
from escalation.matching.scene import topic
from escalation.reading.line import SHORT, length_of, strange
from escalation.reading.money_back import asks_for_money
from escalation.records import Ticket

PLAIN, DOUBTED = 0.4, 0.2
"""Where nothing else tells what a short line is about, asking comes first when no outcome is as likely as the first figure
("3rd time this month") and that something must be asked is as likely as the second."""

_ONE = re.compile(r"\b(?:customer|client|account)\b|客户|客戶|客人", re.IGNORECASE)
"""One customer, spoken of without a name."""


def must_ask_who(case: Case) -> bool:
    """One customer is meant ("a customer threatens to leave") and nothing says which: a brief without a name is bounced."""
    if case.context.candidates:
        return True
    if case.context.named or case.issue.ticket_ids or case.issue.claimed_customers or case.issue.claimed_scope:
        return False
    if asks_for_money(case.issue.text) and _ONE.search(case.issue.text):
        return bool(case.context.ticket_total)
    about_one = case.heard.typed("churn_threat", "executive_involved", "sla_complaint", "competitor")
    return bool(about_one) and bool(case.context.ticket_total)


def nothing_understood(case: Case) -> bool:
    """No record shows it, and no word of the line is known: what is likely of any line would be all that an escalation rests on.

    So it is with a single word ("test", 测试), and with a short line that may mean this or that ("3rd time this month"), as long
    as nobody is named: asking costs the agent a word, a team that is sent after it an hour.
    """
    if case.matched:
        return False
    reading, length = reading_of(case), length_of(line_of(case))
    if not reading.known or strange(line_of(case)):
        return case.issue.kind == "unclear"
    if case.context.named or length > SHORT:
        return False
    doubted = reading.outcomes["need_info"] >= DOUBTED and max(reading.outcomes.values()) < PLAIN
    return length <= 1 or doubted


def different_matters(case: Case) -> tuple[Ticket, ...]:
    """The open tickets, of different areas, of the one customer that the line names, where it says nothing of the matter: a
    complaint ("the third time this month") may be of any of them. Empty where they are one matter, or a ticket is named."""
    account, issue = case.account, case.issue
    if issue.kind not in {"relationship", "unclear"} or account is None or issue.ticket_ids or issue.error_strings:
        return ()
    read = case.tickets or tuple(t for t in case.context.tickets if t.created_at <= case.now)
    theirs = tuple(t for t in read if t.account_id == account.id and not t.solved)
    areas = {t.product_area for t in theirs if t.product_area}
    return theirs if len(areas) > 1 and not things(topic(issue, case.context)) else ()


def must_ask_which(case: Case) -> bool:
    """Open tickets about different things make no one fault that a team could take."""
    return bool(different_matters(case)) and "ticket_number" not in case.declined
