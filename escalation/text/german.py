"""What German does with words: joins them into long ones, bends their ends, and sends half of a verb to the end of the clause."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from escalation.text.stemming import stem
from escalation.text.words import stems

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def spellings(form: str) -> Iterator[str]:
    """A German form as it stands and as a keyboard without umlauts writes it; plain words drop the dots by themselves."""
    yield form
    if (other := form.translate(_UMLAUTS)) != form:
        yield other


def _plain(words: str) -> frozenset[str]:
    return frozenset(one for word in words.split() for spelling in spellings(word) for one in stems(spelling))


GERMAN_WORDS = _plain("""
nicht und ist wird werden wurde wurden kein keine keinen sich wir uns unser unsere beim oder dass ich zum zur seit nach für ein
eine einen einem einer der das dem den auf mit von im bei noch mehr nur aus über bitte obwohl wenn trotz bricht bleibt fehlt
fehlen schlägt lässt kann können lädt fehler falsch falsche doppelt fehlerhaft unvollständig kommt kommen geht gehen wunsch
zeigt stimmt stimmen hängt stürzt fällt friert
""")
"""Stems of which one at least stands in what is written in German, be it a headline."""

_ASIDE = _plain(
    "leider einfach plötzlich aktuell derzeit momentan gerade auch jetzt dann aber sofort überhaupt gar uns mir hier"
)
"""Said between a verb and its "nicht" without changing what goes wrong: "lädt leider nicht mehr"."""

_PARTED = {
    verb: _plain(rest)
    for verbs, rest in {
        "bricht brechen": "ab zusammen",
        "stürzt stürzen": "ab",
        "bleibt bleiben": "hängen stehen leer",
        "kommt kommen": "an rein",
        "fällt fallen": "aus",
        "friert frieren": "ein",
        "schaltet schalten": "aus ab",
        "lehnt lehnen": "ab",
        "nimmt nehmen": "an",
        "springt springen": "zurück",
        "funktioniert funktionieren klappt geht gehen läuft laufen lädt öffnet öffnen startet starten": "nicht",
        "erscheint erscheinen reagiert reagieren speichert druckt stimmt stimmen": "nicht",
    }.items()
    for verb in _plain(verbs)
}
"""Verbs that are told by their other half."""
_NO_MORE = {"nicht", "mehr"}
_CLAUSE = 8
"""Words within which the other half of a verb is looked for."""


def as_stated(words: Sequence[str]) -> list[str]:
    """Plain words of a German text in the order in which forms have them: "bricht der Export ab" as "bricht ab der Export"."""
    row = [word for word in words if word not in _ASIDE]
    for at, word in enumerate(row):
        rest = _PARTED.get(word, ())
        far = next((n for n in range(at + 2, min(at + _CLAUSE, len(row))) if row[n] in rest), None) if rest else None
        if far is not None:
            first = far
            while first > at + 1 and row[first - 1] in _NO_MORE:
                first -= 1
            far += row[far : far + 2] == ["nicht", "mehr"]
            row[at + 1 : far + 1] = [*row[first : far + 1], *row[at + 1 : first]]
    return row


_LINKS = ("", "s", "n", "en", "es")
"""What may stand between two words that are joined."""
_SHORTEST = 4
_ENDINGS = {"e": _SHORTEST, "n": _SHORTEST, "s": _SHORTEST, "en": _SHORTEST, "er": 5, "em": 5, "es": 5}
"""What is left of a word without its ending has so many letters at least."""


def parts(word: str, known: Container[str], begins: Container[str], german: Container[str]) -> tuple[str, ...]:
    """The known words that a stem of a German text is made of: `kundenportal` is kunden and portal.

    A word that is known stays whole, one that is known but for its ending loses it, and one with an unknown part stays whole.
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
    """The longest head first, then its tail; empty when a part is unknown."""
    for at in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
        tail = stem(word[at:])
        tail = tail if tail in known else _without_ending(tail, german)
        for head in _heads(word[:at]) if tail else ():
            if (short := stem(head)) in known and (short in german or tail in german):
                return (short, tail)
            if more := _cut(head, known, german):
                return (*more, tail)
    return ()


def _heads(joined: str) -> Iterator[str]:
    for link in _LINKS:
        if joined.endswith(link) and len(joined) - len(link) >= _SHORTEST:
            yield joined[: len(joined) - len(link)]
