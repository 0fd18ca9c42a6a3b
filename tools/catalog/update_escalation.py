"""update_escalation: what happened goes on the record; what is due after it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from escalation.following.kinds import Kind
from escalation.following.steps import StepId
from escalation.terms import Severity
from tools.desk.office import Call, opened
from tools.results.following import Updated
from tools.serving.parameters import AccountQuery, EscalationId

if TYPE_CHECKING:
    from tools.desk.office import Opened

_Words = Annotated[str | None, Field(max_length=8_000)]
_Hours = Annotated[float | None, Field(ge=0, le=8_784)]
What = Annotated[
    Kind,
    Field(
        description="Needs why: bounced, de_escalated, reopened, severity_changed, snoozed. Needs text: progress,"
        " customer_told, promise_made, resolved."
    ),
]
Why = Annotated[_Words, Field(description="The reason; of bounced, the team's words.")]
Text = Annotated[_Words, Field(description="What was said, sent, promised, or how it was solved.")]
To = Annotated[Severity | None, Field(description="The new severity.")]
Lacks = Annotated[
    list[Annotated[str, Field(max_length=200)]] | None,
    Field(max_length=12, description="bounced: what the team wants, as readiness items or in its words."),
]
PromiseId = Annotated[str | None, Field(max_length=64, description="For promise_kept, promise_moved.")]
Till = Annotated[str | None, Field(max_length=40, description="RFC 3339: promised or snoozed until then.")]
Internal = Annotated[_Hours, Field(description="rhythm_agreed: hours between questions to the team; 0 ends it.")]
Customers = Annotated[_Hours, Field(description="rhythm_agreed: hours between updates to the customer.")]
Always = Annotated[bool, Field(description="rhythm_agreed: nights count too.")]
Cause = Annotated[_Words, Field(description="The root cause, once confirmed; also of what ended by itself.")]
Learned = Annotated[_Words, Field(description="What was learned; closed needs it.")]
Improvement = Annotated[_Words, Field(description="What in our process would prevent it.")]
Done = Annotated[list[StepId] | None, Field(max_length=7, description="Steps of an ending done elsewhere.")]
Who = Annotated[str | None, Field(max_length=200, description="Who did or said it.")]


def update_escalation(
    call: Call,
    *,
    escalation_id: EscalationId,
    kind: What,
    why: Why = None,
    text: Text = None,
    account: AccountQuery = None,
    severity: To = None,
    lacks: Lacks = None,
    promise_id: PromiseId = None,
    until: Till = None,
    internal_hours: Internal = None,
    customer_hours: Customers = None,
    around_the_clock: Always = False,
    cause: Cause = None,
    learned: Learned = None,
    improvement: Improvement = None,
    done: Done = None,
    who: Who = None,
) -> Updated:
    """Puts news on the record; sends nothing. Without account it is said of all its customers. Answers with the state, what is
    due next, and the steps of an ending, done or not done."""
    from escalation.following.news import News
    from tools import instants
    from tools.following.updating import recorded

    rooms = opened(call)
    news = News(
        kind,
        why=why,
        text=text,
        account_id=_whose(rooms, escalation_id, account),
        severity=severity,
        lacks=tuple(lacks or ()),
        promise_id=promise_id,
        until=instants.read(until, "until"),
        internal_hours=internal_hours,
        customer_hours=customer_hours,
        around_the_clock=around_the_clock,
        cause=cause,
        learned=learned,
        improvement=improvement,
        done=tuple(done or ()),
    )
    return recorded(rooms, escalation_id, news, who)


def _whose(rooms: Opened, escalation_id: str, account: str | None) -> str | None:
    from tools.desk.whose import account_of

    if account is None:
        return None
    return account_of(rooms.workspace, account, rooms.register.state(escalation_id).evidence).id
