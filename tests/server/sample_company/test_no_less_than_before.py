"""A drafted update says no less than the customer was told, denies no confirmed cause, and goes back on no promise."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

AT = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)
LOGIN = "单点登录从昨天开始一直循环跳转，海沃生物全公司登不上去"
EXPORT = "光合設計匯出的 CSV 少了資料列，客戶給業主的進度表不完整"
STOPPED = "XYZ 科技数据同步完全停了，50 人干不了活"
WISH = "all Enterprise customers are asking for bulk task assignment, Acme Corp too, when do they get it"
AUDIT_LOG = "漢陽醫材缺少稽核記錄，下個月主管機關查核過不了，客戶說四月底前不給就換別家"


async def drafted(server: MCPServer[Office], issue: str, phase: str, **more: Any) -> dict[str, Any]:
    one = str((await ask(server, "prepare_escalation", issue=issue))["escalation_id"])
    return await ask(server, "draft_customer_update", escalation_id=one, phase=phase, **more)


async def test_who_was_told_whose_fault_it_is_reads_no_less(server: MCPServer[Office]) -> None:
    answer = await drafted(server, LOGIN, "investigating")
    assert answer["ready"] is True, answer["findings"]
    assert "「这是我们这边的故障，研发正在处理」" in answer["text"]
    assert "非常抱歉" in answer["text"]  # nobody there can sign in
    assert "原因" not in answer["text"]
    assert [each["kind"] for each in answer["promises"] if "due" in each] == ["update_by"]


async def test_a_cause_that_colleagues_confirmed_is_not_said_to_be_open(server: MCPServer[Office]) -> None:
    for phase in ("investigating", "nothing_new"):
        answer = await drafted(server, EXPORT, phase)
        assert answer["ready"] is True, answer["findings"]
        for wrong in ("原因", "調查", "特此"):
            assert wrong not in answer["text"], phase
        assert "正常工作" not in answer["text"]  # they miss rows, and can work
        assert "一直沒有答覆。這本不應該發生，非常抱歉" in answer["text"]  # since the day before


async def test_the_earlier_promise_is_the_next_word(server: MCPServer[Office]) -> None:
    answer = await drafted(server, STOPPED, "investigating")
    assert answer["next_update_utc"] == "2026-03-20T09:00Z"
    assert "17:00（北京时间）之前" in answer["text"]
    late = "您好：\n\n同步仍未恢复，我们会在 2026-03-20 18:00（北京时间）之前再次与您联系。\n\n客户支持团队"
    checked = await ask(
        server, "draft_customer_update", escalation_id=answer["escalation_id"], phase="investigating", text=late
    )
    assert "next_word_late" in {each["kind"] for each in checked["findings"]}


async def test_nobody_is_said_to_have_it_before_anybody_has(server: MCPServer[Office], office: Office) -> None:
    answer = await drafted(server, STOPPED, "acknowledged")
    assert "正在转交" in answer["text"]
    assert "已将详细情况交给" not in answer["text"]
    register = office.open().register
    register.append(answer["escalation_id"], "acknowledged", who="Engineering", at=AT)
    after = await ask(server, "draft_customer_update", escalation_id=answer["escalation_id"], phase="acknowledged")
    assert "已将详细情况交给" in after["text"]


async def test_a_wish_is_not_answered_by_tonight_and_may_wait_for_a_later_day(server: MCPServer[Office]) -> None:
    answer = await drafted(server, WISH, "feature_decision", account="Acme Corp")
    assert answer["next_update_utc"] > "2026-03-21"
    assert "about your request" in answer["text"]
    text = "Hello Dana,\n\nNo date has been decided. I will write again by Friday 27 March, 16:00 UTC.\n\nSupport"
    checked = await ask(
        server, "draft_customer_update", escalation_id=answer["escalation_id"], phase="nothing_new",
        account="Acme Corp", text=text,
    )  # fmt: skip
    assert "next_word_late" not in {each["kind"] for each in checked.get("findings", ())}
    silent = await ask(
        server, "draft_customer_update", escalation_id=answer["escalation_id"], phase="nothing_new",
        account="Acme Corp", text="Hello Dana,\n\nNo date has been decided.\n\nSupport",
    )  # fmt: skip
    assert "no_next_word" in {each["kind"] for each in silent["findings"]}


async def test_a_wish_is_put_forward_and_told_by_the_clock_of_its_city(server: MCPServer[Office]) -> None:
    answer = await drafted(server, AUDIT_LOG, "acknowledged")
    assert "關於您提出的「希望提供稽核記錄」" in answer["text"]
    assert "（台北時間）" in answer["text"]
    for wrong in ("當地時間", "回報", "目前已知", "瞭解"):
        assert wrong not in answer["text"]
