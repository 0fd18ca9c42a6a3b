"""The features of a line: stemmed words, pairs of them, Chinese characters and runs of them, concepts of the lexicon."""

from __future__ import annotations

from itertools import pairwise

from escalation.text.concepts import concepts_learned
from escalation.text.tokens import is_cjk, prepared, runs_of, tokens

READ = 2_000
"""Characters that are read: what matters is said at the beginning, and a pasted log says little about its sort."""

_LONGEST_RUN = 4


def features(text: str) -> set[str]:
    """Every feature of the line, each once; the first letter tells the kinds apart."""
    text = text[:READ]
    words = tokens(text)
    found = {f"w:{word}" for word in words}
    found |= {f"b:{one}_{other}" for one, other in pairwise(words)}
    for run in runs_of(prepared(text)):
        if is_cjk(run):
            found |= {f"c:{character}" for character in run}
            for length in range(3, _LONGEST_RUN + 1):
                found |= {f"{length}:{run[i : i + length]}" for i in range(len(run) - length + 1)}
    return found | {f"k:{concept}" for concept in concepts_learned(text)}
