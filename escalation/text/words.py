"""Words of the languages written in Latin letters, in the one shape in which forms of concepts are stated and sought."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from escalation.text.stemming import stem

_WORD = re.compile(r"[^\W_]+")
_ELIDED = re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis)?qu)'(?=[^\W\d_]{2})")
"""What French cuts short before a vowel, "l'" of "l'écran": no part of the word."""
_NOT = re.compile(r"\b(\w+)n't\b|\bcannot\b")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall", None: "can"}
"""What is left of some verbs before "n't": "aren't arriving" is "are not arriving", however it is written."""
_PARTICIPLE = re.compile(r"ée?s?$")
_MARKS = re.compile("[\u0300-\u036f]+")
_APART = {
    "notes": "note",
    "noted": "note",
    "teams": "teams",
    "customs": "customs",
    "staging": "staging",
    "rang": "ring",
    "rating": "rating",
    "ratings": "rating",
    "themed": "theme",
    "pasted": "paste",
    "pasting": "paste",
} | {
    form: f"{word}s" if word in ("record", "round") else word
    for word in "bare care carte fare locale note paste plane quite record round tape theme".split()  # noqa: SIM905
    for form in (word, f"{word}s")
}
"""Words that the stemmer makes equal to quite other ones: a note is no "not", a plane no plan, "quite" nobody quits, a record
is not recorded, and a team is no Teams; "them" is no theme, "past" nothing to paste, a rate no rating, customs are not custom,
"at this stage" is no staging, who rang has no range, and a French "carte" is no cart."""


@lru_cache(maxsize=16_384)
def plain_words(run: str) -> tuple[str, ...]:
    """The stems of a Latin run, an identifier's one by one: ERR_EXPORT_TIMEOUT says export and timeout."""
    return stems(run)


def stems(run: str) -> tuple[str, ...]:
    """`plain_words`, not remembered."""
    folded = run.casefold()
    if not folded.isascii():
        folded = unaccented(folded.replace("’", "'"))
    if "'" in folded or folded == "cannot":
        folded = _NOT.sub(lambda cut: f"{_WHOLE.get(cut[1], cut[1])} not", folded)
        folded = "avoir" if folded == "j'ai" else _ELIDED.sub("", folded.removesuffix("'s"), count=1).replace("'", "")
    return tuple(_APART.get(word) or stem(word) for word in _WORD.findall(folded))


def unaccented(folded: str) -> str:
    """Without accents, since many leave them out; a French participle in one ending, whatever it belongs to."""
    return _MARKS.sub("", unicodedata.normalize("NFD", _PARTICIPLE.sub("e", folded)))
