"""From a draft to what is sent, by the shortest names: no text typed back, the team's own channel, a ticket by its id."""

from __future__ import annotations

from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask, refused
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

LOGIN = "单点登录从昨天开始一直循环跳转，海沃生物全公司登不上去"


@pytest.fixture
async def one(server: MCPServer[Office]) -> str:
    return str((await ask(server, "prepare_escalation", issue=LOGIN))["escalation_id"])


async def proposed(server: MCPServer[Office], one: str, **what: Any) -> dict[str, Any]:
    return await ask(server, "propose_action", escalation_id=one, **what)


async def test_the_last_draft_is_proposed_as_it_stands(server: MCPServer[Office], one: str) -> None:
    reply = {"kind": "reply_to_customer", "account": "haiwo-bio"}
    assert "draft_customer_update" in await refused(server, "propose_action", escalation_id=one, **reply)
    draft = await ask(server, "draft_customer_update", escalation_id=one, phase="investigating", account="haiwo-bio")
    made = await proposed(server, one, **reply)
    assert made["text"] == draft["text"]
    assert "last draft" in made["warnings"][0]
    # Another customer's draft is not theirs, and one that may not go is none.
    other = {"kind": "reply_to_customer", "account": "corvid-health"}
    assert "no draft" in await refused(server, "propose_action", escalation_id=one, **other)
    bad = {"phase": "investigating", "account": "haiwo-bio", "text": "大家的系统都一样，今晚一定修好。"}
    await ask(server, "draft_customer_update", escalation_id=one, **bad)
    assert "no draft" in await refused(server, "propose_action", escalation_id=one, **reply)


async def test_the_usual_channel_may_be_named(server: MCPServer[Office], one: str) -> None:
    usual = await proposed(server, one, kind="post_to_channel", text="请接手。")
    named = await proposed(server, one, kind="post_to_channel", text="请接手。", to="#escalations-engineering")
    assert (named["destination"], named["hash"]) == (usual["destination"], usual["hash"])
    said = await refused(
        server, "propose_action", escalation_id=one, kind="post_to_channel", text="x", to="#no-such-channel"
    )
    assert "#escalations-engineering" in said
    assert "#incidents" in said


async def test_a_ticket_is_named_by_its_id_and_a_refused_yes_says_why(server: MCPServer[Office], one: str) -> None:
    await ask(server, "draft_customer_update", escalation_id=one, phase="investigating", account="haiwo-bio")
    made = await proposed(server, one, kind="reply_to_customer", account="haiwo-bio")
    send = {"proposal_id": made["proposal_id"], "hash": made["hash"], "destination": "T-48402"}
    nobody = await ask(server, "carry_out", **send, confirmed_by="用户")
    assert nobody["outcome"] == "not_confirmed"
    assert "「用户」没有被接受" in nobody["needs_answer"]["how"]
    assert "是谁同意的" in nobody["needs_answer"]["questions"][0]["ask"]
    unsaid = await ask(server, "carry_out", **send)
    assert "没有被接受" not in unsaid["needs_answer"]["how"]
    assert "T-48425" in await refused(server, "carry_out", **{**send, "destination": "T-48425"}, confirmed_by="陈晓")
    assert (await ask(server, "carry_out", **send, confirmed_by="陈晓"))["outcome"] == "sent"
