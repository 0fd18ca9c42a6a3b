"""A customer nobody knows is told from the words of the trade."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from escalation.assess import assess
from escalation.judgement.strangers import firms_spelt, one_off, unresolved_name
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.terms import Language
from prompts.statements import say
from tests.judgement.worlds import NOW, context, ticket
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Contoso says their API returns 500", "Contoso"),
        ("API returns 500 for Contoso", "Contoso"),
        ("Contoso is asking when CSV import will support semicolons", "Contoso"),
        ("Contoso keeps complaining about slow exports", "Contoso"),
        ("Everyone is asking for dark mode", None),
        ("Webhook says 401 for everyone", None),
        ("Zapier is not connecting", None),
        ("Export is missing rows at Fabrikam Industries.", "Fabrikam Industries"),
        ("晨曦科技反馈导出丢失行", "晨曦科技"),
        ("Brightmoor 说那个问题又来了", "Brightmoor"),
        ("岚山制造反馈登录失败", "岚山制造"),
        ("客户 Contoso 那边反馈导出失败", "Contoso"),
        ("所有酒店都登不上", None),
        ("三家医院反馈登录失败", None),
        ("系统管理登录失败", None),
        ("SSO login loop affecting all Enterprise customers", None),
        ("Customer says the export fails", None),
        ("Export is missing rows since Monday", None),
        ("API returning 500 errors for Android", None),
        ("数据导出丢失行", None),
        ("Webhooks are hours late for Globex since this morning, they go live tomorrow", "Globex"),
        ("SSO loops at Auklet Lodge again", "Auklet Lodge"),
        ("Third outage this month and they are looking at Globex now", None),
        ("Exports fail for Enterprise since Monday", None),
    ],
)
def test_a_name_where_names_stand_is_a_stranger(text: str, name: str | None) -> None:
    assert unresolved_name(text) == name


def test_a_customer_nobody_knows_takes_nothing_from_what_others_report() -> None:
    line = "CSV export is missing rows"
    world = context(*(ticket(f"T-{n}", f"customer-{n}", line, description=line) for n in range(1, 4)))
    found = assess(understand(line), replace(world, unknown_name="Nobody Inc"), Policy(), NOW)
    assert found.facts == assess(understand(line), world, Policy(), NOW).facts
    assert found.facts.affected_customers == 3
    assert [c.values for c in found.claims if c.signal == "named_account_unknown"] == [{"name": "Nobody Inc"}]


@pytest.mark.parametrize(
    ("line", "customers"),
    [
        ("3 customers report that the CSV export is missing rows, Acme too", 3),
        ("All customers report that the CSV export is missing rows, Acme too", 3),
    ],
)
def test_that_the_named_customer_has_nothing_on_record_takes_nothing_from_the_others(line: str, customers: int) -> None:
    told = "CSV export is missing rows"
    others = (ticket(f"T-{n}", f"customer-{n}", told, description=told) for n in range(1, 4))
    own = ticket(
        "T-9", "acme", "Exported roadmap prints an empty page", description="In landscape.", product_area="print"
    )
    found = assess(understand(line), context(*others, own, named=("acme",)), Policy(), NOW)
    assert found.facts.affected_customers == customers


@pytest.mark.parametrize(
    ("line", "spelt"),
    [
        ("安和物业 早上打不开看板", ("安和物业",)),
        ("客户綠州教育说导出少行", ("綠州教育",)),
        ("海桐船舶：看板打不开", ("海桐船舶",)),
        ("今早打不开看板，海桐船舶也是", ("海桐船舶",)),
        ("导出少行", ()),
        ("学校打不开", ()),
    ],
)
def test_what_may_be_a_firms_name_is_read_by_the_trade_it_ends_in(line: str, spelt: tuple[str, ...]) -> None:
    assert firms_spelt(line)[:1] == spelt


@pytest.mark.parametrize(
    ("spelt", "names", "near"),
    [
        ("安和物业", ("安禾物业",), True),
        ("綠州教育", ("绿洲教育",), True),
        ("安禾物业", ("安禾物业",), False),
        ("安和物业", ("安禾置业",), False),
        ("安和物业", ("安禾物业管理",), False),
    ],
)
def test_a_name_is_near_one_that_differs_in_one_character(spelt: str, names: tuple[str, ...], *, near: bool) -> None:
    assert one_off(spelt, names) is near


@pytest.mark.parametrize(("language", "words"), [("en", "one character apart"), ("zh", "只差一个字")])
def test_a_near_name_is_told_and_asked_and_never_chosen(
    sample_store: Engine, tmp_path: Path, language: Language, words: str
) -> None:
    """It may be another firm: 杭州丝绸 and 杭锦丝绸 could both exist."""
    desk = Desk(StoreWorkspace(sample_store), Register(open_store(str(tmp_path / "r.db"))), Policy())
    found = desk.assess(Request("安和物业 早上打不开看板"))
    assert found.account is None
    assert "anhe-property" not in found.facts.affected_account_ids
    asked = next(q for q in found.questions if q.signal == "which_account")
    (claim,) = (c for c in found.claims if c.signal == "named_account_unknown")
    for told in (say(asked, language), say(claim, language)):
        assert words in told
        assert "安禾物业" in told
        assert "安和物业" in told
    assert asked.options[0] == "安禾物业 (anhe-property)"
    known = desk.assess(Request("安禾物业 早上打不开看板"))
    assert known.account
    assert known.account.id == "anhe-property"
