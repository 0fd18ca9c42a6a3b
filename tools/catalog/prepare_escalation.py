"""prepare_escalation: from one typed line to a decision with reasons, the facts, and what must be asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from anyio import to_thread
from mcp_types import InputRequiredResult
from pydantic import Field

from escalation.terms import Decision, Severity, Target
from tools.catalog.preparation import preparation
from tools.desk.office import Call, opened
from tools.results.prepared import Preparation
from tools.serving import asking
from tools.serving.parameters import AccountQuery, Issue, WrittenLanguage

if TYPE_CHECKING:
    from tools.desk.desk import Prepared

Answers = Annotated[
    dict[str, Annotated[str, Field(max_length=4_000)]] | None,
    Field(
        max_length=20, description="What the person answered, by question id from `needs_answer`; never your own guess."
    ),
]
Continued = Annotated[
    str | None,
    Field(
        max_length=64,
        description="Continues this one; else it is found by itself.",
    ),
]
OtherDecision = Annotated[Decision | None, Field(description="Overrules ours.")]
OtherSeverity = Annotated[Severity | None, Field(description="Overrules ours.")]
OtherTarget = Annotated[Target | None, Field(description="Overrules ours.")]
OverrideReason = Annotated[str | None, Field(max_length=1_000, description="Why, on record; for any of these four.")]
SameIssue = Annotated[
    dict[str, bool | str] | None,
    Field(
        max_length=50,
        description="Tickets, items, messages read, by id: true = this very issue, false = another; articles: solves it or not;"
        ' tickets also "related", told but not counted. Own reason: "false: about imports".',
    ),
]
Reporter = Annotated[str | None, Field(max_length=120, description="Who reports it, if they said so.")]

_FORM = {
    "en": "A few things the records do not tell. Leave blank what you do not know.",
    "zh": "以下信息在记录中查不到，不清楚的可以留空。",
}


async def prepare_escalation(
    call: Call,
    *,
    issue: Issue,
    escalation_id: Continued = None,
    account: AccountQuery = None,
    answers: Answers = None,
    language: WrittenLanguage = None,
    decision: OtherDecision = None,
    severity: OtherSeverity = None,
    target: OtherTarget = None,
    same_issue: SameIssue = None,
    override_reason: OverrideReason = None,
    reporter: Reporter = None,
) -> Preparation | InputRequiredResult:
    """Start here. Searches all connected sources for the issue and returns decision, reasons, severity, target, impact, who is
    really affected, evidence, gaps and at most 3 questions. Opens an escalation, or joins the open one of the same issue; what
    support can handle opens none."""
    desk = (await to_thread.run_sync(opened, call)).desk
    reply = asking.answered(call)

    def prepare(known: Mapping[str, str], under: str | None) -> Prepared:
        from escalation.judgement.override import Choice
        from tools.desk.desk import Request
        from tools.desk.ruling import asked as ruled

        choice = Choice(decision, severity, target, override_reason)
        rulings = ruled(same_issue or {}, override_reason, reporter)
        request = Request(issue, account, language, known, choice, reporter, rulings)
        return desk.prepare(request, escalation_id=under)

    if reply is None:
        prepared = await to_thread.run_sync(prepare, answers or {}, escalation_id)
        told = preparation(prepared, language)
        # Whoever brings answers has asked already: what is still open is told, not asked again.
        if told.needs_answer is None or answers or not asking.can_ask(call):
            return told
        asked = await asking.ask(
            call, _FORM[prepared.assessment.issue.language], told.needs_answer.questions, prepared.escalation_id
        )
        if isinstance(asked, InputRequiredResult):
            return asked
        reply = asked
    prepared = await to_thread.run_sync(prepare, reply.answers, reply.escalation_id)
    return preparation(prepared, language, confirmed=bool(reply.answers))
