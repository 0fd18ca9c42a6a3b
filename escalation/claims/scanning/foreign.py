"""Numbers that only sources tell: in languages a brief is not written in (German, French, Japanese …), or by an article alone.

Sources are quoted as they came and a writer translates: "etwa sechs Stunden pro Woche" is "about six hours a week". What a
source says is read as generously as it may be meant: "under a second" is 不到一秒, though "a second" mostly counts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from escalation.claims.found import Amount, Claim, Day
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.lengths import MINUTES
from escalation.claims.scanning.nouns import nouns_at
from escalation.claims.scanning.numerals import HAN_NUMERAL, value_of

_WORDS: dict[int, str] = {
    2: "zwei deux dos due duas dois twee två to",
    3: "drei trois tres tre três drie",
    4: "vier quatre cuatro quattro quatro fyra fire",
    5: "fünf cinq cinco cinque vijf fem",
    6: "sechs six seis sei zes sex seks",
    7: "sieben sept siete sette sete zeven sju syv",
    8: "acht huit ocho otto oito åtta otte",
    9: "neun neuf nueve nove negen nio ni",
    10: "zehn dix diez dieci dez tien tio ti",
    11: "elf onze once undici elva",
    12: "zwölf douze doce dodici doze twaalf tolv",
    13: "dreizehn treize trece tredici treze dertien tretton tretten",
    14: "vierzehn quatorze catorce quattordici catorze veertien fjorton fjorten",
    15: "fünfzehn quinze quince quindici vijftien femton",
    16: "sechzehn seize dieciséis sedici dezesseis zestien sexton seksten",
    17: "siebzehn diecisiete diciassette dezessete zeventien sjutton sytten",
    18: "achtzehn dieciocho diciotto dezoito achttien arton atten",
    19: "neunzehn diecinueve diciannove dezenove negentien nitton nitten",
    20: "zwanzig vingt veinte venti vinte twintig tjugo",
    30: "dreißig dreissig trente treinta trenta trinta dertig trettio",
    40: "vierzig quarante cuarenta quaranta quarenta veertig fyrtio",
    50: "fünfzig cinquante cincuenta cinquanta cinquenta vijftig femtio",
    60: "sechzig soixante sesenta sessanta sessenta zestig sextio seksti",
    70: "siebzig setenta settanta zeventig sjuttio sytti",
    80: "achtzig ochenta ottanta oitenta tachtig åttio",
    90: "neunzig noventa novanta negentig nittio nitti",
    100: "hundert cent cien cento cem honderd hundra hundre",
}
_UNITS: dict[str, str] = {
    "second": "sekunden?|secondes?|segundos?|secondi|seconden|sekunder",
    "minute": "minuten|minutos?|minuti|minuut|minuter|minutter",
    "hour": "stunden?|heures?|horas?|ore|uur|uren|timmar|timme|timer",
    "day": "tagen?|tage|jours?|d[ií]as?|giorni|dagen|dagar|dager|dias",
    "week": "wochen?|semaines?|semanas?|settimane|weken|veckor|uker",
    "month": "monaten?|monate|mois|meses|mesi|maanden|månader|måneder",
    "year": "jahren?|jahre|ans|années|años|anni|jaren|år|anos",
}
_JAPANESE = {"minute": "分", "hour": "时间", "day": "日间", "week": "周间", "month": "[ヶか个カケ]月", "year": "年间"}
_BY_WORD = {word: value for value, words in _WORDS.items() for word in words.split()}
_ONE = "eine[rnm]?|einen?|une?|una|un"
_N = rf"\d{{1,4}}(?:[.,]\d)?|{'|'.join(sorted(_BY_WORD, key=len, reverse=True))}"
_TO = r"\s?(?:bis|à|a|ou|oder|o|tot|till|til|-|–)\s?"
_UNIT = "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS.items())
_LENGTH = Lazy(
    rf"(?<![\w.,])(?:(?P<low>{_N}){_TO})?(?P<high>{_N}|{_ONE})[ -](?P<half>halben?\s)?(?:{_UNIT})(?!\w)", re.I
)
_HALF = Lazy(r"\bhalbe[nr]? (?P<de>Stunde|Tag|Jahr)|\bdemi-?(?P<fr>heure|journée)|\bmedia (?P<es>hora)", re.I)
_JA_UNIT = "|".join(f"(?P<{unit}>{word})" for unit, word in _JAPANESE.items())
_JA_LENGTH = Lazy(
    rf"(?P<low>\d+|{HAN_NUMERAL})?(?:分|时间|日间)?(?:から|~|〜|-)?(?P<high>\d+|{HAN_NUMERAL})(?:{_JA_UNIT})(?P<half>半)?"
)
_JA_COUNT = Lazy(rf"(?P<number>\d+|{HAN_NUMERAL})(?=(?:つの)?[\u30a1-\u30fa]{{2}})")
_COUNT = Lazy(
    rf"(?<![\w.,])(?P<number>{'|'.join(sorted((w for w in _BY_WORD if len(w) > 3), key=len, reverse=True))})"
    r" (?P<noun>[A-Za-zÀ-ÿ]{4,})",
    re.I,
)
_ARTICLE = Lazy(r"\b(?:an?|one)(?: single| full| whole)? (?P<unit>second|minute)\b", re.I)
_ORDINALS = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_NTH = Lazy(
    rf"\b(?P<word>{'|'.join(_ORDINALS)}) (?=[a-z]+)|第\s?(?P<han>\d{{1,2}}|[二三四五六七八九十]{{1,2}})\s?(?=[次张起回家位])",
    re.I,
)
_RECORDED = frozenset({"customers", "users", "tickets", "escalations", "requests", "times"})
"""What records count better than anybody's words."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_SHORT = Lazy(rf"\b(?:(?P<month>{'|'.join(_MONTHS)})t?\b|(?P<weekday>{'|'.join(_WEEKDAYS)})(?:s|rs|urs)?\b)")
_JAPANESE_TEXT = Lazy(r"[\u3041-\u30fa]")
_ENGLISH_WORDS = Lazy(r"\b(?:the|and|this|with|have|our)\b")


def foreign(text: str) -> Iterator[Claim]:
    """Every length and count of a folded source that only its own language, or an article, tells."""
    for match in _ARTICLE.finditer(text):
        yield _claim(*match.span(), Fraction(1), match["unit"].lower())
    for match in _NTH.finditer(text):  # Whoever writes of a fourth failure has counted four.
        word, end = match["word"], match.end("word") if match["word"] else match.end()
        value = _ORDINALS.index(word.lower()) + 2 if word else int(value_of(match["han"]))
        nouns = nouns_at(text, match.start(), end) - _RECORDED | {"nth"}
        yield Claim("figure", match.start(), end, amount=Amount(Fraction(value)), nouns=nouns)
    for match in _SHORT.finditer(text):
        month, weekday = match["month"], match["weekday"]
        if month:
            yield Claim("date", *match.span(), day=Day(month=_MONTHS.index(month) + 1))
        else:
            yield Claim("date", *match.span(), key=str(_WEEKDAYS.index(weekday)))
    if _JAPANESE_TEXT.search(text):
        yield from _lengths(text, _JA_LENGTH)
        for match in _JA_COUNT.finditer(text):
            amount = Amount(value_of(match["number"]))
            yield Claim("figure", match.start(), match.end("number"), amount=amount, nouns=frozenset({"?"}))
    if _ENGLISH_WORDS.search(text) or not re.search(r"[A-Za-zÀ-ÿ]{4,}", text):
        return
    yield from _lengths(text, _LENGTH)
    for match in _HALF.finditer(text):
        told = (match["de"] or match["fr"] or match["es"]).lower()
        unit = {"tag": "day", "journée": "day", "jahr": "year"}.get(told, "hour")
        yield _claim(match.start(), match.end(), Fraction(1, 2), unit)
    for match in _COUNT.finditer(text):
        noun = frozenset({f"?{match['noun'].lower()}"})
        yield Claim("figure", match.start(), match.end("number"), amount=Amount(_value(match["number"])), nouns=noun)


def _lengths(text: str, pattern: Lazy) -> Iterator[Claim]:
    for match in pattern.finditer(text):
        unit = next(unit for unit in _UNITS if match.groupdict().get(unit))
        more = Fraction(1, 2) if match["half"] else Fraction(0)
        for name in ("low", "high"):
            if match[name]:
                value = _value(match[name]) if name == "low" or match["high"] else Fraction(0)
                yield _claim(match.start(name), match.end(), value + (more if name == "high" else 0), unit)


def _value(word: str) -> Fraction:
    plain = word.lower()
    if plain in _BY_WORD:
        return Fraction(_BY_WORD[plain])
    if re.fullmatch(_ONE, plain):
        return Fraction(1)
    return value_of(plain.replace(",", "."))


def _claim(start: int, end: int, value: Fraction, unit: str) -> Claim:
    size = MINUTES[unit]
    return Claim("duration", start, end, amount=Amount(value * size, size), unit=unit)
