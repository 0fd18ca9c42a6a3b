"""A rule of the wishes: words that ask for something, what turns them round, and what they may be about instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from escalation.claims.lazy import Lazy

_NEAR = 48
"""Characters before the words in which something may turn them round."""


@dataclass(frozen=True)
class Rule:
    """`words` ask for it in a clause, unless `turned` stands shortly before them or `spared` anywhere in the clause."""

    words: Lazy
    turned: Lazy | None = None
    spared: Lazy | None = None
    whole: bool = False
    """Read in the whole sentence: Chinese puts a comma between who is told and what."""

    def asks(self, clause: str) -> bool:
        if self.spared is not None and self.spared.search(clause):
            return False
        return any(not self._is_turned(clause, found) for found in self.words.finditer(clause))

    def _is_turned(self, clause: str, found: re.Match[str]) -> bool:
        before = clause[max(0, found.start() - _NEAR) : found.start()]
        return self.turned is not None and self.turned.search(before) is not None
