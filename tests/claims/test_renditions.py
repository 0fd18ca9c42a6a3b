"""One value in every form in which people write it: each is read as that value, and as nothing else besides."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from escalation.claims.found import Claim
from escalation.claims.scanning.scan import scan

LENGTHS: dict[Fraction | int, str] = {
    1290: "21.5 hours|21 and a half hours|twenty-one and a half hours|21½ hours|21 h 30 min|21h30m|21h 30m|21 hrs 30 mins"
    "|21 hours and 30 minutes|21 个半小时|21个半小时|二十一个半小时|21 小时 30 分钟|21小时半|廿一个半小时|21 個半鐘頭",
    90: "an hour and a half|one and a half hours|one hour and a half|1½ hours|ninety minutes|1h30|1h 30min|1 hour 30 minutes"
    "|一个半小时|一小时半|1 个半小时|一个半钟头|九十分钟|1 小时 30 分|一個半小時",
    45: "three quarters of an hour|three-quarters of an hour|45 minutes|三刻钟|四十五分钟",
    30: "half an hour|half-an-hour|a half hour|a half-hour|thirty minutes|30 min|30-minute|半小时|半个小时|半个钟头|两刻钟|30分",
    15: "a quarter of an hour|quarter of an hour|fifteen minutes|15 min|一刻钟|十五分钟",
    Fraction(1, 2): "half a minute|30 seconds|thirty seconds|30s|30-second|三十秒|半分钟|30 秒|整整三十秒",
    Fraction(1, 60): "under a second|less than a second|1 second|1s|一秒|1 秒|一秒钟|不到一秒",
    60: "an hour|one hour|a single hour|1 h|60 minutes|sixty minutes|一小时|一个小时|整整一小时|一个钟头",
    1440: "a day|one full day|a full day|24 hours|twenty-four hours|一天|一整天|二十四小时|24 小时",
    2880: "two days|two full days|a couple of days|48 hours|两天|兩天|2 天|四十八小时",
    2160: "a day and a half|one and a half days|1.5 days|36 hours|一天半|三十六小时",
    3600: "two and a half days|60 hours|2 days and 12 hours|两天半|2 天半|两天零十二小时",
    20160: "two weeks|a fortnight|fourteen days|两周|两个星期|十四天",
    788940: "a year and a half|one and a half years|eighteen months|一年半|十八个月|18 个月",
}
HOURS = {
    870: "14:30|2:30 pm|2.30 pm|half past two in the afternoon|下午两点半|14 时 30 分|14点30|下午两点三十分|下午两点三十"
    "|午后两点半",
    540: "9:00|9 am|9 a.m.|nine a.m.|nine in the morning|9 o'clock in the morning|早上九点|清晨九点|上午九点整|9 点整",
    1245: "8:45 pm|20:45|a quarter to nine in the evening|晚上八点四十五|晚上 8 点 45 分|晚八点三刻|夜里八点四十五分",
    720: "noon|midday|12:00|12 pm|正午|中午十二点",
    0: "midnight|00:00|12 am|午夜|午夜 12 点|凌晨零点",
}
DAYS = (
    "6 October|October 6|Oct. 6|6 Oct|6th October|October 6th|the 6th of October|October 6, 2026|2026-10-06|2026/10/6|06-Oct-2026"
    "|10/6|10/06/2026|6/10/2026|6.10.2026|10月6日|10 月 6 号|十月六日|2026 年 10 月 6 日|二〇二六年十月六日|2026.10.6"
)
MONEY = {
    186000: "$186,000|$186k|186k dollars|US$186k|$0.186M|USD 186,000|186,000 USD|186 thousand dollars|18.6 万美元|18 万 6 千美元"
    "|十八万六千美元|186000美元|18.6 萬美元|美元 18.6 万|美金18.6万|$18.6 万",
    1200000: "$1.2M|$1.2 million|$1.2mn|US$1.2 million|$1,200,000|120 万美元|一百二十万美元|1.2 百万美元|$1200k",
}
PERCENT = {
    12: "12%|12 percent|twelve percent|百分之十二|一成二",
    35: "35%|三成半|thirty-five per cent",
    50: "50%|五成|fifty percent",
}


def told(form: str) -> Claim:
    """The one value of a sentence around the form."""
    (claim,) = (each for each in scan(around(form)) if not (each.kind == "date" and each.key))
    return claim


def around(form: str) -> str:
    return f"前后约定为{form}，对方说。" if re.search("[\u3400-\u9fff]", form) else f"It took {form}, as it seems."


def each(table: dict[Fraction | int, str] | dict[int, str]) -> list[tuple[Fraction | int, str]]:
    return [(value, form) for value, forms in table.items() for form in forms.split("|")]


@pytest.mark.parametrize(("minutes", "form"), each(LENGTHS))
def test_a_length_is_read_in_every_form(minutes: Fraction | int, form: str) -> None:
    claim = told(form)
    assert (claim.kind, claim.amount and claim.amount.value) == ("duration", minutes)


@pytest.mark.parametrize(("minute", "form"), each(HOURS))
def test_a_time_of_day_is_read_in_every_form(minute: Fraction | int, form: str) -> None:
    claim = told(form)
    assert claim.clock
    assert claim.clock.minute == minute or (claim.clock.halves and claim.clock.minute % 720 == minute % 720)


@pytest.mark.parametrize("form", DAYS.split("|"))
def test_a_date_is_read_in_every_form(form: str) -> None:
    day = told(form).day
    assert day
    assert (10, 6) in ((day.month, day.day), day.other)


@pytest.mark.parametrize(("dollars", "form"), each(MONEY))
def test_an_amount_is_read_in_every_form(dollars: Fraction | int, form: str) -> None:
    claim = told(form)
    assert (claim.kind, claim.unit, claim.amount and claim.amount.value) == ("money", "USD", dollars)


@pytest.mark.parametrize(("percent", "form"), each(PERCENT))
def test_a_percentage_is_read_in_every_form(percent: Fraction | int, form: str) -> None:
    claim = told(form)
    assert (claim.kind, claim.amount and claim.amount.value) == ("percentage", percent)
