"""Lines that a report cannot be held against: they name no matter, ask how something is done, or tell of far more than it."""

from __future__ import annotations

import re

from escalation.assessment import Issue
from escalation.matching.kin import troubles
from escalation.matching.profile import Profile
from escalation.matching.signs import Seen
from escalation.reading.money_back import disputes_a_bill
from escalation.text.everyday import is_everyday

SHORT = 60
"""Characters up to which a line without a concept of its own is taken to say nothing: a longer one may speak of a trade
that the lexicon does not know."""

_OTHERS_FINE = re.compile(
    r"(?i)\b(?:every(?:one|body) else|(?:all )?(?:the )?others?(?: users?| colleagues?| people)?|the rest)\b.{0,30}"
    r"\b(?:fine|normal(?:ly)?|ok(?:ay)?|works?|no (?:problems?|trouble|issues?)|without)"
    r"|(?:其他|其它|其余|其餘|别的|別的)(?:人|同事|用户|用戶|使用者|员工|員工).{0,8}"
    r"(?:正常|没问题|沒問題|没有问题|沒有問題|不受影响|不受影響|都能|都可以)"
)


def says_nothing(topic: Profile, issue: Issue) -> bool:
    """ "It does not work", 「用不了了」: whatever else is broken anywhere would fit it, so that nothing does."""
    return _bare(topic, issue) and not _named(topic) and len(issue.text) <= SHORT


def leaves_unnamed(report: Seen, topic: Profile, issue: Issue) -> bool:
    """Whether `report` is silent on the only thing that a bare line names: "Zapier does not work" is about Zapier."""
    return _bare(topic, issue) and bool(_named(topic)) and not _named(topic) & report.whole.words


def _bare(topic: Profile, issue: Issue) -> bool:
    told = topic.specific_errors or topic.endpoints or topic.codes or topic.concepts - {"fail"}
    return issue.kind in {"unclear", "bug"} and not told


def _named(topic: Profile) -> frozenset[str]:
    return frozenset(word for word in topic.words if word.isascii() and not is_everyday(word))


def no_answer(report: Seen, topic: Profile, issue: Issue) -> bool:
    """Whether `report` tells of a fault while the line asks how something is done and tells of none."""
    asks = issue.kind == "question" and not topic.concepts & troubles() and not topic.specific_errors
    return asks and (bool(report.items) or report.ticket.of_fault)


BILLS = frozenset(
    {"invoice", "billing", "chargeback", "credit_note", "refund", "double_charge", "overcharged", "price", "payment"}
)
_FOR_A_REASON = re.compile(
    r"(?i)\b(?:because|after|since|due to|until|unless|as long as)\b|因为|因為|由于|由於|除非|直到"
)


def of_a_bill(issue: Issue) -> bool:
    """Whether the line tells that a customer does not accept a bill, and not because of what went wrong before."""
    return disputes_a_bill(issue.text) and _FOR_A_REASON.search(issue.text) is None


def no_bill(report: Seen, issue: Issue) -> bool:
    """Whether `report` says nothing of money, while the line is of a bill."""
    return of_a_bill(issue) and report.whole.concepts.isdisjoint(BILLS)


def of_one_alone(report: Seen, issue: Issue) -> bool:
    """Whether the line says that something is down, while `report` says that the others at its customer are fine."""
    return issue.kind == "outage" and _OTHERS_FINE.search(report.ticket.description or "") is not None
