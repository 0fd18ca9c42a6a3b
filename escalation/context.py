"""What was gathered from the sources before judging: the input of every judgement function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from escalation.evidence import Coverage, Evidence
from escalation.matching.profile import Rarity
from escalation.ports import AccountMatch
from escalation.records import Account, Article, Message, Ticket, TrackerItem
from escalation.ruling import Ruling


@dataclass(frozen=True)
class Context:
    """Candidate records of one issue; judging decides which of them belong to it.

    `named` are the accounts the reporter named and that were resolved; `candidates` fit the name equally well when none
    could be chosen; `unknown_name` was typed and fits nothing. `frequencies` says how many of `ticket_total` tickets hold
    each concept of the issue, for weighing rare against common words.
    """

    tickets: tuple[Ticket, ...] = ()
    accounts: Mapping[str, Account] = field(default_factory=dict[str, Account])
    articles: tuple[Article, ...] = ()
    messages: tuple[Message, ...] = ()
    items: tuple[TrackerItem, ...] = ()
    named: tuple[Account, ...] = ()
    candidates: tuple[AccountMatch, ...] = ()
    unknown_name: str | None = None
    near_names: tuple[str, ...] = ()
    """Customers whose name is the unknown one but for a character."""
    segment_size: int | None = None
    frequencies: Mapping[str, int] = field(default_factory=dict[str, int])
    ticket_total: int = 0
    coverage: tuple[Coverage, ...] = ()
    handed_in: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict[str, "tuple[Evidence, ...]"])
    """By the ids of tickets and accounts that are none of the workspace's, the evidence that they consist of."""
    rulings: tuple[Ruling, ...] = ()
    """What was found by hand of which record, one a record."""
    counted: frozenset[str] = frozenset()
    """Tickets that the escalation counts which this report joins: it is one matter, so they belong here as well."""

    @cached_property
    def rarity(self) -> Rarity | None:
        """How rare words and concepts are in the whole workspace; None where that was not counted."""
        return Rarity(self.frequencies, self.ticket_total) if self.ticket_total and self.frequencies else None
