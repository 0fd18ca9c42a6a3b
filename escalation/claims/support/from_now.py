"""From now: lengths that their words set between now and a moment which the sentence tells, the first report or the last word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.stops import STATEMENT_END
from escalation.claims.support import dates
from escalation.claims.support.index import resolve

Pair = tuple[datetime, datetime]
_AHEAD = Lazy(
    r"(?:距(?:今|离)?|还有|还剩|只剩|仅剩|剩下?)[^，。；,;\d]{0,14}$"
    r"|\b(?:renew(?:s|al)?|due|ends?|expires?|closes?|runs? out)\b[^,.;:]{0,10} in(?: [a-z]+){0,2} $",
    2,
)
_STILL = Lazy(r"还|剩")
_AHEAD_AFTER = Lazy(r"[ -](?:left|from now|to go|remaining|away|off)\b", 2)
_PAST_AFTER = Lazy(r" (?:ago|old)\b|[之以]?前(?![后一两])", 2)
_TO_NOW = Lazy(r"\bago\b|\bold\b|\bpassed\b|\bsince\b|到现在|至今|已经?|距今|[之以]?前$", 2)
_FIRST = Lazy(r"\bfirst (?:report|ticket|complaint)\b|首报|首次(?:上报|反馈|报告|提出)|第一次(?:上报|反馈|报告)", 2)
_LAST = Lazy(
    r"\blast (?:message|word|repl(?:y|ies)|update|note|heard|wrote)|最后一[条次封]?(?:消息|来信|回复|更新|反馈)"
    r"|最近一[条次封](?:消息|来信|回复|更新)|上一?次(?:来信|回复|更新)",
    2,
)
_SHORT = frozenset({"hour", "minute"})


def pairs(claim: Claim, place: Place, book: EvidenceBook) -> list[Pair] | None:
    """The moments between which such a length must lie; None where the words set it otherwise."""
    now = book.now
    if not now:
        return None
    if _TO_NOW.search(place.clause):
        if _FIRST.search(place.clause):
            return [(at, now) for at in book.first_reports(place.group)]
        if _LAST.search(place.clause):
            return list(_last_words(place, book, now)) or None
    text, end = place.sentence, place.end(claim)
    sides = {True} if _PAST_AFTER.match(text, end) else set[bool]()
    if ahead := _AHEAD.search(text, max(0, place.offset - 40), place.offset):
        # 距今两天 may be either way, 距今还有两天 only ahead.
        sides |= {False} if not ahead[0].startswith("距") or _STILL.search(ahead[0]) else {True, False}
    if _AHEAD_AFTER.match(text, end):
        sides |= {False}
    return [(at, now) for past in sides for at in _told(claim, place, book, now, past=past)] or None


def _told(claim: Claim, place: Place, book: EvidenceBook, now: datetime, *, past: bool) -> Iterator[datetime]:
    """The moments before or after now that the statement tells: days for lengths in days and more, else times of a day."""
    for each in place.beside:
        if STATEMENT_END.search(place.sentence, *place.between(claim, each)):
            continue
        if claim.unit in _SHORT and each.clock and each.clock.day:
            at = (fact.at for fact in dates.times(each.clock, book) if fact.at)
            yield from (each for each in at if (each < now) == past)
        elif claim.unit not in _SHORT and each.day:
            years = [each.day.year] if each.day.year else [now.year - past, now.year + 1 - past]
            days = [day for year in years if (day := resolve(replace(each.day, year=year), now.date()))]
            near = [day for day in days if (day < now.date()) == past]
            yield from (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (near[-1:] if past else near[:1]))


def _last_words(place: Place, book: EvidenceBook, now: datetime) -> Iterator[Pair]:
    """When each customer spoken of wrote last, and when we last wrote to them."""
    last: dict[tuple[str | None, bool], datetime] = {}
    for event in book.scene.events:
        if event.kind in ("report", "answer", "message") and (not place.mine or event.account in place.mine):
            who = event.account, event.inside
            last[who] = max(event.at, last.get(who, event.at))
    yield from ((at, now) for at in last.values())
