"""Looking by hand: what is found says why, by words of any language, and a customer's tickets come back whatever they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask
from tests.server.small_office import small_office
from tools.desk.office import Office
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio


def _ticket(number: int, account: str, subject: str, description: str = "", **more: Any) -> dict[str, Any]:
    at = f"2026-11-{number:02}T02:00:00Z"
    return {
        "id": f"T-{number}",
        "account_id": account,
        "subject": subject,
        "description": description,
        "status": "open",
        "created_at": at,
    } | more


TICKETS = [
    _ticket(1, "a1", "Approvals missing from the list", "Hello. The list of approvals lacks half of them. Regards."),
    _ticket(2, "a2", "待审批列表里的单子不见了", "周一开始，列表里少了几张单。", product_area="Inbox"),
    _ticket(3, "a3", "Things I should put my name to come and go", "Nine one day, five the next."),
    _ticket(4, "a3", "New logo", "Ours is blue now.", status="solved", solved_at="2026-11-05T02:00:00Z"),
    _ticket(5, "a1", "Card limit", "Please raise it."),
    *(_ticket(n, "a2", f"Printer question {n}", "Which tray does the missing page come from?") for n in range(6, 19)),
]
MESSAGES = [
    {"id": "M-1", "at": "2026-11-18T09:00:00Z", "text": "Does anybody know why lists at Harbour come up short?"},
    {"id": "M-2", "at": "2026-11-18T09:05:00Z", "text": "Yes, the query returns a part only.", "thread_of": "M-1"},
    {"id": "M-3", "at": "2026-11-18T09:09:00Z", "text": "Zellhof has the same, see T-3.", "thread_of": "M-2"},
    {"id": "M-4", "at": "2026-11-18T10:00:00Z", "text": "Lunch?"},
]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MCPServer[Office]:
    names = {"a1": "Harbour Foods", "a2": "Ostrava Rail", "a3": "Zellhof AG"}
    records: dict[str, list[dict[str, Any]]] = {
        "accounts": [{"id": id, "name": name} for id, name in names.items()],
        "tickets": TICKETS,
        "chat": [{"channel": "#support", "author": "lee"} | message for message in MESSAGES],
        "tracker": [
            {"id": "ENG-1", "title": "List query returns a part only", "status": "open", "body": "Seen. " * 200}
        ],
        "kb": [
            {"id": f"KB-{n}", "title": f"Approvals, part {n}", "body": "Open the list. " * 60, "status": "published"}
            for n in range(4)
        ],
    }
    return build_server(small_office(tmp_path, records, monkeypatch))


async def test_a_ticket_in_another_language_is_found_and_says_in_which_words_it_fits(
    server: MCPServer[Office],
) -> None:
    found = await ask(server, "fetch_tickets", query="approvals missing from list")
    first, second = found["tickets"][:2]
    assert {first["id"], second["id"]} == {"T-1", "T-2"}
    by_id = {row["id"]: row for row in found["tickets"]}
    assert set(by_id["T-1"]["matched"].split("; ")) == {"approvals", "missing", "list"}
    said = dict(piece.split(" ~ ") for piece in by_id["T-2"]["matched"].split("; "))
    assert said["list"] == "列表"
    assert said["approvals"] in {"审批", "待审批"}
    assert by_id["T-2"]["product_area"] == "Inbox"


async def test_the_passage_that_fits_best_is_shown_and_not_the_greeting(server: MCPServer[Office]) -> None:
    found = await ask(server, "fetch_tickets", query="approvals missing from list")
    (row,) = (row for row in found["tickets"] if row["id"] == "T-1")
    assert row["excerpt"].startswith("…The list of approvals lacks half of them.")
    assert row["account"] == "Harbour Foods (a1)"
    assert row["opened"] == "2026-11-01"


async def test_what_hardly_fits_is_left_for_who_asks_on(server: MCPServer[Office]) -> None:
    found = await ask(server, "fetch_tickets", query="approvals missing from list")
    assert "Printer" not in str(found)
    assert found["has_more"] is True
    assert found["next_offset"] == found["found"] == len(found["tickets"]) + len(found.get("further", []))
    assert "next_offset" in found["note"]
    more = await ask(server, "fetch_tickets", query="approvals missing from list", offset=found["next_offset"])
    assert "tickets" not in more
    assert "T-18 Printer question 18 (Ostrava Rail, open, 2026-11-18): missing" in more["further"]


async def test_an_accounts_tickets_come_back_although_none_holds_the_words(server: MCPServer[Office]) -> None:
    found = await ask(server, "fetch_tickets", query="zebra crossing", account="Zellhof")
    assert [row["id"] for row in found["tickets"]] == ["T-3", "T-4"]
    assert found["note"] == "The words were found in none of these; they are listed open and newest first."
    assert found["account"] == "Zellhof AG (a3)"
    assert all("matched" not in row and "account" not in row for row in found["tickets"])


async def test_after_those_that_hold_the_words_an_accounts_others_follow(server: MCPServer[Office]) -> None:
    found = await ask(server, "fetch_tickets", query="logo", account="Zellhof")
    assert [(row["id"], row.get("matched")) for row in found["tickets"]] == [("T-4", "logo"), ("T-3", None)]
    assert "Rows without matched" in found["note"]
    alone = await ask(server, "fetch_tickets", query="logo", account="Zellhof", limit=1)
    assert [row["id"] for row in alone["tickets"]] == ["T-4"]
    assert "note" not in alone
    rest = await ask(server, "fetch_tickets", query="logo", account="Zellhof", limit=1, offset=alone["next_offset"])
    assert [row["id"] for row in rest["tickets"]] == ["T-3"]
    assert rest["has_more"] is False


async def test_another_filter_also_says_that_the_words_were_found_nowhere(server: MCPServer[Office]) -> None:
    found = await ask(server, "fetch_tickets", query="zebra crossing", state="solved")
    assert [row["id"] for row in found["tickets"]] == ["T-4"]
    assert "found in none" in found["note"]
    assert (await ask(server, "fetch_tickets", query="zebra crossing"))["found"] == 0


async def test_a_thread_is_found_by_a_reply_and_told_from_its_first_message_on(server: MCPServer[Office]) -> None:
    found = await ask(server, "search_discussions", query="query returns a part only")
    (thread,) = found["threads"]
    assert (thread["id"], thread["messages"], thread["found"]) == ("M-1", 3, ["M-2"])
    lines = thread["quote"].split("\n")
    assert lines[0] == "```text quoted from thread M-1"
    assert lines[1] == "[M-1 2026-11-18T09:00Z lee] Does anybody know why lists at Harbour come up short?"
    assert lines[3] == "[M-3 2026-11-18T09:09Z lee] Zellhof has the same, see T-3."


@pytest.mark.parametrize("query", ["T-3", "a3", "Zellhof", "Harbour Foods", "M-3"])
async def test_a_thread_is_found_by_a_customer_or_ticket_that_any_of_its_messages_names(
    query: str, server: MCPServer[Office]
) -> None:
    found = await ask(server, "search_discussions", query=query)
    assert [thread["id"] for thread in found["threads"]] == ["M-1"]
    assert found["threads"][0]["matched"]


async def test_what_does_not_name_the_number_asked_for_is_not_found_by_its_series(server: MCPServer[Office]) -> None:
    assert (await ask(server, "search_discussions", query="ENG-2"))["found"] == 0
    assert (await ask(server, "fetch_tickets", query="T-99"))["found"] == 0


async def test_an_item_comes_whole_when_it_is_asked_for_by_its_id(server: MCPServer[Office]) -> None:
    brief = (await ask(server, "search_discussions", query="query returns a part"))["items"][0]
    whole = (await ask(server, "search_discussions", query="ENG-1"))["items"][0]
    assert 3 * len(brief["quote"]) < len(whole["quote"])
    assert whole["matched"] == "ENG-1"


async def test_an_article_comes_whole_when_it_is_asked_for_by_its_id(server: MCPServer[Office]) -> None:
    found = (await ask(server, "search_knowledge_base", query="审批列表"))["articles"]
    assert {row["id"] for row in found} >= {"KB-0", "KB-1", "KB-2", "KB-3"}
    assert found[0]["matched"] == "审批 ~ Approvals; 列表 ~ list"
    (whole,) = (await ask(server, "search_knowledge_base", query="KB-2"))["articles"]
    assert len(found[0]["excerpt"]) + 300 < len(whole["excerpt"])
