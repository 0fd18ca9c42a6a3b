"""A paper that sales hands out is no matter of security; what must be stated to an authority is one, and no emergency."""

import pytest
from sqlalchemy import Engine

from escalation.judgement.papers import asks_for_paper, for_an_authority
from escalation.policy import Policy
from prompts.compose import compose
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

PAPERS = [
    "Brennecke wants to know whether we are ISO 27001 certified",
    "Brennecke 想知道我们有没有 ISO 27001 认证",
    "Vantor asks for our SOC 2 report",
    "Vantor 要我们的 SOC 2 报告",
    "Fjordbank wants our data processing agreement signed",
    "Fjordbank 要签数据处理协议",
    "Fjordbank 要簽資料處理協議",
]
FOR_AN_AUTHORITY = [
    "Fjordbank needs a signed statement on access logs and record changes for the Swissmedic inspection on 24 April",
    "Fjordbank 4月24日药监检查，需要关于访问日志和记录修改的签字声明",
    "Fjordbank 4月24日藥監檢查，需要關於存取日誌和紀錄修改的簽字聲明",
]


@pytest.fixture(scope="module")
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


@pytest.mark.parametrize("line", PAPERS)
def test_who_asks_for_a_paper_is_answered_by_support_whichever_it_is(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert (found.decision, found.severity) == ("handle", None)
    # ... and nobody says that a solution is known, where nothing is.
    assert not {"security_concern", "security_possible", "said_documented_solution"} & {r.signal for r in found.reasons}


@pytest.mark.parametrize(
    "line",
    [
        "Vantor asks for our SOC 2 report, they found a data breach at us",
        "Vantor says our ISO 27001 certificate has expired and wants to terminate",
        "Vantor's auditor finds that we skipped the access review of SOC 2",
        "Vantor 要 SOC 2 报告，合规部说不给就停止传数据",
    ],
)
def test_what_is_more_than_a_paper_is_judged_as_ever(line: str) -> None:
    assert not asks_for_paper(line)


@pytest.mark.parametrize("line", FOR_AN_AUTHORITY)
def test_a_statement_for_an_authority_goes_to_security_in_every_language(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert (found.decision, found.target, found.severity) == ("escalate", "security", "high")
    assert found.incident
    assert found.incident.kind == "compliance"
    for told in (compose(found, "en"), compose(found, "zh")):
        assert "no right to it" not in str(told)
        assert "无权查看" not in str(told)


def test_an_inspection_alone_is_no_statement_and_a_breach_beside_one_stays_critical(desk: Desk) -> None:
    assert not for_an_authority("the export is wrong and the inspection is on Monday")
    line = "hackers logged in and stole patient records at Fjordbank, the regulator wants a written statement on the access logs"
    assert desk.assess(Request(line)).severity == "critical"
