"""Who wrote to a customer may sign to them, and what a customer asked for may be said back to them; to nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

NIGHTLY = "Brightwater job keeps dying at night with 500, please escalate"
DEMAND = {"customer_expectation": "Owen wants it fixed before tonight's run, 11pm their time"}
WORDS = (
    "Hello Owen,\n\nthe errors are still there. I can not promise that it holds tonight at 11 pm."
    " I will write again today by 21:00 UTC.\n\n{signed}"
)
TO_HAIWO = (
    "周婷您好：\n\n贵司全员无法登录，非常抱歉。我们会在今天 18:00（北京时间）之前再给您消息。\n\n客户支持 {signed}"
)


def found(answer: dict[str, Any]) -> set[str]:
    return {each["kind"] for each in answer.get("findings", ())}


async def nightly(server: MCPServer[Office], answers: dict[str, str] | None = None) -> str:
    one = str((await ask(server, "prepare_escalation", issue=NIGHTLY))["escalation_id"])
    if answers:
        await ask(server, "prepare_escalation", issue=NIGHTLY, escalation_id=one, answers=answers)
    return one


async def checked(server: MCPServer[Office], one: str, account: str, text: str) -> dict[str, Any]:
    return await ask(
        server, "draft_customer_update", escalation_id=one, phase="investigating", account=account, text=text
    )


async def test_the_agent_who_answered_a_customer_signs_to_them(server: MCPServer[Office]) -> None:
    one = await nightly(server, DEMAND)
    answer = await checked(server, one, "brightwater", WORDS.format(signed="Jonas Weber"))
    assert answer["ready"] is True, answer["findings"]
    stranger = await checked(server, one, "brightwater", WORDS.format(signed="Priya Raman"))
    assert found(stranger) == {"internal_person"}  # she answered Acme, and Owen has never heard of her


async def test_a_colleague_who_only_noted_something_inside_stays_unknown(server: MCPServer[Office]) -> None:
    issue = "SSO login loop at Corvid Health, nobody can sign in"
    one = str((await ask(server, "prepare_escalation", issue=issue))["escalation_id"])
    text = "贵司的登录问题由 {} 跟进，我们会在今天 18:00（北京时间）之前再给您消息。"
    for name, known in (("陈晓", True), ("Yusuf Demir", False), ("Priya Raman", False)):
        answer = await checked(server, one, "haiwo-bio", text.format(name))
        assert ("internal_person" not in found(answer)) is known, (name, answer.get("findings"))


async def test_what_may_be_drafted_may_be_proposed(server: MCPServer[Office]) -> None:
    one = await nightly(server, DEMAND)
    answer = await ask(
        server, "propose_action", escalation_id=one, kind="reply_to_customer", account="brightwater",
        text=WORDS.format(signed="Jonas Weber"),
    )  # fmt: skip
    assert "hash" in answer, answer["findings"]


async def test_a_demand_is_said_back_only_to_whose_it_is(server: MCPServer[Office]) -> None:
    one = await nightly(server)
    text = "Hello,\n\nI can not promise that it holds tonight at 11 pm. I will write again today by 21:00 UTC."
    assert found(await checked(server, one, "brightwater", text)) == {"not_in_evidence"}  # nobody said so yet
    await ask(server, "prepare_escalation", issue=NIGHTLY, escalation_id=one, answers=DEMAND)
    assert "not_in_evidence" not in found(await checked(server, one, "brightwater", text))
    assert "not_in_evidence" in found(await checked(server, one, "nordfjell", text))
    other = text.replace("11 pm", "3:40 am")
    assert "not_in_evidence" in found(await checked(server, one, "brightwater", other))
