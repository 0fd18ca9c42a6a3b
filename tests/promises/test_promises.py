"""Promises are found with who owes them and by when; what is refused, conditional or over is none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.promises import promises

SHANGHAI = "Asia/Shanghai"
NOW = datetime(2026, 11, 18, 14, 20, tzinfo=ZoneInfo(SHANGHAI))
INSTANTS = st.integers(946684800, 3786912000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
ZONES = st.sampled_from(["UTC", SHANGHAI, "America/Chicago", "Europe/Berlin", "Pacific/Auckland", "Asia/Kolkata"])


@pytest.mark.parametrize(
    ("text", "owner", "named"),
    [
        ("I'll call you tomorrow.", "writer", None),
        ("We will fix it by Friday.", "provider", None),
        ("Our platform team will fix it by Friday.", "named", "platform team"),
        ("我明天给您打电话。", "writer", None),
        ("我们周五前修好。", "provider", None),
    ],
)
def test_who_owes_it(text: str, owner: str, named: str | None) -> None:
    found = promises(text, NOW, SHANGHAI)
    assert [(each.owner, each.named) for each in found] == [(owner, named)]


def test_a_day_is_the_customers_day() -> None:
    late = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
    (here,) = promises("We will fix it tomorrow.", late, "UTC")
    (there,) = promises("We will fix it tomorrow.", late, SHANGHAI)
    assert here.due == datetime(2026, 11, 19, 18, 0, tzinfo=UTC)
    assert there.due == datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def test_two_promises_of_one_sentence_have_their_own_times() -> None:
    found = promises("今晚恢复同步，明天上午给您报告。", NOW, SHANGHAI)
    assert [each.kind for each in found] == ["fix_by", "deliver_by"]
    assert [each.due for each in found] == [
        datetime(2026, 11, 18, 15, 59, tzinfo=UTC), datetime(2026, 11, 19, 4, 0, tzinfo=UTC),
    ]  # fmt: skip


def test_a_promise_beyond_the_calendar_has_no_date() -> None:
    last = datetime(9999, 12, 31, 23, 0, tzinfo=UTC)
    assert [each.due for each in promises("We will fix it tomorrow.", last, "UTC")] == [None]


@given(INSTANTS, ZONES, st.integers(1, 72))
def test_hours_are_hours_in_every_zone(sent: datetime, zone: str, hours: int) -> None:
    for text in (f"We will fix it within {hours} hours.", f"我们会在 {hours} 小时内修好。"):
        (found,) = promises(text, sent, zone)
        assert (found.kind, found.due) == ("fix_by", sent + timedelta(hours=hours))


@given(INSTANTS, ZONES, st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
def test_by_a_weekday_is_the_end_of_its_business_within_a_week(sent: datetime, zone: str, day: str) -> None:
    (found,) = promises(f"We will fix it by {day}.", sent, zone)
    assert found.due is not None
    local = found.due.astimezone(ZoneInfo(zone))
    assert (f"{local:%A}", local.hour, local.minute) == (day, 18, 0)
    assert timedelta(0) < found.due - sent < timedelta(days=8)


@given(INSTANTS, ZONES, st.integers(2, 12))
def test_a_rhythm_is_no_date(sent: datetime, zone: str, hours: int) -> None:
    for text in (f"We will update you every {hours} hours.", f"我们每{hours}小时向您通报一次。"):
        (found,) = promises(text, sent, zone)
        assert (found.kind, found.due, found.every_hours) == ("update_every", None, hours)


@given(st.text(max_size=200), INSTANTS, ZONES)
def test_any_text_is_read_and_no_promise_is_due_before_it_is_made(text: str, sent: datetime, zone: str) -> None:
    for found in promises(text, sent, zone):
        assert text[found.start : found.end] == found.span
        assert found.due is None or found.due > sent


@pytest.mark.parametrize(
    "text",
    [
        "我们最晚明天早上 7 点前再向您回报进度。",
        "我們最晚明天早上 7 點前再向您回報進度。",
        "我们明天下午会再跟您确认一次。",
        "明天下午我们会再问您一次是否正常。",
        "I will ask you tomorrow whether all is well.",
        "I will check with you tomorrow whether it holds.",
        "We'll confirm with you tomorrow that it works.",
    ],
)
def test_asking_whether_it_holds_and_reporting_back_are_word_to_the_customer(text: str) -> None:
    assert [each.kind for each in promises(text, NOW, SHANGHAI)] == ["update_by"]


@pytest.mark.parametrize(
    "text", ["恢复后马上告诉您。", "修复之后立即通知您。", "问题解决了就告诉您。", "恢复后第一时间联系您。"]
)
def test_to_tell_them_once_it_is_over_is_no_promise_to_mend(text: str) -> None:
    assert {each.kind for each in promises(text, NOW, SHANGHAI)} <= {"update_by"}


@pytest.mark.parametrize("text", ["我们会在今晚 20:00 之前恢复登录。", "我们今天修复后上线。"])
def test_to_mend_by_a_time_stays_one(text: str) -> None:
    assert {each.kind for each in promises(text, NOW, SHANGHAI)} & {"fix_by", "deliver_by"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("三小时内再向您更新。", "update_by"),
        ("四十分钟内再跟您更新进展。", "update_by"),
        ("我们会在三小时内更新固件。", "other"),
    ],
)
def test_to_update_a_customer_is_word_and_to_update_a_thing_is_none(text: str, kind: str) -> None:
    assert [each.kind for each in promises(text, NOW, SHANGHAI)] == [kind]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("每三小时同步一次。", 3.0),
        ("后续每半小时更新一次。", 0.5),
        ("You get word from me every three hours.", 3.0),
        ("From now on we write once a day.", 24.0),
        ("库存每三小时同步一次。", None),
        ("每三小时同步一次库存。", None),
        ("系统每半小时更新一次。", None),
    ],
)
def test_a_rhythm_of_word_is_promised_though_it_names_nobody(text: str, hours: float | None) -> None:
    assert [each.every_hours for each in promises(text, NOW, SHANGHAI)] == ([hours] if hours else [])
