"""One more report of an issue that is on record: it joins the escalation, and so does what was a separate one until now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from escalation.judgement.fallen_away import fallen_away
from escalation.matching.kin import troubles
from escalation.register.state import EscalationState
from escalation.text.folding import fold
from tools.store.register import Register, Together

if TYPE_CHECKING:
    from escalation.assessment import Assessment, Override
    from escalation.policy import Policy
    from escalation.ports import Workspace
    from escalation.records import Account
    from escalation.terms import Severity
    from escalation.weighing import Weighed

SAME_WORDS = 0.6
"""Share of concepts two issues of one customer must have in common to be the same issue without a common record."""

SOME_WORDS = 0.25
"""The same share where they have a record in common, but not most of them."""

_LINKS = ("account_ids", "ticket_ids", "item_ids", "concepts")


class MovedOn(Exception):
    """The escalation that was to be joined has ended or become part of another one a moment ago: look again."""


@dataclass(frozen=True)
class Delta:
    """What a report brings to an escalation, and the totals with it: of customers whose tickets are counted, where there are any.
    `arr_usd` is the sum of what is known, None of nothing; `arr_unknown` counts customers without one. `merged` are escalations
    that became part of it."""

    parent: str
    new: tuple[Account, ...]
    customers: int
    arr_usd: float | None
    arr_unknown: int
    first_reported_at: datetime | None
    merged: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    """Errors that the report names and no report before it did."""
    severity: Severity | None = None
    """As it stands on record."""
    besides: tuple[Account, ...] = ()
    """Customers who are named there, and of whom no ticket is counted."""
    sent: bool = True
    """Whether the team has heard of it."""


def parent_of(same: Iterable[EscalationState], brought: Iterable[str], policy: Policy) -> list[EscalationState]:
    """The escalation that a report joins, first, and those that become part of it.

    Of several open ones the oldest, once all their customers and those it `brought` make a pattern; before that the best fit
    alone: two customers with alike trouble may yet turn out to have two troubles.
    """
    found = list(same)
    customers = {account for state in found for account in state.account_ids} | set(brought)
    if len(found) > 1 and len(customers) >= policy.pattern_customers:
        return sorted(found, key=lambda state: (state.opened_at, state.id))
    return found[:1]


def join(
    register: Register,
    states: list[EscalationState],
    who: str,
    at: datetime,
    data: Mapping[str, Any],
    more: Callable[[Together], None],
) -> tuple[EscalationState, tuple[str, ...], tuple[str, ...]]:
    """Puts the report on the record of the first and makes the others part of it, in one transaction with
    what else is to be recorded of it (`more`).

    Returns the first as it is then, the customers that are new to it, and the ids that were merged. Raises `MovedOn`.
    """
    parent, others = states[0], states[1:]
    with register.together(parent.id) as record:
        now = record.state()
        if now is None or not now.is_open:
            raise MovedOn
        known = set(now.account_ids)
        merged: list[str] = []
        for other in others:
            beside = record.beside(other.id)
            its = beside.state()
            if its is None or not its.is_open:
                continue
            beside.append("merged", who=who, at=at, data={"into": parent.id})
            links = {name: getattr(its, name) for name in _LINKS}
            record.append("joined", who=who, at=at, data={**links, "issue": its.issue, "merged": other.id})
            for each in its.needed.values():
                record.append("needed_by", who=who, at=at, data=each.model_dump(mode="json"))
            merged.append(other.id)
            known |= set(its.account_ids)
        new = tuple(account for account in data["account_ids"] if account not in known)
        more(record)
        record.append("joined", who=who, at=at, data={**data, "new": new})
        after = record.state()
    return after or parent, new, tuple(merged)


def no_longer(workspace: Workspace, states: Iterable[EscalationState], found: Assessment) -> dict[str, list[str]]:
    """Of the tickets that these count, those that turned out to be another matter and that the report as `found` cites no more,
    with the customers who are there for nothing else."""
    joined = list(states)
    counted = {id_ for state in joined for id_ in state.ticket_ids}
    tickets = workspace.tickets(sorted(counted))
    gone = fallen_away(found.issue.text, tickets, found.rulings) - {*found.cited.tickets}
    left = {*found.cited.accounts, *(t.account_id for t in tickets if t.id not in gone)}
    left |= {id_ for state in joined for need in (state.needed, state.agreed) for id_ in need}
    lost = {t.account_id for t in tickets if t.id in gone and t.account_id} - left
    return {"ticket_ids": sorted(gone), "account_ids": sorted(lost)} if gone else {}


def delta_of(
    workspace: Workspace,
    after: EscalationState,
    new: Iterable[str],
    merged: tuple[str, ...],
    errors: tuple[str, ...] = (),
) -> Delta:
    """The totals over all customers and tickets of the escalation, from the records as they are now."""
    accounts = {account.id: account for account in workspace.accounts(after.account_ids)}
    tickets = workspace.tickets(after.ticket_ids)
    theirs = {ticket.account_id for ticket in tickets}
    shown = [account for id_, account in accounts.items() if id_ in theirs] or [*accounts.values()]
    known = [account.arr_usd for account in shown if account.arr_usd is not None]
    return Delta(
        after.id,
        tuple(accounts[id_] for id_ in new if id_ in accounts),
        len(shown),
        sum(known) if known else None,
        len(shown) - len(known),
        min((ticket.created_at for ticket in tickets), default=None),
        merged,
        errors,
        after.severity,
        tuple(account for account in accounts.values() if account not in shown),
        after.sent,
    )


def errors_new_to(before: EscalationState, found: Assessment) -> tuple[str, ...]:
    """Errors of the typed line that nothing on record so far shows."""
    shown = "".join(fold("".join((before.issue, *(each.quotation for each in before.evidence)))).split())
    return tuple(error for error in found.issue.error_strings if "".join(fold(error).split()) not in shown)


def same_issue(found: Assessment | Weighed, states: Iterable[EscalationState]) -> list[EscalationState]:
    """Open escalations of the same issue: same team, and common reports or nearly the same words for the same customer."""
    links = links_of(found)

    def is_same(state: EscalationState) -> bool:
        ours, theirs = set(state.ticket_ids), set(links["ticket_ids"])
        # One ticket may tell of two faults: it alone makes two escalations one only where their words agree somewhat. A report
        # all of whose tickets are counted there already brings no fault of its own.
        mostly = len(ours & theirs) * 2 >= max(len(ours), len(theirs), 1) or (bool(theirs) and theirs <= ours)
        shared = bool(ours & theirs) or bool(set(state.item_ids) & set(links["item_ids"]))
        words = _jaccard(set(state.concepts), set(links["concepts"]))
        same_customer = bool(set(state.account_ids) & set(links["account_ids"])) or not state.account_ids
        alike = words >= SAME_WORDS
        agree = words >= SOME_WORDS or not set(links["concepts"]) - troubles()
        return bool(_teams(state.target, state.overrides) & {*_teams(found.target, found.overrides), None}) and (
            (shared and (alike or mostly or agree)) or (alike and same_customer)
        )

    return [state for state in states if is_same(state)]


def _teams(target: str | None, overrides: Iterable[Override]) -> set[str | None]:
    """The team it goes to, and the one it would: to choose another makes no other issue of it."""
    return {target, *(each.recommended for each in overrides if each.field == "target" and each.recommended)}


def links_of(found: Assessment | Weighed) -> dict[str, Any]:
    """What ties it to an escalation on record."""
    return {
        "account_ids": found.cited.accounts,
        "ticket_ids": found.cited.tickets,
        "item_ids": found.cited.tracker,
        "concepts": found.issue.concepts,
    }


def _jaccard(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
