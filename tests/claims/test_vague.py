"""Figures without digits are figures: parts, crowds, ordinals, old numerals, plans, and other marks of quotation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Judge = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Half of their users cannot sync.", "Half of their"),
        ("A third of requests fail.", "A third of"),
        ("三分之一的请求失败。", "三分之一"),
        ("Three quarters of a million dollars is at risk.", "Three quarters of a million"),
        ("Their ARR of 1.2m is at risk.", "1.2m"),
        ("Hundreds of customers are affected.", "Hundreds of"),
        ("数百家客户受影响。", "数百"),
        ("超过一半的用户无法登录。", "超过一半的"),
        ("Errors have doubled.", "doubled"),
        ("Volume rose tenfold.", "tenfold"),
        ("This is their 47th outage.", "47th outage"),
        ("This is the ninth outage.", "ninth outage"),
        ("这是第九次故障。", "第九次"),
        ("XLVII customers are affected.", "XLVII"),
        ("涉及壹佰贰拾万元。", "壹佰贰拾万元"),
        ("They wrote „we will leave you“.", "„we will leave you“"),
        ("他们说 ＂我们要解约＂。", "＂我们要解约＂"),
        ("They wrote ″we will leave you″.", "″we will leave you″"),
        ("They wrote `we will leave you`.", "`we will leave you`"),
        ("> we will leave you tomorrow", "> we will leave you tomorrow"),
        ("They are on the Platinum plan.", "Platinum plan"),
        ("他们用的是白金版。", "白金版"),
    ],
)
def test_a_figure_without_digits_is_held_against_the_evidence(found: Judge, text: str, span: str) -> None:
    assert span in [each for each, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "About an eighth: 12.5% of calls fail.",
        "大约八分之一的调用失败。",
        "This is the second outage.",
        "They are on the Enterprise plan.",
        "Call `/v2/sync` and `SYNC_TIMEOUT` again.",
        "They wrote „the export lost 1,204 of 30,000 rows“.",
        "最晚今天再通报。",
    ],
)
def test_what_the_evidence_says_or_counts_passes(found: Judge, text: str) -> None:
    assert found(text) == []


def test_a_crowd_that_a_source_speaks_of_may_be_told(world: Callable[..., Judge]) -> None:
    assert (
        world("Errors have doubled and hundreds of users complain")("Errors have doubled; hundreds of users complain.")
        == []
    )
    assert world("half of the calls fail")("Half of the calls fail.") == []


def test_a_part_is_about_the_percentage_or_the_sum_on_record(world: Callable[..., Judge]) -> None:
    assert world("33% of requests fail; $740,000 is at risk")("A third of requests fail.") == []
    assert world("$740,000 is at risk")("Three quarters of a million dollars is at risk.") == []
    assert world("20% of requests fail")("A third of requests fail.") == [("A third of", "figure_unknown")]


def test_a_version_is_the_number_that_a_source_writes_behind_the_name(world: Callable[..., Judge]) -> None:
    found = world("Chrome 134, 7 users")
    assert found("在 Chrome 134 登录失败。") == []
    assert found("在 Chrome 135 登录失败。") == [("135", "figure_unknown")]


def test_the_latest_time_is_no_evening(world: Callable[..., Judge]) -> None:
    assert world("next update 09:00 UTC")("最晚 09:00 UTC 再通报") == []
