"""Reasons: why a claim is not supported, and where it stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.names import Group, ours
from escalation.claims.support.facts import Fact

REASONS = (
    "figure_unknown", "other_noun", "other_customers", "money_unknown", "other_currency", "other_role", "percentage_unknown",
    "duration_unknown", "date_unknown", "weekday_unknown", "time_unknown", "identifier_unknown", "citation_unknown",
    "quotation_unknown", "quotation_cut", "quotation_of_other", "customer_of_other", "customer_unknown",
    "only_reported", "severity_other", "cause_unknown", "person_role", "person_of_other", "person_deed",
    "name_unknown", "name_of_other", "order_other", "rank_other", "citation_other", "status_other", "deed_unknown",
    "harm_unknown", "article_unfit",
)  # fmt: skip
"""Every reason id; `prompts.claim_words` has a sentence for each."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim is not supported: a reason id, the facts or evidence ids that came nearest, the noun it was bound to."""

    id: str
    near: tuple[Fact, ...] = ()
    noun: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: the customers spoken of, the words of its clause before it, and the other claims of its sentence.

    `total` says that it is given as a sum; `role` that its very words name it
    ("renews on …"); `keys` the customers its sentence names, `ahead` how many of them before it; `sentence` the folded
    sentence, `offset` where in it the claim starts; `before` how many tickets the text named before the claim;
    `near` the customers named in its very clause; `apart` the instants between which a length of time is said to lie, where
    its sentence names both, `perhaps` where it names one of them or what happened; `previous` the sentence before, where a length
    is told as so much later than that.
    """

    group: Group
    clause: str
    beside: tuple[Claim, ...] = ()
    total: bool = False
    role: str = ""
    keys: Group = frozenset()
    ahead: int = 0
    sentence: str = ""
    offset: int = 0
    before: int = 0
    near: Group = frozenset()
    apart: tuple[tuple[datetime, datetime], ...] | None = None
    perhaps: tuple[tuple[datetime, datetime], ...] = ()
    previous: str = ""

    @property
    def mine(self) -> frozenset[str]:
        """The ids of the customers spoken of."""
        return ours(self.group)

    @property
    def marks(self) -> frozenset[str]:
        """The identifiers that its sentence names beside the claim."""
        return frozenset(each.key for each in self.beside if each.kind == "identifier")

    def told(self, *kinds: str) -> list[Fraction]:
        """The values of these kinds that its sentence tells beside the claim."""
        return [each.amount.value for each in self.beside if each.kind in kinds and each.amount]

    @property
    def spoken(self) -> Group:
        """Every customer of the sentence: a writer sets their dates and counts in any order, only amounts beside their names."""
        return self.group | self.keys if self.group else self.group

    def end(self, claim: Claim) -> int:
        """Where in the sentence the claim ends that stands here."""
        return self.offset + claim.end - claim.start

    def between(self, claim: Claim, other: Claim) -> tuple[int, int]:
        """Where in the sentence the words between the claim that stands here and another one of it begin and end."""
        first, second = sorted((claim, other), key=lambda each: each.start)
        return first.end - claim.start + self.offset, second.start - claim.start + self.offset

    def framed(self, claim: Claim, ahead: Lazy, after: Lazy, reach: int) -> bool:
        """Whether `ahead` stands before the claim, in so many characters, or `after` right behind it."""
        before = ahead.search(self.sentence, max(0, self.offset - reach), self.offset)
        return bool(before or after.match(self.sentence, self.end(claim)))
