"""One customer as reader: what the assessment knows, the store's other customers, and what the record confirmed or approved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from escalation.audience import Approval, Audience, reader
from escalation.promises import PromiseKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from escalation.assessment import Assessment
    from escalation.register import Event
    from escalation.register_state import EscalationState
    from escalation.terms import Language
    from tools.office import Opened

_DATED: tuple[PromiseKind, ...] = ("fix_by", "deliver_by", "other")


def audience(rooms: Opened, found: Assessment, state: EscalationState, language: Language) -> Audience:
    """The assessment's named customer, with the promises and the cause that are on this escalation's record."""
    known = reader(found, language)
    own = found.account
    names = rooms.workspace.account_names(except_ids=(own.id,) if own else ())
    teams = rooms.policy.teams.values()
    return known.model_copy(
        update={
            "other_customers": (*known.other_customers, *names),
            "people": (*known.people, *(person for team in teams for person in team.people)),
            "channels": (*known.channels, *(team.channel for team in teams if team.channel)),
            "ids": (*known.ids, state.id, *state.item_ids),
            "cause": confirmed_cause(rooms.register.events(state.id)),
            "approved": tuple(_approved(state, own.id if own else None)),
        }
    )


def confirmed_cause(record: Iterable[Event]) -> str | None:
    """The cause that was last put on record as the cause; None while there is none."""
    told: list[Any] = [event.data.get("cause") for event in record]
    return next((cause for cause in reversed(told) if isinstance(cause, str) and cause.strip()), None)


def _approved(state: EscalationState, account_id: str | None) -> Iterable[Approval]:
    """Open promises to this customer on record: whoever put them there stands for them. No record makes "never again" true."""
    for promise in state.promises:
        if promise.kept_at is None and promise.account_id in (None, account_id):
            yield from (Approval(kind=kind, due=promise.due, words=promise.text) for kind in _DATED)
            yield Approval(kind="compensation", words=promise.text)
