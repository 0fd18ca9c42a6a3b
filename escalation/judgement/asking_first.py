"""What must be asked before anything is decided: who is meant, which of several matters, or what is meant at all."""

from __future__ import annotations

import re
from itertools import combinations

from escalation.judgement.case import Case
from escalation.judgement.spoken import line_of, reading_of
from escalation.matching.alike import things
from escalation.matching.kin import share
from escalation.matching.profile import ticket_profile
from escalation.matching.scene import topic
from escalation.reading.line import SHORT, length_of, strange
from escalation.reading.money_back import asks_for_money
from escalation.reading.only_that_it_fails import only_that_it_fails
from escalation.reading.symptoms import ticket_like_ids
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
    if _only_that_it_fails(case):
        return True
    reading, length = reading_of(case), length_of(line_of(case))
    if not reading.known or strange(line_of(case)):
        return case.issue.kind == "unclear"
    if case.context.named or length > SHORT:
        return False
    doubted = reading.outcomes["need_info"] >= DOUBTED and max(reading.outcomes.values()) < PLAIN
    return length <= 1 or doubted


def _only_that_it_fails(case: Case) -> bool:
    """No known customer is named, and the line says no more than that something does not work: nobody knew where to look."""
    if case.context.named or case.issue.ticket_ids or case.pieces:
        return False
    return only_that_it_fails(line_of(case), case.context.unknown_name)


def different_matters(case: Case) -> tuple[Ticket, ...]:
    """Tickets of different matters that the line may be of: those whose numbers it holds; else the open ones, of different areas,
    of the one customer that it names and says nothing more of ("the third time this month"). Empty where it is one matter."""
    account, issue = case.account, case.issue
    if len(named := _typed(case)) > 1:
        return named if _apart(named, case) else ()
    if issue.kind not in {"relationship", "unclear"} or account is None or issue.ticket_ids or issue.error_strings:
        return ()
    read = case.tickets or tuple(t for t in case.context.tickets if t.created_at <= case.now)
    theirs = tuple(t for t in read if t.account_id == account.id and not t.solved)
    areas = {t.product_area for t in theirs if t.product_area}
    if _says_so(case, theirs):
        return ()
    return theirs if len(areas) > 1 and not things(topic(issue, case.context)) else ()


_STANDS_BEHIND = ("churn_threat", "executive_involved", "legal_or_pr")


def _says_so(case: Case, tickets: tuple[Ticket, ...]) -> bool:
    """Whether the line tells of a threat, leaders or lawyers and just one of the tickets does as well: it is of that one."""
    typed = {s.signal for s in case.heard.typed(*_STANDS_BEHIND)}
    if not typed:
        return False
    ids = {t.id for t in tickets}
    own = {s.record_id for s in case.heard.affirmed(*typed, speakers=("customer",))} & ids
    return len(own) == 1


def _typed(case: Case) -> tuple[Ticket, ...]:
    """The tickets whose numbers stand in the line, as long as nobody said which is meant."""
    if case.issue.answered_tickets:
        return ()
    typed = frozenset(ticket_like_ids(case.issue.text))
    return tuple(t for t in case.tickets if t.id in typed)


def _apart(tickets: tuple[Ticket, ...], case: Case) -> bool:
    """Whether nothing ties them: other areas, no tracker item and no thing that any two have in common."""
    told = [(t.product_area, case.links.items(t.id), things(ticket_profile(t))) for t in tickets]
    return all(a != b and not (i & j) and not share(p, q) for (a, i, p), (b, j, q) in combinations(told, 2))


def must_ask_which(case: Case) -> bool:
    """Open tickets about different things make no one fault that a team could take."""
    return bool(different_matters(case)) and "ticket_number" not in case.declined
