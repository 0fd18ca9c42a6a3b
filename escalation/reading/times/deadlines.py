"""Deadlines said in words, resolved to an instant from when and where they were said.

Own rules on `zoneinfo`, since the general date libraries read "may", "sat" and bare numbers as dates and know little Chinese.
A day without an hour ends at 18:00 local, a customer's "today" and any "tonight" at 23:59; "before" a day ends with the day
before it, "before" what is on it at 09:00. What is wanted in the morning is wanted at 09:00, a promise kept until noon (`kept`).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from escalation.reading.times.day_before import before_a_day, end_of_day_before
from escalation.reading.times.lengths import after
from escalation.reading.times.months import MONTH, NAMES
from escalation.reading.times.periods import period
from escalation.reading.times.said_zones import said_zone
from escalation.reading.times.told_of import spelled_out, without_what_was
from escalation.reading.times.wished_first import wished_first
from escalation.reading.uncovered import uncover
from escalation.zones import zone as zone_named

_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_HAN_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_REST = r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?"
"""What may follow a month's first letters: 5 marks are no 5 March."""

# Many a product numbers its releases by year and month: "release 2026.3.4" names no day.
_VERSION = re.compile(
    r"(?i)(?:\b(?:releases?|versions?|builds?|patch|hotfix|update|sdk|v)|版本|发布|補丁|补丁|升级到|更新到)"
    r"\s*(?:to|is|was|为|是|到|[:：])?\s*v?20\d\d(?:\.\d{1,2}){1,3}|\b20\d\d(?:\.\d{1,2}){2,3}\s*(?:版|release\b)"
)
_EACH_TIME = re.compile(
    r"\b(?:every|each) (?:other |single |working )?(?:day|week|month|quarter|morning|afternoon|evening|night"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?)\b(?: (?:morning|afternoon|evening|night))?"
    r"(?: (?:at|by|before) \d{1,2}(?::\d\d)?(?: ?[ap]m)?)?"
    r"|每(?:个|隔)?(?:周|星期|礼拜)(?:[一二三四五六日天])?(?:早上|上午|下午|晚上)?|每[天日晚早]|每个?月(?:\d{1,2}\s*[日号]|底|初|末)?"
)
"""What comes round again ("send it every Monday") is the substance of a wish, and no day by which it is wanted."""
_ISO = re.compile(r"(?<!\d)(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})")
_MONTH_DAY = re.compile(
    rf"\b({'|'.join(_MONTHS)}){_REST}\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)|\b(\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?: of)? ({'|'.join(_MONTHS)}){_REST}\b"
)
_FOREIGN_DAY = re.compile(rf"\b(\d{{1,2}})(?:\.|er)?(?: de)? ({MONTH})\b")
_GOVERNED = re.compile(
    r"\b(by|before|ahead of|until|unless|(?:no|not) later than|due(?: on| by)?|bis(?: spätestens)?(?: zum)?|avant|d'ici|pour le"
    r"|au plus tard)\b(?!-)"
    r"(?:(?!\b(?:by|before|until|unless|(?:we|they|i) (?:will|shall)|(?:we|they|i)['’]ll"
    r"|(?<!before )(?:we|they|i) (?:want|need|expect|would like))\b)[^.;!?,:]){0,60}"
)
"""A day that a preposition makes a limit; other days of the sentence tell when something was or will be."""
_HAN_GOVERNED = re.compile(
    r"[^，。；！？,;!?]{1,24}?(?:(?:之前|以前|前(?![天面台端往后提景几两一期脸者段置]))|(?:之内|以内|内)(?![部容存置])|(?=就?(?:要(?![么是求不])|必须|得(?:有|给|交))))"
)
_OR_ELSE = re.compile(r"[^.;!?,]{0,40}(?= or (?:else\b|(?:they|we|he|she|it)(?:\b|['’])))")
"""The time before "or they leave" is a limit without a word for it; 「月底要」 and 「月底前」 say so behind it."""
_HAN_MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?|(?<![\d月])(\d{1,2})\s*号")
_ORDINAL = re.compile(r"\b(?:by|before|until|till|on) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|time|floor))")
_FRENCH_HOUR = re.compile(r"\b(?:avant|à|vers) (\d{1,2}) ?h(?: ?(\d\d))?(?![a-z\d])|\b(\d{1,2}) ?uhr\b")
_WEEKDAY = re.compile(r"\b(next |this |coming )?(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b")
_NEXT = re.compile(r"\bnext\b|\bweek\b|\bnächste|\bkommende|\bprochain")
"""Beside a weekday that is today's: another week's."""
_FOREIGN_DAYS = (
    "montag|lundi", "dienstag|mardi", "mittwoch|mercredi", "donnerstag|jeudi", "freitag|vendredi", "samstag|sonnabend|samedi",
    "sonntag|dimanche",
)  # fmt: skip
_FOREIGN_WEEKDAY = re.compile("|".join(rf"\b({names})(?!s)" for names in _FOREIGN_DAYS))
_HAN_WEEKDAY = re.compile(r"(下个?|本|这个?|上)?(?:周|星期|礼拜)([一二三四五六日天])")
_CLOCK = re.compile(
    r"(?<![\d-])(\d{1,2})(?::(\d\d))? ?(am|pm|a\.m\.?|p\.m\.?)(?![a-z])|(?<!\d)(?<!\d:)([01]?\d"
    r"|2[0-3])[:：]([0-5]\d)(?!\d)|(\d{1,2})\s*[点點时](?!间)(半|\d{1,2})?"
)
# The end of business is an hour, not a day: in "Friday close of business" the day is Friday.
_END_OF_DAY = re.compile(r"\b(?:eod|cob|end of (?:the )?day|close of business)\b|下班|当天")
_BEFORE = re.compile(
    r"\b(?:before|ahead of)\b(?! (?:the |this |next )?(?:end\b|late\b|close of|weekend\b))"
    r"|月(?:初|上旬|中旬|中|下旬)?(?:之前|以前|前)"
)
_LATE = re.compile(r"下午|晚上|今晚|傍晚|明晚")
_BARE_HOUR = re.compile(
    r"\b(at|by|before|until|till|from) (\d{1,2}) ?\(?(et|ct|mt|pt|est|edt|cdt|mst|mdt|pst|pdt"
    r"|gmt|utc|cet|cest|bst|jst|hkt|sgt|aest|aedt)\b"
)
"""An hour that only its zone shows to be one: "at 9 ET"; one to six are meant of the afternoon."""
_WHOLE_ZONE = {"et": "est", "ct": "cdt", "mt": "mst", "pt": "pst"}
_HAN_CLAUSE = re.compile(r"(?<=[\u4e00-\u9fff）)])[,，]|[,，](?=[\u4e00-\u9fff])|[；。]")
_HAN_HOUR = re.compile(
    r"(十[一二]?|(?<![十第])[一二两三四五六七八九])(?=点(?!儿|击|[:：]|建议|意见)|月(?![一二三四五六七八九十]))"
)
_HAN_HOURS = {"十": 10, "十一": 11, "十二": 12, "两": 2} | {c: n for n, c in enumerate("一二三四五六七八九", 1)}


def deadline(text: str, said_at: datetime, zone: str | None = None, *, kept: bool = False) -> datetime | None:
    """The first instant the text names, in UTC, or None. `zone` is an IANA name, and counts where the text names none itself;
    without a known one UTC is taken.

    `kept` reads a part of a day to its end: the last moment at which a promise is still kept.

    Chinese clauses are read one by one (「今晚必须恢复，周一一早要用」 is due tonight), and the earliest still ahead counts.
    """
    plain = _plain(text)
    place = said_zone(plain) or zone_named(zone)
    clauses = [c for c in _HAN_CLAUSE.split(plain) if c.strip()]
    named = (
        [due for c in clauses if (due := _due(c, said_at, place, kept=kept)) is not None] if len(clauses) > 1 else []
    )
    ahead = [due for due in named if due > said_at]
    return min(ahead) if ahead else _due(plain, said_at, place, kept=kept)


def _plain(text: str) -> str:
    """Folded, with hours and months in digits, without what only looks like a day or tells of things past."""
    once = _EACH_TIME.sub(" ", _VERSION.sub(" ", uncover(text).text))
    once = _BARE_HOUR.sub(_with_minutes, once)
    return spelled_out(without_what_was(_HAN_HOUR.sub(lambda m: str(_HAN_HOURS[m.group(1)]), once)))


def _with_minutes(bare: re.Match[str]) -> str:
    word, hour, letters = bare[1], int(bare[2]), bare[3]
    if hour > 23:
        return bare.group()
    return f"{word} {hour + 12 if 0 < hour < 7 else hour}:00 {_WHOLE_ZONE.get(letters, letters)}"


def _due(plain: str, said_at: datetime, place: tzinfo, *, kept: bool) -> datetime | None:
    place = said_zone(plain) or place
    local = said_at.astimezone(place)
    if (end := after(plain, said_at, local)) is not None:
        return end
    limit, limiting = _limit(plain, local.date())
    day = limit or _day(plain, local.date())
    hour = _hour(plain)
    if day is None and hour is None:
        return None
    if day is not None and hour is not None:
        day = _this_weekday(day, hour, limiting or plain, local)
    if day is not None and hour is None and before_a_day(limiting or plain):
        return end_of_day_before(day, local)
    words = limiting or (plain if _one_day(plain, local.date()) else _BEFORE.sub(" ", plain))
    moment = datetime.combine(day or local.date(), hour or _usual_hour(words, kept=kept), tzinfo=place)
    if day is None and moment <= local:
        moment += timedelta(days=1)
    return moment.astimezone(UTC)


def names_hour(plain: str) -> bool:
    """Whether a folded text names an hour of a day, so that it depends on whose day it is."""
    return _hour(_HAN_HOUR.sub(lambda m: str(_HAN_HOURS[m.group(1)]), plain)) is not None


_PART_OF_DAY = re.compile(
    r"\b(?:eod|cob|close of (?:business|play)|end of (?:the )?(?:working |business )?day|tonight|mornings?|afternoon|evening"
    r"|night|opening|lunch\w*)\b|[上下]班|收工|收市|开[门店工市]|今晚|早[上晨]|上午|下午|晚上|午[前后]|凌晨|半夜"
)


def day_only(text: str, said_at: datetime) -> bool:
    """Whether the text names no hour, no part of a day and no length of time: `deadline`'s hour is then our reading of it."""
    plain = _plain(text)
    return not (_hour(plain) or after(plain, said_at, said_at) or _PART_OF_DAY.search(plain))


def names_limit(text: str, said_at: datetime, zone: str | None = None) -> bool:
    """Whether the text sets a day as a limit ("by 29 May", "unless … this week"), and does not just mention one."""
    return bool(_limit(_plain(text), said_at.astimezone(zone_named(zone)).date())[0])


def _limit(text: str, today: date) -> tuple[date | None, str]:
    """The first day, today or later, that stands after a word of limit, with these words; (None, "") when there is none."""
    for m in (m for p in (_GOVERNED, _HAN_GOVERNED, _OR_ELSE) for m in p.finditer(text)):
        found = _named(words := m.group(), today)
        if found is not None and found >= today and not _relative(text, today):
            first = wished_first(text[: m.start()])
            sooner = _named(first, today)
            return (sooner, first) if sooner and today <= sooner < found else (found, words)
    return None, ""


def _named(words: str, today: date) -> date | None:
    return _dated(words, today) or _weekday(words, today) or period(words, today) or _day_of_month(words, today)


def _day(text: str, today: date) -> date | None:
    found = _one_day(text, today) or period(text, today) or _day_of_month(text, today)
    return found or (today if _END_OF_DAY.search(text) else None)


def _one_day(text: str, today: date) -> date | None:
    return _dated(text, today) or _relative(text, today) or _weekday(text, today)


def _dated(text: str, today: date) -> date | None:
    if m := _ISO.search(text):
        return _date(int(m.group(1)), int(m.group(2)), int(m.group(3)))
    if m := _MONTH_DAY.search(text):
        name, number = (m.group(1), m.group(2)) if m.group(1) else (m.group(4), m.group(3))
        return _coming(today, _MONTHS.index(name) + 1, int(number))
    if m := _FOREIGN_DAY.search(text):
        return _coming(today, NAMES[m.group(2)], int(m.group(1)))
    if m := _HAN_MONTH_DAY.search(text):
        month = int(m.group(1)) if m.group(1) else today.month
        return _coming(today, month, int(m.group(2) or m.group(3)), monthly=m.group(1) is None)
    return None


def _day_of_month(text: str, today: date) -> date | None:
    """ "on the 30th": the next one."""
    m = _ORDINAL.search(text)
    return _coming(today, today.month, int(m.group(1)), monthly=True) if m else None


def _coming(today: date, month: int, day: int, *, monthly: bool = False) -> date | None:
    found = _date(today.year, month, day)
    if found is None or found >= today - timedelta(days=31 if not monthly else 0):
        return found
    return _date(today.year + (month == 12), month % 12 + 1, day) if monthly else _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative(text: str, today: date) -> date | None:
    ahead = (
        (r"day after tomorrow|后天", 2),
        (r"\btomorrow\b|\btmrw\b|明天|明日|明早|明晚", 1),
        (r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b|今天|今日|今晚|今早", 0),
    )
    for pattern, days in ahead:
        if re.search(pattern, text):
            return today + timedelta(days=days)
    return None


def _weekday(text: str, today: date) -> date | None:
    if m := _FOREIGN_WEEKDAY.search(text):
        return today + timedelta(days=((m.lastindex or 1) - 1 - today.weekday()) % 7 or 7)
    if m := _WEEKDAY.search(text):
        return today + timedelta(days=(_DAYS[m.group(2)] - today.weekday()) % 7 or 7)
    if (m := _HAN_WEEKDAY.search(text)) and m.group(1) != "上":
        monday = today - timedelta(days=today.weekday())
        if (m.group(1) or "").startswith("下"):
            monday += timedelta(days=7)
        found = monday + timedelta(days=_HAN_DAYS[m.group(2)])
        return found if found >= today else found + timedelta(days=7)
    return None


def _this_weekday(day: date, hour: time, text: str, local: datetime) -> date:
    """A weekday named on that very day means today while its hour is ahead, and the next one when it has passed."""
    today, ahead = local.date(), hour > local.time()
    if _dated(text, today):
        return day
    if day == today + timedelta(days=7) and ahead and not _NEXT.search(text) and _weekday(text, today) == day:
        return today
    bare = day == today and not ahead and (m := _HAN_WEEKDAY.search(text)) and not m.group(1)
    return day + timedelta(days=7) if bare and _weekday(text, today) == day and not _relative(text, today) else day


def _hour(text: str) -> time | None:
    m = _CLOCK.search(text)
    if m is None:
        if re.search(r"\bnoon\b|中午", text):
            return time(12)
        m = _FRENCH_HOUR.search(text)
        return _time(int(m.group(1) or m.group(3)), int(m.group(2) or 0)) if m else None
    if m.group(1):
        hour = int(m.group(1)) % 12 + 12 * m.group(3).startswith("p")
        return _time(hour, int(m.group(2) or 0))
    if m.group(4):
        return _time(_afternoon(int(m.group(4)), text), int(m.group(5)))
    minute = 30 if m.group(7) == "半" else int(m.group(7) or 0)
    return _time(_afternoon(int(m.group(6)), text), minute)


def _afternoon(hour: int, text: str) -> int:
    return hour + 12 if hour < 12 and _LATE.search(text) else hour


def _time(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _usual_hour(text: str, *, kept: bool) -> time:
    if re.search(r"\bmorning\b|早上|上午|明早|今早|一早", text):
        return time(12 if kept else 9)
    if re.search(r"\bafternoon\b|下午", text):
        return time(18 if kept else 13)
    night = r"\b(?:tonight|tomorrow night)\b|今晚|明晚" + (r"|\bevening\b|晚上" if kept else r"|\btoday\b|今[天日]")
    if re.search(night, text) and (kept or not _END_OF_DAY.search(text)):
        return time(23, 59)
    return time(9) if _BEFORE.search(text) else time(18)
