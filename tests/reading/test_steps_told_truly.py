"""What came of a step, told with the step: in one sentence, later in the thread, and of what we did to our own service."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from escalation.reading.threads.reproduction import reproduction
from escalation.reading.threads.tried import tried
from escalation.records import Ticket

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def thread(*said: tuple[str, str]) -> Ticket:
    comments = [
        {"id": f"c{n}", "role": role, "at": AT + timedelta(hours=n + 1), "public": role != "internal", "body": body}
        for n, (role, body) in enumerate(said)
    ]
    return Ticket.model_validate(
        {"id": "T-1", "subject": "Scale", "description": "The scale.", "created_at": AT, "comments": comments}
    )


def steps(*said: tuple[str, str]) -> list[tuple[str, str | None]]:
    return [(found.step, found.result) for found in tried([thread(*said)])]


@pytest.mark.parametrize(
    "status",
    ["我们已复现，同事在修。", "已经复现了，研发在查。", "We reproduced it, the developers are fixing it."],
)
def test_how_it_stands_is_no_trial(status: str) -> None:
    assert steps(("agent", status)) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("三台秤、两根线都试过，都是零。", ("三台秤、两根线都试过", "都是零")),
        ("Tried two cables and a new adapter, all dead.", ("Tried two cables and a new adapter", "all dead")),
        ("我们擦过探头、调过量程，没有用。", ("擦过探头、调过量程", "没有用")),
    ],
)
def test_how_all_of_it_went_is_the_result(said: str, told: tuple[str, str]) -> None:
    assert steps(("customer", said)) == [told]


def test_what_helped_and_helps_no_longer_is_told_with_both() -> None:
    found = steps(
        ("agent", "请用有线网络上传。"), ("customer", "用有线可以了。"), ("customer", "这两天有线也不行了，还是零。")
    )
    assert found == [("用有线网络上传", "用有线可以了"), ("用有线网络上传", "这两天有线也不行了，还是零")]


def test_the_answer_that_the_very_thing_does_nothing_is_its_result() -> None:
    found = steps(
        ("agent", "As a workaround run Settings > Recalibrate before each load."),
        ("customer", "Recalibrate does nothing for the large scale. It works for the small one."),
    )
    assert found[0] == (
        "run Settings > Recalibrate before each load",
        "Recalibrate does nothing for the large scale",
    )


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Gateway restarted, scales back at 08:40.", ("Gateway restarted", "scales back at 08:40")),
        ("Scaled the queue to 4 workers, half of them still lag.", ("Scaled the queue to 4 workers", "half of them")),
        ("网关已重启，八点四十恢复。", ("网关已重启", "八点四十恢复")),
    ],
)
def test_what_we_did_to_our_own_service_is_a_trial(note: str, told: tuple[str, str]) -> None:
    (found,) = steps(("internal", note))
    assert found[0] == told[0]
    assert (found[1] or "").startswith(told[1])


@pytest.mark.parametrize(
    "note",
    ["Please check: gateway restarted, scales back?", "If restarted, the scales come back.", "请先重启网关，再称。"],
)
def test_what_is_asked_or_supposed_is_none(note: str) -> None:
    assert steps(("internal", note)) == []


def test_where_it_was_filed_is_not_what_was_seen() -> None:
    found = reproduction([thread(("internal", "在测试环境复现：新固件把五位重量截成四位。已提 LAB-77。"))])
    assert "LAB-77" not in (found.actual or "")
