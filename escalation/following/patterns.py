"""The same trouble of several customers: escalations that share a ticket or a tracker item, taken together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from escalation.register.state import ALL, EscalationState


@dataclass(frozen=True)
class Pattern:
    """`escalations` oldest first: the first is the one that later reports belong to. After a solution `untold` have not
    heard of it, and `unconfirmed` have not said that it holds."""

    escalations: tuple[EscalationState, ...]
    account_ids: tuple[str, ...]
    untold: tuple[str, ...]
    unconfirmed: tuple[str, ...]

    @property
    def parent(self) -> EscalationState:
        return self.escalations[0]


def patterns(states: Iterable[EscalationState], customers: int) -> list[Pattern]:
    """Groups with at least so many customers, those with most customers first. What is closed or merged is left out."""
    found = [
        _pattern(group) for group in _groups(state for state in states if state.status not in ("closed", "merged"))
    ]
    wide = [pattern for pattern in found if len(pattern.account_ids) >= customers]
    return sorted(wide, key=lambda pattern: (-len(pattern.account_ids), pattern.parent.id))


def _groups(states: Iterable[EscalationState]) -> list[list[EscalationState]]:
    groups: dict[int, list[EscalationState]] = {}
    by_link: dict[str, list[EscalationState]] = {}
    for state in states:
        links = [*state.ticket_ids, *state.item_ids]
        merged = [state]
        for group in {id(known): known for link in links if (known := by_link.get(link))}.values():
            merged += group
            del groups[id(group)]
        groups[id(merged)] = merged
        by_link |= dict.fromkeys((link for one in merged for link in (*one.ticket_ids, *one.item_ids)), merged)
    return list(groups.values())


def _pattern(group: list[EscalationState]) -> Pattern:
    ordered = tuple(sorted(group, key=lambda state: (state.opened_at, state.id)))
    accounts = tuple(dict.fromkeys(account for state in ordered for account in state.account_ids))
    ended = [state for state in ordered if not state.is_open]
    untold = dict.fromkeys(account for state in ended for account in missing(state, state.told))
    silent = dict.fromkeys(account for state in ended for account in missing(state, state.confirmed))
    return Pattern(ordered, accounts, tuple(untold), tuple(silent))


def missing(state: EscalationState, said_of: tuple[str, ...]) -> tuple[str, ...]:
    """Its customers of whom something was not said; ALL says it of everybody."""
    return () if ALL in said_of else tuple(account for account in state.account_ids if account not in said_of)
