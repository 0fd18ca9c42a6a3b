"""What a person writes to a customer in their own words: what is held back, and what is only plain speech."""

from __future__ import annotations

from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

ISSUE = "API returning 500 errors intermittently for Acme Corp"
AGAIN = {
    "acme-corp": "I will write again by 12:00 UTC today.",
    "mingde-soft": "我们会在今天 18:00（北京时间）之前再次与您联系。",
}


@pytest.fixture
async def one(server: MCPServer[Office]) -> str:
    return str((await ask(server, "prepare_escalation", issue=ISSUE, reporter="Priya Raman"))["escalation_id"])


async def found(
    server: MCPServer[Office], one: str, said: str, *, account: str = "acme-corp", again: str | None = None, **more: Any
) -> set[str]:
    text = f"{said}\n\n{AGAIN[account] if again is None else again}"
    answer = await ask(
        server, "draft_customer_update", escalation_id=one, phase="investigating", account=account, text=text, **more
    )
    return {each["kind"] for each in answer.get("findings", ())}


async def test_the_weekday_on_which_it_began_is_the_customers_own(server: MCPServer[Office], one: str) -> None:
    assert await found(server, one, "The errors started on Tuesday.") == {"not_in_evidence"}
    assert await found(server, one, "问题从周二开始。", account="mingde-soft") == {"not_in_evidence"}
    assert await found(server, one, "The errors started on Wednesday.") == set()
    assert await found(server, one, "问题从周三开始。", account="mingde-soft") == set()


async def test_a_part_is_said_back_as_the_customer_told_it(server: MCPServer[Office], one: str) -> None:
    for said in (
        "About one in twelve calls from your dispatch board failed.",
        "On your dispatch board one in twelve polls failed.",
        "1 in 12 requests of your board comes back with an error.",
    ):
        assert await found(server, one, said) == set(), said
    assert await found(server, one, "About one in eight calls from your dispatch board failed.") == {"not_in_evidence"}


async def test_whose_customer_they_are_and_who_reported_it_may_sign(server: MCPServer[Office], one: str) -> None:
    sorry = "This is not what you pay us for, and I apologise."
    for signed in ("Helen Brandt", "Helen Brandt\nCustomer Success", "Priya Raman"):
        assert await found(server, one, f"{sorry}\n\n{signed}") == set(), signed
    assert await found(server, one, f"{sorry}\n\nMei-Lin Zhou") == {"internal_person"}
    assert await found(server, one, "我们对此深表歉意。\n\nHelen Brandt", account="mingde-soft") == {"internal_person"}


async def test_a_reporter_signs_to_the_customer_of_the_report(server: MCPServer[Office]) -> None:
    issue = "月光遊戲說昨天晚上有員工登入後看到別家公司的專案名稱，截圖有傳來，他們很緊張"
    secure = str((await ask(server, "prepare_escalation", issue=issue, reporter="怡君"))["escalation_id"])
    again = "我們會在今天 18:00（台北時間）以前再跟您聯絡。\n\n客服 怡君"
    AGAIN["moonlit-games"] = again
    assert await found(server, secure, "我們已經收到您的截圖。", account="moonlit-games") == set()


async def test_bad_news_is_told_and_the_time_on_record_is_kept(server: MCPServer[Office], one: str) -> None:
    news = (
        "We will probably not have this stable before your peak on Monday 23 March, 12:00 UTC. I would rather you hear it now.",
        "I know the board matters to you every minute of the day.",
        "No news worth the name today, I am afraid: the cause is not found yet.",
    )
    for said in news:
        # In the thread Acme was promised word by 16:00 UTC, four hours later than the contract asks.
        assert await found(server, one, said, again="I will write again by 16:00 UTC today.") == set(), said
        late = await found(server, one, said, again="I will write again by 17:00 UTC today.")
        assert late == {"next_word_late"}, said
