"""A customer whose data somebody else saw reported nothing: their letters say so much and no more, and Security decides on it."""

from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer
from sqlalchemy import Engine

from tests.server.sample_office import ask, refused, sample_office
from tools.desk.office import Office
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio

LINE = "清禾水务的周报里出现了别家公司的工单，有联系人姓名和电话"
SEEN, SAW = "粤众物流", "清禾水务"
OF_A_REPORT = {
    "zh": ("感谢", "反馈", "不要打开", "截图", "是否已恢复正常"),
    "en": ("Thank you", "you reported", "Do not open", "screenshot", "check that it works"),
}
PHASES = ("security_notice", "investigating", "nothing_new", "acknowledged", "partial_recovery")


@pytest.fixture
async def server(sample_store: Engine, tmp_path: Any) -> MCPServer[Office]:
    found = build_server(sample_office(sample_store, tmp_path))
    prepared = await ask(found, "prepare_escalation", issue=LINE)
    assert (prepared["target"], prepared["escalation_id"]) == ("security", "ESC-0001")
    joined = await ask(
        found, "update_escalation", escalation_id="ESC-0001", kind="account_joined", account=SEEN, text="23 行是他们的"
    )
    assert "由安全团队决定" in joined["next"][0]
    return found


async def draft(server: MCPServer[Office], phase: str, account: str = SEEN, **more: Any) -> dict[str, Any]:
    return await ask(server, "draft_customer_update", escalation_id="ESC-0001", phase=phase, account=account, **more)


def kinds(found: dict[str, Any]) -> list[str]:
    return [each["kind"] for each in found.get("findings", ())]


async def test_no_letter_to_them_speaks_of_a_report_and_each_waits_for_security(server: MCPServer[Office]) -> None:
    for phase in PHASES:
        for tongue, words in OF_A_REPORT.items():
            found = await draft(server, phase, language=tongue)
            assert kinds(found) == (["not_on_record"] if phase == "partial_recovery" else []) + ["security_decides"]
            assert not [each for each in words if each in found["text"]], (phase, tongue)
            assert ("another customer" if tongue == "en" else "另一家客户") in found["text"]
            assert found["next_update"] in found["text"]


async def test_whoever_saw_it_reads_what_to_do_with_what_is_not_theirs(server: MCPServer[Office]) -> None:
    found = await draft(server, "security_notice", SAW)
    assert found["ready"]
    assert "不要打开" in found["text"]
    assert "正在转交安全团队" in found["text"]


async def test_at_the_end_each_reads_what_is_theirs(server: MCPServer[Office]) -> None:
    cause = "报表缓存的键里少了租户号"
    await ask(
        server, "update_escalation", escalation_id="ESC-0001", kind="resolved", text="缓存键已补上租户号", cause=cause
    )
    theirs, seen = await draft(server, "resolved"), (await draft(server, "resolved", SAW))["text"]
    assert kinds(theirs) == ["security_decides"]
    assert cause not in theirs["text"]
    assert not [each for each in OF_A_REPORT["zh"] if each in theirs["text"]]
    assert "不属于贵司的内容" in seen
    assert "是否已恢复正常" not in seen


async def test_what_security_cleared_is_told(server: MCPServer[Office]) -> None:
    known = "涉及 23 条工单，含联系人姓名和电话"
    found = await draft(server, "investigating", facts={"known": known})
    assert f"目前已知：{known}" in found["text"]


async def test_their_own_text_may_say_another_customer_and_not_which(server: MCPServer[Office]) -> None:
    words = "贵司的一部分工单曾被{}看到。我们会在 2026-03-20 20:00（北京时间）之前再次与您联系。"
    assert kinds(await draft(server, "security_notice", text=words.format("另一家客户"))) == ["security_decides"]
    assert "other_customer" in kinds(await draft(server, "security_notice", text=words.format(SAW)))
    assert "other_customer" in kinds(await draft(server, "security_notice", text=words.format("另外三家客户")))
    assert "other_customer" in kinds(await draft(server, "investigating", SAW, text=words.format("另一家客户")))


async def test_it_is_proposed_only_with_the_name_of_who_agreed(server: MCPServer[Office]) -> None:
    ticket = (await ask(server, "fetch_tickets", account=SEEN))["tickets"][0]["id"]
    text = (await draft(server, "security_notice"))["text"]
    reply = {"escalation_id": "ESC-0001", "kind": "reply_to_customer", "account": SEEN, "to": ticket, "text": text}
    assert "Security decides" in await refused(server, "propose_action", **reply)
    found = await ask(server, "propose_action", **reply, approved_by="Nia of Security")
    assert "hash" in found


async def test_who_reported_something_themselves_is_thanked(server: MCPServer[Office]) -> None:
    await ask(
        server,
        "update_escalation",
        escalation_id="ESC-0001",
        kind="customer_answered",
        account=SEEN,
        text="我们也看到了别家的工单",
    )
    found = await draft(server, "security_notice")
    assert found["ready"]
    assert "感谢" in found["text"]


async def test_of_a_fault_whoever_joined_reads_as_before(sample_store: Engine, tmp_path: Any) -> None:
    server = build_server(sample_office(sample_store, tmp_path))
    id_ = (await ask(server, "prepare_escalation", issue="清禾水务的周报今早打不开"))["escalation_id"]
    await ask(server, "update_escalation", escalation_id=id_, kind="account_joined", account=SEEN)
    found = await draft(server, "investigating")
    assert found["ready"]
    assert "另一家客户" not in found["text"]
