"""How many people cannot work, as customers say it: "about 120 advisers cannot get in", 「约80名调度员无法登录」."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from escalation.claims.scanning.numerals import DIGITS, HAN_NUMERAL, HUNDREDS, value_of
from escalation.judgement.heard import CUSTOMERS, Heard
from escalation.reading.threads.entries import entries, sentences
from escalation.records import Ticket

SIGNALS = ("blocked", "production_down", "broken", "degraded", "data_loss", "data_corruption")
"""Troubles in whose sentence a number of people is the number of those who have it."""

_TRADES = """accountants|advis[eo]rs|agents|analysts|assistants|attendees|buyers|cashiers|chefs|clerks|coaches|colleagues
|consultants|consumers|controllers|cooks|couriers|crew(?: members)?|dispatchers|doctors|drivers|editors|employees|engineers
|instructors|packers|lawyers|learners|lecturers|librarians|managers|members|nurses|officers|operators|participants|patients|people|persons|pharmacists
|pickers|pilots|planners|players|pupils|readers|reps|representatives|residents|riders|scientists|sellers|staff|students|supervisors
|teachers|team members|technicians|tellers|tutors|users|volunteers|waiters|workers""".replace("\n", "")
_HAN_PEOPLE = "人|用户|員工|员工|同事|同仁|坐席|客服|司机|調度員|调度员|老师|学生|护士|医生|店员|操作员|成员|顾问"
_ENGLISH = re.compile(
    rf"(?<![\w.$€£¥%-])(?P<n>{DIGITS}|(?i:{HUNDREDS}))\+? (?:of (?:our|my|the|their) )?(?:[a-z-]+ ){{0,2}}?(?:{_TRADES})\b"
    rf"|(?<![\w.-])(?P<us>{DIGITS}|(?i:{HUNDREDS})) of us\b"
    rf"|\b(?i:team|crew|shift|department|group|staff) of (?:about |around |roughly |some |over )?"
    rf"(?P<team>{DIGITS}|(?i:{HUNDREDS}))\b"
    r"(?! (?:hours?|days?|weeks?|months?|minutes?)\b)"
)
_CHINESE = re.compile(
    rf"(?P<n>(?<![\d.])(?:{DIGITS})|{HAN_NUMERAL})\s*[多余餘来幾几]?\s*"
    rf"(?:(?:名|位)(?!客户|客戶|顾客|顧客)|个?(?:{_HAN_PEOPLE}))"
)
_A_SHARE = re.compile(r"(?i)^\s*(?:out of|in every|%)|^\s*分之")
FEWEST = 2
"""One person is the one who writes."""


@dataclass(frozen=True)
class Headcount:
    """`count` people of one customer, in the customer's own `words` on `ticket`."""

    ticket: str
    account_id: str | None
    count: int
    words: str


def headcounts(heard: Heard, open_: Iterable[str]) -> tuple[Headcount, ...]:
    """The largest number each customer names on tickets of `open_`, in the order they were said.

    A statement counts when its own words also say the trouble; "we have 300 users" says nothing of how many are hit.
    """
    ids = frozenset(open_)
    largest: dict[str, Headcount] = {}
    for said in heard.affirmed(*SIGNALS, speakers=CUSTOMERS):
        count = people_in(said.words)
        if said.record_id not in ids or count is None:
            continue
        key = said.account_id or said.record_id
        if key not in largest or largest[key].count < count:
            largest[key] = Headcount(said.record_id, said.account_id, count, said.words)
    return tuple(largest.values())


_STAND_IDLE = re.compile(
    r"(?i)\b(?:wait(?:s|ing)?|idle|stand(?:s|ing)? (?:still|around)|stuck|can(?:not|['’]t)|unable|affected"
    r"|by hand|manually|hand[- ]?writing)\b"
    r"|等着|等著|干等|乾等|停工|闲着|閒著|没法|沒法|无法|無法|不能|受影响|受影響"
)


def people_told(tickets: Iterable[Ticket]) -> bool:
    """Whether a customer's sentence tells how many people stand idle or have the trouble: then nobody asks for it again."""
    told = (s for t in tickets for e in entries(t) if e.role == "customer" for s in sentences(e.text))
    return any(_STAND_IDLE.search(s) and people_in(s) for s in told)


def people_in(sentence: str) -> int | None:
    """The largest number of people that `sentence` names; None where it names none."""
    named = people_named(sentence)
    return named[0] if named else None


def people_named(sentence: str) -> tuple[int, str] | None:
    """The same with the words that name them: "about 120 advisers" is (120, "120 advisers")."""
    counts = [
        (int(value_of(next(n for n in found.groupdict().values() if n))), found[0])
        for pattern in (_ENGLISH, _CHINESE)
        for found in pattern.finditer(sentence)
        if not _A_SHARE.match(sentence[found.end() :])
    ]
    return max((c for c in counts if c[0] >= FEWEST), default=None, key=lambda c: c[0])
