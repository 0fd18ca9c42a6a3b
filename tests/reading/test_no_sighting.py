"""Words of a fault in a sentence that shows nobody the fault."""

from __future__ import annotations

import pytest

from escalation.reading.threads.no_sighting import is_step, shows_nothing
from escalation.reading.threads.reproduction import ReproductionFound, reproduction
from escalation.records import Ticket


def read(*told: tuple[str, str]) -> ReproductionFound:
    comments = [
        {"id": str(n), "role": role, "public": role != "internal", "at": f"2026-03-19T1{n}:00:00Z", "body": body}
        for n, (role, body) in enumerate(told)
    ]
    data = {"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "comments": comments}
    return reproduction([Ticket.model_validate(data)])


@pytest.mark.parametrize(
    "sentence",
    [
        "No word since Friday.",
        "Still nothing, you promised word by 3 pm.",
        "The stocktake is this Friday at 09:00 and we cannot show these figures.",
        "Last weekend we lost a load because nobody got the alert.",
        "昨天说下班前回复的，到现在没有消息。",
        "上周末丢了一批货就是因为没收到报警，损失8万多。",
        "已經四點了，還是沒有消息。",
    ],
)
def test_silence_a_day_and_damage_show_nothing(sentence: str) -> None:
    assert shows_nothing(sentence)
    assert read(("customer", sentence)).shown == ()


@pytest.mark.parametrize(
    "sentence",
    ["The scanner gives no response when I press it.", "手机没有收到消息。", "Sync lost 3 orders last night.",
     "The invoice shows $40 instead of $50.", "The damage report stays empty."],
)  # fmt: skip
def test_a_fault_with_such_words_is_one(sentence: str) -> None:
    assert not shows_nothing(sentence)


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("Rebooted 4, they came back for an hour then gone again.", True),
        ("I logged out and in again, still there.", True),
        ("权限是开的，重新登录、卸载重装都试过，还是没有。", True),
        ("换了SIM卡，第二天还是死。", True),
        ("Deleted drivers still show on the map.", False),
        ("After I updated to 6.4 all tills freeze.", False),
        ("升级6.4之后熄火就不上线了。", False),
    ],
)
def test_a_step_is_told_from_what_is_seen(sentence: str, step: bool) -> None:  # noqa: FBT001
    assert is_step(sentence) is step


def test_a_step_shows_the_fault_only_where_nothing_else_does() -> None:
    fault = "Since the update the tills drop off the network and dont come back."
    assert [s.words for s in read(("customer", f"{fault} Rebooted all, 3 stayed on, 11 failed again at 4.")).shown] == [
        fault
    ]


def test_a_trial_in_the_lab_is_ours() -> None:
    note = "Rolled one test unit (WT-40, 6.4) in the lab: lost lock after 3rd ignition cycle."
    assert [(s.words, s.ours) for s in read(("internal", note)).shown] == [(note, True)]


def test_a_guess_of_ours_is_nothing_seen() -> None:
    found = read(("internal", "Push service returns 410, I suspect our certificate expired, not confirmed yet."))
    assert found.actual == "Push service returns 410"
