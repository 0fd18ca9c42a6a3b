"""Scanning: every claim of a text, most specific first, so that no character is read as two things."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from zlib import crc32

from escalation.claims.fold import fold
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.money import money
from escalation.claims.scanning.days import days, quarters, weekdays
from escalation.claims.scanning.figures import figures
from escalation.claims.scanning.hours import hours
from escalation.claims.scanning.lengths import lengths, percentages
from escalation.claims.scanning.marks import addresses, citations, identifiers, quotes

_HARMLESS = Lazy(
    r"(?<![\d.])(?<!\d,)1(?= (?:in|out of) (?:\d|[a-z]))|24\s?[/x×*]\s?7(?![\d/])|7\s?[x×*]\s?24"
    r"|(?m:^\s*(?:\d{1,2}[.)、](?!\d)|\(\d{1,2}\)))|(?<![\w])\(\d\)(?=\s)"
    r"|\b(?:step|option|phase|tier|level|layer|part|section|item|question|day one) #?\d{1,2}\b|"
    r"(?:步骤|方案|选项|第|阶段|问题)\s?(?:\d{1,2}|[一二三四五六七八九十]+)(?!\d|[,.]\d)"
    r"|[一二三](?:线|方|级)(?:支持)?"
    r"|\b(?:oauth|saml|http|tls|usb|web|windows|python|microsoft|office)[ /-]?[123](?:\.\d)?\b(?!\d)|"
    r"\b4xx\b|\b5xx\b|\bl[1-4]\b|一二三四"
    # Parts are read by `vague`.
    r"|\b(?:two|three|four|five|six|seven|eight|nine)[ -](?:thirds|quarters|fifths|tenths)\b(?! of an hour)"
    r"|[二三四五六七八九十]分之[一二三四五六七八九]",
    re.I,
)
_PLACE = Lazy(r"\b\d{1,2}(?:st|nd|rd|th)\b", re.I)  # Once dates are read.
# No figure is that long: such a run is one claim, and no other pattern has to try each of its characters.
_ENDLESS = Lazy(r"[\d,.]{41,}|[零〇一二两三四五六七八九十百千]{25,}")
_JOIN = Lazy(r"[\s,、的日(（T]*(?:at|on)?\s*")
_RANGE = Lazy(r"\s?(?:-|–|—|~|〜|to|至|到|or|或)\s?", re.I)
_BOTH = Lazy(r"\s(?:and|resp\.)\s|\s?[和与、]\s?")
_DATED: tuple[Callable[[str], Iterator[Claim]], ...] = (addresses, quarters, days)
_FINDERS: tuple[Callable[[str], Iterator[Claim]], ...] = (
    hours, identifiers, money, percentages, lengths, weekdays,
)  # fmt: skip


def scan(text: str, *, quoted: bool = True) -> list[Claim]:
    """Every claim in a text but names, in its order. `quoted` False reads quotations through, as evidence needs."""
    folded = fold(text)
    left = list(folded)
    found: list[Claim] = []

    def take(claims: Iterator[Claim]) -> None:
        for claim in claims:
            if "\x01" not in left[claim.start : claim.end] or claim.kind == "citation":
                if claim.kind != "identifier" or claim.key:
                    found.append(claim)
                left[claim.start : claim.end] = "\x01" * (claim.end - claim.start)

    take(_endless(folded))
    take(citations(folded))
    if quoted:
        take(quotes(text))
    _mask(left, _HARMLESS)
    for finder in _DATED:
        take(finder("".join(left)))
    _mask(left, _PLACE)
    for finder in _FINDERS:
        take(finder("".join(left)))
    numbers = list(figures(folded, "".join(left)))
    found += numbers
    return _ranges(folded, _dated(folded, sorted(found, key=lambda claim: claim.start)))


def _endless(text: str) -> Iterator[Claim]:
    for match in _ENDLESS.finditer(text):
        # Told apart from others by a checksum, beyond any number that is read.
        value = Fraction(10**48 + crc32(match[0].encode()))
        yield Claim("figure", *match.span(), amount=Amount(value))


def _mask(left: list[str], pattern: Lazy) -> None:
    for match in pattern.finditer("".join(left)):
        left[match.start() : match.end()] = "\x01" * len(match[0])


def _dated(text: str, claims: list[Claim]) -> list[Claim]:
    """Gives a time of day the date written right before or behind it."""
    result, joined = list(claims), set[int]()
    for index, claim in enumerate(claims):
        if claim.kind != "time" or not claim.clock:
            continue
        for other in claims[max(0, index - 1) : index] + claims[index + 1 : index + 2]:
            first, second = sorted((claim, other), key=lambda each: each.start)
            if other.key.isdigit() and other.kind == "date" and _JOIN.fullmatch(text, first.end, second.start):
                clock = result[index].clock or claim.clock
                result[index] = replace(result[index], clock=replace(clock, weekday=int(other.key)))
            if other.day and other.day.day and _JOIN.fullmatch(text, first.end, second.start):
                result[index] = replace(claim, clock=replace(claim.clock, day=other.day))
                if claim.clock.offset is not None:
                    # With a zone the two are one instant: its date may be another day in every zone we know.
                    result[index] = replace(result[index], start=first.start, end=second.end)
                    joined.add(id(other))
    return [claim for claim in result if id(claim) not in joined]


def _ranges(text: str, claims: list[Claim]) -> list[Claim]:
    """In "2 to 4 hours" the first number counts hours too."""
    result = list(claims)
    for index in range(len(claims) - 2, -1, -1):
        first, second = result[index], result[index + 1]
        if first.kind != "figure" or not first.amount or not (second.amount or second.day):
            continue
        if second.kind == "date":
            result[index] = _day_of(text, first, second) or first
            continue
        apposed = second.kind == "duration" and _BOTH.fullmatch(text, first.end, second.start)
        if not apposed and not _RANGE.fullmatch(text, first.end, second.start):
            continue
        if not second.amount:
            continue
        written = second.amount.step
        scaled = replace(first.amount, value=first.amount.value * written, step=first.amount.step * written)
        amount = scaled if written > 1 or second.kind == "duration" else first.amount
        result[index] = replace(first, kind=second.kind, amount=amount, unit=second.unit, nouns=second.nouns)
    return result


def _day_of(text: str, first: Claim, second: Claim) -> Claim | None:
    """In "from 14 to 16 September" the first number is a day of that month."""
    day = second.day
    if not day or not day.day or not first.amount or not _RANGE.fullmatch(text, first.end, second.start):
        return None
    value = first.amount.value
    if value.denominator != 1 or not 1 <= value < day.day:
        return None
    return Claim("date", first.start, first.end, day=replace(day, day=int(value), other=None))
