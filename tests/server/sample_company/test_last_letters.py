"""What ended it is in the letter that says so: the way round, the cause, what was done; or the writer is told what is missing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask, refused
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

AT = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)
ACME = "API returning 500 errors intermittently for Acme Corp"


@pytest.fixture
async def one(server: MCPServer[Office]) -> str:
    return str((await ask(server, "prepare_escalation", issue=ACME))["escalation_id"])


async def test_the_way_round_that_ended_it_is_in_the_letter(server: MCPServer[Office], one: str) -> None:
    way = "Use the EU endpoint until Friday's window is over."
    await ask(server, "update_escalation", escalation_id=one, kind="de_escalated", why="A workaround helps.", text=way)
    letter = await ask(server, "draft_customer_update", escalation_id=one, phase="de_escalated")
    assert letter["ready"] is True, letter["findings"]
    assert way in letter["text"]
    assert "A workaround helps." not in letter["text"]
    assert "tell us whether this works" in letter["text"]
    assert "left_out" not in letter
    chinese = await ask(server, "draft_customer_update", escalation_id=one, phase="de_escalated", language="zh")
    assert way not in chinese["text"]
    (told,) = chinese["left_out"]
    assert "Chinese" in told
    assert "facts.to_do" in told


async def test_how_it_was_solved_is_in_the_letter_and_the_writers_own_words_come_first(
    server: MCPServer[Office], one: str
) -> None:
    await ask(
        server, "update_escalation", escalation_id=one, kind="resolved", text="The gateway was restarted.",
        cause="An expired certificate.",
    )  # fmt: skip
    letter = await ask(server, "draft_customer_update", escalation_id=one, phase="resolved")
    assert "The cause: An expired certificate." in letter["text"]
    assert "What we did: The gateway was restarted." in letter["text"]
    own = await ask(
        server,
        "draft_customer_update",
        escalation_id=one,
        phase="resolved",
        facts={"doing": "All calls go through again."},
    )
    assert "All calls go through again." in own["text"]
    assert "restarted" not in own["text"]


async def test_what_was_said_before_it_was_reopened_is_not_said_again(server: MCPServer[Office], one: str) -> None:
    said = {"text": "The gateway was restarted.", "cause": "An expired certificate."}
    await ask(server, "update_escalation", escalation_id=one, kind="resolved", **said)
    await ask(server, "update_escalation", escalation_id=one, kind="reopened", why="It is back.")
    ended = await ask(server, "update_escalation", escalation_id=one, kind="resolved", text="The pool was enlarged.")
    assert any(step.startswith("not done: record the root cause") for step in ended["steps"])
    letter = await ask(server, "draft_customer_update", escalation_id=one, phase="resolved")
    assert "certificate" not in letter["text"]
    assert "The pool was enlarged." in letter["text"]
    whole = await ask(server, "get_escalation", escalation_id=one, parts=["record"])
    assert "An expired certificate." in str(whole["record"])


async def test_an_open_promise_stands_in_the_way_of_closing_until_it_is_kept_or_somebody_says_why(
    server: MCPServer[Office], one: str
) -> None:
    words = "a written report by 27 March"
    await ask(
        server, "update_escalation", escalation_id=one, kind="promise_made", text=words, account="Acme Corp",
        until="2026-03-27T16:00Z",
    )  # fmt: skip
    ended = await ask(server, "update_escalation", escalation_id=one, kind="resolved", text="Solved.")
    assert any(
        "keep what was promised" in step and words in step for step in ended["steps"] if step.startswith("not done")
    )
    no = await refused(
        server, "update_escalation", escalation_id=one, kind="closed", learned="x", done=["promises_kept"]
    )
    assert f"P1 ({words})" in no
    closed = await ask(server, "update_escalation", escalation_id=one, kind="closed", learned="x", why="They left us.")
    assert closed["status"] == "closed"
    owed = await ask(server, "list_escalations", view="promises")
    assert any(words in due["why"] for due in owed["dues"])


async def test_a_customer_who_reads_traditional_is_told_so_and_confirms(server: MCPServer[Office]) -> None:
    issue = "港灣物流 車隊看板間歇性讀不到任務，出現 500"
    one = str((await ask(server, "prepare_escalation", issue=issue))["escalation_id"])
    words = "网关证书过期，已更换。"
    ended = await ask(server, "update_escalation", escalation_id=one, kind="resolved", text=words)
    (line,) = [each for each in ended["next"] if "harbour-logistics" in each]
    assert "繁体中文" in line
    letter = await ask(
        server, "draft_customer_update", escalation_id=one, phase="resolved", account="harbour-logistics"
    )
    assert letter["language"] == "zh-Hant"
    assert "原因尚未登记为已确认" in letter["left_out"][0]
    await ask(
        server, "update_escalation", escalation_id=one, kind="progress", text="原因已确认。", cause="网关证书过期。"
    )
    letter = await ask(
        server, "draft_customer_update", escalation_id=one, phase="resolved", account="harbour-logistics"
    )
    assert "原因：" in letter["text"]
    assert "過期" in letter["text"]
    assert "left_out" not in letter


async def test_a_cause_is_told_to_each_customer_in_their_language_once_it_is_on_record_in_it(
    server: MCPServer[Office], one: str
) -> None:
    chinese, english = "网关的证书已过期", "An expired certificate on the gateway."
    await ask(server, "update_escalation", escalation_id=one, kind="resolved", text="It was renewed.", cause=english)
    letter = await ask(server, "draft_customer_update", escalation_id=one, phase="resolved", language="zh")
    assert any("update_escalation" in told and "Chinese" in told for told in letter["left_out"])
    guessed = {"escalation_id": one, "phase": "resolved", "language": "zh", "facts": {"cause": f"原因是{chinese}。"}}
    (no,) = (await ask(server, "draft_customer_update", **guessed))["findings"]
    assert (no["kind"], "record it in this language" in no["change"]) == ("unconfirmed_cause", True)
    await ask(server, "update_escalation", escalation_id=one, kind="progress", text="For those who read Chinese.",
              cause=f"{chinese}。")  # fmt: skip
    assert (await ask(server, "draft_customer_update", **guessed))["ready"] is True
    letter = await ask(server, "draft_customer_update", escalation_id=one, phase="resolved", language="zh")
    assert f"原因：{chinese}" in letter["text"]
    letter = await ask(server, "draft_customer_update", escalation_id=one, phase="resolved", language="en")
    assert f"The cause: {english}" in letter["text"]
    sent = {"account": "Acme Corp", "text": f"您好，原因是{chinese}。"}
    reply = await ask(server, "propose_action", escalation_id=one, kind="reply_to_customer", **sent)
    assert reply["proposal_id"]
    article = await ask(server, "propose_action", escalation_id=one, kind="draft_article")
    assert english in article["text"]
    # Another cause in a language that has one: what was told before holds no longer, in any.
    await ask(server, "update_escalation", escalation_id=one, kind="progress", text="Not so.", cause="A full queue.")
    assert (await ask(server, "draft_customer_update", **guessed))["findings"][0]["kind"] == "unconfirmed_cause"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("We will send the root cause report by Monday 18:00.", "2026-03-23T23:00Z"),
        ("a written report by 27 March", "2026-03-27T23:00Z"),
        ("The report by Monday, and we will call you tomorrow at 10:00.", "2026-03-21T15:00Z"),
    ],
)
async def test_a_promise_put_on_record_is_dated_by_its_own_words_on_the_customers_clock(
    server: MCPServer[Office], one: str, words: str, due: str
) -> None:
    said = {"escalation_id": one, "kind": "promise_made", "account": "Acme Corp", "text": words}
    made = await ask(server, "update_escalation", **said)
    whole = await ask(server, "get_escalation", escalation_id=one, parts=["record"])
    (promise,) = [each for each in whole["promises"] if each["id"] == made["promise_id"]]
    assert promise["due"] == due


async def test_what_a_customer_was_told_is_read_on_their_clock(server: MCPServer[Office], one: str) -> None:
    said = {"escalation_id": one, "kind": "customer_told", "account": "Acme Corp"}
    told = await ask(server, "update_escalation", **said, text="We will call you tomorrow at 10:00.")
    assert any("due 2026-03-21 15:00" in line for line in told["next"])
