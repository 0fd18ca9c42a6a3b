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


@pytest.mark.parametrize(
    ("text", "promised", "due"),
    [
        ("致电对方 CEO：承认四次中断；答应周一给出计划。", "周一给出计划", "2026-03-23 23:00"),
        ("Called Acme: we promised to send the report by Monday.", "send the report by Monday", "2026-03-23 23:00"),
    ],
)
async def test_a_promise_made_on_the_phone_is_pointed_out_and_the_call_itself_is_none(
    server: MCPServer[Office], one: str, text: str, promised: str, due: str
) -> None:
    told = await ask(
        server, "update_escalation", escalation_id=one, kind="customer_told", account="Acme Corp", text=text
    )
    (line,) = told["next"]
    assert f"“{promised}”" in line
    assert due in line


async def test_who_was_told_that_it_was_over_hears_that_it_was_not(server: MCPServer[Office], one: str) -> None:
    async def letter(phase: str = "investigating", language: str = "en", account: str = "Acme Corp") -> str:
        said = {"escalation_id": one, "phase": phase, "account": account, "language": language}
        return str((await ask(server, "draft_customer_update", **said))["text"])

    async def news(kind: str, **said: str) -> None:
        await ask(server, "update_escalation", escalation_id=one, kind=kind, **said)

    await news("resolved", text="The gateway was restarted.")
    await news("customer_told", account="Acme Corp", text="It is solved.")
    await news("reopened", why="It is back.")
    assert "That has not held, and we are sorry" in await letter()
    assert "它又出现了，非常抱歉" in await letter("nothing_new", "zh")
    assert "not held" not in await letter(account="Nordfjell AS"), "they never heard that it was solved"
    await news("customer_told", account="Acme Corp", text="It is back, we are on it.")
    assert "not held" not in await letter(), "said once"


async def test_a_second_letter_does_not_open_like_the_first(server: MCPServer[Office], one: str) -> None:
    said = {"escalation_id": one, "account": "Acme Corp"}
    first = {phase: (await ask(server, "draft_customer_update", **said, phase=phase))["text"] for phase in OPENINGS}
    await ask(server, "update_escalation", **said, kind="customer_told", text="We have it.")
    for phase, opening in OPENINGS.items():
        again = await ask(server, "draft_customer_update", **said, phase=phase)
        assert opening in first[phase]
        assert not [each for each in again.get("promises", []) if each["kind"] != "update_by"]
        assert opening not in again["text"]
        assert again["ready"] is True


OPENINGS = {
    "executive_response": "Thank you for speaking openly",
    "security_notice": "Thank you for telling us at once",
}


async def test_a_text_in_a_language_that_the_customer_does_not_read_is_pointed_out(
    server: MCPServer[Office], one: str
) -> None:
    said = {"escalation_id": one, "phase": "resolved", "account": "Acme Corp"}
    await ask(server, "update_escalation", escalation_id=one, kind="resolved", text="Solved.")
    chinese, english = "您好，问题已经解决，请您确认。", "Hello, it is solved on our side. Please confirm."

    async def kinds(**more: str) -> list[str]:
        found = (await ask(server, "draft_customer_update", **said, **more)).get("findings", [])
        return [each["kind"] for each in found]

    assert await kinds(text=chinese) == ["other_language"]
    assert await kinds(text=english) == []
    assert await kinds(text=chinese, language="zh") == []
    assert await kinds(text=english, language="zh") == ["other_language"]
    assert await kinds() == []


@pytest.mark.parametrize(
    "text", ["Please sign in with password: Summer2026! until then.", "密码 Summer2026! 可临时登录。"]
)
async def test_a_reply_with_a_secret_is_not_proposed_and_the_secret_is_not_said_again(
    server: MCPServer[Office], one: str, text: str
) -> None:
    reply = {"escalation_id": one, "kind": "reply_to_customer", "account": "Acme Corp", "text": text}
    made = await ask(server, "propose_action", **reply)
    assert "proposal_id" not in made
    assert "looks like a secret" in made["findings"][0]["problem"]
    assert "Summer2026" not in str(made)
