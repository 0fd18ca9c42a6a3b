"""Dates and times of day: whether evidence of the customers spoken of has them, in the role their words give them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim, Clock, Day
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.names import Group, Key, meant, ours
from escalation.claims.support.facts import Fact, roles_in
from escalation.claims.support.index import resolve

_NO_DATE = Reason("date_unknown")
_SIGNUP = frozenset({"signup"})
_BEGAN = Lazy(r"\bsince\b|\bwith us\b|\bbegan\b|\bstarted\b|\bonboard|\bcustomers?\b|[自从起]|使用|合作|客户", 2)


def of_date(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    if claim.key.startswith("q"):
        return None if quarter(int(claim.key[1:]), roles_in(place.clause), place.group, book) else _NO_DATE
    if not claim.day:
        if any(each.clock and each.clock.weekday == int(claim.key) for each in place.beside):
            return None  # "Monday at 3 pm" is one moment, and judged as the time it is.
        beside = (each.day for each in place.beside if each.day and touches(claim, each, place))
        fits = weekday_of(claim.key, beside, book)
        if fits is None:
            fits = weekday(claim.key, place.spoken, book, past=_begun(claim, place))
        return None if fits else Reason("weekday_unknown")
    return None if _left_out_then(claim.day, place, book) else _of_day(claim, claim.day, place, book)


def _of_day(claim: Claim, day: Day, place: Place, book: EvidenceBook) -> Reason | None:
    same = book.index.on(day)
    roles = roles_in(place.clause)
    fitting = [fact for fact in same if not roles or not _has_role(fact) or roles & fact.claim.nouns]
    if not day.day and not roles_in(place.sentence) and not _BEGAN.search(place.clause):
        # A year or month in which a contract began is that of nothing else.
        fitting = [fact for fact in fitting if fact.claim.nouns != _SIGNUP]
    if place.role:
        fitting = [fact for fact in same if place.role in fact.claim.nouns | roles_in(fact.says)]
    if any(book.belongs(fact, place.spoken) for fact in fitting):
        return None
    if fitting:
        return Reason("other_customers", tuple(fitting))
    if same:
        return Reason("other_role", tuple(same), ", ".join(sorted(roles)))
    return Reason("date_unknown", nearest_day(day, book))


def _left_out_then(day: Day, place: Place, book: EvidenceBook) -> bool:
    """Whether it is the day, month or year of a ticket that merely looks alike and that its sentence names: "T-9 from April"."""
    if not book.left_out_at:
        return False
    sentence = place.sentence.lower()
    named = (at for id_, at in book.left_out_at.items() if id_ in sentence)
    return any(
        day.year in {None, at.year} and day.month in {None, at.month} and day.day in {None, at.day} for at in named
    )


_ONSET = Lazy(r"\b(?:since|starting|beginning|as of) (?:last |this |on )?$|[自从](?:上|本|这)?$", 2)
_ONSET_AFTER = Lazy(r"\s?(?:上午|下午|早上|晚上|凌晨|中午|早|晚)?(?:[^，。,;；]{0,6}(?:起|开始|以来))", 2)


def _begun(claim: Claim, place: Place) -> bool:
    """ "Since Monday", 从周一上午开始: a day that has been."""
    return place.framed(claim, _ONSET, _ONSET_AFTER, 16)


_APPOSED = Lazy(r"[\s,，(（]*(?:(?:is|was|falls on|a|an|the|on|是|为|正好)\s?)*[\s,，(（]*", 2)


def touches(claim: Claim, other: Claim, place: Place) -> bool:
    """ "Sunday, 1 March", "14 June, a Saturday", "14 June is a Sunday", 3月20日（周五）."""
    return apposed(place.sentence, *place.between(claim, other))


def apposed(text: str, start: int, end: int) -> bool:
    """Whether nothing stands between a date and a weekday that tells of two days."""
    return bool(_APPOSED.fullmatch(text, start, end))


def _has_role(fact: Fact) -> bool:
    return bool(fact.claim.nouns)


def of_time(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    zones = zones_at(place.sentence, place.offset, place.end(claim), book)
    same = times(claim.clock, book, zones) if claim.clock else []
    if any(book.belongs(fact, place.spoken) for fact in same):
        return None
    return Reason("other_customers", tuple(same)) if same else Reason("time_unknown")


Zones = tuple[tzinfo, ...]


def times(clock: Clock, book: EvidenceBook, zones: Zones = ()) -> list[Fact]:
    """The facts that the time written (with its date and zone, when written) may be; `zones` are those its words name."""
    return [fact for fact in book.index.at(clock) if _same_time(clock, fact, book, zones)]


def _same_time(clock: Clock, fact: Fact, book: EvidenceBook, zones: Zones) -> bool:
    if fact.at:
        return any(_clock_fits(clock, local, book) for local in _locals(fact, fact.at, clock, book, zones))
    known = fact.claim.clock
    if not known:
        return False
    if clock.day and known.day and not _agree(clock.day, known.day, book):
        return False
    if clock.day and not known.day and fact.told and not _near(clock.day, fact.told, book):
        return False
    if clock.offset is None and known.offset is None:
        return _close(clock, known.minute)
    if clock.offset is None or known.offset is None:
        return _shifted(clock, known, book.zones_of(fact.account), book.now) or (
            clock.offset is None and _close(clock, known.minute)
        )
    return _close(clock, (known.minute - known.offset + clock.offset) % 1440)


def is_at(clock: Clock, at: datetime, account: str | None, book: EvidenceBook) -> bool:
    """Whether the time written (with its date and zone, when written) is that instant on a clock of this customer."""
    fact = Fact(Claim("time", 0, 0), "", account, at)
    return any(_clock_fits(clock, local, book) for local in _locals(fact, at, clock, book, ()))


def quarter(number: int, roles: frozenset[str], group: frozenset[Key], book: EvidenceBook) -> bool:
    """Whether a renewal (or what the words name) of these customers falls into that quarter; without such words any may stand."""
    known = {"renewal": "renewal_date", "trial": "trial_ends", "signup": "signup_date"}
    dates = [
        day
        for role in roles & set(known)
        for id_, account in book.accounts.items()
        if (not group or ("account", id_) in group) and (day := getattr(account, known[role]))
    ]
    return not dates or any((day.month + 2) // 3 == number for day in dates)


def weekday(key: str, spoken: Group, book: EvidenceBook, *, past: bool = False) -> bool:
    """Whether evidence of these customers names that weekday, or a day of theirs within a week of now (`past`: before it)."""
    mine = ours(spoken)
    today = book.today()

    if any(meant(owner, mine) for owner in book.index.weekdays.get(key, ())):
        return True
    known = (day for day, owner in book.index.local_days if meant(owner, mine))
    return bool(today) and any(
        day.weekday() == int(key) and -8 <= (day - today).days <= (0 if past else 8) for day in known if today
    )


def weekday_of(key: str, days: Iterable[Day], book: EvidenceBook) -> bool | None:
    """Whether one of these dates, which the text itself sets beside the weekday, falls on it; None without a full date."""
    known = [day for each in days if (day := resolve(each, book.today()))]
    return any(day.weekday() == int(key) for day in known) if known else None


def nearest_day(day: Day, book: EvidenceBook) -> tuple[Fact, ...]:
    """The dated fact closest to the date written; among equals one that can be shown in its own words."""
    wanted = resolve(day, book.today())
    if not wanted or not book.index.dated:
        return ()
    known = min(book.index.dated, key=lambda each: (abs((each[0] - wanted).days), not each[1].claim.end))
    return (known[1],)


def _near(day: Day, told: datetime, book: EvidenceBook) -> bool:
    """A time told without its date is of the day it was told, of the one before or of the next."""
    resolved = resolve(day, book.today())
    return resolved is not None and abs((resolved - told.date()).days) <= 1


def _locals(fact: Fact, at: datetime, clock: Clock, book: EvidenceBook, zones: Zones) -> list[datetime]:
    if clock.offset is None:
        return [at.astimezone(zone) for zone in zones or book.zones_of(fact.account)]
    return [at.astimezone(UTC) + timedelta(minutes=clock.offset)]


def _clock_fits(clock: Clock, local: datetime, book: EvidenceBook) -> bool:
    if clock.weekday is not None and clock.weekday != local.weekday():
        return False
    return not (clock.day and not _fits(clock.day, local.date())) and _close(clock, local.hour * 60 + local.minute)


def _close(clock: Clock, minute: int) -> bool:
    if clock.bound == "over":  # 两点多: within that hour
        return (minute - clock.minute) % (720 if clock.halves else 1440) < (60 if clock.minute % 60 == 0 else 30)
    apart = min(abs(clock.minute - minute), 1440 - abs(clock.minute - minute))
    if clock.halves:
        apart = min(apart, 720 - apart)
    return apart <= (15 if clock.bound == "about" else 0)


def _shifted(clock: Clock, known: Clock, every: tuple[tzinfo, ...], at: datetime | None) -> bool:
    """One of the two has a zone: the other is meant in one of these."""
    now = at or datetime.now(UTC)
    # A time written without a zone is the customer's or ours; UTC only when nothing else is known.
    zones = every[1:] or every
    offsets = [int((now.astimezone(zone).utcoffset() or timedelta()).total_seconds()) // 60 for zone in zones]
    if known.offset is not None:
        return any(_close(clock, (known.minute - known.offset + offset) % 1440) for offset in offsets)
    return any(_close(clock, (known.minute - offset + (clock.offset or 0)) % 1440) for offset in offsets)


def _agree(written: Day, known: Day, book: EvidenceBook) -> bool:
    resolved = resolve(known, book.today())
    return _fits(written, resolved) if resolved else written.month == known.month and written.day == known.day


def _fits(written: Day, known: date) -> bool:
    if written.year and written.year != known.year:
        return False
    parts = (written.month, written.day)
    return parts == (known.month, known.day) or written.other == (known.month, known.day)


_CITIES_ZH = {
    "北京": "Shanghai", "上海": "Shanghai", "芝加哥": "Chicago", "丹佛": "Denver", "纽约": "New_York", "洛杉矶": "Los_Angeles",
    "伦敦": "London", "巴黎": "Paris", "柏林": "Berlin", "奥斯陆": "Oslo", "东京": "Tokyo", "香港": "Hong_Kong", "澳门": "Macau",
    "台北": "Taipei", "新加坡": "Singapore", "悉尼": "Sydney", "墨尔本": "Melbourne", "阿姆斯特丹": "Amsterdam",
    "罗马": "Rome", "都柏林": "Dublin", "马德里": "Madrid", "维也纳": "Vienna", "苏黎世": "Zurich", "斯德哥尔摩": "Stockholm",
    "多伦多": "Toronto", "温哥华": "Vancouver", "圣地亚哥": "Santiago", "圣保罗": "Sao_Paulo", "首尔": "Seoul", "孟买": "Kolkata",
}  # fmt: skip
_CITY_EN = r"(?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_AFTER = Lazy(
    rf"[\s,)]{{0,2}}(?:{_CITY_EN}(?:'s)? (?:local )?time|(?:local )?(?:time )?(?:in|at) {_CITY_EN.replace('city', 'inside')}\b"
    rf"|\({_CITY_EN.replace('city', 'bracket')}(?: time)?\)|\s?\(?(?P<zh>{'|'.join(_CITIES_ZH)})(?:当地)?(?:时间)?\)"
    r"|(?P<own>\(?(?:local time|local\b|their (?:own )?time|your time|当地时间|本地时间)))"
)
_BEFORE = Lazy(
    rf"(?:(?P<zh>{'|'.join(_CITIES_ZH)})(?:当地)?(?:时间)?|{_CITY_EN} time|(?P<own>当地时间|本地时间|local time))"
    r"[^。；;，,]{0,20}$"
)


def zones_at(sentence: str, start: int, end: int, book: EvidenceBook) -> tuple[tzinfo, ...]:
    """The zones meant by the words around the time at `start:end`; empty where they name none that this escalation has."""
    for match in (_AFTER.match(sentence, end), _BEFORE.search(sentence, max(0, start - 40), start)):
        if match:
            groups = match.groupdict()
            if groups.get("own"):
                return book.zones[1:]
            named = next((groups.get(name) for name in ("city", "inside", "bracket", "zh") if groups.get(name)), "")
            city = _CITIES_ZH.get(named or "", re.sub(" ", "_", named or ""))
            found = tuple(zone for zone in book.zones if str(zone).rpartition("/")[2] == city)
            if found:
                return found
    return ()
