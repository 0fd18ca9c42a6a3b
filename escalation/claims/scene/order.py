"""Order: what a sentence puts before, after, first or last, held against the instants on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scene.deeds import kinds_in, picked
from escalation.claims.scene.parts import Parts
from escalation.claims.scene.scene import Event, EventKind, between

Pair = tuple[datetime, datetime]
Span = tuple[int, int]
_CUT = Lazy(r"(?<!\d),|,(?!\d)|[，:：()（）]|\s—\s")
_RELATION = Lazy(
    r"\b(?P<before>before|earlier than|ahead of|sooner than)\b(?! long\b)|\b(?P<after>after|later than)\b(?! all\b)"
    r"|比(?P<than>[^，。；,;]{1,24}?)(?:更)?(?P<zh>[早晚先迟])"
    r"|(?P<zh_before>早于|先于)|(?P<zh_after>晚于|迟于)"
)
_AND = Lazy(r"\b(?:and|that)\b")


@dataclass(frozen=True, slots=True)
class Relation:
    """Two sides of a sentence and the events each may mean; `first` are those it puts first. `at` is the word that does so."""

    at: Span
    span: Span
    first: tuple[Event, ...]
    second: tuple[Event, ...]
    both_named: bool
    """Whether each side names its own customer, record or person."""


def relations(parts: Parts, book: EvidenceBook) -> Iterator[Relation]:
    """Every "A before B" of the text whose two sides both mean events on record."""
    for match in _RELATION.finditer(parts.text):
        span = parts.statement(match.start())
        # A 比 B 早: what stands before 比, and between it and 早.
        sides = ((span[0], match.start()), match.span("than")) if match["than"] else _sides(parts, match, span, book)
        if found := _meant(parts, span, sides, book):
            first, second, both_named = found
            if match["after"] or match["zh_after"] or match["zh"] in ("晚", "迟"):
                first, second = second, first
            yield Relation(match.span("zh" if match["than"] else 0), span, first, second, both_named)


def _sides(parts: Parts, match: re.Match[str], span: Span, book: EvidenceBook) -> tuple[Span, Span]:
    begin, stop = _CUT.around(parts.text, *match.span(), *span)
    joint = _AND.search(parts.text, match.end(), stop)
    left = begin, match.start()
    if stop < span[1] and not parts.names(*left, book) and not kinds_in(parts.text[slice(*left)]):
        left = stop + 1, span[1]  # "Before A wrote, B did."
    return left, (match.end(), joint.start() if joint else stop)


def _meant(
    parts: Parts, span: Span, sides: tuple[Span, Span], book: EvidenceBook
) -> tuple[tuple[Event, ...], tuple[Event, ...], bool] | None:
    """The events that each side may mean, and whether both sides name their own; None where one means none on record."""
    (left, right), every = sides, kinds_in(parts.text[slice(*span)])
    told = [kinds_in(parts.text[slice(*side)]) for side in sides]
    named = [parts.names(*side, book) for side in sides]
    if not all(named) and (chosen := _picked(parts, sides, named, told, every, book)):
        return *chosen, True
    if not all(side or kinds for side, kinds in zip(named, told, strict=True)):
        return None
    first = tuple(parts.events(*left, book, told[1] or every))
    second = tuple(parts.events(*right, book, told[0] or every))
    return (first, second, all(named)) if first and second else None


def _picked(
    parts: Parts,
    sides: tuple[Span, Span],
    named: list[bool],
    told: list[frozenset[EventKind]],
    every: frozenset[EventKind],
    book: EvidenceBook,
) -> tuple[tuple[Event, ...], tuple[Event, ...]] | None:
    """The events of both sides where a side that names nobody picks its own by words of theirs."""
    found: list[tuple[Event, ...]] = []
    picks = 0
    for side, has_name, kinds in zip(sides, named, told, strict=True):
        chosen = [] if has_name else picked(parts.text[slice(*side)], every, book)
        picks += bool(chosen)
        if has_name or (kinds and not chosen):
            chosen = parts.events(*side, book, kinds or every if has_name else frozenset[EventKind]())
        found.append(tuple(chosen))
    return (found[0], found[1]) if picks and all(found) and not set(found[0]) & set(found[1]) else None


def apart(parts: Parts, book: EvidenceBook) -> tuple[dict[int, tuple[Pair, ...]], dict[int, tuple[Pair, ...]]]:
    """By the place of each length of time set beside a "before" or "after": the two instants it lies between.

    The first where each side names its own, so that no other length is true; the second where one side, or neither, does.
    """
    named, told = dict[int, tuple[Pair, ...]](), dict[int, tuple[Pair, ...]]()
    for relation in relations(parts, book):
        beside = [
            each for each in parts.claims(*relation.span) if each.kind == "duration" and _at(parts.text, each, relation)
        ]
        if beside:
            (named if relation.both_named else told)[beside[0].start] = tuple(
                between(a, b) for a in relation.first for b in relation.second if _before(a, b) and a is not b
            )
    return named, told


def _at(text: str, claim: Claim, relation: Relation) -> bool:
    ahead = text[claim.end : relation.at[0]] if claim.end <= relation.at[0] else None
    behind = text[relation.at[1] : claim.start] if claim.start >= relation.at[1] else None
    return (ahead is not None and not ahead.strip()) or (behind is not None and len(behind.strip("了约大整")) == 0)


def disordered(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each "before" and "after" that no two events it may mean bear out, and each first and last that is another's."""
    for relation in relations(parts, book):
        if not any(_before(a, b) for a in relation.first for b in relation.second):
            yield Claim("order", *relation.at), Reason("order_other")
    yield from _extremes(parts, book)


def _before(first: Event, second: Event) -> bool:
    if first.dated or second.dated:
        return first.at.date() <= second.at.date()
    return first.at < second.at


_FIRST = Lazy(
    r"\bfirst (?:of the \w+ )?to (?:\w+ )?(?:report|write|ask|raise|complain|notice|open|tell)\w*(?: (?:was|were|is))?|"
    r"(?P<who>\b(?:was|were|is)(?: the)? (?:\w+ )?first(?: one)?(?=[,.;]| and\b|$)|"
    r"\b(?:reported|wrote|asked|complained|hit)(?: it)? first\b)"
    r"|(?<!到期)(?<!截止)(?<!续约)(?<!续费)最[早先](?!到期|截止|续约|续费|超时)(?!的(?!是|一?家|那家|客户|[，。；,;、]|$))(?:报障|上报|反馈|提出|来信|提交|发现|提|报)?(?:的|是|一家)*|率先|首先(?:报|提|反馈|来信)",
    re.I,
)
_LAST = Lazy(
    r"\blast (?:of the \w+ )?to (?:\w+ )?(?:report|write|ask|raise|complain|notice|open|tell)\w*(?: (?:was|were|is))?|"
    r"\bmost recent to\b|"
    r"\b(?:was|were|is)(?: the)? last(?: one)?(?=[,.;]| and\b|$)|\b(?:reported|wrote|asked|complained) last\b|"
    r"最后(?:一家|一个)?(?:报障|上报|反馈|提出|来信|提交|提|报)(?:的|是)*|最[晚迟](?:报障|上报|反馈|提出|来信|提交|提|报)(?:的|是)*|最后一家(?:是)?",
    re.I,
)


def _extremes(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    firsts: dict[str, Event] = {}
    lasts: dict[str, Event] = {}
    for event in sorted((e for e in book.scene.events if e.kind == "report" and e.account), key=lambda e: e.at):
        firsts.setdefault(str(event.account), event)
        lasts[str(event.account)] = event
    if len(firsts) < 2:
        return
    first = min(firsts, key=lambda id_: firsts[id_].at)
    last = {max(firsts, key=lambda id_: firsts[id_].at), max(lasts, key=lambda id_: lasts[id_].at)}
    for pattern, right in ((_FIRST, {first}), (_LAST, last)):
        for match in pattern.finditer(parts.text):
            who = subject(parts, match)
            if who and who[1] not in right:
                yield Claim("order", min(who[0][0], match.start()), max(who[0][1], match.end())), Reason("order_other")


def subject(parts: Parts, match: re.Match[str]) -> tuple[tuple[int, int], str] | None:
    """The one customer of whom a superlative is said, with the place of the name: named ahead of it, else behind."""
    text = parts.text
    sentence, end = parts.statement(match.start())
    begin, stop = _CUT.around(text, *match.span(), sentence, max(end, match.end()))
    for start, end in ((begin, match.start()), (match.end(), stop), (sentence, match.start())):
        inside = [(each[:2], each[2][1]) for each in parts.named(start, end)]
        if inside:
            return inside[0] if len(inside) == 1 and parts.accounts(start, end) else None
    return None
