"""What a thread says of a version, a figure, a moment or a fine: each in its own slot, or in none."""

from __future__ import annotations

import pytest

from escalation.reading.threads.reproduction import ReproductionFound, reproduction
from escalation.records import Ticket


def read(said: str, *more: tuple[str, str]) -> ReproductionFound:
    comments = [
        {"id": str(n), "role": role, "at": f"2026-03-19T1{n}:00:00Z", "body": body, "public": role != "internal"}
        for n, (role, body) in enumerate(more)
    ]
    told = {"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "description": said, "comments": comments}
    return reproduction([Ticket.model_validate(told)])


@pytest.mark.parametrize(
    ("said", "shows", "works"),
    [
        ("We rolled the till back to 5.2.0 and it has been clean for 14 hours.", (), ("5.2.0",)),
        ("Went back to 5.2.0, all quiet since. 5.3.1 freezes.", ("5.3.1",), ("5.2.0",)),
        ("Rolled back to 5.2.0. 5.3.1 freezes at noon.", ("5.3.1",), ()),
        ("We rolled back to 5.2.0 but it still freezes.", ("5.2.0",), ()),
        ("On 5.3.1 it freezes: 9 of 50 receipts lost. With 5.2.0: 0 of 50.", ("5.3.1",), ("5.2.0",)),
        ("5.3.1 上卡住，50 次里 9 次。5.2.0 上 50 次里 0 次。", ("5.3.1",), ("5.2.0",)),
        ("回退到 5.2.0 之后一直稳定，5.3.1 每天都卡。", ("5.3.1",), ("5.2.0",)),
    ],
)
def test_a_version_one_went_back_to_is_no_place_of_the_fault(
    said: str, shows: tuple[str, ...], works: tuple[str, ...]
) -> None:
    found = read(said)
    assert (found.environment, found.works_in) == (shows, works)


@pytest.mark.parametrize(
    "told",
    [
        "This is known, 5.4.0 fixes it and is planned for 30 March.",
        "这个是已知问题，5.4.0 里修好了，计划 3 月 30 日发布。",
        "5.4.0 版本会解决，下周上线。",
        "It will be gone with 5.4.0, which is not out yet.",
        "The fix comes with 5.4.0.",
        "Please keep the till on 5.4.0.",
    ],
)
def test_a_version_that_mends_it_or_that_we_ask_for_is_none_either(told: str) -> None:
    found = read("The till freezes on 5.3.1.", ("agent", told))
    assert (found.environment, found.works_in) == (("5.3.1",), ())


def test_a_count_is_not_cut_at_the_comma_of_its_thousands() -> None:
    assert read("The list is missing 214 of 3,900 parcels.").frequency == "214 of 3,900"
    assert read("In 3 out of 12,500 labels the code is wrong.").frequency == "3 out of 12,500"


@pytest.mark.parametrize(
    "said",
    [
        "12:00 was fine.",
        "Yesterday was fine.",
        "改用備用線路後正常，不過很慢。",
        "After switching to the spare line all pages are fine.",
        "切到二号机房就正常了。",
    ],
)
def test_a_moment_without_it_and_a_way_round_rule_nothing_out(said: str) -> None:
    assert read("The till freezes at noon.", ("customer", said)).ruled_out == ()


def test_what_was_before_is_what_is_expected() -> None:
    found = read("Opening a parcel takes 30 to 50 seconds, used to be 3.")
    assert found.expected == "used to be 3"
    assert found.actual == "Opening a parcel takes 30 to 50 seconds, used to be 3."
    assert read("打开订单要 40 秒，以前 2 秒。").expected == "以前 2 秒"


def test_a_fine_and_a_cause_of_their_own_show_nobody_the_fault() -> None:
    found = read(
        "We may be fined up to EUR 90,000 for late reports.", ("customer", "The report leaves out the night shift.")
    )
    assert found.actual == "The report leaves out the night shift."
    assert read("We will be sued if this fails again.").shown == ()
    found = read("再这样我们会被监管罚款 5 万。", ("customer", "报表每次都缺夜班。"))
    assert found.actual == "报表每次都缺夜班。"


def test_what_came_of_a_step_is_no_sighting() -> None:
    found = read("字幕总比画面晚一拍出来。", ("agent", "请把缓冲改成 0。"), ("customer", "没有用，还是慢。"))
    assert [one.words for one in found.shown] == ["字幕总比画面晚一拍出来。"]
