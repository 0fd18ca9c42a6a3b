"""Clarifying questions reach the person one by one; what they do not know stays unknown and is not asked again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mcp_types import ElicitRequestFormParams, ElicitRequestURLParams

from agent.conversation.asking import Forms
from agent.conversation.terminal import silent
from escalation.terms import Language
from tests.agent.conversation.loopback import Loopback, Script, calls, says
from tests.agent.conversation.sittings import last_text, script, sit
from tools.desk.office import Opened

Api = Callable[[Script], Loopback]
CHURN = "Customer threatening to churn over missing audit log feature"
CHURN_ZH = "客户因缺少审计日志功能威胁流失"


def asks(issue: str) -> Script:
    return script(calls("prepare_escalation", issue=issue), lambda body: says("Understood."))


@pytest.mark.parametrize(
    ("issue", "language", "hint"),
    [(CHURN, "en", "(Enter = don't know)"), (CHURN_ZH, "zh", "（直接回车表示不清楚）")],
)
def test_each_question_is_asked_by_itself(api: Api, rooms: Opened, issue: str, language: Language, hint: str) -> None:
    sat = sit(api(asks(issue)), rooms, "1", "", "", issue=issue, language=language)
    questions = [prompt for prompt in sat.person.prompts if hint in prompt]
    assert len(questions) > 1
    assert len(set(questions)) == len(questions)


def test_what_was_answered_is_used_and_what_is_unknown_is_said_so(api: Api, rooms: Opened) -> None:
    sat = sit(api(asks(CHURN)), rooms, "", "don't know", "", issue=CHURN)
    told = last_text(sat.seen[1])
    assert "The person was asked and does not know: which_account" in told
    assert "Do not ask that again" in told


def test_a_person_who_leaves_the_questions_has_not_said_that_they_do_not_know(api: Api, rooms: Opened) -> None:
    sat = sit(api(asks(CHURN)), rooms, KeyboardInterrupt(), issue=CHURN)
    told = last_text(sat.seen[1])
    assert "does not know" not in told
    assert "asked: not confirmed" in told


@pytest.mark.anyio
async def test_an_option_is_taken_by_number_or_by_its_words() -> None:
    for typed, wanted in (("2", "B"), ("b", "B"), ("9", None), ("", None)):
        lines = [typed] * 3
        terminal = silent("en")
        terminal.ask = lambda prompt, left=lines: left.pop(0)  # type: ignore[method-assign, misc, assignment]
        forms = Forms(terminal)
        forms.begin("prepare_escalation", {})
        schema = {"type": "object", "properties": {"which": {"anyOf": [{"enum": ["A", "B"]}, {"type": "null"}]}}}
        reply = await forms(None, ElicitRequestFormParams(message="?", requested_schema=schema))  # type: ignore[arg-type]
        assert (reply.action, (reply.content or {}).get("which")) == ("accept", wanted)
        assert forms.unknown == ([] if wanted else ["which"])


@pytest.mark.anyio
async def test_a_form_that_leads_elsewhere_is_declined() -> None:
    forms = Forms(silent("en"))
    params = ElicitRequestURLParams(message="Sign in", url="https://example.com", elicitation_id="1")
    assert (await forms(None, params)).action == "decline"  # type: ignore[arg-type]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
