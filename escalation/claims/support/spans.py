"""Spans: lengths of time that follow from instants: ages, what is left until a deadline, and what lies between two moments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Amount, Claim, Clock
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.lengths import MINUTES
from escalation.claims.scanning.names import meant, ours
from escalation.claims.scene.deeds import kinds_in
from escalation.claims.scene.events import acted_on, anchored, asked_for, event_pairs, settled
from escalation.claims.scene.scene import EventKind
from escalation.claims.support import dates, topics
from escalation.claims.support.index import resolve
from escalation.claims.support.rounding import equal, says

_SAID = Lazy(
    r"\blast\b|latest|\bwrote\b|repl(?:y|ied)|answer|respon|message|updat|heard|asked|上次|最近|最后|回复|答复|更新|通报"
)
_INSIDE = Lazy(r"\b(?:within|less than|under|inside) $", re.I)
_INSIDE_ZH = Lazy(r"\s?(?:之内|以内|内)")
_TOPICAL: frozenset[EventKind] = frozenset({"report", "answer", "message", "due", "solve", "renewal", "trial"})
"""What `topics` knows which moments are meant for; a sentence that speaks of more is asked for its events."""
_ONE_DAY = timedelta(days=1)
_MIDNIGHT = time()
_EVENT = Lazy(r"\bafter\b|\bsince\b|\blater\b|\bfrom\b|[起后从]|开始")
_TERMS = Lazy(
    r"\bcontract|\bagreed|\bsla (?:gives|allows|says|is)\b|\bevery\b|\ban? (?:week|day|month)\b|约定|合同[写规约]|规定|每",
    re.I,
)
_APART = Lazy(
    r"later|after|before|earlier|\bto\b|\blate\b|within|took|waited|had|until|[后前晚内]|之间|用了|等了|才|首次响应|仅"
)


_DELAY = Lazy(
    r"(?:[要会都][晚迟慢延][了迟约近达]{0,2}|延[迟时](?:了|约|达|为|到)?"
    r"|\b(?:delay|lag)(?: is| was| of| has grown to| grew to)) ?$",
    2,
)
_GAP = Lazy(r"(?:[隔晚早慢迟][了达约]{0,2}|\bapart by|\bdelay of) ?$", 2)
_GAP_AFTER = Lazy(r" (?:later|after|before|earlier|apart|late)\b|\s?[之以]?[前后]", 2)
_GRANTED = Lazy(
    r"\b(?:credit(?:ed)?|refund(?:ed)?|discount|waive[ds]?|free)(?: of| for| them)? $"
    r"|(?:减免|免除?|免费|赠送?|补偿|抵扣|退还?)了?[^，。；,;\d]{0,2}$",
    2,
)
_GRANTED_AFTER = Lazy(
    r" (?:of (?:free|credit)|(?:of fees )?(?:was |were )?(?:credited|refunded|waived|free))|的?(?:免费|减免|补偿)", 2
)
_TO = Lazy(r"\s?(?:-|–|—|~|〜|to|至|到|or|或)\s?", 2)
_LATER = Lazy(r" later\b|\s?[之以]?后(?:才|我们|我方|[^，。；,;]{0,12}了)", 2)
_NEVER = Lazy(r"(?!)")
_DIFFER = Lazy(r"相差|\bapart\b", 2)


def granted(claim: Claim, place: Place) -> bool:
    """ "A credit of one month": time that is given, not time that passed, and known from what a source says only."""
    return place.framed(claim, _GRANTED, _GRANTED_AFTER, 24)


def delayed(claim: Claim, place: Place) -> bool:
    """ "Alerts come an hour late", 报警要晚四十分钟: how late a thing keeps coming follows from no two moments of a ticket."""
    return bool(_DELAY.search(place.sentence, max(0, place.offset - 20), place.offset))


def ranged(claim: Claim, place: Place) -> bool:
    """ "15 to 30 minutes": nobody tells what lies between two moments so; an age is one number."""
    return any(
        each.kind == "duration" and _TO.fullmatch(place.sentence, *place.between(claim, each)) for each in place.beside
    )


def age(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """The time from an evidenced instant or date to the assessment, or from it to one to come.

    Where the words speak of the first report, only the first reports count; a single message only where one is spoken of.
    """
    if not claim.amount or not book.now or place.apart is not None or claim.unit in ("millisecond", "second"):
        return False
    if place.framed(claim, _NEVER, _LATER, 0):
        return False  # So long after what was told before, and not before now.
    if _DIFFER.search(place.clause):
        return False  # What two moments are apart is not how long ago one of them is.
    if _TERMS.search(place.clause) or topics.pairs(place, book) is not None:
        return False  # What was agreed or recurs is no age.
    dates = claim.unit not in ("hour", "minute")
    if topics.FIRST_REPORT.search(place.clause):
        known = book.first_reports(place.group)
    else:
        known = book.ages(place.group, dates=dates, messages=bool(_SAID.search(place.clause)))
    return lies(claim, ((at, book.now) for at in known))


def of_events(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """The time between two events that the sentence speaks of, or from one of them to now."""
    if not claim.amount or not book.now or claim.unit in ("millisecond", "second"):
        return False
    later = acted_on(place, book) if place.framed(claim, _NEVER, _LATER, 0) else ()
    if lies(claim, (*asked_for(place, book), *later)):
        return True
    if place.apart is not None:
        return lies(claim, place.apart) or _within(claim, place, place.apart)
    if lies(claim, (*place.perhaps, *anchored(place, book))):
        return True
    if topics.pairs(place, book) is not None and not kinds_in(place.sentence) - _TOPICAL:
        return False
    pairs = list(event_pairs(place, book))
    return lies(claim, pairs) or _within(claim, place, pairs)


def between(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """The time between a moment that the sentence or a source tells and another, now, or an instant of its customers."""
    if not claim.amount or not book.now or (place.apart is not None and not any(e.clock for e in place.beside)):
        return False
    told = {moment for each in place.beside for moment in _moments(each, book)}
    meant = topics.pairs(place, book)
    if meant is not None:
        reports = [e.at for e in book.scene.events if e.kind == "report" and "report" in kinds_in(place.sentence)]
        moments = (*told, book.now, *reports)
        return _within(claim, place, meant) or lies(
            claim,
            [*meant, *((a, b) for a in told for b in (*moments, *_answers_after(a, place, book)) if a != b)],
        )
    if not _TERMS.search(place.clause) and not topics.FIRST_REPORT.search(place.clause):
        named, ages = book.named_times(place.group), book.ages(place.group, dates=False, messages=False)
        ends = [book.now, *(ages if _EVENT.search(place.sentence) else ())]
        if not settled(place, book) and lies(
            claim, ((first, second) for first in named for second in ends if abs(second - first) < _ONE_DAY)
        ):
            return True
    ids = ours(place.keys)
    kinds = kinds_in(place.sentence) - {"message", "note", "chat"}
    ends = [*told, book.now, *(e.at for e in book.scene.events if e.kind in kinds and (not ids or e.account in ids))]
    if _APART.search(place.sentence):
        ends += book.ages(frozenset(), dates=False, messages=True)
        ends += book.named_times(place.group)
    return lies(claim, ((first, second) for first in told for second in ends))


def of_clocks(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """The time between two times of day that one source tells: left at 02:11, told at 03:04, 53 minutes later."""
    if claim.unit not in ("minute", "hour") or place.apart is not None:
        return False
    if not place.framed(claim, _GAP, _GAP_AFTER, 8):
        return False
    return any(says(claim, Fraction(minutes)) for minutes, account in book.clocks_apart if meant(account, place.mine))


def _answers_after(told: datetime, place: Place, book: EvidenceBook) -> list[datetime]:
    """When somebody wrote within a day of the moment told: "wrote again at 19:30, and we answered 40 minutes later"."""
    if not _EVENT.search(place.sentence):
        return []
    written = [event.at for event in book.scene.events if event.kind in ("message", "answer")]
    return [at for at in written if told < at < told + _ONE_DAY]


def _within(claim: Claim, place: Place, pairs: Iterable[tuple[datetime, datetime]]) -> bool:
    """ "Within two days" may be said of anything shorter that is not much shorter."""
    if not claim.amount or not place.framed(claim, _INSIDE, _INSIDE_ZH, 10):
        return False
    most = float(claim.amount.value) * 60
    return any(most * 0.7 <= abs((second - first).total_seconds()) <= most for first, second in pairs)


def lies(claim: Claim, pairs: Iterable[tuple[datetime, datetime]]) -> bool:
    """Whether some two of these instants are as far apart as the claim says, as exactly as it says so."""
    amount = claim.amount
    if not amount:
        return False
    wanted = float(amount.value) * 60
    # "Two weeks" are no eleven days, though weeks were counted whole.
    single = amount.value <= MINUTES.get(claim.unit, Fraction(1))
    # Hours are told whole from two on, which two hours and 28 minutes are.
    slack = min(float(amount.step) * 30, wanted * (0.35 if single else 0.25 if claim.unit == "hour" else 0.2))
    if claim.unit == "minute" and amount.value % 5 == 0:
        slack = max(slack, wanted * 0.04)  # Whoever says a quarter of an hour has not looked at the seconds.
    whole_days = claim.unit not in ("hour", "minute")
    for first, second in pairs:
        apart = abs((second - first).total_seconds())
        if claim.unit == "minute" and abs((_shown(second) - _shown(first)).total_seconds()) == wanted:
            return True
        # Only a hedged length can be further off than its own last digit; that is rare, so exact arithmetic waits.
        if apart and (abs(apart - wanted) <= slack or (amount.bound != "exact" and _hedged(claim, apart))):
            return True
        if whole_days:
            days = abs((second.date() - first.date()).days) * 86400
            # From the day of a contract on, whatever the time of day is now.
            if (
                days == wanted
                if claim.unit == "day"
                else first.time() == _MIDNIGHT and days and abs(days - wanted) <= slack
            ):
                return True
    return False


def _shown(at: datetime) -> datetime:
    """An instant as a writer sees it: to the minute."""
    return at.replace(second=0, microsecond=0)


def _hedged(claim: Claim, seconds: float) -> bool:
    amount = claim.amount
    if not amount:
        return False
    size = MINUTES.get(claim.unit, Fraction(1))
    return equal(
        Amount(amount.value / size, amount.step / size, amount.bound), Amount(Fraction(int(seconds), 60) / size)
    )


def _moments(claim: Claim, book: EvidenceBook) -> Iterator[datetime]:
    if claim.clock:
        yield from _clock_moments(claim.clock, book)
    elif claim.kind == "date" and claim.key.isdigit() and (today := book.today()):
        last = today - timedelta(days=(today.weekday() - int(claim.key)) % 7)
        yield datetime(last.year, last.month, last.day, tzinfo=UTC)
    elif claim.day and (day := resolve(claim.day, book.today())):
        yield datetime(day.year, day.month, day.day, tzinfo=UTC)


def _clock_moments(clock: Clock, book: EvidenceBook) -> Iterator[datetime]:
    yield from (fact.at for fact in dates.times(clock, book) if fact.at)
    yield from (at for at, _ in book.stated if dates.is_at(clock, at, None, book))
    day = resolve(clock.day, book.today()) if clock.day else book.today()
    if not day:
        return
    for zone in book.zones if clock.offset is None else (UTC,):
        local = datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(minutes=clock.minute)
        yield (local - timedelta(minutes=clock.offset or 0)).astimezone(UTC)
