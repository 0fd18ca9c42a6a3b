"""Asking the person through the host where that works; everywhere else the answer carries the questions instead.

Portable over hosts and both protocol eras (mcp.md): ask only when the client declared forms and can be reached, take
answers from the arguments otherwise, and read a declined or cancelled form as "not confirmed", never as "no".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Optional

from mcp.server.elicitation import AcceptedElicitation, render_elicitation_schema
from mcp_types import ElicitRequest, ElicitRequestFormParams, ElicitResult, InputRequiredResult
from mcp_types.version import is_version_at_least
from pydantic import BaseModel, Field, create_model

from escalation.language import language_of
from tools.desk.office import Call
from tools.results.prepared import Asked

_KEY = "questions"
_OTHER = "_other"
_OR_ELSE = {"en": "another one, if none of these", "zh": "若都不是，请填写"}
"""Beside a choice from the records a line for what is not among them: a list that is closed makes people choose wrongly."""

_STATE = "asked for "
_FORMS_IN_RESULTS = "2026-07-28"
"""From this version on a question travels in the result and the call is repeated with the answer."""


@dataclass(frozen=True)
class Answered:
    """What came back: answers by question id, blanks left out (none at all when the form was declined, cancelled or unseen),
    and the escalation that the questions were asked for."""

    answers: Mapping[str, str]
    escalation_id: str | None


def can_ask(call: Call) -> bool:
    """Whether the client declared form elicitation and a question can reach it."""
    capabilities = call.client_capabilities
    declared = capabilities.elicitation if capabilities else None
    if declared is None or (declared.form is None and declared.url is not None):
        return False
    return _in_results(call) or call.session.can_send_request


def answered(call: Call) -> Answered | None:
    """The answer that a repeated call carries; None on a first call."""
    if call.request_state is None:
        return None
    escalation_id = call.request_state.removeprefix(_STATE) or None
    reply = (call.input_responses or {}).get(_KEY)
    if not isinstance(reply, ElicitResult) or reply.action != "accept":
        return Answered({}, escalation_id)
    return Answered(_given(reply.content or {}), escalation_id)


async def ask(
    call: Call, message: str, questions: Sequence[Asked], escalation_id: str | None, *, closed: bool = False
) -> Answered | InputRequiredResult:
    """Put `questions` to the person in one form. Returns what they said, or the result that makes the client ask and repeat
    the call; `escalation_id` comes back with the answer. `closed`: there is nothing to say but the options."""
    form = _form(questions, closed=closed)
    if _in_results(call):
        params = ElicitRequestFormParams(message=message, requested_schema=render_elicitation_schema(form))
        state = _STATE + (escalation_id or "")
        return InputRequiredResult(input_requests={_KEY: ElicitRequest(params=params)}, request_state=state)
    try:
        outcome = await call.elicit(message, form)
    except ValueError:  # accepted without content, or with content that does not fit: nothing was confirmed
        return Answered({}, escalation_id)
    if isinstance(outcome, AcceptedElicitation):
        return Answered(_given(outcome.data.model_dump()), escalation_id)
    return Answered({}, escalation_id)


def _in_results(call: Call) -> bool:
    version = call.protocol_version
    return version is not None and is_version_at_least(version, _FORMS_IN_RESULTS)


def _given(content: Mapping[str, Any]) -> dict[str, str]:
    said = {name: text for name, value in content.items() if (text := str(value or "").strip())}
    return {
        name.removesuffix(_OTHER): said.get(name.removesuffix(_OTHER) + _OTHER, text) for name, text in said.items()
    }


def _form(questions: Sequence[Asked], *, closed: bool) -> type[BaseModel]:
    """A flat form, every field optional: a person who knows one answer of three can give that one."""
    fields: dict[str, Any] = {}
    for question in questions:
        choice: Any = Literal[question.options] if question.options else str
        fields[question.id] = _field(choice, question.id.replace("_", " "), question.ask)
        if question.options and not closed:
            fields[question.id + _OTHER] = _field(str, _OR_ELSE[language_of(question.ask)], question.ask)
    return create_model("Questions", **fields)


def _field(kind: Any, title: str, ask: str) -> tuple[Any, Any]:
    return Optional[kind], Field(default=None, title=title, description=ask)  # noqa: UP045  (a type made at run time)
