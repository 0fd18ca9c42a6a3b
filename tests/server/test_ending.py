"""Ending an escalation over the tools: its steps, who is still to be told, what closing refuses, what is learned."""

from __future__ import annotations

import re

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.test_following import ask, escalation, opened, refused
from tools.desk.office import Office

__all__ = ["escalation"]
pytestmark = pytest.mark.anyio


async def test_the_steps_of_de_escalating_are_done_or_visibly_not_done(
    server: MCPServer[Office], escalation: str
) -> None:
    ended = await ask(
        server, "update_escalation", escalation_id=escalation, kind="de_escalated", why="A workaround helps."
    )
    assert ended["steps"] == [
        "not done: tell Engineering that it is over",
        "not done: put the resolution on the ticket",
        "not done: tell Northwind Traders and Lotus Foods",
        "not done: record the root cause, also of what ended by itself",
        "not done: record what was learned",
    ]
    await ask(
        server,
        "update_escalation",
        escalation_id=escalation,
        kind="progress",
        text="Said so in the channel.",
        done=["team_told", "resolution_on_ticket"],
    )
    told = await ask(
        server, "update_escalation", escalation_id=escalation, kind="customer_told", account="acc-1", text="Solved."
    )
    assert [line.split(":")[0].split()[0] for line in told["steps"]] == ["done", "done", "not", "not", "not"]
    assert told["steps"][2] == "not done: tell Lotus Foods"


async def test_who_has_not_confirmed_keeps_it_from_being_closed(server: MCPServer[Office], escalation: str) -> None:
    await ask(server, "update_escalation", escalation_id=escalation, kind="resolved", text="Fixed in 4.2.")
    await ask(server, "update_escalation", escalation_id=escalation, kind="customer_confirmed", account="acc-1")
    said = await refused(server, escalation_id=escalation, kind="closed", learned="Watch the queue.")
    assert "customers_told: acc-1, acc-2 (draft_customer_update" in said
    assert "satisfaction_confirmed: acc-2 (customer_confirmed" in said
    assert "cause_recorded (cause)" in said
    assert "learned_recorded" not in said, "closing says that itself"
    assert "Nothing was recorded: give learned again with it." in said
    all_of_it = {"learned": "Watch the queue.", "improvement": "An alarm on it.", "cause": "A full queue."}
    assert "give learned, improvement, cause again" in await refused(
        server, escalation_id=escalation, kind="closed", **all_of_it
    )
    await ask(server, "update_escalation", escalation_id=escalation, kind="customer_confirmed", account="acc-2")
    assert "satisfaction_confirmed" not in await refused(
        server, escalation_id=escalation, kind="closed", learned="Watch the queue."
    )
    closed = await ask(
        server,
        "update_escalation",
        escalation_id=escalation,
        kind="closed",
        why="Both customers have left.",
        learned="Watch the queue.",
        improvement="An alarm on the queue's length.",
    )
    assert closed["status"] == "closed"
    assert "due" not in closed
    undone = [line for line in closed["steps"] if line.startswith("not done")]
    assert [line.removeprefix("not done: ") for line in undone] == [
        "tell Engineering that it is over",
        "put the resolution on the ticket",
        "tell Northwind Traders and Lotus Foods",
        "record the root cause, also of what ended by itself",
        "draft the article for the knowledge base",
    ]


async def test_what_is_left_undone_when_it_closes_anyway_is_on_record_with_the_reason(
    server: MCPServer[Office], office: Office, escalation: str
) -> None:
    await ask(server, "update_escalation", escalation_id=escalation, kind="resolved", text="Fixed in 4.2.")
    await ask(
        server, "update_escalation", escalation_id=escalation, kind="closed", why="They have left.", learned="Little."
    )
    event = office.open().register.events(escalation)[-1]
    assert (event.what, event.why) == ("closed", "They have left.")
    assert event.data["left"][2] == "customers_told: acc-1, acc-2"
    assert len(event.data["left"]) == 7


async def test_resolving_names_every_customer_to_be_told_and_their_language(
    server: MCPServer[Office], escalation: str
) -> None:
    ended = await ask(server, "update_escalation", escalation_id=escalation, kind="resolved", text="Fixed in 4.2.")
    assert ended["next"] == [
        "Tell every customer, each in their language, and have each confirm.",
        "Tell Northwind Traders in English: draft_customer_update, phase resolved, account acc-1.",
        "Tell Lotus Foods in English: draft_customer_update, phase resolved, account acc-2.",
    ]
    assert [line.split(": ")[1] for line in ended["due"]] == [
        "Tell Northwind Traders of the solution.",
        "Tell Lotus Foods of the solution.",
    ]
    told = await ask(
        server, "update_escalation", escalation_id=escalation, kind="customer_told", account="acc-1", text="Solved."
    )
    assert "Ask Northwind Traders whether the solution holds." in told["due"][-1]
    assert "Tell Lotus Foods of the solution." in told["due"][0]


async def test_a_cause_found_before_the_end_counts(server: MCPServer[Office], escalation: str) -> None:
    await ask(
        server, "update_escalation", escalation_id=escalation, kind="progress", text="Found.", cause="A full queue."
    )
    ended = await ask(server, "update_escalation", escalation_id=escalation, kind="de_escalated", why="It went away.")
    assert next(line for line in ended["steps"] if "root cause" in line).startswith("done")


async def test_improvements_are_collected_and_counted(server: MCPServer[Office], office: Office) -> None:
    for hours, words in ((3, "An alarm on the queue."), (2, "A second reviewer."), (1, "an alarm on the  queue")):
        one = opened(office, hours=hours)
        await ask(server, "update_escalation", escalation_id=one, kind="resolved", text="Fixed.", improvement=words)
    listed = await ask(server, "list_escalations", view="improvements")
    assert listed["improvements"] == [
        {"improvement": "An alarm on the queue.", "times": 2, "escalations": ["ESC-0001", "ESC-0003"]},
        {"improvement": "A second reviewer.", "times": 1, "escalations": ["ESC-0002"]},
    ]
    assert (await ask(server, "list_escalations", view="improvements", limit=1))["has_more"] is True


async def test_an_answered_ticket_is_not_on_the_list(server: MCPServer[Office], office: Office) -> None:
    one = opened(office, ticket_ids=("T-1",), account_ids=("acc-1",))
    # T-1 was answered at 03:00, three hours before its first response was due, and is unsolved.
    dues = (await ask(server, "list_escalations", view="due"))["dues"]
    assert {row["clock"] for row in dues if row["escalation_id"] == one} == {"internal", "customer", "resolution"}


async def test_who_heard_from_us_has_the_word_that_was_promised(server: MCPServer[Office], escalation: str) -> None:
    made = await ask(
        server,
        "update_escalation",
        escalation_id=escalation,
        kind="promise_made",
        text="You will hear from us by 10:00.",
        until="2026-11-20T10:00:00Z",
        account="acc-1",
    )
    other = {"escalation_id": escalation, "kind": "customer_told", "text": "Still at it."}
    await ask(server, "update_escalation", **other, account="acc-2")
    assert (await ask(server, "list_escalations", view="promises"))["dues"][0]["promise_id"] == made["promise_id"]
    await ask(server, "update_escalation", **other, account="acc-1")
    assert (await ask(server, "list_escalations", view="promises"))["found"] == 0


async def test_a_wish_ends_with_a_decision_and_is_told_so(server: MCPServer[Office], office: Office) -> None:
    wish = opened(office, severity="medium", target="product")
    ended = await ask(server, "update_escalation", escalation_id=wish, kind="resolved", text="Planned for Q2.")
    assert any("phase feature_decision" in line for line in ended["next"])
    assert not any("phase resolved" in line for line in ended["next"])
    assert not any("root cause" in step or "article" in step for step in ended["steps"])
    assert any(line.endswith("Tell Northwind Traders what was decided.") for line in ended["due"])
    await ask(server, "update_escalation", escalation_id=wish, kind="customer_told", account="acc-1", text="Q2.")
    (asked,) = [d for d in (await ask(server, "list_escalations", view="due"))["dues"] if d.get("account") == "acc-1"]
    assert asked["do"] == "Ask Northwind Traders whether the decision serves them."


async def test_what_is_due_is_told_in_the_language_of_the_matter(server: MCPServer[Office], office: Office) -> None:
    late = opened(office, hours=9, language="zh")
    told = await ask(server, "update_escalation", escalation_id=late, kind="customer_told", account="acc-1", text="好")
    assert any(re.search(r"internal，已逾期 \d+ ?小时：把简报发给技术团队", line) for line in told["due"]), told["due"]


async def test_a_no_is_not_recorded_as_a_confirmation(server: MCPServer[Office], escalation: str) -> None:
    await ask(server, "update_escalation", escalation_id=escalation, kind="resolved", text="Fixed in 4.2.")
    said = {"escalation_id": escalation, "kind": "customer_confirmed", "account": "acc-1"}
    assert "does not confirm" in await refused(server, **said, text="nope, still missing")
    answered = {"kind": "customer_answered", "account": "acc-1", "text": "nope, still missing"}
    noted = await ask(server, "update_escalation", escalation_id=escalation, **answered)
    assert any("have Northwind Traders and Lotus Foods confirm" in step for step in noted["steps"])


async def test_what_was_done_elsewhere_is_done_though_the_record_would_show_it_too(
    server: MCPServer[Office], escalation: str
) -> None:
    closed = await ask(
        server,
        "update_escalation",
        escalation_id=escalation,
        kind="closed",
        learned="Watch the queue.",
        why="Told by phone.",
        done=["customers_told"],
    )
    assert not any(line.startswith("not done: tell Northwind") for line in closed["steps"])
    assert any(line.startswith("not done: have Northwind") for line in closed["steps"])
