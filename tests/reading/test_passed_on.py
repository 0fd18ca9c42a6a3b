"""Mail that was passed on is read and told without the marks before its lines and the lines that head it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from escalation.reading.own_words import own_words
from tests.judgement.worlds import NOW, ticket


def passed_on(body: str) -> str:
    comment = {
        "id": "c",
        "author": "Ida",
        "role": "customer",
        "public": True,
        "at": NOW - timedelta(hours=1),
        "body": body,
    }
    told = ticket(
        "W-1", "weir", "Pump log empty", description="The pump log is empty since Monday.", comments=[comment]
    )
    return own_words(told)[1]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "Our director writes:\n> If that happens once more, we tender the service anew.\n> Carla",
            "Our director writes:\nIf that happens once more, we tender the service anew.\nCarla",
        ),
        (
            "老板说：\n> 再有一次，\n>> 合同就不续了。",
            "老板说：\n再有一次，\n合同就不续了。",
        ),
        (
            "FYI, from above.\n\n-----Original Message-----\nFrom: Carla\nSent: Monday\n\nThis is the third week. I want a date.",
            "FYI, from above.\n\nThis is the third week. I want a date.",
        ),
        (
            "请看领导的邮件。\n\n发件人：高峰\n发送时间：2026年3月19日\n收件人：李\n主题：泵站日志\n\n本周必须给出答复。",
            "请看领导的邮件。\n\n本周必须给出答复。",
        ),
        ("Gaps:\n> 5 mm is too wide.", "Gaps:\n> 5 mm is too wide."),
        ("Values over 5 > limit are dropped.", "Values over 5 > limit are dropped."),
        ("Subject: nothing else quoted here.", "Subject: nothing else quoted here."),
    ],
)
def test_what_was_passed_on_is_told_as_words(body: str, words: str) -> None:
    assert passed_on(body) == words
