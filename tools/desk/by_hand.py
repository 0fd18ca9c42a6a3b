"""Customers that a person put on record as affected: told in the impact, and counted by no fact, for no record shows it."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.assessment import Assessment, Finding
from escalation.policy import Policy
from escalation.ports import Workspace
from escalation.register.events import Event
from escalation.register.state import EscalationState
from tools.desk.picked_up import picked_up


def as_recorded(
    found: Assessment, state: EscalationState, log: Iterable[Event], workspace: Workspace, policy: Policy
) -> Assessment:
    """The assessment by what only the record knows: who joined by hand, and by when Security must have it."""
    return with_joined(picked_up(found, state, policy), state, log, workspace)


def with_joined(found: Assessment, state: EscalationState, log: Iterable[Event], workspace: Workspace) -> Assessment:
    """The assessment with a sentence on those of whom none of its records tells."""
    told = {*found.facts.affected_account_ids, *((found.account.id,) if found.account else ())}
    if not (left := [id_ for id_ in state.account_ids if id_ not in told]):
        return found
    joined = {
        str(id_) for event in log if event.what == "account_joined" for id_ in event.data.get("account_ids") or ()
    }
    names = tuple(each.name for each in workspace.accounts(id_ for id_ in left if id_ in joined))
    if not names:
        return found
    dimensions = dict(found.impact.dimensions)
    finding = Finding(signal="customers_joined", values={"accounts": names})
    dimensions["breadth"] = (*dimensions.get("breadth", ()), finding)
    return found.model_copy(update={"impact": found.impact.model_copy(update={"dimensions": dimensions})})
