"""Customers in Taiwan and Hong Kong are written to in Traditional; what is quoted to them stays as it was."""

from __future__ import annotations

import pytest

from escalation.language import script_of
from escalation.promises import promises
from escalation.records import Account
from prompts.script import Convention, convention, in_script
from tests.judgement.worlds import NOW


def customer(language: str | None, region: str | None = None) -> Account:
    return Account(id="a", name="a", language=language, region=region)


@pytest.mark.parametrize(
    ("language", "region", "told"),
    [
        ("zh-Hant", "Taiwan", "tw"),
        ("zh-TW", None, "tw"),
        ("zh-TW", "Hong Kong", "hk"),
        ("zh-Hant", "HK", "hk"),
        ("zh_HK", None, "hk"),
        ("zh-Hans", "HK", None),
        ("zh-CN", "China", None),
        ("zh", None, None),
        ("en", "TW", None),
        (None, "TW", None),
    ],
)
def test_the_language_on_record_decides_and_the_region_only_how(
    language: str | None, region: str | None, told: Convention | None
) -> None:
    assert convention(customer(language, region)) == told


def test_words_are_those_of_the_place() -> None:
    assert in_script("请重新登录服务器，导出数据。客户支持团队", "tw") == "請重新登入伺服器，匯出資料。客戶支援團隊"
    assert in_script("请重新登录服务器，导出数据。客户支持团队", "hk") == "請重新登入伺服器，匯出數據。客戶支援團隊"


def test_a_kept_passage_stays_and_the_longest_goes_first() -> None:
    text = "关于「导出数据」与「导出数据失败」：明德软件"
    assert (
        in_script(text, "tw", ("导出数据", "导出数据失败", "明德软件", None))
        == "關於「导出数据」與「导出数据失败」：明德软件"
    )


def test_nothing_changes_without_a_convention() -> None:
    assert in_script("请重新登录", None) == "请重新登录"


def test_a_promise_is_found_in_either_script() -> None:
    said = "我们会在 2026-03-20 20:15 之前再次与您联系。"
    for told in ("tw", "hk"):
        written = in_script(said, told)
        assert script_of(written) == "zh-Hant"
        assert [p.due for p in promises(written, NOW)] == [p.due for p in promises(said, NOW)] != []


def test_a_cause_recorded_in_traditional_is_told_in_simplified_to_who_reads_that() -> None:
    assert (
        in_script("原因：報表只按實際入住的夜晚關聯「營收報表」", None, ("營收報表",))
        == "原因：报表只按实际入住的夜晚关联「營收報表」"
    )
