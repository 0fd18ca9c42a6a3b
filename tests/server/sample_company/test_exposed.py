"""What was seen of somebody else's data, as the person at the desk answered it, is in the brief for Security."""

from __future__ import annotations

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

SEEN = {
    "月光遊戲說昨天晚上有員工登入後看到別家公司的專案名稱，截圖有傳來，他們很緊張": "看到兩個專案的名稱，沒有點進去",
    "Moonlit Games: an employee saw another company's project names after signing in": "Two project names, nothing was opened",
}


@pytest.mark.parametrize("issue", SEEN)
async def test_the_answer_reaches_security(server: MCPServer[Office], issue: str) -> None:
    first = await ask(server, "prepare_escalation", issue=issue, reporter="怡君")
    one = str(first["escalation_id"])
    await ask(server, "prepare_escalation", issue=issue, escalation_id=one, answers={"data_exposed": SEEN[issue]})
    brief = await ask(server, "write_brief", escalation_id=one)
    assert SEEN[issue].split("，")[0] in brief["brief"]
    assert not brief.get("unsupported")


async def test_that_nothing_was_seen_is_said_once_somebody_has_looked(server: MCPServer[Office]) -> None:
    issue = next(iter(SEEN))
    one = str((await ask(server, "prepare_escalation", issue=issue, reporter="怡君"))["escalation_id"])
    text = (
        "您好：\n\n貴公司的資料沒有外洩，也沒有任何人看過。我們會在今天 18:00（台北時間）以前再跟您聯絡。\n\n客服 怡君"
    )

    async def found() -> set[str]:
        answer = await ask(
            server, "draft_customer_update", escalation_id=one, phase="security_notice", account="月光遊戲", text=text
        )
        return {each["kind"] for each in answer.get("findings", ())}

    assert await found() == {"not_in_evidence"}
    looked = "Access logs checked: nobody outside Moonlit opened any of their data"
    await ask(server, "update_escalation", escalation_id=one, kind="progress", text=looked, who="Ravi")
    assert await found() == set()
