"""How many people cannot work, as customers say it: "about 120 advisers cannot get in", 「约80名调度员无法登录」."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from escalation.claims.scanning.numerals import DIGITS, HAN_NUMERAL, HUNDREDS, value_of
from escalation.judgement.errors_shown import WRONG_VALUE
from escalation.judgement.heard import CUSTOMERS, Heard
from escalation.reading.threads.entries import READ, entries, sentences
from escalation.reading.threads.symptom import symptomatic
from escalation.records import Ticket
from escalation.text.folding import fold

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

_SHARE = re.compile(
    rf"(?i)\b(?:{DIGITS}|half|most|all|(?:a|one|two|three) (?:third|quarter|half)s?) (?:of|out of)"
    rf" (?:about |roughly )?(?:our |the |my )?"
    rf"(?:{DIGITS} )?(?:[a-z-]+ ){{0,2}}?(?:{_TRADES})\b"
    rf"|(?:{DIGITS})\s*[多余餘]?(?:名|位|个|個)?(?:{_HAN_PEOPLE}|司機)[^，。；]{{0,10}}?"
    rf"(?:一半|半数|半數|(?:{DIGITS})\s*(?:名|位|个|個|人|多)|[一二三四五六七八九]成|百分之|三分之|大部分)"
)
"""A part of their people: it is told of those whom it hits."""
_MACHINES = (
    r"vehicles|trucks|lorries|vans|buses|trailers|reefers|trackers|units|devices|cameras|cams|terminals|tills|printers|scanners|handsets"
    r"|phones|tablets|machines|gateways|meters|sensors|lifts|elevators|pumps|routers|desks|rooms|stores|branches|sites"
)
_COUNTED_THINGS = re.compile(
    rf"\b(?:{DIGITS}|[Aa]ll|[Hh]alf) (?:of |out of )(?:our |the |my )?(?:{DIGITS} )?(?:[a-z-]+ ){{0,2}}?(?:{_MACHINES})\b"
    rf"|\b(?:on|at|in|On|At|In) (?:all )?(?:our|my|these) (?:{DIGITS}|two|three|four|five|six)"
    rf" (?:(?:[a-z-]+ ){{0,2}}?(?:{_MACHINES})\b|[A-Z][\w-]+)"
    rf"|(?:(?<![\d.])(?:{DIGITS})|{HAN_NUMERAL})\s*[多余餘来幾几]?\s*(?:台|臺|辆|輛|部(?!分|门|門)|架|艘)(?!次)"
)
"""Machines that have the fault: of them nobody is asked how many people it hits."""
_SO_TOO = re.compile(
    r"\b(?:do|are|have) (?:it|the same|so|this)\b|\bthe same\b|都(?:是|这样|一样|有|受)|全都|全是|全部"
)


def people_told(tickets: Iterable[Ticket]) -> bool:
    """Whether a customer's sentence tells how many people stand idle or have the trouble, which part of theirs, or how many
    machines: then nobody asks for it again."""
    told = (s for t in tickets for e in entries(t) if e.role == "customer" for s in sentences(e.text))
    return any(_tells_how_many(s) for s in told)


@lru_cache(maxsize=READ)
def _tells_how_many(sentence: str) -> bool:
    if _SHARE.search(sentence) or (_STAND_IDLE.search(sentence) and people_in(sentence)):
        return True
    if not _COUNTED_THINGS.search(sentence):
        return False
    return symptomatic(sentence) or any(told.search(fold(sentence)) for told in (_SO_TOO, WRONG_VALUE))


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
