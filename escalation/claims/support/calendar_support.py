"""Calendar support: whether a date, weekday or time of day is one that the evidence has, in any zone that matters here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim, Clock, Day
from escalation.claims.reasons import Group
from escalation.claims.scanning.names import Key
from escalation.claims.support.facts import Fact
from escalation.claims.support.index import resolve

Zones = tuple[tzinfo, ...]


def times(clock: Clock, book: EvidenceBook, zones: Zones = ()) -> list[Fact]:
    """The facts that the time written (with its date and zone, when written) may be; `zones` are those its words name."""
    return [fact for fact in book.index.at(clock) if _same_time(clock, fact, book, zones)]


def _same_time(clock: Clock, fact: Fact, book: EvidenceBook, zones: Zones) -> bool:
    if fact.at:
        return any(_clock_fits(clock, local, book) for local in _locals(fact, fact.at, clock, book, zones))
    known = fact.claim.clock
    if not known:
        return False
    if clock.day and known.day and not _agree(clock.day, known.day, book):
        return False
    if clock.day and not known.day and fact.told and not _near(clock.day, fact.told, book):
        return False
    if clock.offset is None and known.offset is None:
        return _close(clock, known.minute)
    if clock.offset is None or known.offset is None:
        return _shifted(clock, known, book.zones_of(fact.account), book.now) or (
            clock.offset is None and _close(clock, known.minute)
        )
    return _close(clock, (known.minute - known.offset + clock.offset) % 1440)


def is_at(clock: Clock, at: datetime, account: str | None, book: EvidenceBook) -> bool:
    """Whether the time written (with its date and zone, when written) is that instant on a clock of this customer."""
    fact = Fact(Claim("time", 0, 0), "", account, at)
    return any(_clock_fits(clock, local, book) for local in _locals(fact, at, clock, book, ()))


def quarter(number: int, roles: frozenset[str], group: frozenset[Key], book: EvidenceBook) -> bool:
    """Whether a renewal (or what the words name) of these customers falls into that quarter; without such words any may stand."""
    known = {"renewal": "renewal_date", "trial": "trial_ends", "signup": "signup_date"}
    dates = [
        day
        for role in roles & set(known)
        for id_, account in book.accounts.items()
        if (not group or ("account", id_) in group) and (day := getattr(account, known[role]))
    ]
    return not dates or any((day.month + 2) // 3 == number for day in dates)


def weekday(key: str, spoken: Group, book: EvidenceBook, *, past: bool = False) -> bool:
    """Whether evidence of these customers names that weekday, or a day of theirs within a week of now (`past`: before it)."""
    mine = {key[1] for key in spoken if key[0] == "account"}
    today = book.today()

    def told(owner: str | None) -> bool:
        return owner is None or not mine or owner in mine

    if any(told(owner) for owner in book.index.weekdays.get(key, ())):
        return True
    known = (day for day, owner in book.index.local_days if told(owner))
    return bool(today) and any(
        day.weekday() == int(key) and -8 <= (day - today).days <= (0 if past else 8) for day in known if today
    )


def weekday_of(key: str, days: Iterable[Day], book: EvidenceBook) -> bool | None:
    """Whether one of these dates, which the text itself sets beside the weekday, falls on it; None without a full date."""
    known = [day for each in days if (day := resolve(each, book.today()))]
    return any(day.weekday() == int(key) for day in known) if known else None


def nearest_day(day: Day, book: EvidenceBook) -> tuple[Fact, ...]:
    """The dated fact closest to the date written; among equals one that can be shown in its own words."""
    wanted = resolve(day, book.today())
    if not wanted or not book.index.dated:
        return ()
    known = min(book.index.dated, key=lambda each: (abs((each[0] - wanted).days), not each[1].claim.end))
    return (known[1],)


def _near(day: Day, told: datetime, book: EvidenceBook) -> bool:
    """A time told without its date is of the day it was told, of the one before or of the next."""
    resolved = resolve(day, book.today())
    return resolved is not None and abs((resolved - told.date()).days) <= 1


def _locals(fact: Fact, at: datetime, clock: Clock, book: EvidenceBook, zones: Zones) -> list[datetime]:
    if clock.offset is None:
        return [at.astimezone(zone) for zone in zones or book.zones_of(fact.account)]
    return [at.astimezone(UTC) + timedelta(minutes=clock.offset)]


def _clock_fits(clock: Clock, local: datetime, book: EvidenceBook) -> bool:
    if clock.weekday is not None and clock.weekday != local.weekday():
        return False
    return not (clock.day and not _fits(clock.day, local.date())) and _close(clock, local.hour * 60 + local.minute)


def _close(clock: Clock, minute: int) -> bool:
    if clock.bound == "over":  # 两点多: within that hour
        return (minute - clock.minute) % (720 if clock.halves else 1440) < (60 if clock.minute % 60 == 0 else 30)
    apart = min(abs(clock.minute - minute), 1440 - abs(clock.minute - minute))
    if clock.halves:
        apart = min(apart, 720 - apart)
    return apart <= (15 if clock.bound == "about" else 0)


def _shifted(clock: Clock, known: Clock, every: tuple[tzinfo, ...], at: datetime | None) -> bool:
    """One of the two has a zone: the other is meant in one of these."""
    now = at or datetime.now(UTC)
    # A time written without a zone is the customer's or ours; UTC only when nothing else is known.
    zones = every[1:] or every
    offsets = [int((now.astimezone(zone).utcoffset() or timedelta()).total_seconds()) // 60 for zone in zones]
    if known.offset is not None:
        return any(_close(clock, (known.minute - known.offset + offset) % 1440) for offset in offsets)
    return any(_close(clock, (known.minute - offset + (clock.offset or 0)) % 1440) for offset in offsets)


def _agree(written: Day, known: Day, book: EvidenceBook) -> bool:
    resolved = resolve(known, book.today())
    return _fits(written, resolved) if resolved else written.month == known.month and written.day == known.day


def _fits(written: Day, known: date) -> bool:
    if written.year and written.year != known.year:
        return False
    parts = (written.month, written.day)
    return parts == (known.month, known.day) or written.other == (known.month, known.day)
