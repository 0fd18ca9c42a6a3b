"""A text for a customer is held back for what is not theirs, and passes when it is only careful."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.audience import Approval, Audience, check

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
BASE = Audience(
    customer=("Northwind Ltd", "northwind.example"),
    contacts=("Sarah Lee", "王建国"),
    introduced=("Jordan Blake",),
    shared=("T-1201",),
    other_customers=("Acme Corp", "acme.example", "蓝海物流"),
    people=("Mia Chen", "Sarah Quist", "陈晓", "王磊"),
    channels=("#eng-sync",),
    systems=("Atlas",),
    ids=("BUG-2210",),
    figures=("$240,000",),
)


def kinds(text: str, audience: Audience = BASE) -> list[str]:
    return [each.kind for each in check(text, audience, NOW)]


@pytest.mark.parametrize("form", ["$240,000", "$240k", "240,000 USD", "24 万美元", "二十四万美元"])
def test_an_amount_on_internal_record_is_found_in_every_form(form: str) -> None:
    assert kinds(f"There is {form} in this.") == ["contract_money"]


@pytest.mark.parametrize(
    "text", ["Acme saw it.", "ACME CORP saw it.", "See acme.example.", "蓝海物流也有。", "藍海物流也有。"]
)
def test_another_customer_is_found_by_each_of_its_names(text: str) -> None:
    assert kinds(text) == ["other_customer"]


def test_the_readers_own_name_is_theirs_though_a_part_of_it_calls_another() -> None:
    saint = BASE.model_copy(
        update={"customer": ("Saint Orvel Medical Center",), "other_customers": ("Orvel Family Clinics",)}
    )
    assert kinds("Incident report for Saint Orvel Medical Center", saint) == []
    assert kinds("Orvel saw it, Saint Orvel Medical Center did not.", saint) == ["other_customer"]
    assert kinds("Orvel Family Clinics saw it.", saint) == ["other_customer"]


@pytest.mark.parametrize("text", ["Ac\u200bme saw it.", "Ａｃｍｅ saw it."])
def test_a_name_in_disguise_is_a_name_and_the_span_is_the_originals(text: str) -> None:
    found = check(text, BASE, NOW)
    assert [each.kind for each in found] == ["other_customer"]
    assert text[found[0].start : found[0].end] == found[0].span == text.split(" ", maxsplit=1)[0]


def test_the_customers_own_people_and_the_writer_may_be_named() -> None:
    assert kinds("Hello Sarah, this is Jordan Blake. 王总您好。") == []
    assert kinds("Quist will look.") == ["internal_person"]
    assert kinds("陈工在查看。") == ["internal_person"]


def test_an_account_of_a_system_is_no_handle_and_an_address_is_a_persons_however_its_sign_is_written() -> None:
    assert kinds("svc-retention\\@marrowgate reads the dates once a day.") == []
    assert kinds("Ask \\@mia for it.") == kinds("Ask @mia for it.") == ["internal_person"]
    assert (
        kinds("Write to otto.brook\\@vendor.example.")
        == kinds("Write to otto.brook@vendor.example.")
        == ["internal_person"]
    )


def test_only_records_that_were_shared_may_be_named() -> None:
    assert kinds("Your ticket T-1201 is open, in UTF-8.") == []
    assert kinds("It is BUG-2210.") == ["unshared_record"]
    assert kinds("It is T-1202.") == ["unshared_record"]
    assert kinds("Your order AB-1202 is there.") == []


def test_a_cause_is_a_fact_only_when_the_record_says_so() -> None:
    confirmed = BASE.model_copy(update={"cause": "a wrong pool size on the export database"})
    text = "The export failed because of a wrong pool size on the export database."
    assert kinds(text) == ["unconfirmed_cause"]
    assert kinds(text, confirmed) == []
    assert kinds("The export failed because of an expired certificate.", confirmed) == ["unconfirmed_cause"]
    assert kinds("We do not know yet what caused the failure.", confirmed) == []


def test_an_approved_date_covers_itself_and_later_and_nothing_earlier() -> None:
    approved = BASE.model_copy(update={"approved": (Approval(kind="fix_by", due=FRIDAY),)})
    assert kinds("We will fix it by Friday 18:00.") == ["unapproved_date"]
    assert kinds("We will fix it by Friday 18:00.", approved) == []
    assert kinds("We will fix it by Saturday.", approved) == []
    assert kinds("We will fix it by Thursday.", approved) == ["unapproved_date"]
    assert kinds("The feature ships on Friday.", approved) == ["unapproved_date"]


def test_an_approved_compensation_covers_only_itself() -> None:
    approved = BASE.model_copy(update={"approved": (Approval(kind="compensation", words="a credit of one month"),)})
    assert kinds("You will receive a credit of one month.", approved) == []
    assert kinds("You will receive a refund of the year.", approved) == ["compensation"]


def test_a_date_says_when_it_is_due() -> None:
    found = check("We will fix it by Friday.", BASE, NOW)
    assert found[0].values["due"] == FRIDAY.isoformat()


def test_a_secret_is_found_once_and_a_masked_one_is_none() -> None:
    assert kinds("Use sk_live_4eC39HqLyjWDarjtT1zdp7dc and AKIAIOSFODNN7EXAMPLE here.") == ["secret", "secret"]
    assert kinds("The key was [masked: API key] before.") == []


def test_what_stands_in_the_interface_may_be_read_back() -> None:
    assert kinds("The report “ARR by region” opens again.") == []
    assert kinds("Your ARR opens doors.") == ["contract_money"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("關於您回報的「特休天數算錯，資深同仁變成兩倍」，我們正在調查。", []),
        ("关于您反馈的「运费填错两次」（工单 T-1201），我们正在调查。", []),
        ("您反馈的「运费」是您自己填错的。", ["blame"]),
        ("您把特休天数「算错」了。", ["blame"]),
        ("您写错了账号。", ["blame"]),
    ],
)
def test_what_went_wrong_in_the_customers_own_words_is_no_blame_of_them(text: str, found: list[str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize("text", ["No other customer could see it.", "其他客户看不到您的数据。", ""])
def test_that_nobody_else_saw_it_may_be_said(text: str) -> None:
    assert kinds(text) == []


@given(st.text(max_size=200))
def test_any_text_is_checked_and_each_span_is_its_own(text: str) -> None:
    for each in check(text, BASE, NOW):
        assert text[each.start : each.end] == each.span != ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The export pool ran dry shortly after nine.", "unconfirmed_cause"),
        ("A cleanup script deleted the index that the search reads.", "unconfirmed_cause"),
        ("Two workers fought over the same lock.", "unconfirmed_cause"),
        ("新版本的权限校验有漏洞。", "unconfirmed_cause"),
        ("Three more companies have the same problem.", "other_customer"),
        ("You are not alone in this.", "other_customer"),
        ("昨晚有十来个租户都是这种情况。", "other_customer"),
        ("补丁明天发，装上就好。", "unapproved_date"),
        ("Had the release team tested this, you would have noticed nothing.", "blame"),
        ("I posted it in the eng-sync room.", "channel"),
        ("十一月您一分钱不用付。", "compensation"),
        ("Rest assured, this was the last time.", "guarantee"),
    ],
)
def test_what_is_not_theirs_is_found_by_its_kind_and_not_by_a_verb(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The export job finished at 11:20 and your file is complete.",
        "The new release brought the filter that you asked for.",
        "The queue on your dashboard shows the orders that wait for approval.",
        "Your customers can pay by card again.",
        "11:20 以后导出一直正常，请您那边也确认一下。",
        "在上传记录里撤销第二次上传即可。",
        "The order isn't guaranteed, please sort by date.",
    ],
)
def test_parts_that_do_well_and_customers_of_theirs_are_no_leak(text: str) -> None:
    assert kinds(text) == []


def test_a_fix_approved_for_a_day_may_be_told_as_delivered_that_day_and_nothing_else() -> None:
    audience = BASE.model_copy(update={"approved": (Approval(kind="fix_by", due=FRIDAY),)})
    assert kinds("The fix will be with you by Friday, 18:00.", audience) == []
    assert kinds("The report will be with you by Friday, 18:00.", audience) == ["unapproved_date"]
