"""Accounts named inside texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalation.directory import Directory
from escalation.mentions import named_in
from escalation.naming import account_keys, name_key
from escalation.records import Account

ACCOUNTS = (
    Account(id="acc-1", name="Acme Corp", domain="acme.com"),
    Account(id="acc-2", name="Acme Corporation Japan"),
    Account(id="acc-3", name="XYZ 科技有限公司"),
    Account(id="acc-4", name="Data"),
    Account(id="acc-5", name="Export Ltd"),
    Account(id="acc-6", name="DEF 公司"),
    Account(id="acc-7", name="上海星辰信息技术有限公司", aliases=("星辰",)),
    Account(id="acc-8", name="O'Neil & Sons Inc."),
    Account(id="acc-9", name="Northwind Traders"),
    Account(id="acc-10", name="Blue Ocean"),
    Account(id="acc-11", name="Ocean Freight Group"),
    Account(id="acc-12", name="McDonald's"),
    Account(id="42", name="Numbered"),
    Account(id="acc-13", name="数据同步有限公司"),
)
ALL = Directory((one.id, key, kind) for one in ACCOUNTS for key, kind in account_keys(one))


def named(text: str) -> list[tuple[str, str]]:
    return [(mention.account_id, text[mention.start : mention.end]) for mention in named_in(ALL, text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("API returning 500 errors intermittently for Acme Corp", [("acc-1", "Acme Corp")]),
        ("Acme Corp's API", [("acc-1", "Acme Corp")]),
        ("ACME CORP, again", [("acc-1", "ACME CORP")]),
        ("Acme Corp的API间歇性返回500错误", [("acc-1", "Acme Corp")]),
        ("Acme Corporation Japan cannot log in", [("acc-2", "Acme Corporation Japan")]),
        ("XYZ科技的数据同步停了", [("acc-3", "XYZ科技")]),
        ("ＸＹＺ科技的數據同步", [("acc-3", "ＸＹＺ科技")]),
        ("DEF公司的李经理", [("acc-6", "DEF公司")]),
        ("客户星辰反馈", [("acc-7", "星辰")]),
        ("o'neil and sons said", [("acc-8", "o'neil and sons")]),
        ("O’Neil & Sons is down", [("acc-8", "O’Neil & Sons")]),
        ("McDonald's is down", [("acc-12", "McDonald")]),
        ("Northwind is down", [("acc-9", "Northwind")]),
        ("Northwnid Traders reports", [("acc-9", "Northwnid Traders")]),
        ("Blue Ocean Freight Group", [("acc-11", "Ocean Freight Group")]),
        ("mail from jane@sub.acme.com today", [("acc-1", "jane@sub.acme.com")]),
        ("see ACC-3 and acc-1", [("acc-3", "ACC-3"), ("acc-1", "acc-1")]),
        ("数据同步有限公司反馈", [("acc-13", "数据同步有限公司")]),
        ("Acme Corp and XYZ 科技有限公司", [("acc-1", "Acme Corp"), ("acc-3", "XYZ 科技有限公司")]),
    ],
)
def test_an_account_is_found_in_the_words_that_name_it(text: str, mentions: list[tuple[str, str]]) -> None:
    assert named(text) == mentions


HEADS = (
    Account(id="hospital", name="华睿医院集团"),
    Account(id="pharmacy", name="华睿大药房连锁"),
    Account(id="freight", name="上海云杉物流有限公司"),
    Account(id="bank", name="北京银行"),
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("华睿那边排班发布不了，急", ["hospital", "pharmacy"]),
        ("华睿医院反馈发布不了", ["hospital"]),
        ("華睿大藥房說發布不了", ["pharmacy"]),
        ("客户云杉反馈登录失败", ["freight"]),
        ("云杉酒店登录失败", []),
        ("云杉幼儿园登录失败", []),
        ("北京客户登录失败", []),
    ],
)
def test_a_chinese_head_names_all_who_have_it_and_no_other_trade(text: str, ids: list[str]) -> None:
    known = Directory((one.id, key, kind) for one in HEADS for key, kind in account_keys(one))
    assert [mention.account_id for mention in named_in(known, text)] == ids


@pytest.mark.parametrize(
    "text",
    [
        "Data export is missing rows",
        "the data export is slow. Export again",
        "Data Export Missing Rows",
        "数据同步停了",
        "42 users cannot log in",
        "def foo()",
        "火星辰光",
        "an ocean of blue oceans",
        "Acme Labs is down",
        "XYZ物流公司反馈",
        "visit example.com",
        "Export Dashboard Settings fails",
        "Salesforze Chromee Northwestern",
        "",
    ],
)
def test_common_words_and_other_firms_are_no_mention(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "mention"),
    [("we hear that Data complains", "Data"), ("customer Export is angry", "Export"), ("Export Ltd", "Export Ltd")],
)
def test_a_name_of_common_words_counts_when_it_is_written_as_a_name(text: str, mention: str) -> None:
    assert [words for _, words in named(text)] == [mention]


@pytest.mark.parametrize("text", ["Acme is down", "acme api down", "ask Acme Inc"])
def test_a_name_that_fits_two_accounts_gives_both(text: str) -> None:
    assert {account_id for account_id, _ in named(text)} == {"acc-1", "acc-2"}


def test_a_misspelt_name_that_fits_two_accounts_gives_both() -> None:
    twins = [Account(id="1", name="Kestrel Alpha"), Account(id="2", name="Kestrel Alpho")]
    both = Directory((one.id, key, kind) for one in twins for key, kind in account_keys(one))
    assert [mention.account_id for mention in named_in(both, "see Kestrel Alphx now")] == ["1", "2"]


@given(
    st.text(max_size=60), st.sampled_from([one for one in ACCOUNTS if one.id in {"acc-1", "acc-3", "acc-9", "acc-11"}])
)
@settings(deadline=None)
def test_a_full_name_is_found_wherever_it_stands_alone(around: str, account: Account) -> None:
    text = f"{around} \n{account.name}\n {around}"
    assert account.id in {account_id for account_id, _ in named(text)}


@given(st.text(max_size=80))
@settings(deadline=None)
def test_spans_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    mentions = named_in(ALL, "Acme Corp " + text + " Blue Ocean")
    spans = sorted({(one.start, one.end) for one in mentions})
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert [one.start for one in mentions] == sorted(one.start for one in mentions)


def test_a_short_chinese_name_that_two_firms_share_names_both() -> None:
    firms = (
        Account(id="a", name="恒通物流有限公司", aliases=("恆通物流",)),
        Account(id="b", name="恆通冷鏈（香港）有限公司", aliases=("恒通冷链",)),
    )
    known = Directory((one.id, key, kind) for one in firms for key, kind in account_keys(one))

    def found(text: str) -> set[str]:
        return {mention.account_id for mention in named_in(known, text)}

    assert found("恒通反馈温度报表不对") == found("恆通反映溫度報表有誤") == {"a", "b"}
    assert found("恒通冷链反馈温度报表不对") == {"b"}
    assert found("恒通物流反馈温度报表不对") == {"a"}


def test_the_domain_shows_how_a_firm_is_spoken_of() -> None:
    firms = (
        Account(id="a", name="Orchard & Vine Hospitality", domain="orchardvine.example"),
        Account(id="b", name="璟和法律事務所", domain="jinghe-law.example"),
        Account(id="c", name="明澜医疗器械有限公司", domain="minglan-med.example"),
        Account(id="d", name="明岚医疗用品有限公司", domain="minglan-hz.example"),
        Account(id="e", name="Dubarrat & Fils", domain="dubarrat.example"),
    )
    known = Directory((one.id, key, kind) for one in firms for key, kind in account_keys(one))

    def found(text: str) -> set[str]:
        return {mention.account_id for mention in named_in(known, text, near=False)}

    assert found("Orchard & Vine is furious") == {"a"}
    assert found("Jinghe law firm asks how seven people sign") == {"b"}
    assert found("Minglan cannot log in") == {"c", "d"}, "two firms are candidates, and nobody is chosen"
    assert found("the vine needs water, an orchard too") == set()


def test_a_longer_short_form_is_whose_name_it_begins() -> None:
    firms = (Account(id="ghi-1", name="GHI 科技", aliases=("GHI",)), Account(id="ghi-2", name="GHI Consulting Group"))
    both = Directory((one.id, key, kind) for one in firms for key, kind in account_keys(one))
    assert [m.account_id for m in named_in(both, "GHI Consulting hates the new menu")] == ["ghi-2"]
    assert [m.account_id for m in named_in(both, "GHI hates the new menu")] == ["ghi-1"]


def test_a_short_form_that_ends_in_a_legal_form_is_nobodys_longer_name() -> None:
    assert "acc-1" in {account for account, _ in named("Acme Corporation is down")}


FIRMS = Directory(
    (id_, name_key(name), "name")
    for id_, name in (
        ("auto", "北辰汽车零部件"),
        ("hr", "岚桥医药人事"),
        ("sales", "岚桥医药渠道"),
        ("bank", "上海银行系统服务"),
    )
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("北辰汽车昨天下午仪表盘打不开", ["auto"]),
        ("北辰汽車打不開", ["auto"]),
        ("北辰汽车金融说打不开", []),
        ("北辰汽车公司说打不开", []),
        ("岚桥医药说打不开", []),
        ("上海银行的系统打不开", []),
    ],
)
def test_a_long_chinese_name_may_be_said_by_how_it_begins(text: str, ids: list[str]) -> None:
    assert [mention.account_id for mention in named_in(FIRMS, text)] == ids
