"""Reading: everything that a text claims, and where each claim stands: its sentence, its clause, whom it speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import fold
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.binding import TOTAL, Binding, excepted
from escalation.claims.scanning.names import Key
from escalation.claims.scanning.scan import scan
from escalation.claims.scene.mentions import mentions
from escalation.claims.scene.order import apart
from escalation.claims.scene.parts import Parts
from escalation.claims.stops import FULL_STOP, QUOTES, sentences
from escalation.claims.support.facts import role_at

_LATER = Lazy(r"\s?(?:later|after that|afterwards|后|之后|以后)", 2)
# A comma within a number divides nothing; nor does the full stop of "i.e.".
_CLAUSE = Lazy(rf"(?<!\d),|,(?!\d)|[;，；。！？!?、()（）\n]|{FULL_STOP}")


_MARKS = 12
"""Characters beside a name up to which quotation marks are only there to set off the name."""


class Reading:
    """One text, read once against one book."""

    def __init__(self, text: str, book: EvidenceBook) -> None:
        self.text, self.book = text, book
        self.folded = fold(text)
        self.claims = scan(text)
        self.named = list(book.names.find(self.folded))
        self.bounds = sentences(self.folded, sorted({claim.start for claim in self.claims}))
        apart_from = set(excepted(self.folded, self.named))
        meant = [each for each in self.named if each not in apart_from]
        self.parts = Parts(self.folded, meant, self.claims, mentions(self.folded, book), self.bounds)
        self._binding = Binding(self.folded, [n for n in meant if not self._in_a_quotation(n)], self.claims)
        self._apart, self._told_apart = apart(self.parts, book)

    @cached_property
    def quotations(self) -> list[Claim]:
        """What the text quotes."""
        return [claim for claim in self.claims if claim.kind == "quotation"]

    def _in_a_quotation(self, named: tuple[int, int, Key]) -> bool:
        """Whether a name stands among somebody's quoted words: those who are spoken of there own nothing outside of it."""
        start, end, _ = named
        return any(q.start < start and end < q.end and q.end - q.start > end - start + _MARKS for q in self.quotations)

    @cached_property
    def _together(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[bisect_right(self.bounds, claim.start)].append(claim)
        return found

    def sentence_of(self, claim: Claim) -> tuple[int, int]:
        """Where the claim's sentence starts and ends."""
        index = bisect_right(self.bounds, claim.start)
        return self.bounds[index - 1], self.bounds[min(index, len(self.bounds) - 1)]

    def place(self, claim: Claim) -> Place:
        """Where a claim stands, and what stands beside it."""
        text, (start, end) = self.folded, self.sentence_of(claim)
        beside = self._together[bisect_right(self.bounds, claim.start)]
        inside = [(at, key) for at, _, key in self.named if start <= at < end]
        clause = _clause(text, claim)
        group = self._binding.at(claim.start)
        if claim.kind == "figure" and not group and not inside:
            group = self._whose(claim, start)
        place = Place(
            group,
            clause,
            tuple(each for each in beside if each is not claim),
            keys=frozenset(key for _, key in inside),
            ahead=len({key for at, key in inside if at < claim.start}),
            sentence=text[start:end],
            offset=claim.start - start,
            near=frozenset(key for at, key in inside if not _divided(text, claim, at)),
            before=self._before(claim),
            apart=self._apart.get(claim.start),
            perhaps=self._told_apart.get(claim.start, ()),
            previous=self._previous(claim, start) if claim.kind == "duration" else "",
        )
        if claim.kind == "money" and TOTAL.search(clause):
            # A total speaks of every customer of its sentence, not of the one named last.
            several = next((keys for keys in (place.near, place.keys) if len(keys) > 1), frozenset[Key]())
            return replace(place, group=several, total=True)
        return place if claim.kind == "figure" else replace(place, role=role_at(text, claim.start, claim.end))

    def _whose(self, claim: Claim, start: int) -> frozenset[Key]:
        """The customer whose contact the statement names ahead of the claim, where it names no customer."""
        first = max(start, self.parts.statement(claim.start)[0])
        owners = {each.person.account for each in self.parts.folk(first, claim.start)}
        return frozenset(("account", owner) for owner in owners if owner) if len(owners) == 1 else frozenset()

    def _previous(self, claim: Claim, start: int) -> str:
        index = bisect_right(self.bounds, start) - 1
        later = _LATER.match(self.folded, claim.end) and not self.folded[start : claim.start].strip(" 又再约大")
        return self.folded[self.bounds[index - 1] : start] if later and index else ""

    def _before(self, claim: Claim) -> int:
        """How many tickets the text named before a count of tickets."""
        if "tickets" not in claim.nouns:
            return 0
        told = {each.key for each in self.claims if each.kind == "identifier" and each.start < claim.start}
        return len(told & self.book.ticket_marks)


def _divided(text: str, claim: Claim, at: int) -> bool:
    return bool(_CLAUSE.search(text, min(at, claim.end), max(at, claim.start)))


def _clause(text: str, claim: Claim) -> str:
    """The words of the claim's clause that stand beside it."""
    start, stop = _CLAUSE.around(text, claim.start, claim.end, max(0, claim.start - 80))
    stop = min(stop, claim.end + 80)
    quoted = QUOTES.search(text, claim.end, stop)
    return text[start : claim.start if claim.kind == "quotation" else quoted.start() if quoted else stop]
