"""draft_customer_update: the words for one customer in one phase, or a given text checked."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from escalation.terms import Language
from escalation.updates.phase import Phase
from tools import coverage
from tools.desk.office import Call, opened
from tools.results.updates import CustomerUpdate
from tools.serving.parameters import EscalationId

_LONGEST = 1_000


def _short(line: str) -> str:
    if len(line) > _LONGEST:
        raise ValueError(f"a sentence has at most {_LONGEST} characters")
    return line


_Line = Annotated[str, AfterValidator(_short)]  # a bound in the schema would be paid for in every conversation


class Facts(BaseModel):
    """What the writer knows and may say."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    known: _Line | None = None
    cause: _Line | None = None
    doing: _Line | None = None
    to_do: tuple[_Line, ...] = ()
    decision: _Line | None = None


FactsGiven = Annotated[
    Facts | None,
    Field(description="Your sentences, in the customer's language; a confirmed cause only."),
]
Whom = Annotated[str | None, Field(max_length=200, description="Which customer, if several.")]
Tongue = Annotated[Language | None, Field(description="Left out, the customer's own.")]
Text = Annotated[str | None, Field(max_length=10_000, description="Your own text, to be checked instead.")]
PhaseGiven = Annotated[Phase, Field(description="What the customer is told now.")]


def draft_customer_update(
    call: Call,
    *,
    escalation_id: EscalationId,
    phase: PhaseGiven,
    account: Whom = None,
    language: Tongue = None,
    facts: FactsGiven = None,
    text: Text = None,
) -> CustomerUpdate:
    """Writes what one customer is told, or checks your `text`: what is not theirs to read, not in evidence or promised
    unapproved, and when they hear next. Mend the findings, check again; sends nothing."""
    from prompts.update import Approved
    from tools.customers.drafting import Wanted, draft

    rooms = opened(call)
    approved = Approved(**facts.model_dump()) if facts else Approved()
    wanted = Wanted(escalation_id, phase, account, language, approved, text)
    answer, covered = draft(rooms, wanted)
    return answer.model_copy(update={"coverage": coverage.said(covered)})
