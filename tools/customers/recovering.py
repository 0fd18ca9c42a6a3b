"""From one customer to their recovery plan: records gathered, incidents counted, the rung in words, its papers drafted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from escalation.language import language_of
from escalation.recovery.incidents import Counted, count
from escalation.recovery.plan import Plan, plan
from escalation.recovery.wishes import REFUSALS
from prompts import recovery as words
from prompts.filters import in_zone
from tools import instants
from tools.customers.papers import Desk, drafts
from tools.results.recovery import Action, IncidentRow, LeftRow, RecoveryPlan, Refused
from tools.serving.quoting import bare, plain

if TYPE_CHECKING:
    from escalation.policy import Policy
    from escalation.records import Account, Ticket, TrackerItem
    from escalation.recovery.ladder import Avoid, Owner, Paper
    from escalation.register.state import EscalationState
    from escalation.terms import Language
    from tools.desk.office import Opened

_PAGE = 200
_ROWS = 12
"""Records left out that are named one by one; the rest are counted."""


@dataclass(frozen=True)
class Wanted:
    """Whose recovery, what somebody wishes for it, which papers (None = those the rung needs), in which language."""

    account: Account
    wish: str = ""
    papers: tuple[Paper, ...] | None = None
    language: Language | None = None


@dataclass(frozen=True)
class Gathered:
    """The customer's records, and what counts of them."""

    tickets: list[Ticket]
    items: list[TrackerItem]
    escalations: list[EscalationState]
    since: datetime
    now: datetime
    counted: Counted


def recovery(rooms: Opened, wanted: Wanted) -> RecoveryPlan:
    """The answer without its coverage. Reads only."""
    found = gathered(rooms, wanted.account)
    made = plan(found.counted, rooms.policy, found.now, wanted.wish, wanted.account)
    tongue = wanted.language or (language_of(wanted.wish) if wanted.wish.strip() else None) or "en"
    return _told(rooms, wanted, found, made, tongue)


def gathered(rooms: Opened, account: Account) -> Gathered:
    """All tickets of the customer with the tracker items they name, and their escalations on our own record."""
    with rooms.workspace.snapshot() as at:
        now = at.now()
        tickets: list[Ticket] = []
        while page := at.search_tickets(account_ids=(account.id,), limit=_PAGE, offset=len(tickets)):
            tickets += [hit.record for hit in page]
        items = at.items_linked_to([each.id for each in tickets])
    own = rooms.register.list(account_id=account.id)
    since = now - timedelta(days=rooms.policy.recovery_window_days)
    return Gathered(tickets, items, own, since, now, count(account, tickets, items, own, since=since, until=now))


def _told(rooms: Opened, wanted: Wanted, found: Gathered, made: Plan, tongue: Language) -> RecoveryPlan:
    account, policy = wanted.account, rooms.policy
    name = plain(account.name, 80) or account.id
    left = found.counted.left
    return RecoveryPlan(
        account=name,
        account_id=bare(account.id),
        since=_day(found.since, account),
        until=_day(found.now, account),
        window_days=policy.recovery_window_days,
        incidents=len(found.counted.incidents),
        counted=tuple(
            IncidentRow(
                at=instants.said(each.own.began or each.at) or "",
                ended=instants.said(each.own.ended or each.ended_at),
                sort=words.sort(each.sort, tongue),
                title=plain(each.title, 120) or "",
                records=", ".join(map(bare, each.evidence[:8])),
            )
            for each in found.counted.incidents
        ),
        left_out=len(left),
        left=tuple(LeftRow(id=bare(each.id), why=words.left(each.why, tongue)) for each in left[:_ROWS]),
        still_open=tuple(map(bare, found.counted.still_open[:_ROWS])),
        calm_days=made.calm_days,
        rung=made.rung,
        means=words.rung(made.rung, tongue),
        actions=tuple(
            Action(
                do=words.act(each, name, policy, tongue),
                owner=words.owner(each.owner, people(each.owner, account, policy), tongue),
                due=instants.said(each.due) or "",
                approval=words.approval(each.approval, policy.approvers, tongue) if each.approval else None,
            )
            for each in made.steps
        ),
        not_to_do=tuple(words.avoid(each, tongue) for each in _avoided(made, wanted.wish)),
        refused=tuple(
            Refused(wish=each, why=why, instead=instead)
            for each in made.refusals
            for why, instead in (words.refusal(each, policy, tongue),)
        ),
        judge=words.judge(tongue) if wanted.wish.strip() and not made.refusals else None,
        papers=drafts(Desk(rooms, account, found, made, tongue), wanted.papers),
        coverage={},
    )


def _avoided(made: Plan, wish: str) -> tuple[Avoid, ...]:
    """What the rung names; a wish is judged by all of it, since its words tell only a part of what is meant."""
    return tuple(dict.fromkeys((*made.rules.avoid, *(REFUSALS if wish.strip() else ()))))


def people(who: Owner, account: Account, policy: Policy) -> tuple[str, ...]:
    """The names behind a role, as far as records and policy tell them."""
    if who == "account_owner":
        return (account.csm,) if account.csm else ()
    team = policy.teams.get("leadership") if who in ("sponsor", "leadership") else None
    if team is None:
        return ()
    return team.people[:1] if who == "sponsor" else team.people


def _day(value: datetime, account: Account) -> str:
    return f"{(in_zone(value, account.timezone) or value):%Y-%m-%d}"


def own_escalations(found: Gathered, ids: Iterable[str]) -> list[EscalationState]:
    wanted = set(ids)
    return [state for state in found.escalations if state.id in wanted]
