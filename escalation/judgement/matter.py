"""The matter that an article is held against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from escalation.judgement.settling import Standing
from escalation.matching.alike import Held, Scales
from escalation.matching.profile import Profile


@dataclass(frozen=True)
class Matter:
    """What an article is held against: the typed line, the reports, their threads, and what is known of the fault."""

    line: Profile
    reports: tuple[Profile, ...]
    threads: tuple[Profile, ...]
    linked: frozenset[str]
    named: frozenset[str]
    areas: frozenset[str]
    customers: int
    confirmed: bool
    """A tracker item that is not done stands for these reports."""
    scales: Scales
    standing: Standing
    advised: tuple[Profile, ...] = ()
    """Replies of ours whose advice a customer confirmed."""
    terms: frozenset[str] = frozenset()
    """Terms of business that a question asks about."""

    @cached_property
    def told(self) -> tuple[Held, Held]:
        """Concepts and words of the line and of each report."""
        return _held((self.line, *self.reports))

    @cached_property
    def said(self) -> tuple[Held, Held]:
        """The same of the threads."""
        return _held(self.threads)


def _held(profiles: tuple[Profile, ...]) -> tuple[Held, Held]:
    return Held.of(p.concepts for p in profiles), Held.of(p.words for p in profiles)
