"""Questions reach the person where the host can show them; everywhere else the answer carries them. No is never inferred."""

from __future__ import annotations

from typing import Any

import pytest
from mcp import Client
from mcp.client.context import ClientRequestContext
from mcp.server.mcpserver import MCPServer
from mcp_types import ElicitRequestFormParams, ElicitRequestParams, ElicitResult, ErrorData

from tests.server.judged import GivenDesk
from tools.desk.office import Office
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["auto", "legacy"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def desk(office: Office) -> GivenDesk:
    rooms = office.open()
    given = GivenDesk(rooms)
    vars(rooms)["desk"] = given
    return given


@pytest.fixture
def server(office: Office, desk: GivenDesk) -> MCPServer[Office]:
    return build_server(office)


class Person:
    """Replies to every form in the same way, and remembers the forms."""

    def __init__(self, reply: ElicitResult | ErrorData) -> None:
        self.reply = reply
        self.forms: list[ElicitRequestParams] = []

    async def __call__(self, context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult | ErrorData:
        self.forms.append(params)
        return self.reply


async def _prepare(server: MCPServer[Office], mode: str, person: Person | None, **arguments: Any) -> dict[str, Any]:
    async with Client(server, mode=mode, elicitation_callback=person) as client:
        result = await client.call_tool("prepare_escalation", {"issue": "exports fail", **arguments})
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


async def test_a_host_without_forms_gets_the_questions_in_the_answer(
    server: MCPServer[Office], desk: GivenDesk, mode: str
) -> None:
    answer = await _prepare(server, mode, None)
    needs = answer["needs_answer"]
    assert [question["id"] for question in needs["questions"]] == ["which_account", "since_when"]
    assert needs["questions"][0]["options"] == ["A", "B"]
    assert "answers, keyed by question id" in needs["how"]
    assert "asked" not in needs
    assert answer["decision"] == "escalate"
    assert len(desk.requests) == 1


async def test_answers_in_the_arguments_are_taken_and_the_escalation_is_continued(
    server: MCPServer[Office], desk: GivenDesk, mode: str
) -> None:
    answers = {"which_account": "A", "since_when": "9:00"}
    answer = await _prepare(server, mode, None, answers=answers, escalation_id="ESC-0004")
    assert "needs_answer" not in answer
    ((request, escalation_id),) = desk.requests
    assert request.answers == answers
    assert escalation_id == answer["escalation_id"] == "ESC-0004"


async def test_a_form_is_shown_once_and_its_answers_are_used(
    server: MCPServer[Office], desk: GivenDesk, mode: str
) -> None:
    person = Person(ElicitResult(action="accept", content={"which_account": "B", "since_when": "noon"}))
    answer = await _prepare(server, mode, person)
    assert "needs_answer" not in answer
    (form,) = person.forms
    assert isinstance(form, ElicitRequestFormParams)
    schema: dict[str, Any] = form.requested_schema
    assert list(schema["properties"]) == ["which_account", "which_account_other", "since_when"]
    assert schema["properties"]["which_account"]["enum"] == ["A", "B"]
    assert "enum" not in schema["properties"]["which_account_other"]
    assert schema["properties"]["which_account_other"]["title"] == "another one, if none of these"
    assert "required" not in schema
    assert [(dict(request.answers), id) for request, id in desk.requests] == [
        ({}, None),
        ({"which_account": "B", "since_when": "noon"}, "ESC-0001"),
    ]


@pytest.mark.parametrize("chosen", [{}, {"which_account": "B"}])
async def test_who_is_not_among_the_options_can_be_named(
    chosen: dict[str, str], server: MCPServer[Office], desk: GivenDesk, mode: str
) -> None:
    person = Person(ElicitResult(action="accept", content={**chosen, "which_account_other": "Corvid Health"}))
    await _prepare(server, mode, person)
    assert dict(desk.requests[-1][0].answers) == {"which_account": "Corvid Health"}


async def test_one_answer_of_two_is_an_answer(server: MCPServer[Office], desk: GivenDesk, mode: str) -> None:
    answer = await _prepare(server, mode, Person(ElicitResult(action="accept", content={"since_when": "noon"})))
    assert [question["id"] for question in answer["needs_answer"]["questions"]] == ["which_account"]
    assert "asked" not in answer["needs_answer"]
    assert len(desk.requests) == 2


@pytest.mark.parametrize(
    "reply",
    [
        ElicitResult(action="decline"),
        ElicitResult(action="cancel"),
        ElicitResult(action="accept", content={}),
        ElicitResult(action="accept", content={"since_when": "  "}),
        ElicitResult(action="accept"),
    ],
)
async def test_a_form_that_came_back_without_answers_is_not_confirmed_and_never_no(
    reply: ElicitResult, server: MCPServer[Office], desk: GivenDesk, mode: str
) -> None:
    person = Person(reply)
    answer = await _prepare(server, mode, person)
    assert len(person.forms) == 1
    assert answer["needs_answer"]["asked"] == "not confirmed"
    assert len(answer["needs_answer"]["questions"]) == 2
    assert all(not request.answers for request, _ in desk.requests)


async def test_whoever_brings_answers_is_not_asked_again(server: MCPServer[Office], mode: str) -> None:
    person = Person(ElicitResult(action="cancel"))
    answer = await _prepare(server, mode, person, answers={"since_when": "noon"})
    assert person.forms == []
    assert [question["id"] for question in answer["needs_answer"]["questions"]] == ["which_account"]


async def test_an_override_and_the_reporter_reach_the_desk(
    server: MCPServer[Office], desk: GivenDesk, mode: str
) -> None:
    await _prepare(
        server,
        mode,
        None,
        account="Northwind",
        language="zh",
        decision="escalate",
        severity="critical",
        target="leadership",
        override_reason="their CEO called",
        reporter="Kim",
    )
    ((request, _),) = desk.requests
    assert (request.issue, request.account, request.language, request.reporter) == (
        "exports fail",
        "Northwind",
        "zh",
        "Kim",
    )
    choice = request.choice
    assert (choice.decision, choice.severity, choice.target, choice.reason) == (
        "escalate",
        "critical",
        "leadership",
        "their CEO called",
    )
