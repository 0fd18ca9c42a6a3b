"""Calendar support: whether a date, weekday or time of day is one that the evidence has, in any zone that matters here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from escalation.claims.book import EvidenceBook
from escalation.claims.facts import Fact
from escalation.claims.found import Claim, Clock, Day


def same_day(claim: Claim, fact: Fact, book: EvidenceBook) -> bool:
    """Whether the date written is the fact's: an instant counts in every zone of the book."""
    if not claim.day:
        return False
    if fact.at:
        return any(_fits(claim.day, local.date(), book) for local in local_times(fact.at, book))
    known = fact.claim.day
    return known is not None and _agree(claim.day, known, book)


def same_time(claim: Claim, fact: Fact, book: EvidenceBook) -> bool:
    """Whether the time of day (with its date and zone, when written) is the fact's."""
    clock = claim.clock
    if not clock:
        return False
    if fact.at:
        return any(_clock_fits(clock, local, book) for local in _locals(fact.at, clock, book))
    known = fact.claim.clock
    if not known:
        return False
    if clock.day and known.day and not _agree(clock.day, known.day, book):
        return False
    if clock.offset is None and known.offset is None:
        return _close(clock, known.minute)
    if clock.offset is None or known.offset is None:
        return _shifted(clock, known, book) or (clock.offset is None and _close(clock, known.minute))
    return _close(clock, (known.minute - known.offset + clock.offset) % 1440)


def weekday(claim: Claim, place: object, book: EvidenceBook) -> bool:
    """Whether some evidence names that weekday or falls on it within a week of the assessment."""
    wanted = int(claim.key)
    for fact in book.facts.get("date", []):
        if fact.claim.key == claim.key:
            return True
        day = fact.claim.day
        if day and day.month and day.day and book.now:
            resolved = _resolve(day, book)
            if resolved and resolved.weekday() == wanted and abs((resolved - book.now.date()).days) <= 8:
                return True
    return any(
        local.weekday() == wanted
        for fact in book.facts.get("time", [])
        if fact.at and book.now and abs(fact.at - book.now) <= timedelta(days=8)
        for local in local_times(fact.at, book)
    )


def nearest_day(claim: Claim, facts: list[Fact], group: object, book: EvidenceBook) -> tuple[Fact, ...]:
    """The dated fact closest to the date written."""
    wanted = _resolve(claim.day, book) if claim.day else None
    if not wanted:
        return ()
    dated = [(abs((day - wanted).days), index) for index, fact in enumerate(facts) if (day := day_of(fact, book))]
    return (facts[min(dated)[1]],) if dated else ()


def day_of(fact: Fact, book: EvidenceBook) -> date | None:
    """The calendar date of a fact, UTC for an instant."""
    if fact.at:
        return fact.at.date()
    return _resolve(fact.claim.day, book) if fact.claim.day else None


def local_times(at: datetime, book: EvidenceBook) -> list[datetime]:
    """An instant in every zone of the book."""
    return [at.astimezone(zone) for zone in book.zones]


def _locals(at: datetime, clock: Clock, book: EvidenceBook) -> list[datetime]:
    if clock.offset is None:
        return local_times(at, book)
    return [at.astimezone(UTC) + timedelta(minutes=clock.offset)]


def _clock_fits(clock: Clock, local: datetime, book: EvidenceBook) -> bool:
    if clock.day and not _fits(clock.day, local.date(), book):
        return False
    return _close(clock, local.hour * 60 + local.minute)


def _close(clock: Clock, minute: int) -> bool:
    apart = min(abs(clock.minute - minute), 1440 - abs(clock.minute - minute))
    return apart <= (15 if clock.bound == "about" else 0)


def _shifted(clock: Clock, known: Clock, book: EvidenceBook) -> bool:
    """One of the two has a zone: the other is meant in one of the book's."""
    now = book.now or datetime.now(UTC)
    # A time written without a zone is the customer's or ours; UTC only when nothing else is known.
    zones = book.zones[1:] or book.zones
    offsets = [int((now.astimezone(zone).utcoffset() or timedelta()).total_seconds()) // 60 for zone in zones]
    if clock.offset is None and known.offset is not None:
        utc = known.minute - known.offset
        return any(_close(clock, (utc + offset) % 1440) for offset in offsets)
    if clock.offset is not None and known.offset is None:
        return any(_close(clock, (known.minute - offset + clock.offset) % 1440) for offset in offsets)
    return False


def _agree(written: Day, known: Day, book: EvidenceBook) -> bool:
    resolved = _resolve(known, book)
    if resolved:
        return _fits(written, resolved, book)
    if known.month and written.month and known.month != written.month:
        return False
    if known.year and written.year and known.year != written.year:
        return False
    if written.day != known.day and written.day:
        return False
    return bool((known.month and written.month) or (known.year and written.year) or (known.day and written.day))


def _fits(written: Day, known: date, book: EvidenceBook) -> bool:
    if written.year and written.year != known.year:
        return False
    if not written.month:
        return (written.day or known.day) == known.day and bool(written.day or written.year)
    parts = (written.month, written.day or known.day)
    return parts == (known.month, known.day) or written.other == (known.month, known.day)


def _resolve(day: Day, book: EvidenceBook) -> date | None:
    """The full date; a missing year is the one that brings it closest to the assessment."""
    if not day.month or not day.day:
        return None
    today = book.today()
    years = [day.year] if day.year else [today.year - 1, today.year, today.year + 1] if today else []
    found: list[date] = []
    for year in years:
        try:
            found.append(date(year, day.month, day.day))
        except ValueError:
            continue
    return min(found, key=lambda each: abs((each - today).days)) if today and found else next(iter(found), None)
