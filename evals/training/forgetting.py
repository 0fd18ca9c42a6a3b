"""A lexicon with a third of its forms forgotten, another third for each company, for the weights to be fitted on.

The companies in view were read by who wrote the lexicon, so there nearly every word is known and a plain fit trusts concepts
too much. At a company nobody has seen about a third is unknown: there what stands in the very words, or in words near in
meaning, has to count for more.
"""

from __future__ import annotations

import pickle
import random
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from unittest.mock import patch

from escalation.matching import profile
from escalation.remembered import OfText
from escalation.text import concepts
from evals.training.told import Line

SHARE = 0.35
"""Of the forms forgotten. On companies nobody had seen 34 % of the pairs of line and ticket shared no concept, 11 % in view."""

UNSTATED = frozenset({"dev-brindlecast"})
"""Companies whose words nobody added to the lexicon: there it is as wide as at a stranger's, and nothing is forgotten."""

_WHOLE = concepts.forms()


class Memory:
    """The lexicon as it is for the company that is turned to."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._kept: dict[str, concepts.Forms] = {}
        self._now = _WHOLE

    def turn_to(self, company: str) -> None:
        if company not in self._kept:
            self._kept[company] = _WHOLE if company in UNSTATED else _without(self._share, company)
        self._now = self._kept[company]

    def forms(self, areas: tuple[str, ...] | None = None) -> concepts.Forms:
        return self._now if areas is None else _READ(areas)


_READ = concepts.forms


def _without(share: float, company: str) -> concepts.Forms:
    """The same third of a company's lexicon in every run."""
    chance = random.Random(company)  # noqa: S311  (no secret)
    return concepts.Forms(
        words={form: ids for form, ids in _WHOLE.words.items() if chance.random() >= share},
        runs={form: ids for form, ids in _WHOLE.runs.items() if chance.random() >= share},
        lengths=_WHOLE.lengths,
        single=_WHOLE.single,
        german=_WHOLE.german,
    )


@contextmanager
def forgetting(told: Iterable[Line], share: float = SHARE) -> Generator[tuple[list[Line], Memory]]:
    """The lines as copies of which nothing has been read yet, and the memory that is to be turned to each one's company."""
    memory = Memory(share)
    # What a record or a text says is remembered with it: copies have said nothing yet, and an empty shelf holds no text.
    anew: list[Line] = pickle.loads(pickle.dumps(list(told)))  # noqa: S301  (our own, of a moment ago)
    shelf = OfText(profile._worked_out, profile._packed, profile._unpacked, profile.TEXTS)  # pyright: ignore[reportPrivateUsage]
    profile.profile_of.cache_clear()
    with patch.object(concepts, "forms", memory.forms), patch.object(profile, "_profiled", shelf):
        yield anew, memory
    profile.profile_of.cache_clear()
