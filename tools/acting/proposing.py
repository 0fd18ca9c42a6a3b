"""Proposing: the action as it would be, checked, hashed and on record; nothing has left yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from escalation.actions.action import FOR_CUSTOMERS, Action, ActionKind, Destination, content_hash
from escalation.actions.person import nobody
from escalation.actions.proposal import Proposal, proposal_of
from escalation.assessment import Assessment
from escalation.audience import Finding, check
from escalation.claims import Unsupported, check_text
from escalation.errors import InvalidInput
from escalation.promises import Promise
from escalation.reading.fence import visible
from escalation.reading.secrets.mask import mask
from escalation.records import Account
from escalation.register.events import Event
from escalation.register.state import EscalationState, fold
from escalation.updates.review import Remark, late_word
from tools.acting import promised
from tools.acting.outlet import Outlets, Wanted
from tools.customers.audience import audience
from tools.customers.data_seen import data_seen
from tools.customers.demanded import demanded, wanted_by, without_others_wish
from tools.customers.ending_words import ended_with
from tools.customers.next_word import next_owed
from tools.desk.desk import Desk

WHO = "customer-escalation"
_SOURCED = frozenset[ActionKind]({"create_tracker_item", "link_tracker_item", "draft_article"})
_FOR_COLLEAGUES = frozenset[ActionKind]({"post_to_channel", "create_tracker_item", "link_tracker_item"})
_COUNTED = frozenset({"citation", "money", "figure", "percentage"})
_CITES = re.compile(r"\[E\d+\]")
_TITLED = frozenset[ActionKind]({"create_tracker_item", "draft_article"})


@dataclass(frozen=True)
class Draft:
    """What somebody wants done, in their words. `approved_by` cleared the promises in the text, or reviewed the article."""

    kind: ActionKind
    text: str | None = None
    to: str | None = None
    account_id: str | None = None
    title: str | None = None
    at: datetime | None = None
    approved_by: str | None = None
    area: str | None = None
    solves: bool | None = None
    mended: bool | None = None


@dataclass(frozen=True)
class Proposed:
    """The proposal, or the findings for which there is none; `known` when the same was proposed before, `sent_before` when
    the same was even sent."""

    action: Action
    proposal: Proposal | None = None
    findings: tuple[Finding, ...] = ()
    unsupported: tuple[Unsupported, ...] = ()
    late: Remark | None = None
    """The text names a later word than the customer is owed: said, and the person decides."""
    own_approval: str | None = None
    """Who brought the matter in and is named as approving a date in the text, too."""
    known: bool = False
    sent_before: str | None = None


def propose(desk: Desk, outlets: Outlets, escalation_id: str, draft: Draft) -> Proposed:
    """Raises `NotFound` and `InvalidInput` for a destination that is not there, or is not the customer's who is meant."""
    if draft.approved_by and nobody(draft.approved_by):
        raise InvalidInput(
            f"{draft.approved_by[:40]!r} is nobody who could approve it.",
            "Name the person who did, or leave `approved_by` out.",
        )
    log = desk.register.events(escalation_id)
    state = fold(log) or desk.register.state(escalation_id)
    now = desk.workspace.now()
    action = _action(desk, outlets, state, _written(desk, state, log, draft), now)
    late: Remark | None = None
    found = promised.found_in(action.text, now, _zone(desk, action)) if action.kind in FOR_CUSTOMERS else ()
    if action.kind in FOR_CUSTOMERS:
        judged = desk.reassess(action.escalation_id)
        if leaks := _leaks(desk, action, log, draft, judged, now):
            return Proposed(action, findings=leaks)
        if not draft.approved_by and data_seen(judged, _reader(desk, action), log):
            raise InvalidInput(
                "Security decides what this customer is told: somebody else saw their data.",
                "Have Security agree to the text, and name in approved_by who did.",
            )
        late = _late(desk, action, state, judged, found) if action.kind == "reply_to_customer" else None
        if action.kind == "reply_to_customer" and (made_up := _made_up(desk, action, log, judged, now)):
            return Proposed(action, unsupported=made_up)
    elif draft.text and action.kind in _FOR_COLLEAGUES and (wrong := _missourced(desk, action, log)):
        return Proposed(action, unsupported=wrong)
    if action.kind == "publish_article" and not draft.approved_by:
        raise InvalidInput("Nobody has reviewed this article.", "Have it reviewed, and name who did in `approved_by`.")
    own = draft.approved_by if promised.needs_approval(found) and draft.approved_by and _same(draft, state) else None
    digest = content_hash(action)
    data = {
        "action": action.model_dump(mode="json", exclude_none=True),
        "hash": digest,
        "expires_at": now + timedelta(minutes=desk.policy.proposal_minutes),
        "promises": promised.noted(found),
        **({"approved_by": mask(draft.approved_by)} if draft.approved_by else {}),
    }
    with desk.register.together(escalation_id) as record:
        before = record.events()
        if open_one := _open_already(before, digest, draft.approved_by, now):
            return Proposed(action, open_one, late=late, own_approval=own, known=True)
        event = record.append("action_proposed", who=WHO, at=now, data=data)
    return Proposed(action, proposal_of(event), late=late, own_approval=own, sent_before=_sent(before, digest))


def _written(desk: Desk, state: EscalationState, log: list[Event], draft: Draft) -> Draft:
    """An article that nobody has worded is written from the record; its area is known either way."""
    if draft.kind != "draft_article":
        return draft
    from tools.acting.article import draft_of

    # What took the team's fix helps nobody the next time but by knowing of it: if it is back, it is a recurrence, and no
    # documented solution. What support could end by a way it wrote down, it can end again.
    last = next((event.what for event in reversed(log) if event.what in ("resolved", "de_escalated", "reopened")), None)
    solves = last == "de_escalated" and ended_with(log, "de_escalated") is not None
    known = draft_of(desk, state, log, gives_way=solves)
    return replace(
        draft,
        text=draft.text or known.body,
        title=draft.title or known.title,
        area=known.area,
        solves=solves,
        mended=last == "resolved",
    )


def _action(desk: Desk, outlets: Outlets, state: EscalationState, draft: Draft, now: datetime) -> Action:
    wanted = Wanted(state, desk.workspace, desk.policy, draft.to, draft.account_id)
    destination = outlets[draft.kind].resolve(wanted)
    title = mask(" ".join(visible(draft.title).split())) if draft.title else None
    if draft.kind in _TITLED and not title:
        raise InvalidInput("There is no title.", "Give `title`.")
    if draft.kind == "reminder" and (draft.at is None or draft.at <= now):
        raise InvalidInput("It is not said when to remind, or that time is over.", "Give a later time in `at`.")
    return Action(
        kind=draft.kind,
        escalation_id=state.id,
        destination=destination,
        text=_text(desk, state, draft, destination),
        title=title,
        at=draft.at if draft.kind == "reminder" else None,
        links=state.ticket_ids if draft.kind in _SOURCED else (),
        area=draft.area,
        solves=draft.solves,
        mended=draft.mended,
        language=state.language if draft.kind == "draft_article" else None,
    )


def _text(desk: Desk, state: EscalationState, draft: Draft, destination: Destination) -> str:
    """The exact text: as given with secrets masked; the brief on record for a post and the draft itself for an article."""
    text = draft.text
    if draft.kind == "publish_article":
        body = desk.workspace.articles([destination.id])[0].body
        if text is not None and text != body:
            raise InvalidInput("That is not what the draft says.", "Leave `text` out: what is published is the draft.")
        return body
    if text is None and draft.kind == "post_to_channel":
        text = _NEXT_STEPS.split(state.brief or "")[0]
    text = mask(visible(text or "")).strip()
    if not text:
        raise InvalidInput("There is no text.", "Give `text`, the exact words that would be sent.")
    return text


_NEXT_STEPS = re.compile(r"(?m)^## (?:Next steps|后续步骤)\s*$")
"""What the writer offers the person; the team that reads the post has no use for it."""


def _zone(desk: Desk, action: Action) -> str | None:
    own = _reader(desk, action)
    return own.timezone if own else None


def _reader(desk: Desk, action: Action) -> Account | None:
    whom = action.destination.account_id
    return next(iter(desk.workspace.accounts([whom])), None) if whom else None


def _leaks(
    desk: Desk, action: Action, log: list[Event], draft: Draft, found: Assessment, now: datetime
) -> tuple[Finding, ...]:
    """What stops this text. The ticket that it answers on is the customer's own, whatever the assessment matched."""
    own = _reader(desk, action)
    zone = own.timezone if own else None
    cleared = promised.approvals(promised.found_in(action.text, now, zone), draft.approved_by)
    reader = audience(desk.workspace, desk.policy, found, own, log=log, approved=cleared)
    reader = reader.model_copy(update={"shared": (*reader.shared, action.destination.id)})
    # A secret is masked by now; what was written tells that it was there. A mask is nothing to send to a customer.
    text = visible(draft.text).strip() if draft.text else action.text
    return tuple(check(f"{action.title}\n{text}" if action.title else text, reader, now))


def _late(
    desk: Desk, action: Action, state: EscalationState, judged: Assessment, found: tuple[Promise, ...]
) -> Remark | None:
    """Of a text that leaves the customer without a word longer than they are owed one, whoever approved its dates."""
    if not state.is_open:
        return None
    own = _reader(desk, action)
    word = next_owed(desk.policy, judged.model_copy(update={"account": own}), state, wanted_by(judged, own))
    return late_word(found, judged.at, word.at, word.promised) if word.owed else None


_ROLE = re.compile(r"\s*[(（,，].*")


def _same(draft: Draft, state: EscalationState) -> bool:
    """Whether who approves is who brought it in, however their role is put beside the name."""
    who, opened = (_ROLE.sub("", name).casefold().split() for name in (draft.approved_by or "", state.opened_by))
    return bool(who) and who == opened


def _made_up(desk: Desk, action: Action, log: list[Event], found: Assessment, now: datetime) -> tuple[Unsupported, ...]:
    """What neither evidence nor record carries (invariant 1); what is promised speaks of what is to come."""
    from tools.customers.drafting import book_for

    own = _reader(desk, action)
    said = [(each.start, each.end) for each in promised.found_in(action.text, now, own.timezone if own else None)]
    demand = demanded(found, own, log)
    claims = check_text(
        action.text, book_for(desk, without_others_wish(found, own).model_copy(update={"account": own}), log, demand)
    )
    return tuple(
        each
        for each in claims
        if each.span != action.destination.id and not any(start < each.end and each.start < end for start, end in said)
    )


def _missourced(desk: Desk, action: Action, log: list[Event]) -> tuple[Unsupported, ...]:
    """In words for colleagues: citations that carry nothing, whatever else is wrong where one is given, and figures that no
    evidence has. When something is to be done by is theirs to ask for, and no claim."""
    from tools.customers.drafting import book_for

    text = action.text
    claims = check_text(text, book_for(desk, desk.reassess(action.escalation_id), log))
    cited = [found.span() for found in _SENTENCE.finditer(text) if _CITES.search(found[0])]
    return tuple(
        each
        for each in claims
        if each.kind in _COUNTED or any(start <= each.start and each.end <= end for start, end in cited)
    )


_SENTENCE = re.compile(r"(?:[^\n.!?。！？]|[.!?](?!\s|$))+[.!?。！？]?(?:\s*\[E\d+\])*")


def _open_already(log: list[Event], hash_: str, approved_by: str | None, now: datetime) -> Proposal | None:
    """The same action, proposed before, not yet expired and not yet carried out or stopped."""
    over = {e.data.get("proposal") for e in log if e.what in ("action_carried_out", "action_stopped")}
    same = (each for event in log if (each := proposal_of(event)) and each.hash == hash_ and each.expires_at > now)
    return next((each for each in same if each.id not in over and each.approved_by == approved_by), None)


def _sent(log: list[Event], hash_: str) -> str | None:
    return next(
        (str(e.data["proposal"]) for e in log if e.what == "action_carried_out" and e.data.get("hash") == hash_), None
    )
