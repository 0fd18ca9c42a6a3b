"""propose_action: what would be sent, to whom exactly; on record with its hash, and nothing has left."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from escalation.actions.action import FOR_CUSTOMERS, ActionKind
from escalation.errors import InvalidInput
from tools import coverage, instants
from tools.acting.unread import unread
from tools.desk.office import Call, Opened, opened
from tools.desk.whose import one_account, zone_of
from tools.results.actions import Leak, ProposedAction
from tools.serving.parameters import AccountQuery, EscalationId
from tools.serving.quoting import plain

if TYPE_CHECKING:
    from escalation.register.state import EscalationState
    from escalation.terms import Language
    from tools.acting.proposing import Proposed

Kind = Annotated[
    ActionKind,
    Field(
        description="reply_to_customer: public comment on their ticket. link_tracker_item: puts the tickets and a note on an"
        " item. publish_article: makes a reviewed draft public."
    ),
]
Text = Annotated[
    str | None,
    Field(
        max_length=20_000,
        description="The exact words. Left out: post_to_channel takes the brief, publish_article the draft;"
        " draft_article is written from the record.",
    ),
]
To = Annotated[
    str | None,
    Field(
        max_length=200,
        description="Channel, ticket id, tracker project, item id or draft id. Left out: the target team's, or the customer's"
        " newest ticket.",
    ),
]
Title = Annotated[str | None, Field(max_length=200, description="Of a new tracker item or article.")]
At = Annotated[str | None, Field(max_length=40, description="When to remind, RFC 3339.")]
ApprovedBy = Annotated[
    str | None,
    Field(
        max_length=120,
        description="Person who approved the promises in this text, or reviewed the article; only if they did.",
    ),
]


def propose_action(
    call: Call,
    *,
    escalation_id: EscalationId,
    kind: Kind,
    text: Text = None,
    to: To = None,
    account: AccountQuery = None,
    title: Title = None,
    at: At = None,
    approved_by: ApprovedBy = None,
) -> ProposedAction:
    """Prepares something to be sent: exact text, destination, hash. Sends nothing. A text for a customer with findings is not
    proposable until mended. Show the person text and destination, then carry_out."""
    from tools.acting.proposing import Draft, propose

    rooms = opened(call)
    rooms.carrying.sender.finish(rooms.carrying.proposal)
    state = rooms.register.state(escalation_id)
    whom = _whom(rooms, state, account) if kind == "reply_to_customer" else None
    drafted = _drafted(rooms, state, whom) if whom and not text else None
    draft = Draft(kind, text or drafted, to, whom, title, instants.read(at, "at"), approved_by)
    made = propose(rooms.desk, rooms.carrying.sender.outlets, state.id, draft)
    return _told(rooms, state, made, drafted=drafted is not None)


def _drafted(rooms: Opened, state: EscalationState, account_id: str) -> str:
    """The last draft for this customer. Raises `InvalidInput` where there is none that may still go."""
    longest = timedelta(minutes=rooms.policy.proposal_minutes)
    text = rooms.drafts.get(state.id, account_id, rooms.workspace.now(), longest)
    if text is None:
        raise InvalidInput(
            "There is no text, and no draft for this customer that is ready and recent.",
            "Give `text`, the exact words that would be sent, or draft them with draft_customer_update first.",
        )
    return text


def _whom(rooms: Opened, state: EscalationState, account: str | None) -> str:
    if account:
        return one_account(rooms.workspace, account).id
    if len(state.account_ids) != 1:
        named = ", ".join(state.account_ids) or "none"
        raise InvalidInput(
            f"It is not said which customer is meant; in this escalation: {named}.", "Give one as `account`."
        )
    return state.account_ids[0]


def _told(rooms: Opened, state: EscalationState, made: Proposed, *, drafted: bool) -> ProposedAction:
    from prompts.audience_words import audience_words
    from prompts.claim_words import claim_words
    from tools.customers.drafting import on_their_clock

    action, proposal = made.action, made.proposal
    tongue = state.language or "en"
    zone = zone_of(rooms.workspace, action.destination.account_id)
    return ProposedAction(
        proposal_id=proposal.id if proposal else None,
        hash=proposal.hash if proposal else None,
        kind=action.kind,
        destination=str(action.destination),
        title=action.title,
        text=action.text,
        at=instants.said(action.at),
        tickets=action.links,
        expires=instants.said(proposal.expires_at) if proposal else None,
        promises=promise_lines(proposal.promises, proposal.approved_by) if proposal else (),
        findings=(
            *(
                Leak(found=_span(each.kind, each.span), problem=audience_words(on_their_clock(each, zone), tongue))
                for each in made.findings
            ),
            *(Leak(found=each.span, problem=claim_words(each, tongue)) for each in made.unsupported),
        ),
        warnings=(
            *_warnings(made, drafted=drafted),
            *_late(made, zone, tongue),
            *unread(action.kind, rooms.workspace.coverage()),
        ),
        next=_next(made),
        coverage=coverage.said(rooms.workspace.coverage(), "crm", "support_platform")
        if action.kind in FOR_CUSTOMERS
        else coverage.REGISTER,
    )


def promise_lines(promises: tuple[dict[str, object], ...], approved_by: str | None) -> tuple[str, ...]:
    """ "“by Friday” fix_by, due 2026-11-20T17:00Z, approved by Kim"."""
    by = f", approved by {approved_by}" if approved_by else ""
    lines: list[str] = []
    for each in promises:
        due = instants.said(instants.read(str(each["due"]), "due")) if each.get("due") else None
        when = f", due {due}" if due else f", every {each['every_hours']:g} h" if each.get("every_hours") else ""
        lines.append(f"“{each['text']}” {each['kind']}{when}{by}")
    return tuple(lines)


def _late(made: Proposed, zone: str | None, language: Language) -> tuple[str, ...]:
    from tools.customers.drafting import said_of

    return (said_of(made.late, zone, language),) if made.late else ()


_OWN_APPROVAL = (
    "{who} brought this in and is named as approving the date, too. Who has to keep a date approves it: ask the person who"
    " in the receiving team did, and name them in approved_by."
)


def _span(kind: str, span: str) -> str:
    return "(a secret)" if kind == "secret" else span


def _warnings(made: Proposed, *, drafted: bool) -> tuple[str, ...]:
    own = ("No text was given: this is the last draft for this customer.",) if drafted else ()
    known = ("The same was proposed before and still stands: this is that proposal.",) if made.known else ()
    sent = (f"The same text was sent there before ({made.sent_before}).",) if made.sent_before else ()
    said = (_OWN_APPROVAL.format(who=plain(made.own_approval, 80)),) if made.own_approval else ()
    return own + known + sent + said


def _next(made: Proposed) -> str:
    if made.findings or made.unsupported:
        return (
            "Nothing was proposed. Mend each finding and propose again; where a promise was really approved, name who did in"
            " approved_by."
        )
    return (
        "Show the person destination and text, word for word. If they agree: carry_out with proposal_id, hash, destination and"
        " the text's first line."
    )
