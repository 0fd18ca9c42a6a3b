"""What further languages do with words: German joins them into one, Cantonese writes little words of its own."""

from __future__ import annotations

from collections.abc import Container, Iterator

from escalation.text.stemming import stem

GERMAN_WORDS = frozenset(
    map(
        stem,
        """nicht und ist wird werden wurde wurden kein keine keinen sich wir uns unser unsere beim oder dass ich zum zur seit
        nach für fur fuer ein eine einen einem einer der das dem den auf mit von im bei noch mehr nur aus über uber ueber bitte
        obwohl wenn trotz bricht bleibt fehlt fehlen schlägt schlagt lässt lasst laesst kann können konnen koennen lädt ladt
        laedt fehler falsch falsche doppelt fehlerhaft unvollständig unvollstandig unvollstaendig lädt kommt kommen geht gehen
        wunsch zeigt stimmt stimmen hängt hangt haengt stürzt sturzt stuerzt""".split(),  # noqa: SIM905  (as a page of words)
    )
)
"""Stems of which one at least stands in what is written in German, be it a headline."""

_LINKS = ("", "s", "n", "en", "es")
_SHORTEST = 4
_ENDINGS = {"e": _SHORTEST, "n": _SHORTEST, "s": _SHORTEST, "en": _SHORTEST, "er": 5, "em": 5, "es": 5}
"""What is left of a word without it has so many letters at least."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def spellings(form: str) -> Iterator[str]:
    """A German form as it stands and as a keyboard without umlauts writes it; plain words drop the dots by themselves."""
    yield form
    if (other := form.translate(_UMLAUTS)) != form:
        yield other


def german_parts(word: str, known: Container[str], begins: Container[str], german: Container[str]) -> tuple[str, ...]:
    """The known words that a stem of a German text is made of: `kundenportal` is kunden and portal.

    A word that is known stays whole, one that is known but for its ending loses it, and so does one with an unknown part.
    One part at least must be a German form, so that no English word that stands in a German text is cut.
    """
    if len(word) < _SHORTEST or word in known or word in begins or not word.isalpha():
        return (word,)
    if base := _without_ending(word, german):
        return (base,)
    return _cut(word, known, german) or (word,)


def _without_ending(word: str, german: Container[str]) -> str:
    for ending, shortest in _ENDINGS.items():
        base = stem(word.removesuffix(ending))
        if word.endswith(ending) and len(base) >= shortest and base in german:
            return base
    return ""


def _cut(word: str, known: Container[str], german: Container[str]) -> tuple[str, ...]:
    for at in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
        tail = stem(word[at:])
        if tail not in known:
            tail = _without_ending(tail, german)
        if not tail:
            continue
        for link in _LINKS:
            head = word[:at].removesuffix(link) if word[:at].endswith(link) else ""
            if len(head) < _SHORTEST:
                continue
            if (short := stem(head)) in known and (short in german or tail in german):
                return (short, tail)
            if more := _cut(head, known, german):
                return (*more, tail)
    return ()


CANTONESE = frozenset("唔冇咗嘅喺啲嚟")
"""Characters that only Cantonese writes."""
_MANDARIN = str.maketrans("唔冇咗嘅喺啲嚟畀俾攞睇搵揾郁佢", "不没了的在些来给给拿看找找动他")


def as_mandarin(run: str) -> str:
    """A Chinese run with the little words of Cantonese put as Mandarin has them: 收唔到 is 收不到. As long as it was."""
    return run.translate(_MANDARIN)
