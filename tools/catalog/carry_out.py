"""carry_out: does exactly what was proposed, once, after a person agreed to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from anyio import to_thread
from mcp_types import InputRequiredResult
from pydantic import Field

from escalation.actions.person import nobody
from escalation.errors import InvalidInput
from tools import coverage, instants
from tools.acting.unread import unread
from tools.catalog.propose_action import promise_lines
from tools.desk.office import Call, opened
from tools.results.actions import CarriedOut
from tools.results.prepared import Asked, NeedsAnswer
from tools.serving import asking
from tools.serving.asking import Answered
from tools.serving.quoting import plain

if TYPE_CHECKING:
    from escalation.actions.action import Action
    from escalation.actions.proposal import Proposal
    from escalation.terms import Language
    from tools.acting.carrying import Carried, Carrying
    from tools.store.outbox import Row

ProposalId = Annotated[str, Field(min_length=1, max_length=40, description="From propose_action.")]
Hash = Annotated[str, Field(min_length=1, max_length=64, description="From the same proposal.")]
Shown = Annotated[
    str | None,
    Field(max_length=200, description="As proposed: the host shows it to the person who has to allow this call."),
]
Begins = Annotated[
    str | None, Field(max_length=400, description="First line of the text as proposed; the host shows it likewise.")
]
ConfirmedBy = Annotated[
    str | None,
    Field(
        max_length=120,
        description="The person who saw this text and destination and said yes; never you, never a guess.",
    ),
]
_QUESTION = "send"
_YES = {"en": "send", "zh": "发送"}
_NO = {"en": "do not send", "zh": "不发送"}
_ASK = {"en": "Send exactly this to {place}?\n\n{text}", "zh": "是否把以下内容原样发送到 {place}？\n\n{text}"}
_WHOSE = {
    "en": "Send exactly this to {place}? Whose yes is it?",
    "zh": "是否把以下内容原样发送到 {place}？是谁同意的？",
}
_REFUSED = {
    "en": "“{name}” in confirmed_by was not taken: it is no person's name, and a yes is somebody's. ",
    "zh": "confirmed_by 中的「{name}」没有被接受：这不是人名，而同意必须出自某个人。",
}
_HOW = {
    "en": (
        "Show the person this text and destination word for word. Only after they agree call carry_out again with the same"
        " proposal_id and hash, and their name in confirmed_by; “user” or “assistant” is nobody's name."
    ),
    "zh": (
        "请把这段内容和去向原样给当事人看；对方同意之后，再用相同的 proposal_id 和 hash 调用 carry_out，"
        "并在 confirmed_by 中写明其姓名；「用户」「助手」不是任何人的名字。"
    ),
}
_AT_HOST = "person asked by the host"
_AS_PROPOSED = "Nothing was sent. Repeat destination and first line as propose_action gave them."


async def carry_out(
    call: Call,
    *,
    proposal_id: ProposalId,
    hash: Hash,
    destination: Shown = None,
    text_begins: Begins = None,
    confirmed_by: ConfirmedBy = None,
) -> CarriedOut | InputRequiredResult:
    """Sends exactly what was proposed, once, however often it is called; reads it back and records it. Needs the person's yes:
    asked by the host, or named in confirmed_by. Changed, expired or moved is refused."""
    carrying = (await to_thread.run_sync(opened, call)).carrying
    proposal, row, tongue, unanswered = await to_thread.run_sync(_begin, carrying, proposal_id, hash)
    _shown_truly(proposal.action, destination, text_begins)
    if row is not None:
        return _told(carrying, proposal, await to_thread.run_sync(carrying.finish, proposal, row))
    name = _person(confirmed_by)
    reply = asking.answered(call)
    # A form that came back unanswered was perhaps never shown: then the caller's word counts.
    if reply is None and asking.can_ask(call) and not (unanswered and name):
        asked = await asking.ask(call, _message(proposal, tongue), [_asked(tongue)], proposal.id, closed=True)
        if isinstance(asked, InputRequiredResult):
            return asked
        reply = asked
    if reply is not None:
        return await to_thread.run_sync(_answered, carrying, proposal, reply, name, tongue)
    if name:
        return _told(carrying, proposal, await to_thread.run_sync(carrying.go, proposal, name, "told"))
    return _needs(proposal, None, tongue, plain(confirmed_by, 120))


def _person(confirmed_by: str | None) -> str | None:
    """Whose yes it is; a word for a machine, or for whoever it may be, is nobody's."""
    name = plain(confirmed_by, 120)
    return None if name is None or nobody(name) else name


def _begin(carrying: Carrying, proposal_id: str, hash_: str) -> tuple[Proposal, Row | None, Language, bool]:
    carrying.sender.finish(carrying.proposal)
    proposal = carrying.proposal(proposal_id)
    row = carrying.due(proposal, hash_)
    state = carrying.sender.register.state(proposal.action.escalation_id)
    return proposal, row, state.language or "en", carrying.unanswered(proposal)


def _shown_truly(action: Action, destination: str | None, begins: str | None) -> None:
    """Raises `InvalidInput` when the call tells the person who allows it another destination or text than would be sent."""
    real, text = str(action.destination), " ".join(action.text.split())
    known = (real, action.destination.name, action.destination.id)
    if destination is not None and " ".join(destination.split()) not in known:
        raise InvalidInput(f"This proposal goes to {real}, not to {destination[:80]}.", _AS_PROPOSED)
    if begins is not None and not text.startswith(" ".join(begins.split()).removesuffix("…")):
        raise InvalidInput(f"The text of this proposal begins differently: “{text[:80]}”.", _AS_PROPOSED)


def _message(proposal: Proposal, tongue: Language) -> str:
    action = proposal.action
    text = f"{action.title}\n\n{action.text}" if action.title else action.text
    return _ASK[tongue].format(place=action.destination, text=text)


def _asked(tongue: Language) -> Asked:
    return Asked(id=_QUESTION, ask=_YES[tongue], options=(_YES[tongue], _NO[tongue]))


def _answered(
    carrying: Carrying, proposal: Proposal, reply: Answered, name: str | None, tongue: Language
) -> CarriedOut:
    said = reply.answers.get(_QUESTION) if reply.escalation_id == proposal.id else None
    if said in _YES.values():
        return _told(carrying, proposal, carrying.go(proposal, name or _AT_HOST, "form"))
    if said in _NO.values():
        carrying.decline(proposal)
        return CarriedOut(
            proposal_id=proposal.id,
            outcome="refused",
            destination=str(proposal.action.destination),
            next="The person chose not to send it. Ask what should change, and propose that.",
            coverage=coverage.REGISTER,
        )
    carrying.not_confirmed(proposal)
    return _needs(proposal, "not confirmed", tongue)


def _needs(proposal: Proposal, asked: str | None, tongue: Language, named: str | None = None) -> CarriedOut:
    """`named` is what `confirmed_by` said and no person is called: that it was refused is said first."""
    ask = _WHOSE[tongue].format(place=proposal.action.destination)
    how = (_REFUSED[tongue].format(name=named) if named else "") + _HOW[tongue]
    return CarriedOut(
        proposal_id=proposal.id,
        outcome="not_confirmed",
        destination=str(proposal.action.destination),
        text=proposal.action.text,
        needs_answer=NeedsAnswer(questions=(Asked(id="confirmed_by", ask=ask),), how=how, asked=asked),
        coverage=coverage.REGISTER,
    )


def _told(carrying: Carrying, proposal: Proposal, carried: Carried) -> CarriedOut:
    row, told = carried.row, proposal.action.kind == "reply_to_customer"
    waiting = "Another process is sending it right now. Call again to see that it arrived."
    alone = unread(proposal.action.kind, carrying.sender.workspace.coverage())
    return CarriedOut(
        proposal_id=proposal.id,
        outcome=carried.outcome,
        destination=str(proposal.action.destination),
        receipt=row.receipt,
        sent=instants.said(row.sent_at),
        confirmed_by=row.confirmed_by,
        promises=promise_lines(proposal.promises, proposal.approved_by) if told and row.receipt else (),
        next=waiting if carried.outcome == "being_sent" else next(iter(alone), None),
        coverage=coverage.REGISTER,
    )
