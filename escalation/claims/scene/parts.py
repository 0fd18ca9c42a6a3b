"""Parts of a text: what each names, by position: customers, values, people, and the events it may mean."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.scanning.names import Named, ours
from escalation.claims.scene.deeds import spoken_of
from escalation.claims.scene.mentions import Mention
from escalation.claims.scene.scene import Event, EventKind
from escalation.claims.stops import STATEMENT_END


class Parts:
    """What a folded text names, by position."""

    def __init__(
        self, text: str, named: list[Named], claims: list[Claim], people: list[Mention], bounds: Sequence[int]
    ) -> None:
        self.text, self.bounds = text, bounds
        self._named, self._claims, self._people = named, claims, people
        self._quoted = [(each.start, each.end) for each in claims if each.kind == "quotation"]
        self._places = [[each[0] for each in named], [each.start for each in claims], [each.start for each in people]]

    def sentence(self, position: int) -> tuple[int, int]:
        """Where the sentence of a position starts and ends."""
        index = min(max(1, bisect_right(self.bounds, position)), len(self.bounds) - 1)
        return self.bounds[index - 1], self.bounds[index]

    def statement(self, position: int) -> tuple[int, int]:
        """The same for a statement: a semicolon divides them as well."""
        start, end = self.sentence(position)
        return STATEMENT_END.around(self.text, position, position, start, end)

    def named(self, start: int, end: int) -> list[Named]:
        return self._named[bisect_left(self._places[0], start) : bisect_left(self._places[0], end)]

    def claims(self, start: int, end: int) -> list[Claim]:
        return self._claims[bisect_left(self._places[1], start) : bisect_left(self._places[1], end)]

    def accounts(self, start: int, end: int) -> frozenset[str]:
        return ours(key for _, _, key in self.named(start, end))

    def strangers(self, start: int, end: int) -> bool:
        return any(key[0] == "other" for _, _, key in self.named(start, end))

    def marks(self, start: int, end: int) -> list[str]:
        return [each.key for each in self.claims(start, end) if each.kind == "identifier"]

    def folk(self, start: int, end: int) -> list[Mention]:
        return self._people[bisect_left(self._places[2], start) : bisect_left(self._places[2], end)]

    def quoted(self, position: int) -> int:
        """Where the quotation ends that began before a position and goes on there; 0 outside of any."""
        index = bisect_left(self._quoted, (position, 0)) - 1
        return self._quoted[index][1] if index >= 0 and position < self._quoted[index][1] else 0

    def left(self, start: int, end: int, *, quoted: bool = True) -> str:
        """The words there without values and the names of customers and people, and without quotations if not `quoted`.

        The rest of a quotation that began before is nothing the writer says there.
        """
        taken = [each[:2] for each in self.named(start, end)]
        taken += [(each.start, each.end) for each in self.folk(start, end)]
        taken += [
            (each.start, each.end) for each in self.claims(start, end) if not (quoted and each.kind == "quotation")
        ]
        words = list(self.text[start:end])
        for first, last in [(start, max(start, self.quoted(start))), *taken]:
            words[first - start : last - start] = " " * (min(last, end) - first)
        return "".join(words)

    def names(self, start: int, end: int, book: EvidenceBook) -> bool:
        """Whether something stands there that picks out its events: a customer, a record, or somebody who acted."""
        return bool(
            self.accounts(start, end)
            or book.scene.records.intersection(self.marks(start, end))
            or self.folk(start, end)
        )

    def events(
        self, start: int, end: int, book: EvidenceBook, otherwise: frozenset[EventKind] = frozenset()
    ) -> list[Event]:
        if self.strangers(start, end) and not self.accounts(start, end):
            # Somebody who is no customer here: only words of ours tell of them.
            names = [self.text[a:b] for a, b, key in self.named(start, end) if key[0] == "other"]
            return [
                e for e in book.scene.events if e.kind in ("chat", "note") and any(name in e.says for name in names)
            ]
        part = self.text[start:end]
        return spoken_of(
            part, self.accounts(start, end), self.marks(start, end), self.folk(start, end), book, otherwise
        )
