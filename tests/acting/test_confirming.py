"""Who must agree, and how: a form where the host can show one, else a named person; silence is never a no and never a yes."""

from __future__ import annotations

from typing import Any

import pytest
from mcp import Client
from mcp.client.context import ClientRequestContext
from mcp.server.mcpserver import MCPServer
from mcp_types import ElicitRequestParams, ElicitResult

from escalation.actions.person import nobody
from tests.acting.worlds import SAFE
from tools.desk.office import Office, Opened

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["auto", "legacy"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Person:
    """Gives the same reply to every form, and remembers what was asked."""

    def __init__(self, reply: ElicitResult) -> None:
        self.reply = reply
        self.forms: list[str] = []

    async def __call__(self, context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult:
        self.forms.append(params.message)
        return self.reply


class Host:
    """A client, with a person or without one, that calls tools."""

    def __init__(self, server: MCPServer[Office], mode: str, person: Person | None) -> None:
        self.client = Client(server, mode=mode, elicitation_callback=person)

    async def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        result = await self.client.call_tool(tool, arguments)
        assert not result.is_error, result.content
        assert result.structured_content is not None
        return result.structured_content

    async def proposed(self, escalation: str) -> dict[str, Any]:
        made = await self.call("propose_action", escalation_id=escalation, kind="reply_to_customer", text=SAFE)
        return {"proposal_id": made["proposal_id"], "hash": made["hash"]}


def replies(rooms: Opened) -> list[str]:
    return [comment.body for ticket in rooms.workspace.tickets(["T-1"]) for comment in ticket.comments]


async def test_without_forms_a_named_person_is_needed(
    server: MCPServer[Office], rooms: Opened, escalation: str, mode: str
) -> None:
    host = Host(server, mode, None)
    async with host.client:
        what = await host.proposed(escalation)
        answer = await host.call("carry_out", **what)
        assert answer["outcome"] == "not_confirmed"
        assert answer["text"] == SAFE
        assert answer["destination"] == "ticket T-1 of Northwind Traders (acc-1), workspace"
        assert [each["id"] for each in answer["needs_answer"]["questions"]] == ["confirmed_by"]
        assert "asked" not in answer["needs_answer"]
        assert replies(rooms) == []
        first = await host.call("carry_out", **what, confirmed_by="Kim")
        again = await host.call("carry_out", **what, confirmed_by="Kim")
    assert (first["outcome"], again["outcome"], first["receipt"]) == ("sent", "already_sent", again["receipt"])
    assert first["confirmed_by"] == "Kim"
    assert replies(rooms) == [SAFE]


async def test_a_person_who_says_yes_in_the_form_is_enough(
    server: MCPServer[Office], rooms: Opened, escalation: str, mode: str
) -> None:
    person = Person(ElicitResult(action="accept", content={"send": "send"}))
    host = Host(server, mode, person)
    async with host.client:
        answer = await host.call("carry_out", **await host.proposed(escalation))
    assert answer["outcome"] == "sent"
    assert SAFE in person.forms[0]
    assert "ticket T-1 of Northwind Traders (acc-1)" in person.forms[0]
    assert replies(rooms) == [SAFE]


@pytest.mark.parametrize(
    "reply",
    [ElicitResult(action="decline"), ElicitResult(action="cancel"), ElicitResult(action="accept", content={})],
)
async def test_a_declined_form_is_not_confirmed_and_a_named_person_still_counts(
    server: MCPServer[Office], rooms: Opened, escalation: str, mode: str, reply: ElicitResult
) -> None:
    person = Person(reply)
    host = Host(server, mode, person)
    async with host.client:
        what = await host.proposed(escalation)
        for _ in range(2):
            answer = await host.call("carry_out", **what)
            assert answer["outcome"] == "not_confirmed"
            assert answer["needs_answer"]["asked"] == "not confirmed"
        assert replies(rooms) == []
        sent = await host.call("carry_out", **what, confirmed_by="Kim")
    assert sent["outcome"] == "sent"
    assert len(person.forms) == 2
    log = [event.what for event in rooms.register.events(escalation)]
    assert log.count("action_not_confirmed") == 1


async def test_naming_somebody_does_not_go_round_a_form_that_works(
    server: MCPServer[Office], rooms: Opened, escalation: str, mode: str
) -> None:
    host = Host(server, mode, Person(ElicitResult(action="accept", content={"send": "do not send"})))
    async with host.client:
        what = await host.proposed(escalation)
        answer = await host.call("carry_out", **what, confirmed_by="Kim")
        again = await host.client.call_tool("carry_out", {**what, "confirmed_by": "Kim"})
    assert answer["outcome"] == "refused"
    assert again.is_error
    assert "was turned down" in str(again.content)
    assert replies(rooms) == []


async def test_a_wrong_hash_and_a_text_with_findings_are_told_to_the_model(
    server: MCPServer[Office], rooms: Opened, escalation: str
) -> None:
    host = Host(server, "auto", None)
    async with host.client:
        what = await host.proposed(escalation)
        refused = await host.client.call_tool("carry_out", {**what, "hash": "0" * 16, "confirmed_by": "Kim"})
        assert refused.is_error
        assert "is not the hash of" in str(refused.content)
        reply = {"escalation_id": escalation, "kind": "reply_to_customer"}
        leak = await host.call(
            "propose_action", **reply, text="Lotus Foods has it too. The fix will be released by Tuesday 17:00 UTC."
        )
    assert "proposal_id" not in leak
    assert {each["found"] for each in leak["findings"]} == {
        "Lotus Foods",
        "The fix will be released by Tuesday 17:00 UTC",
    }
    assert all(each["problem"] for each in leak["findings"])
    assert replies(rooms) == []


async def test_a_promise_that_was_approved_is_shown_and_recorded(
    server: MCPServer[Office], rooms: Opened, escalation: str
) -> None:
    text = "The fix will be released by Tuesday 17:00 UTC. We write to you every two hours."
    host = Host(server, "auto", None)
    async with host.client:
        made = await host.call(
            "propose_action", escalation_id=escalation, kind="reply_to_customer", text=text, approved_by="Ana"
        )
        what = {"proposal_id": made["proposal_id"], "hash": made["hash"]}
        sent = await host.call("carry_out", **what, confirmed_by="Kim")
    assert made["promises"] == sent["promises"]
    assert "due 2026-11-24T17:00Z, approved by Ana" in made["promises"][0]
    assert "every 2 h" in made["promises"][1]
    assert len(rooms.register.state(escalation).promises) == 2


async def test_a_call_that_shows_the_person_where_it_goes_and_what_it_says_is_sent(
    server: MCPServer[Office], rooms: Opened, escalation: str, mode: str
) -> None:
    """A host's permission prompt shows a call's arguments: without these it would show a hash."""
    host = Host(server, mode, None)
    async with host.client:
        made = await host.call("propose_action", escalation_id=escalation, kind="reply_to_customer", text=SAFE)
        shown = {"destination": made["destination"], "text_begins": SAFE[:30] + "…", "confirmed_by": "Kim"}
        told = await host.call("carry_out", proposal_id=made["proposal_id"], hash=made["hash"], **shown)
    assert told["outcome"] == "sent"
    assert replies(rooms).count(SAFE) == 1


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        ({"destination": "#internal-notes"}, "This proposal goes to"),
        ({"destination": ""}, "This proposal goes to"),
        ({"text_begins": "Nothing of interest"}, "begins differently"),
    ],
)
async def test_a_call_that_shows_the_person_something_else_sends_nothing(
    shown: dict[str, str], why: str, server: MCPServer[Office], rooms: Opened, escalation: str, mode: str
) -> None:
    host = Host(server, mode, None)
    async with host.client:
        proposed = await host.proposed(escalation)
        result = await host.client.call_tool("carry_out", {**proposed, **shown, "confirmed_by": "Kim"})
        assert result.is_error
        assert why in str(result.content)
        assert "Nothing was sent." in str(result.content)
        assert SAFE not in replies(rooms)
        told = await host.call("carry_out", **proposed, confirmed_by="Kim")
    assert told["outcome"] == "sent"


@pytest.mark.parametrize(
    "name",
    [
        "assistant",
        "Claude",
        "AI 助手",
        "ChatGPT",
        "the user",
        "me",
        "N/A",
        "confirmed",
        "系统",
        "用户",
        "…",
        "AI assistant",
    ],
)
async def test_a_yes_is_a_persons(
    server: MCPServer[Office], rooms: Opened, escalation: str, mode: str, name: str
) -> None:
    host = Host(server, mode, None)
    async with host.client:
        what = await host.proposed(escalation)
        answer = await host.call("carry_out", **what, confirmed_by=name)
        assert answer["outcome"] == "not_confirmed"
        assert "nobody's name" in answer["needs_answer"]["how"]
        cleared = {"escalation_id": escalation, "kind": "reply_to_customer", "text": "Fixed by Friday 17:00."}
        refused = await host.client.call_tool("propose_action", {**cleared, "account": "acc-1", "approved_by": name})
    assert refused.is_error
    assert replies(rooms) == []


@pytest.mark.parametrize(
    "name", ["Kim", "Ana (VP Engineering)", "李娜", "王经理", "Mia Agent", "Bo", "Claudia Reyes", "Al"]
)
def test_names_of_people_are_none_of_machines(name: str) -> None:
    assert not nobody(name)
