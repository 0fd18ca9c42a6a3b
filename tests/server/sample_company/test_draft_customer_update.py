"""draft_customer_update over the sample company: what a careful person sends, and what is held back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from mcp.server.mcpserver import MCPServer

from escalation.updates.phase import LAST, Phase
from tests.server.sample_office import ask, refused
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

AT = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)
OUTAGE = "XYZ 科技有限公司：数据同步完全停止，团队无法工作"
PHASES: tuple[Phase, ...] = get_args(Phase)


@pytest.fixture
async def outage(server: MCPServer[Office]) -> str:
    return str((await ask(server, "prepare_escalation", issue=OUTAGE))["escalation_id"])


def kinds(answer: dict[str, Any]) -> list[str]:
    return [each["kind"] for each in answer.get("findings", [])]


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_every_phase_is_ready_once_the_record_allows_it(
    server: MCPServer[Office], office: Office, outage: str, language: str
) -> None:
    for phase in PHASES:
        if phase in LAST:
            office.open().register.append(outage, phase, who="Kim", at=AT)  # type: ignore[arg-type]
        elif phase == "partial_recovery":
            office.open().register.append(outage, "progress", who="Kim", at=AT, data={"text": "half of it is back"})
        answer = await ask(server, "draft_customer_update", escalation_id=outage, phase=phase, language=language)
        assert answer["ready"] is True, (phase, answer["findings"])
        assert ("next_update" in answer) is (phase not in LAST)


@pytest.mark.parametrize("phase", PHASES)
async def test_a_customer_in_hong_kong_is_written_to_in_traditional(
    server: MCPServer[Office], office: Office, phase: Phase
) -> None:
    issue = "港灣物流 車隊看板間歇性讀不到任務，出現 500"
    one = str((await ask(server, "prepare_escalation", issue=issue))["escalation_id"])
    if phase in LAST:
        office.open().register.append(one, phase, who="Kim", at=AT)  # type: ignore[arg-type]
    elif phase == "partial_recovery":
        office.open().register.append(one, "progress", who="Kim", at=AT, data={"text": "half of it is back"})
    answer = await ask(server, "draft_customer_update", escalation_id=one, phase=phase, account="harbour-logistics")
    assert answer["ready"] is True, answer["findings"]
    assert "您好" in answer["text"]
    assert "客戶" in answer["text"]
    # Characters that only Simplified writes so: none of ours is left.
    assert not set("们对关户页这进后发复时间实现务") & set(answer["text"])


async def test_a_customer_reads_their_own_language_their_own_ticket_and_their_own_clock(
    server: MCPServer[Office], outage: str
) -> None:
    answer = await ask(server, "draft_customer_update", escalation_id=outage, phase="investigating")
    assert answer["language"] == "zh"
    assert "T-48425" in answer["text"]
    assert "您于 2026-03-20 14:20（北京时间）反馈了这一情况" in answer["text"]
    assert answer["next_update"] == "2026-03-20 20:15（北京时间）"
    (dated,) = [each for each in answer["promises"] if "due" in each]
    assert (dated["kind"], dated["due_utc"]) == ("update_by", answer["next_update_utc"])


async def test_an_agreed_rhythm_says_when_they_hear_next(
    server: MCPServer[Office], office: Office, outage: str
) -> None:
    office.open().register.append(outage, "rhythm_agreed", who="Kim", at=AT, data={"customer_hours": 2})
    answer = await ask(server, "draft_customer_update", escalation_id=outage, phase="nothing_new")
    assert answer["next_update_utc"] == "2026-03-20T10:15Z"
    assert "2026-03-20 18:15" in answer["text"]


async def test_what_the_writer_adds_is_said_as_given(server: MCPServer[Office], office: Office, outage: str) -> None:
    facts = {"known": "部分用户已恢复同步。", "doing": "我们正在逐一核对其余用户。", "to_do": ["请重新登录一次。"]}
    office.open().register.append(outage, "progress", who="Kim", at=AT, data={"text": "部分用户已恢复同步"})
    answer = await ask(server, "draft_customer_update", escalation_id=outage, phase="partial_recovery", facts=facts)
    assert answer["ready"] is True
    for said in ("目前已知：部分用户已恢复同步。", "我们正在逐一核对其余用户。", "1. 请重新登录一次。"):
        assert said in answer["text"]


async def test_a_cause_waits_for_the_record(server: MCPServer[Office], office: Office, outage: str) -> None:
    cause = "数据库连接池配置错误"
    asked = {"escalation_id": outage, "phase": "investigating", "facts": {"cause": f"{cause}导致同步中断。"}}
    assert kinds(await ask(server, "draft_customer_update", **asked)) == ["unconfirmed_cause"]
    data = {"text": "连接池已改正", "cause": cause}
    office.open().register.append(outage, "resolved", who="Kim", at=AT, data=data)
    answer = await ask(server, "draft_customer_update", escalation_id=outage, phase="resolved")
    assert f"原因：{cause}" in answer["text"]
    assert answer["ready"] is True


async def test_a_given_text_comes_back_with_every_fault_and_what_to_change(
    server: MCPServer[Office], outage: str
) -> None:
    text = (
        "您好，经查是连接池配置错误导致。今晚 22:00 前一定恢复，保证不再发生。详情见 ENG-2041，约有 70 人受影响。"
        "贵司年费 24 万美元，我们很重视。"
    )
    answer = await ask(server, "draft_customer_update", escalation_id=outage, phase="investigating", text=text)
    assert answer["ready"] is False
    assert answer["text"] == text
    assert set(kinds(answer)) == {
        "unconfirmed_cause", "unapproved_date", "guarantee", "unshared_record", "contract_money", "not_in_evidence",
        "no_next_word",
    }  # fmt: skip
    said = " ".join(each["change"] for each in answer["findings"])
    assert "最迟 2026-03-20 20:15" in said
    assert "（2026-03-20 22:00）" in said
    fix, never = answer["promises"]
    assert (fix["kind"], fix["due"]) == ("fix_by", "2026-03-20 22:00（北京时间）")
    assert never["kind"] == "never_again"


async def test_a_promise_on_record_may_be_told(server: MCPServer[Office], office: Office, outage: str) -> None:
    text = "Hello, we will restore the sync by 22:00 today. You will hear from us again by 20:00 today."
    asked = {"escalation_id": outage, "phase": "investigating", "text": text, "language": "en"}
    assert kinds(await ask(server, "draft_customer_update", **asked)) == ["unapproved_date"]
    promise = {"id": "P-1", "text": "sync restored by 22:00", "due": "2026-03-20T14:00:00Z"}
    office.open().register.append(outage, "promise_made", who="Kim", at=AT, data=promise)
    assert (await ask(server, "draft_customer_update", **asked))["ready"] is True


async def test_later_than_agreed_and_not_yet_on_record_are_said(server: MCPServer[Office], outage: str) -> None:
    late = "Hello, we are looking into it. You will hear from us again by 2026-03-25 12:00."
    answer = await ask(
        server, "draft_customer_update", escalation_id=outage, phase="investigating", text=late, language="en"
    )
    assert kinds(answer) == ["next_word_late"]
    answer = await ask(server, "draft_customer_update", escalation_id=outage, phase="resolved")
    assert kinds(answer) == ["not_on_record"]
    assert "update_escalation" in answer["findings"][0]["change"]


async def test_of_several_customers_one_must_be_named(server: MCPServer[Office], office: Office) -> None:
    register = office.open().register
    shared = register.open(issue="sync fails", who="Kim", at=AT, account_ids=("xyz-tech", "acme-corp"), severity="high")
    said = await refused(server, "draft_customer_update", escalation_id=shared, phase="acknowledged")
    assert "XYZ 科技有限公司 (xyz-tech); Acme Corp (acme-corp)" in said
    said = await refused(
        server, "draft_customer_update", escalation_id=shared, phase="acknowledged", account="ghi-tech"
    )
    assert "not among the customers" in said
    answer = await ask(server, "draft_customer_update", escalation_id=shared, phase="acknowledged", account="Acme Corp")
    assert (answer["account"], answer["language"]) == ("Acme Corp", "en")
    assert "XYZ" not in answer["text"]


async def test_nothing_new_is_not_said_over_news_on_record(
    server: MCPServer[Office], office: Office, outage: str
) -> None:
    asked = {"escalation_id": outage, "phase": "nothing_new"}
    assert "left_out" not in await ask(server, "draft_customer_update", **asked)
    office.open().register.append(outage, "progress", who="Kim", at=AT, data={"text": "修复已合并"})
    answer = await ask(server, "draft_customer_update", **asked)
    assert len(answer["left_out"]) == 1
    assert "facts.known" in answer["left_out"][0]
    told = {"text": "修复已合并", "account_id": "xyz-tech"}
    office.open().register.append(outage, "customer_told", who="Kim", at=AT, data=told)
    assert "left_out" not in await ask(server, "draft_customer_update", **asked)


async def test_a_promised_time_in_a_finding_is_told_by_the_customers_clock(
    server: MCPServer[Office], outage: str
) -> None:
    text = "我们会在 3 月 21 日下午 6 点前修好。"
    asked = {"escalation_id": outage, "kind": "reply_to_customer", "account": "xyz-tech", "text": text}
    (problem,) = [
        each["problem"]
        for each in (await ask(server, "propose_action", **asked))["findings"]
        if "无人批准" in each["problem"]
    ]
    assert "2026-03-21 18:00" in problem
    assert "T10:00" not in problem
