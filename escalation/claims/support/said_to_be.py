"""Said to be: a moment whose very words make it a report, a beginning or a coming release, held against those on record.

That the evidence has such a day or time somewhere does not bear this out: it may be a deadline, a renewal, another ticket's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.names import meant, ours
from escalation.claims.scene.scene import EventKind
from escalation.claims.support import dates
from escalation.claims.support.dates import touches
from escalation.claims.support.index import resolve


@dataclass(frozen=True, slots=True)
class Said:
    """Words that stand right before or behind a moment, and what it must then be: an event of these kinds or, if `worded`, told
    by somebody. `first`: of each customer the first. Where `unless` is in the sentence it speaks of something else."""

    ahead: Lazy
    behind: Lazy
    kinds: frozenset[EventKind] = frozenset()
    worded: bool = False
    first: bool = False
    unless: Lazy | None = None


_WHEN = r"(?: (?:at|on|since|from|by|for|around|about|before))? ?$"
_OPENED = r"(?:reported|opened|raised|submitted|logged|filed|created)"
_HAN_OPENED = "(?:反馈|上报|报障|提交|报告|提出|来信|来电|联系)"
_PART_OF_DAY = "(?:上午|下午|早上|晚上|凌晨|中午)?"
_KINDS = (
    Said(
        ahead=Lazy(
            rf"\bfirst (?:report|ticket|complaint)(?: (?!wa|is)\w+){{0,3}}(?: was| is)?(?: dated| from)?{_WHEN}"
            rf"|\bfirst (?:{_OPENED}|seen|noticed|wrote|contacted us|complained|told us)(?: (?:it|this|to us))?{_WHEN}"
            rf"|(?:首次|第一次|最早){_HAN_OPENED}(?:时间)?[是为于在:]?\s?$",
            2,
        ),
        behind=Lazy(rf"\s?(?:首次|第一次|最早){_HAN_OPENED}"),
        first=True,
    ),
    Said(
        ahead=Lazy(
            rf"\b(?:was|were|been|it|ticket|tickets)(?: first)? {_OPENED}(?: to us)?{_WHEN}|工单(?:[是于在]|提交于)\s?$",
            2,
        ),
        behind=Lazy(r"\s?(?:上报|报障|提交|提单|开单)(?:的|了)?(?:工单)?(?=[，。,;；]|$)"),
        kinds=frozenset({"report", "item", "message", "told", "note", "escalation"}),
    ),
    Said(
        ahead=Lazy(
            rf"\b(?:began|started|begins|starts|broke|stopped working)(?: only| again)?{_WHEN}|(?:始于|开始于)\s?$", 2
        ),
        behind=Lazy(rf"\s?{_PART_OF_DAY}(?:开始|起)(?:出现|发生|失败)?(?=[，。,;；]|$)"),
        kinds=frozenset({"told"}),
        worded=True,
        unless=Lazy(
            r"\bour\b|\btrial\b|\bcontract\b|\bclock\b|\bshift|\bwe\b|\bsla\b|试用|合同|计时|我们|我方|续约", 2
        ),
    ),
    Said(
        ahead=Lazy(
            rf"\b(?:certificate|key|token|password|licen[cs]e|link)s?(?: \w+)? (?:expire[sd]?|ran out|lapsed){_WHEN}"
            r"|(?:证书|密钥|令牌|链接|口令|许可)[^，。；,;]{0,8}[于在]\s?$",
            2,
        ),
        behind=Lazy(r"\s?(?:就|才|便)?(?:过期|失效)"),
        worded=True,
        unless=Lazy(r"\b(?:sla|deadline|target)\b|时限|期限|合同|试用", 2),
    ),
    Said(
        ahead=Lazy(rf"\b(?:happened|occurred|took place)(?: only| again)?{_WHEN}|发生[于在]\s?$", 2),
        behind=Lazy(rf"\s?{_PART_OF_DAY}发生"),
        kinds=frozenset({"told", "report", "escalation"}),
        worded=True,
    ),
    Said(
        ahead=Lazy(
            r"(?:\b(?:fix|patch|hotfix|release|rollout|update|repair|solution)\b[^.;:]{0,24}"
            r"|\b(?:ships?|goes live|go live|lands?|deploys?|promis(?:ed?|es|ing)[^.;:]{0,30}"
            r"|(?:will|to) be (?:fixed|released|deployed|shipped|repaired|solved)))"
            r" (?:on|by|for|before|until|this|next) ?$",
            2,
        ),
        behind=Lazy(r"(?:之?[前内])?(?:就|便)?(?:会|将|能|可以?)?[^，。；,;]{0,4}(?:修复|上线|发布|修好|补丁|热修)", 2),
        worded=True,
        unless=Lazy(
            # Somebody's wish, a deadline, a release that was.
            r"\b(?:sla|due|target|must|should|needs?|asks?|asked|wants?|requests?|please|expects?|deadline|renews?|renewal|deal|close"
            r"|not|never|nobody|was|has been)\b|\bno (?:date|promise|fix)\b"
            r"|已|时限|期限|应[在当该于]|需要?|要求|希望|请|截止|到期|续约|没有?|未|不|成交|签约|商机",
            2,
        ),
    ),
)
_REACH = 64


def said_to_be(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    """Why a supported date, weekday or time is not what its words make it; None where they make it nothing, or rightly."""
    if claim.kind not in ("date", "time") or not book.whole or not (claim.day or claim.clock or claim.key.isdigit()):
        return None
    if not claim.day and any(each.day and touches(claim, each, place) for each in place.beside):
        return None  # Which day of the week a date is, the calendar says.
    if claim.day and _of_another_record(claim, place, book):
        return Reason("other_role")
    if claim.day and not claim.day.day:
        return None
    for each in _KINDS:
        if not place.framed(claim, each.ahead, each.behind, _REACH) or (
            each.unless and each.unless.search(place.sentence)
        ):
            continue
        moments = [*_moments(each, place, book)]
        if any(_is(claim, at, whose, book) for at, whose in moments):
            return None
        if (each.worded and _worded(claim, book, known=bool(moments))) or (book.brought and not each.first):
            return None  # What the host brought in has no scene.
        return Reason("other_role")
    return None


_OF = Lazy(r"\s?(?:[（(,，]\s?|的(?:工单|升级)?\s?|,? (?:of|from|on|in|filed on|created on|opened on|dated) )?", 2)


def _of_another_record(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "5 月的 ESC-240", "PF-62237 of 18 May": a day or month set right beside a record in which nothing is of it."""
    for each in place.beside:
        if each.key not in book.scene.records or not _OF.fullmatch(place.sentence, *place.between(claim, each)):
            continue
        at = [(event.at, event.account) for event in book.scene.events if event.record.lower() == each.key]
        known = any(_in(claim, moment.astimezone(zone)) for moment, whose in at for zone in book.zones_of(whose))
        told = claim.day and any(fact.record.lower() == each.key for fact in book.index.on(claim.day))
        if not known and not told:
            return True
    return False


def _in(claim: Claim, local: datetime) -> bool:
    day = claim.day
    return day is not None and all(
        wanted in (None, has)
        for wanted, has in ((day.year, local.year), (day.month, local.month), (day.day, local.day))
    )


def _moments(said: Said, place: Place, book: EvidenceBook) -> Iterator[tuple[datetime, str | None]]:
    """The instants that are meant, with whose each is."""
    if said.first:
        yield from ((at, None) for at in book.first_reports(place.keys))
        return
    mine = ours(place.keys)
    marks = place.marks & book.scene.records
    for event in book.scene.events:
        if event.kind not in said.kinds or not meant(event.account or None, mine):
            continue
        if not marks or event.record.lower() in marks or event.kind == "told":
            yield event.at, event.account


def _is(claim: Claim, at: datetime, whose: str | None, book: EvidenceBook) -> bool:
    """Whether the instant is on that day, or at that time of day, on some clock that matters."""
    if claim.clock:
        return dates.is_at(claim.clock, at, whose, book)
    return any(_fits(claim, at.astimezone(zone), book) for zone in book.zones_of(whose))


def _fits(claim: Claim, local: datetime, book: EvidenceBook) -> bool:
    if claim.day:
        day = resolve(claim.day, book.today())
        return day == local.date() or claim.day.other == (local.month, local.day)
    return local.weekday() == int(claim.key)


def _worded(claim: Claim, book: EvidenceBook, *, known: bool) -> bool:
    """Whether somebody's words, and no field of a record, tell that day or time. Some day that was told is any day of the week:
    where it is `known` when it was, the weekday's own name must stand somewhere."""
    if known and not claim.day and not claim.clock:
        return claim.key in book.index.weekdays
    if claim.clock:
        return any(fact.says and fact.record in book.told for fact in dates.times(claim.clock, book))
    days = book.told_days
    if claim.day:
        day = resolve(claim.day, book.today())
        return day in days or (
            claim.day.other is not None and any((each.month, each.day) == claim.day.other for each in days)
        )
    return claim.key in book.index.weekdays or any(each.weekday() == int(claim.key) for each in days)
