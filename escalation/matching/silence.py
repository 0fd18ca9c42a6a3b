"""Lines that a report cannot be held against: they name no matter, ask how something is done, or tell of far more than it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from escalation.assessment import Issue
from escalation.matching.kin import troubles
from escalation.matching.profile import Profile
from escalation.matching.signs import Seen
from escalation.reading.money_back import disputes_a_bill
from escalation.records import Ticket
from escalation.remembered import OfRecord
from escalation.text.everyday import is_everyday

SHORT = 60
"""Characters up to which a line without a concept of its own is taken to say nothing: a longer one may speak of a trade
that the lexicon does not know."""

_OTHERS_FINE = re.compile(
    r"(?i)\b(?:every(?:one|body) else|(?:all )?(?:the )?others?(?: users?| colleagues?| people)?|the rest)\b.{0,30}"
    r"\b(?:fine|normal(?:ly)?|ok(?:ay)?|online|works?|no (?:problems?|trouble|issues?)|without)"
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


_OTHER_DEVICES = re.compile(
    r"(?i)\b(?:the )?(?:others?|rest|remaining)(?: (?:ones?|\w+s))?(?: (?:is|are|all|still))* "
    r"(?:fine|normal|ok(?:ay)?|online|work\w*|run\w*|up)\b"
    r"|\b(?:only|just) (?:this|that|the) one\b"
    r"|(?:其他|其它|其余|其餘|别的|別的|另外)[^，。；]{0,6}(?:正常|没问题|沒問題|没事|沒事|都好|在线|在線|可以|能用)"
)
_DEVICE = (
    r"(?:lane|gate|till|register|pump|printer|room|door|unit|station|device|machine|terminal|camera|sensor|line|lift|floor|reader"
    r"|kiosk|scanner|boom|barrier|box|bay|desk|screen|meter|scale|valve|oven|fridge|robot|charger)"
)
_ONE_DEVICE = re.compile(
    rf"(?i)\b{_DEVICE} ?(?:no\.? ?|#)?\d{{1,4}}\b|\b(?:one|a single|only one) (?:of (?:the|our) )?(?:\w+ )?{_DEVICE}s?\b"
    r"|[0-9一二三四五六七八九十]+ ?[号號]|(?:只有|就)[一这這][台个個部条條道]"
)


def of_one_device(report: Seen) -> bool:
    """Whether `report` tells of one device and that those beside it are fine, and shows no error that others could show too."""
    return not (report.whole.specific_errors or report.items) and _tells_one_device(report.ticket)


_BESIDE = ("other", "rest", "remaining", "only", "just", "其他", "其它", "其余", "其餘", "别的", "別的", "另外")
"""One of these stands in all that tells of other devices."""


@OfRecord
def _tells_one_device(ticket: Ticket) -> bool:
    told = ticket.description or ""
    if not any(map(told.lower().__contains__, _BESIDE)):
        return False
    return bool(_OTHER_DEVICES.search(told) and _ONE_DEVICE.search(f"{ticket.subject}\n{told}"))


def of_other_devices(reports: Iterable[Seen], seeds: list[Seen], issue: Issue) -> Iterator[Seen]:
    """Where the seeds are of one device alone, what other customers report with an error or on an item; else what tells of one
    device alone."""
    if issue.kind not in {"bug", "outage"}:
        return
    alone, whose = all(map(of_one_device, seeds)), {s.ticket.account_id for s in seeds}
    for s in reports:
        if s in seeds:
            continue
        common = s.ticket.account_id not in whose and bool(s.items or s.whole.specific_errors)
        if common if alone else of_one_device(s):
            yield s
