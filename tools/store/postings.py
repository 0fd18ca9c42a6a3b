"""The index of a kind that has few records, kept in memory: which of them hold a token, and how often.

It answers what the database would be asked for each question anew. A company of some hundred tickets takes a megabyte or two,
less than the same records read one by one would take as they are asked for.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from sys import intern

MOST = 2_000
"""Records of a kind up to which it is laid out, which takes a tenth of a second for them; a place is a number of 16 bits."""

_MOST_OFTEN = 0xFFFF


class Postings(Mapping[str, int]):
    """A mapping of tokens to how many records hold them, with the records by their places: 0 is the first that was indexed."""

    def __init__(self, records: Iterable[tuple[str, int, str]]) -> None:
        """`records` as (id, length in tokens, tokens with a space between), in the order in which they were indexed."""
        self.ids: list[str] = []
        self.lengths: list[int] = []
        # Half of all tokens stand in one record: a number takes a third of what a row of one pair does.
        self._known: dict[str, int | array[int]] = {}
        for place, (id_, length, tokens) in enumerate(records):
            self.ids.append(id_)
            self.lengths.append(length)
            for token, count in Counter(tokens.split(" ")).items():
                self._add(token, place, min(count, _MOST_OFTEN))
        self.places = {id_: place for place, id_ in enumerate(self.ids)}

    def _add(self, token: str, place: int, count: int) -> None:
        known = self._known.get(token)
        if known is None:
            self._known[intern(token)] = place << 16 | count
        elif isinstance(known, int):
            self._known[token] = array("H", (known >> 16, known & _MOST_OFTEN, place, count))
        else:
            known.extend((place, count))

    def __getitem__(self, token: str) -> int:
        known = self._known[token]
        return 1 if isinstance(known, int) else len(known) // 2

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def get(self, token: str, default: int = 0) -> int:  # type: ignore[override]
        """Without the detour over an exception that `Mapping` takes: most tokens of a question are not there."""
        known = self._known.get(token)
        return default if known is None else 1 if isinstance(known, int) else len(known) // 2

    def holders(self, token: str) -> array[int]:
        """The places of the records that hold a token, in rising order."""
        return self._pairs(token)[0::2]

    def counted(self, token: str) -> Iterator[tuple[int, int]]:
        """(place, how often) for each record that holds a token."""
        pairs = self._pairs(token)
        return zip(pairs[0::2], pairs[1::2], strict=True)

    def holding(self, tokens: Iterable[str]) -> list[int]:
        """The places of the records that hold all of the tokens, in rising order; none for no token."""
        rarest = sorted(set(tokens), key=self.get)
        if not rarest:
            return []
        found = set(self.holders(rarest[0]))
        for token in rarest[1:]:
            if not found:
                break
            found.intersection_update(self.holders(token))
        return sorted(found)

    def _pairs(self, token: str) -> array[int]:
        known = self._known.get(token)
        if known is None:
            return array("H")
        return array("H", (known >> 16, known & _MOST_OFTEN)) if isinstance(known, int) else known
