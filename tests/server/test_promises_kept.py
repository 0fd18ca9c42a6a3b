"""A promise kept: when it was done, whether in time, for whom of several, and never before anything was sent."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer
from sqlalchemy import Engine

from tests.server.sample_office import ask, refused, sample_office
from tools.desk.office import Office, Opened
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio

REPORT = {"kind": "promise_made", "text": "Written report on the outage", "until": "2026-03-20T12:00:00Z"}


@pytest.fixture
def office(sample_store: Engine, tmp_path: Path) -> Office:
    return sample_office(sample_store, tmp_path)


@pytest.fixture
def server(office: Office) -> MCPServer[Office]:
    return build_server(office)


@pytest.fixture
def one(office: Office) -> str:
    rooms: Opened = office.open()
    now = rooms.workspace.now() - timedelta(hours=4)
    accounts = ("corvid-health", "stonebridge", "oderland")
    return rooms.register.open(issue="SSO loop", who="Kim", at=now, account_ids=accounts, severity="high")


async def news(server: MCPServer[Office], one: str, **what: Any) -> dict[str, Any]:
    return await ask(server, "update_escalation", escalation_id=one, **what)


async def promise(server: MCPServer[Office], one: str) -> dict[str, Any]:
    return (await ask(server, "get_escalation", escalation_id=one))["promises"][0]


@pytest.mark.parametrize(("done", "in_time"), [("07:00", [True]), ("07:30", [True]), ("07:31", [False])])
async def test_the_time_of_the_deed_counts_and_not_of_the_note(
    server: MCPServer[Office], office: Office, one: str, done: str, in_time: list[bool]
) -> None:
    made = {"id": "P1", "text": "Report", "due": "2026-03-20T07:30:00Z", "account_id": "oderland"}
    register = office.open().register
    register.append(one, "promise_made", who="Kim", at=office.open().workspace.now() - timedelta(hours=3), data=made)
    at = f"2026-03-20T{done}:00Z"
    await news(server, one, kind="promise_kept", promise_id="P1", text="report sent by mail", until=at)
    kept = await promise(server, one)
    assert (kept["kept"], [kept["in_time"]]) == (f"2026-03-20T{done}Z", in_time)


async def test_a_time_before_the_promise_or_to_come_is_none_of_the_deed(server: MCPServer[Office], one: str) -> None:
    await news(server, one, **REPORT)
    for at in ("2026-03-20T07:00:00Z", "2026-03-20T09:00:00Z"):
        said = await refused(
            server, "update_escalation", escalation_id=one, kind="promise_kept", promise_id="P1", text="sent", until=at
        )
        assert "cannot have been kept then" in said
        assert "until" in said


async def test_kept_for_one_customer_it_is_still_owed_to_the_others_by_name(
    server: MCPServer[Office], one: str
) -> None:
    await news(server, one, **REPORT)
    for customer, left in (("corvid-health", 2), ("stonebridge", 1)):
        await news(server, one, kind="promise_kept", promise_id="P1", text="sent", account=customer)
        owed = await promise(server, one)
        assert "kept" not in owed
        assert len(owed["still_owed_to"]) == left
    (due,) = (await ask(server, "list_escalations", view="promises"))["dues"]
    assert due["promise_id"] == "P1"
    assert "Oderland" in due["do"]
    assert "Corvid" not in due["do"]
    await news(server, one, kind="promise_kept", promise_id="P1", text="sent", account="oderland")
    assert (await promise(server, one))["in_time"] is True
    assert (await ask(server, "list_escalations", view="promises"))["found"] == 0


async def test_kept_without_a_customer_it_is_kept_for_all(server: MCPServer[Office], one: str) -> None:
    await news(server, one, **REPORT)
    await news(server, one, kind="promise_kept", promise_id="P1", text="sent to all")
    assert (await promise(server, one))["kept"] == "2026-03-20T08:15Z"


async def test_word_that_was_promised_to_all_is_owed_to_whoever_has_not_had_it(
    server: MCPServer[Office], one: str
) -> None:
    await news(server, one, kind="promise_made", text="We will write to you again by 12:00 UTC today.")
    await news(server, one, kind="customer_told", text="Still at it.", account="oderland")
    assert (await promise(server, one))["still_owed_to"] == ["corvid-health", "stonebridge"]
    await news(server, one, kind="customer_told", text="Still at it.")
    assert "kept" in await promise(server, one)


async def test_a_message_that_was_never_sent_keeps_nothing(server: MCPServer[Office], one: str) -> None:
    said = "We will send you the report by 12:00 UTC today."
    await news(server, one, kind="promise_made", text=said, account="oderland")
    kept = {"escalation_id": one, "kind": "promise_kept", "promise_id": "P1"}
    assert "nothing was sent to oderland" in await refused(server, "update_escalation", **kept)
    assert "kept" not in await promise(server, one)
    await news(server, one, kind="promise_kept", promise_id="P1", text="handed over on the phone at noon")
    assert "kept" in await promise(server, one)


async def test_a_promise_that_was_moved_after_its_time_shows_that_it_was_missed(
    server: MCPServer[Office], office: Office, one: str
) -> None:
    made = {"id": "P1", "text": "Report", "due": "2026-03-20T07:30:00Z", "account_id": "oderland"}
    register = office.open().register
    register.append(one, "promise_made", who="Kim", at=office.open().workspace.now() - timedelta(hours=3), data=made)
    await news(server, one, kind="promise_moved", promise_id="P1", until="2026-03-20T12:00:00Z")
    assert (await promise(server, one))["missed"] == ["2026-03-20T07:30Z"]
    await news(server, one, kind="promise_kept", promise_id="P1", text="report sent")
    assert (await promise(server, one))["in_time"] is False


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("I will call you by 2026-03-20 12:00 UTC with the report.", False),
        ("I will call you by 2026-03-20 13:00 UTC with the report.", True),
        ("我们会在 2026年3月20日20:00（北京时间）前给您回电。", False),
        ("我們會在 2026年3月20日20:00（北京時間）前給您回電。", False),
    ],
)
async def test_what_is_promised_for_the_same_time_is_not_asked_for_again(
    server: MCPServer[Office], one: str, told: str, *, asked: bool
) -> None:
    await news(server, one, **REPORT, account="oderland")
    found = await news(server, one, kind="customer_told", account="oderland", text=told)
    assert bool(found.get("next")) == asked
    to_another = await news(server, one, kind="customer_told", account="corvid-health", text=told)
    assert to_another["next"]


async def test_who_was_let_down_this_month_is_among_the_promises(
    server: MCPServer[Office], office: Office, one: str
) -> None:
    register, now = office.open().register, office.open().workspace.now()
    kept = [("P1", 60, 30), ("P2", 60, 90), ("P3", 60 * 24 * 40, 60 * 24 * 39)]
    for id_, due, done in kept:
        said = {"id": id_, "text": f"report {id_}", "due": (now - timedelta(minutes=due)).isoformat()}
        start = now - timedelta(days=50)
        register.append(one, "promise_made", who="Kim", at=start, data={**said, "account_id": "oderland"})
        at = {"id": id_, "at": (now - timedelta(minutes=done)).isoformat()}
        register.append(one, "promise_kept", who="Kim", at=now, data=at)
    (row,) = (await ask(server, "list_escalations", view="promises"))["dues"]
    assert (row["promise_id"], row["due"], row["kept"]) == ("P1", "2026-03-20T07:15Z", "2026-03-20T07:45Z")
    assert row["do"] == "Nothing is open: it was kept 30 minutes late."
    assert (await ask(server, "list_escalations", view="promises", account="corvid-health"))["found"] == 0


async def test_an_account_shows_what_runs_for_it(server: MCPServer[Office], one: str) -> None:
    found = await ask(server, "lookup_account", account="oderland")
    assert found["running_escalations"] == [f"{one} high, open: SSO loop"]
    assert "running_escalations" not in await ask(server, "lookup_account", account="halden-co")


async def test_a_list_says_how_many_of_each_severity_and_team_and_how_many_customers(
    server: MCPServer[Office], office: Office, one: str
) -> None:
    now = office.open().workspace.now()
    accounts = [f"a-{n}" for n in range(15)]
    office.open().register.open(
        issue="b", who="Kim", at=now, account_ids=accounts, severity="critical", target="product"
    )
    listed = await ask(server, "list_escalations", limit=1)
    assert listed["counts"] == {"critical": 1, "high": 1, "product": 1}
    rows = {row["issue"]: row for row in (await ask(server, "list_escalations"))["escalations"]}
    assert (rows["b"]["customers"], len(rows["b"]["accounts"])) == (15, 8)
    assert "customers" not in rows["SSO loop"]
