"""An everyday fault told in a few words is no emergency; a grave one is, in as few."""

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


@pytest.fixture(scope="module")
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


@pytest.mark.parametrize(
    "line",
    [
        "Kestrel Freight's invoice shows the wrong VAT number",
        "Granite Bank says exports from the ledger board are off by one day in the date column, third time they raise it",
        "Orchard Books: café turned into cafÃ© after they loaded their list",
        "Pinecrest was billed two times this month",
        "鑫源商贸 说昨晚十一点系统给全体员工发了空白邮件",
        "鑫源商貿 說昨晚十一點系統給全體員工發了空白郵件",
        "清禾水务 今早的巡检周报多出二十几行，合计对不上",
        "发票上显示的税号不对",
        "發票上顯示的稅號不對",
    ],
)
def test_nothing_that_states_an_emergency_is_none(desk: Desk, line: str) -> None:
    assert desk.assess(Request(line)).severity in {"high", "medium", None}


@pytest.mark.parametrize(
    "line",
    [
        "all orgs' runners dead since deploy 4711",
        "case files wiped by sync, no backup",
        "customer records were overwritten with the wrong VAT number",
        "invoices with wrong amounts were sent to all customers of every tenant",
        "prescriptions print the wrong dose, nurses noticed",
        "昨晚更新后数据全没了",
        "昨晚更新後資料全沒了",
        "所有门店收银白屏，没法营业",
    ],
)
def test_a_few_words_that_state_one_are_enough(desk: Desk, line: str) -> None:
    assert desk.assess(Request(line)).severity == "critical"


def test_an_answer_that_tells_how_grave_it_is_counts_as_the_line_does(desk: Desk) -> None:
    line = "Pinecrest was billed two times this month"
    graver = desk.assess(
        Request(line, answers={"what_is_broken": "all their stores are down, nobody can sell anything"})
    )
    assert (desk.assess(Request(line)).severity, graver.severity) == ("high", "critical")
