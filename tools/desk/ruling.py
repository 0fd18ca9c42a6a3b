"""Records ruled on by hand: with a reason, never away from Security, and on record with what counts no more by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from escalation.assessment import Assessment
from escalation.errors import InvalidInput
from escalation.judgement.applicability import is_outdated
from escalation.matching.ruled import together
from escalation.ports import Workspace
from escalation.reading.orders.finding import find_orders
from escalation.register.events import Event
from escalation.register.state import EscalationState
from escalation.ruling import Ruled, Ruling
from tools.desk.gather import BRIEFS
from tools.store.register import Together

_LONGEST = 1_000
_WITH_REASON = re.compile(r"\s*(true|false|related)\b[\s:：,，;；.。–—-]*(.*)", re.IGNORECASE | re.DOTALL)


def asked(same_issue: Mapping[str, bool | str], reason: str | None, who: str | None = None) -> tuple[Ruling, ...]:
    """Rulings as a call gives them: by id true, false or "related", or one with a reason of its own ("false: it is about
    imports"); `reason` is for those without. Raises `InvalidInput` for what says none of them."""
    return tuple(_asked(id_, said, reason, who) for id_, said in same_issue.items())


def _asked(id_: str, said: bool | str, reason: str | None, who: str | None) -> Ruling:  # noqa: FBT001
    if isinstance(said, bool):
        return Ruling(record_id=id_, same=said, reason=reason or "", who=who)
    if len(said) > _LONGEST or (found := _WITH_REASON.fullmatch(said)) is None:
        raise InvalidInput(
            f"same_issue of {id_[:40]} says neither true, false nor related, or more than {_LONGEST} characters.",
            'Give true, false or "related", or one of them with its reason: "false: it is about imports".',
        )
    says, why = found[1].lower(), found[2].strip() or reason or ""
    return Ruling(record_id=id_, same=says == "true", related=says == "related", reason=why, who=who)


def checked(workspace: Workspace, rulings: Iterable[Ruling]) -> tuple[tuple[Ruling, ...], tuple[InvalidInput, ...]]:
    """One ruling a record, in the order of the ids, and why others cannot be. Raises `InvalidInput` without a reason and for
    records that nobody knows."""
    given = together((), (each.model_copy(update={"reason": each.reason.strip()}) for each in rulings))
    if bare := [each.record_id[:40] for each in given if not each.reason]:
        raise InvalidInput(
            f"{', '.join(bare[:6])}: ruled on without a reason.",
            'Give each its own ("false: it is about imports"), or override_reason for all.',
        )
    if not given:
        return (), ()
    ids = [each.record_id for each in given]
    found: dict[str, tuple[Ruled, InvalidInput | None]] = {
        m.id: ("chat", _unfit(m.text, m.id)) for m in workspace.messages(ids)
    }
    found |= {item.id: ("tracker", None) for item in workspace.items(ids)}
    outdated = {a.id: _outdated(a.id, a.status) if is_outdated(a) else None for a in workspace.articles(ids)}
    found |= {id_: ("kb", why) for id_, why in outdated.items()}
    found |= {ticket.id: ("tickets", None) for ticket in workspace.tickets(ids)}
    if unknown := [id_ for id_ in ids if id_ not in found]:
        raise InvalidInput(
            f"No ticket, article, tracker item or message has the id {', '.join(id_[:40] for id_ in unknown[:6])}.",
            "Take ids as fetch_tickets, search_knowledge_base and search_discussions give them.",
        )
    refused = {each.record_id: why for each in given if each.same and (why := found[each.record_id][1])}
    refused |= {
        each.record_id: _unrelated(each.record_id)
        for each in given
        if each.related and found[each.record_id][0] != "tickets"
    }
    taken = (each for each in given if each.record_id not in refused)
    return (
        tuple(each.model_copy(update={"source": found[each.record_id][0]}) for each in taken),
        tuple(refused.values()),
    )


def _unrelated(id_: str) -> InvalidInput:
    return InvalidInput(f"{id_} is no ticket: only a ticket can be related.", "Say true or false of it.")


def _outdated(id_: str, status: str) -> InvalidInput:
    return InvalidInput(
        f"{id_} is {status.lower()[:20]}: an outdated article is no solution, and that it applies was not recorded.",
        "If its steps hold, have it published first, or tell them as your own in answers or add_evidence.",
    )


def _unfit(text: str, id_: str) -> InvalidInput | None:
    if text.startswith(BRIEFS):
        return InvalidInput(
            f"{id_} is a brief of ours that was posted: it shows nothing of its own.", "Rule on its sources."
        )
    if find_orders(text):
        return InvalidInput(
            f"{id_} gives orders to a machine: it is nobody's observation, and that it belongs was not recorded.",
            "Rule on what a person wrote of it.",
        )
    return None


def of_all(states: Sequence[EscalationState]) -> tuple[Ruling, ...]:
    """What stands ruled on several escalations that are one issue, on the first of them before all."""
    return together((), (each for state in reversed(states) for each in state.rulings))


def fresh(rulings: Iterable[Ruling], on_record: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Those that are not on record word for word."""
    held = {(each.record_id, each.same, each.related, each.reason) for each in on_record}
    return tuple(each for each in rulings if (each.record_id, each.same, each.related, each.reason) not in held)


def record(on: Together, rulings: Iterable[Ruling], found: Assessment, who: str, gone: Mapping[str, Any]) -> None:
    """Puts rulings on record; `gone` goes with the first that takes a record out."""
    untold = True
    for each in rulings:
        data: dict[str, Any] = {"record_id": each.record_id, "same": each.same, "source": each.source}
        if each.related:
            data["related"] = True
        if untold and gone and not each.same:
            data["no_longer"], untold = gone, False
        on.append("ruled", who=each.who or who, at=found.at, why=each.reason, data=data)


def fallen(
    workspace: Workspace,
    state: EscalationState,
    found: Assessment,
    rulings: Iterable[Ruling],
    log: Sequence[Event],
) -> dict[str, list[str]]:
    """Tickets that count no more now that the issue is `found` so: those ruled out, and what fell away with them. And their
    customers, but for those who are there for something else."""
    out = {each.record_id for each in rulings if not each.same}
    if not out:
        return {}
    gone = (out | (counted_by(log) - set(found.cited.tickets))) & set(state.ticket_ids)
    left = {*state.ticket_ids, *found.cited.tickets} - gone
    by_hand = (id_ for event in log if event.what == "account_joined" for id_ in event.data.get("account_ids") or ())
    stay = {*found.cited.accounts, *by_hand, *(ticket.account_id for ticket in workspace.tickets(left))}
    lost = {ticket.account_id for ticket in workspace.tickets(gone) if ticket.account_id} - stay
    return {"ticket_ids": sorted(gone), "account_ids": sorted(lost)}


def counted_by(log: Iterable[Event]) -> frozenset[str]:
    """The tickets that the issue itself led to when it was judged last, and no later report or person brought."""
    judged, brought = frozenset[str](), set[str]()
    for event in log:
        tickets = event.data.get("ticket_ids") or ()
        if event.what in {"opened", "assessed"}:
            judged = frozenset(tickets)
        elif event.what in {"joined", "account_joined"}:
            brought.update(tickets)
    return judged - brought
