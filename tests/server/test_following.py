"""The life of an escalation over the tools: news goes in, what is due comes out, the most urgent first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from mcp import Client
from mcp.server.mcpserver import MCPServer

from escalation.following.kinds import KINDS
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

AT = datetime(2026, 11, 20, 7, tzinfo=UTC)
"""An hour before the workspace's now, a Friday."""


@pytest.fixture
def escalation(office: Office) -> str:
    return opened(office)


def opened(office: Office, *, hours: float = 0, **data: Any) -> str:
    said: dict[str, Any] = {"severity": "critical", "target": "engineering", "account_ids": ("acc-1", "acc-2")} | data
    return office.open().register.open(issue="exports fail", who="Kim", at=AT - timedelta(hours=hours), **said)


async def ask(server: MCPServer[Office], tool: str, **arguments: Any) -> dict[str, Any]:
    async with Client(server) as client:
        result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


async def refused(server: MCPServer[Office], **arguments: Any) -> str:
    async with Client(server) as client:
        result = await client.call_tool("update_escalation", arguments)
    assert result.is_error, result.structured_content
    return str(result.content[0].text)  # type: ignore[union-attr]


async def test_what_is_due_next_comes_back_with_every_update(server: MCPServer[Office], escalation: str) -> None:
    taken = await ask(server, "update_escalation", escalation_id=escalation, kind="acknowledged", who="Lee")
    assert (taken["recorded"], taken["status"]) == ("acknowledged", "acknowledged")
    assert taken["due"] == [
        "2026-11-20T10:00Z internal: Ask Engineering for progress.",
        "2026-11-20T11:00Z customer: Update Northwind Traders, even when nothing is new.",
        "2026-11-20T11:00Z customer: Update Lotus Foods, even when nothing is new.",
    ]
    told = await ask(
        server,
        "update_escalation",
        escalation_id=escalation,
        kind="customer_told",
        account="Lotus Foods",
        text="On it.",
    )
    assert "2026-11-20T12:00Z customer: Update Lotus Foods, even when nothing is new." in told["due"]


async def test_a_bounce_shows_what_the_team_wants_until_it_takes_the_escalation(
    server: MCPServer[Office], escalation: str
) -> None:
    bounced = await ask(
        server,
        "update_escalation",
        escalation_id=escalation,
        kind="bounced",
        why="No logs.",
        lacks=["logs of the exporter"],
    )
    assert bounced["missing"] == ["logs of the exporter"]
    assert bounced["due"][0].endswith("Send Engineering what it asked for: logs of the exporter.")
    assert bounced["next"]
    whole = await ask(server, "get_escalation", escalation_id=escalation, parts=[])
    assert whole["missing"] == ["logs of the exporter"]
    taken = await ask(server, "update_escalation", escalation_id=escalation, kind="acknowledged")
    assert "missing" not in taken


async def test_a_promise_is_kept_track_of_and_comes_first_once_it_is_overdue(
    server: MCPServer[Office], office: Office, escalation: str
) -> None:
    late = opened(office, hours=9)
    made = await ask(
        server,
        "update_escalation",
        escalation_id=escalation,
        kind="promise_made",
        text="a fix today",
        until="2026-11-20T07:59:00Z",
        account="acc-1",
    )
    assert made["promise_id"] == "P1"
    listed = await ask(server, "list_escalations")
    assert [row["id"] for row in listed["escalations"]] == [escalation, late]
    assert listed["escalations"][0]["do"] == ("Keep promise P1 to Northwind Traders, or agree on a new time with them.")
    overdue = await ask(server, "list_escalations", view="overdue")
    assert overdue["dues"][0]["clock"] == "promise"
    assert overdue["dues"][0]["due"] > overdue["dues"][1]["due"]
    assert overdue["dues"][0]["why"] == "The customer was promised it: “a fix today”."
    moved = await ask(
        server,
        "update_escalation",
        escalation_id=escalation,
        kind="promise_moved",
        promise_id="P1",
        until="2026-11-20T18:00:00Z",
    )
    assert moved["due"][-1].startswith("2026-11-20T18:00Z promise")
    assert (await ask(server, "list_escalations", view="promises"))["found"] == 1
    await ask(server, "update_escalation", escalation_id=escalation, kind="promise_kept", promise_id="P1")
    # It was missed before it was moved: shown as that, and due no more.
    (late,) = (await ask(server, "list_escalations", view="promises"))["dues"]
    assert (late["due"], late["kept"], "overdue" in late) == ("2026-11-20T07:59Z", "2026-11-20T08:00Z", False)
    again = await refused(server, escalation_id=escalation, kind="promise_kept", promise_id="P1")
    assert "no open promise P1" in again


async def test_a_promise_may_be_kept_with_the_name_of_whom_it_was_made_to_and_of_nobody_else(
    server: MCPServer[Office], escalation: str
) -> None:
    said = {"text": "We call you back.", "account": "Lotus Foods", "until": "2026-11-20T12:00:00Z"}
    made = await ask(server, "update_escalation", escalation_id=escalation, kind="promise_made", **said)
    kept = {"escalation_id": escalation, "kind": "promise_kept", "promise_id": made["promise_id"]}
    assert "was made to" in await refused(server, **kept, account="Northwind Traders")
    assert (await ask(server, "update_escalation", **kept, account="Lotus Foods"))["recorded"] == "promise_kept"


async def test_a_promise_without_a_time_is_shown_with_the_wish_for_one(
    server: MCPServer[Office], escalation: str
) -> None:
    await ask(server, "update_escalation", escalation_id=escalation, kind="promise_made", text="we will look into it")
    (row,) = (await ask(server, "list_escalations", view="promises"))["dues"]
    assert row["do"] == "Agree with Northwind Traders and Lotus Foods by when promise P1 is kept."
    assert "due" not in row


async def test_a_promise_in_what_the_customer_was_told_is_pointed_out(
    server: MCPServer[Office], escalation: str
) -> None:
    text = "We will send you an update by 18:00 today."
    told = await ask(server, "update_escalation", escalation_id=escalation, kind="customer_told", text=text)
    assert "18:00" in told["next"][0]


async def test_the_third_customer_makes_a_pattern(server: MCPServer[Office], escalation: str) -> None:
    assert (await ask(server, "list_escalations", view="patterns"))["found"] == 0
    joined = await ask(server, "update_escalation", escalation_id=escalation, kind="account_joined", account="acc-3")
    assert joined["next"] == ["Tell Lotus Freight what is known, and the team that one more is affected."]
    (pattern,) = (await ask(server, "list_escalations", view="patterns"))["patterns"]
    assert (pattern["customers"], pattern["accounts"]) == (3, ["acc-1", "acc-2", "acc-3"])
    assert pattern["do"] == f"Work on it as one: a new customer joins {escalation}, told what is known."
    await ask(server, "update_escalation", escalation_id=escalation, kind="resolved", text="Fixed.")
    (pattern,) = (await ask(server, "list_escalations", view="patterns"))["patterns"]
    assert pattern["untold"] == pattern["unconfirmed"] == ["acc-1", "acc-2", "acc-3"]
    await ask(server, "update_escalation", escalation_id=escalation, kind="customer_told", account="acc-1", text="Ok.")
    (pattern,) = (await ask(server, "list_escalations", view="patterns"))["patterns"]
    assert pattern["untold"] == ["acc-2", "acc-3"]
    assert pattern["do"].startswith("Tell Lotus Foods and Lotus Freight of the solution. Have Northwind Traders,")


async def test_views_are_narrowed_to_a_customer_and_a_team(
    server: MCPServer[Office], office: Office, escalation: str
) -> None:
    other = opened(office, target="security", account_ids=("acc-3",))
    assert (await ask(server, "list_escalations", account="acc-3"))["escalations"][0]["id"] == other
    dues = (await ask(server, "list_escalations", view="due", account="acc-2"))["dues"]
    assert {row["account"] for row in dues if "account" in row} == {"acc-2"}
    assert (await ask(server, "list_escalations", target="engineering"))["escalations"][0]["id"] == escalation
    async with Client(server) as client:
        unknown = await client.call_tool("list_escalations", {"team": "#nowhere"})
    assert "No team answers to '#nowhere'" in str(unknown.content)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"kind": "bounced"}, "bounced was not recorded: it needs why. Give why; you may add lacks."),
        ({"kind": "progress", "text": "x", "severity": "high"}, "it has no use for severity"),
        ({"kind": "snoozed", "why": "x", "until": "2026-11-01"}, "until has passed already"),
        ({"kind": "snoozed", "why": "x", "until": "soon"}, "until is not a date"),
        ({"kind": "severity_changed", "why": "x", "severity": "critical"}, "is critical already"),
        ({"kind": "reopened", "why": "x"}, "is still open"),
        ({"kind": "customer_confirmed"}, "is still open"),
        ({"kind": "customer_told", "text": "x", "account": "acc-3"}, "record account_joined first"),
        ({"kind": "promise_kept", "promise_id": "P9"}, "None is open; record promise_made first."),
        ({"kind": "rhythm_agreed"}, "it names no rhythm"),
    ],
)
async def test_a_wrong_combination_is_one_sentence_with_the_way_out(
    server: MCPServer[Office], office: Office, escalation: str, arguments: dict[str, Any], said: str
) -> None:
    assert said in await refused(server, escalation_id=escalation, **arguments)
    assert len(office.open().register.events(escalation)) == 1


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_without_any_field_is_recorded_or_explained(
    server: MCPServer[Office], escalation: str, kind: str
) -> None:
    async with Client(server) as client:
        result = await client.call_tool("update_escalation", {"escalation_id": escalation, "kind": kind})
    assert not result.is_error or str(result.content[0].text).endswith(".")  # type: ignore[union-attr]


async def test_rhythm_snooze_waiting_and_reopening_move_the_clocks(server: MCPServer[Office], escalation: str) -> None:
    async def told(**news: Any) -> list[str]:
        return list((await ask(server, "update_escalation", escalation_id=escalation, **news)).get("due", []))

    hourly = await told(kind="rhythm_agreed", account="acc-1", customer_hours=1.5)
    assert hourly[0].startswith("2026-11-20T08:30Z customer: Update Northwind")
    assert [line.split()[1] for line in await told(kind="waiting_on_customer", account="acc-1")] == [
        "internal:", "customer:",
    ]  # fmt: skip
    assert len(await told(kind="customer_answered", account="acc-1")) == 3
    asleep = await told(kind="snoozed", until="2026-11-21T08:00:00Z", why="They deploy tonight.")
    assert {line.split()[0] for line in asleep} == {"2026-11-21T08:00Z"}
    awake = await told(kind="severity_changed", severity="high", why="Half of it works again.")
    assert awake
    untold = await told(kind="de_escalated", why="It was a setting.")
    assert [line.split(": ")[1] for line in untold] == [
        "Tell Northwind Traders how it ended, and what they can do now.",
        "Tell Lotus Foods how it ended, and what they can do now.",
    ]
    assert len(await told(kind="customer_told", account="acc-1", text="It was a setting.")) == 1
    assert await told(kind="customer_told", account="acc-2", text="It was a setting.") == []
    assert len(await told(kind="reopened", why="It is back.")) == 3


async def test_what_was_recorded_is_read_back_in_its_words(server: MCPServer[Office], escalation: str) -> None:
    text = "Fix 2026.3.4 is live in us-east since 08:50 UTC, 0 of 500 test calls failed"
    for kind in ("progress", "customer_told", "resolved"):
        await ask(server, "update_escalation", escalation_id=escalation, kind=kind, text=text)
    record = (await ask(server, "get_escalation", escalation_id=escalation, parts=["record"]))["record"]
    assert [line["what"] for line in record if f"text: {text}" in line.get("data", "")] == [
        "progress", "customer_told", "resolved",
    ]  # fmt: skip


async def test_keys_in_what_was_said_are_masked_before_they_are_kept(
    server: MCPServer[Office], office: Office, escalation: str
) -> None:
    text = "Their key is ghp_abcdefghijklmnopqrstuvwxyz012345"
    await ask(server, "update_escalation", escalation_id=escalation, kind="progress", text=text)
    assert "ghp_abc" not in str(office.open().register.events(escalation)[-1].data)
