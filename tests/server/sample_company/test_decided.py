"""The answer to a wish: what Product decided is on record, and the letter says that and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

WISH = "好几家客户都想要深色模式"
CHINESE = "产品决定：今年不做深色主题，大屏可用高对比度配色代替；明年一月再评估"
ENGLISH = "Product decided not to build a dark theme this year; high contrast is there instead"


@pytest.fixture
async def wish(server: MCPServer[Office]) -> str:
    return str((await ask(server, "prepare_escalation", issue=WISH, reporter="林婉"))["escalation_id"])


async def letter(server: MCPServer[Office], wish: str, account: str, **more: Any) -> dict[str, Any]:
    return await ask(
        server, "draft_customer_update", escalation_id=wish, phase="feature_decision", account=account, **more
    )


def kinds(answer: dict[str, Any]) -> set[str]:
    return {each["kind"] for each in answer.get("findings", ())}


@pytest.mark.parametrize("kind", ["progress", "resolved"])
async def test_the_decision_on_record_is_the_letter(server: MCPServer[Office], wish: str, kind: str) -> None:
    before = await letter(server, wish, "漢陽醫材")
    assert "目前還沒有結論" in before["text"]
    await ask(server, "update_escalation", escalation_id=wish, kind=kind, text=CHINESE, who="Nadia Petrov")
    answer = await letter(server, wish, "漢陽醫材")
    assert answer["ready"] is True, answer["findings"]
    assert "產品團隊已有結論：今年不做深色主題" in answer["text"]
    assert "評估。" in answer["text"]
    assert "還沒有結論" not in answer["text"]
    assert "next_update" not in answer


@pytest.mark.parametrize(
    "text",
    [
        "No decision yet, Product meets on Tuesday.",
        "产品下周再决定",
        "Product will decide after the review",
        "尚未決定",
    ],
)
async def test_what_is_still_open_is_no_decision(server: MCPServer[Office], wish: str, text: str) -> None:
    await ask(server, "update_escalation", escalation_id=wish, kind="progress", text=text, who="Nadia Petrov")
    answer = await letter(server, wish, "漢陽醫材")
    assert answer["ready"] is True, answer["findings"]
    assert "還沒有結論" in answer["text"]


async def test_a_decision_in_another_language_is_asked_for_and_never_denied(
    server: MCPServer[Office], wish: str
) -> None:
    await ask(server, "update_escalation", escalation_id=wish, kind="resolved", text=ENGLISH, who="Nadia Petrov")
    english = await letter(server, wish, "Larkfield")
    assert "come to a decision: not to build a dark theme this year" in english["text"]
    assert english["ready"] is True, english["findings"]
    chinese = await letter(server, wish, "龙脉零售")
    assert kinds(chinese) == {"decision_untold"}
    assert "facts.decision" in chinese["left_out"][0]
    told = await letter(
        server, wish, "龙脉零售", facts={"decision": "今年不做深色主题", "to_do": ["可先用高对比度配色"]}
    )
    assert told["ready"] is True, told["findings"]
    assert "今年不做深色主题。" in told["text"]
    assert "您可以先这样做" in told["text"]


async def test_a_persons_own_words_may_tell_it(server: MCPServer[Office], wish: str) -> None:
    own = {
        "漢陽醫材": "您好：\n\n關於深色模式，產品團隊已經決定今年不做。我知道這不是您想聽到的答案。\n\n客戶支援團隊",
        "Larkfield": "Hello Gareth,\n\nour product team has decided not to build a dark theme this year.\n\nCustomer Support",
    }
    for account, text in own.items():
        assert "not_in_evidence" in kinds(await letter(server, wish, account, text=text)), account
    await ask(server, "update_escalation", escalation_id=wish, kind="resolved", text=CHINESE, who="Nadia Petrov")
    for account, text in own.items():
        answer = await letter(server, wish, account, text=text)
        assert answer["ready"] is True, answer["findings"]
