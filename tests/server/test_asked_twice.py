"""A customer who asks twice comes first in the list, and no letter goes to them as if they had not asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from mcp import Client
from mcp.server.mcpserver import MCPServer

from tools.desk.office import Office

pytestmark = pytest.mark.anyio

AT = datetime(2026, 11, 20, 7, tzinfo=UTC)


async def ask(server: MCPServer[Office], tool: str, **arguments: Any) -> dict[str, Any]:
    async with Client(server) as client:
        result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    return dict(result.structured_content or {})


@pytest.mark.parametrize(
    "asks",
    [
        ("Any news? Nobody wrote to me.", "Do I switch the rules off or not? It runs 18:00."),
        ("有消息吗？", "规则到底要不要关？今天18点就要生成了。"),
        ("有消息嗎", "規則到底要不要關，到現在還沒人回覆"),
    ],
)
async def test_it_is_first_in_the_list_and_the_draft_has_no_answer(
    server: MCPServer[Office], office: Office, asks: tuple[str, str]
) -> None:
    said: dict[str, Any] = {"severity": "high", "target": "engineering"}
    register = office.open().register
    late = register.open(issue="login fails", who="Kim", at=AT.replace(day=18), account_ids=("acc-2",), **said)
    id_ = register.open(issue="exports fail", who="Kim", at=AT, account_ids=("acc-1",), **said)
    register.append(id_, "customer_answered", who="Kim", at=AT, data={"account_id": "acc-1", "text": asks[0]})
    again = {"kind": "customer_answered", "account": "acc-1", "text": asks[1]}
    await ask(server, "update_escalation", escalation_id=id_, **again)
    dues = (await ask(server, "list_escalations", view="due"))["dues"]
    assert dues[0]["escalation_id"] == id_ != late
    assert "asked 2 times" in dues[0]["do"] or "已问 2 次" in dues[0]["do"]
    assert asks[1][:8] in dues[0]["do"]
    handed = await ask(server, "list_escalations", view="handover")
    assert any(asks[1][:8] in line for block in handed["handover"] for line in block["overdue"])

    wanted = {"escalation_id": id_, "account": "acc-1", "phase": "nothing_new"}
    drafted = await ask(server, "draft_customer_update", **wanted)
    assert not drafted["ready"]
    (finding,) = [each for each in drafted["findings"] if each["kind"] == "unanswered"]
    assert asks[1][:8] in finding["change"]
    own = await ask(
        server, "draft_customer_update", **wanted, text="Please leave them on. We write again by 11:00 UTC."
    )
    assert "unanswered" not in [each["kind"] for each in own.get("findings", ())]
    await ask(
        server, "update_escalation", escalation_id=id_, kind="customer_told", account="acc-1", text="Leave them on."
    )
    assert "unanswered" not in [
        each["kind"] for each in (await ask(server, "draft_customer_update", **wanted)).get("findings", ())
    ]
