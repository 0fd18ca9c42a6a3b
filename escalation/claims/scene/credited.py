"""Credited: somebody named as the speaker of words, or at the time, that the records have of another person."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import words
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scene.mentions import Mention
from escalation.claims.scene.parts import Parts
from escalation.claims.scene.scene import Event
from escalation.claims.support import dates
from escalation.claims.support.index import resolve

_SPEAKS = Lazy(
    r"\b(?:said|says|reported|phoned|filed|submitted|wrote|writes|asked|asks|calls?|called|answered|replied|noted|notes|added|adds|concluded|insisted|warned"
    r"|(?:last |own |first |very )?(?:words?|note|line|message|reply|question|comment)(?: is| was|,|:)?)\b"
    r"|说|写|提交|报障|来电|致电|备注|问|回[复答信]|表示|称|原话|留言|指出|补充|评论|催",
    2,
)
_REACH = 60
"""Characters from a name to the quotation, or time, it is credited with."""
_IN = Lazy(r"[。；;!?！？\n]|\b(?:but|while|whereas|after|when|until|since)\b|[“”\"「」『』]", 2)


def miscredited(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each person of a folded text to whom a quotation or the time of a message is given that only others said or wrote then."""
    for first, last in pairwise(parts.bounds):
        values = [each for each in parts.claims(first, last) if each.kind == "quotation" or each.clock]
        yield from _on_another_day(parts, first, last, book)
        folk = [each for each in parts.folk(first, last) if not any(v.start <= each.start < v.end for v in values)]
        if len({each.person for each in folk}) != 1 or not values:
            continue
        for value in values:
            ahead = [each for each in folk if each.end <= value.start <= each.end + _REACH]
            if ahead and _told(parts.text, ahead[-1].end, value, last) and _of_another(value, ahead[-1], book):
                yield Claim("person", ahead[-1].start, ahead[-1].end), Reason("person_deed")


_THEN = Lazy(
    r" (?:first |last |then |also )?"
    r"(?:(?:wrote|asked|answered|replied|noted|confirmed|found|warned)(?: \w+){0,3}|reported(?: it| this)?) on $"
    r"|\s?[于在]?\s?$"
)
_THEN_ZH = Lazy(
    r"\s?(?:上午|下午|早上|晚上|中午|又|再次|就|才|也)*(?:回[信复答]|来信|写|报障|提交|问|确认|补充|反馈|说|备注|指出)"
)


def _on_another_day(parts: Parts, first: int, last: int, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each person said to have written on a day on which they are not on record, though they are on others."""
    for each in parts.folk(first, last):
        day = next(
            (c for c in parts.claims(each.end, last) if c.day and c.day.day and c.start <= each.end + _REACH), None
        )
        if day is None or not _THEN.fullmatch(parts.text, each.end, day.start):
            continue
        if parts.text[each.end : day.start].strip(" 于在") or _THEN_ZH.match(parts.text, day.end):
            told = day.day and resolve(day.day, book.today())
            mine = [event for event in book.scene.events if event.person == each.person.name]
            days = {event.at.astimezone(zone).date() for event in mine for zone in book.zones}
            if told and days and told not in days:
                yield Claim("person", each.start, day.end), Reason("person_deed")


def _told(text: str, start: int, value: Claim, last: int) -> bool:
    """Whether the words from the name to the quotation, or around the time, say that somebody speaks there."""
    stop = value.start if value.kind == "quotation" else min(last, value.end + 28)
    return bool(_SPEAKS.search(text, start, stop)) and not _IN.search(text, start, value.start)


def _of_another(value: Claim, each: Mention, book: EvidenceBook) -> bool:
    """Whether somebody is known who said these words, or wrote at that time, and all who did are others."""
    if value.kind == "quotation":
        parts = [words(part) for part in value.key.split("|")]
        found = {event.person for said, event in book.scene.spoken if all(part in said for part in parts)}
    else:
        found = {event.person for event in book.scene.events if event.kind in _KINDS and _at(value, event, book)}
    return bool(found) and "" not in found and each.person.name not in found


_KINDS = frozenset({"message", "note", "chat", "report"})


def _at(value: Claim, event: Event, book: EvidenceBook) -> bool:
    return value.clock is not None and dates.is_at(value.clock, event.at, event.account, book)
