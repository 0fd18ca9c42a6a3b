"""The review of one text to a customer: leaks, inventions, whether it says when they hear next, and every promise in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, get_args

from escalation.audience import Audience, check
from escalation.audience import Finding as Leak
from escalation.claims import EvidenceBook, Unsupported, check_text
from escalation.language import language_of
from escalation.promises import Promise, promises
from escalation.register.state import Status
from escalation.register.waiting import Asked
from escalation.updates.phase import LAST, Phase

RemarkKind = Literal[
    "no_next_word",
    "next_word_late",
    "not_on_record",
    "other_language",
    "decision_untold",
    "security_decides",
    "unanswered",
]
KINDS: tuple[RemarkKind, ...] = get_args(RemarkKind)

_ENDED: dict[Phase, frozenset[Status]] = {
    "partial_recovery": frozenset({"in_progress", "de_escalated", "resolved", "closed"}),
    "resolved": frozenset({"resolved", "closed"}),
    "de_escalated": frozenset({"de_escalated", "resolved", "closed"}),
}
_SLACK = timedelta(minutes=1)


@dataclass(frozen=True)
class Remark:
    """What a text lacks or says against the record. `due` is when the customer must hear at the latest, `words` the record's;
    for what is unanswered, when it was last asked, in which words, and how many `times` they asked."""

    kind: RemarkKind
    due: datetime | None = None
    words: str | None = None
    times: int = 1


@dataclass(frozen=True)
class Review:
    """All that must change before a text may go, and what it promises; nothing found means ready."""

    leaks: list[Leak] = field(default_factory=list[Leak])
    inventions: list[Unsupported] = field(default_factory=list[Unsupported])
    remarks: list[Remark] = field(default_factory=list[Remark])
    promised: list[Promise] = field(default_factory=list[Promise])

    @property
    def ready(self) -> bool:
        return not (self.leaks or self.inventions or self.remarks)


def review(
    text: str,
    phase: Phase,
    audience: Audience,
    *,
    sent_at: datetime,
    due: datetime | None = None,
    status: Status = "open",
    book: EvidenceBook | None = None,
    given: bool = False,
    owed: bool = True,
    promised_for: datetime | None = None,
    untold: bool = False,
    asked: Sequence[Asked] = (),
) -> Review:
    """`sent_at` (aware) is when it is meant to be sent; `due` when the customer must hear next, None when nothing is owed.
    `given`: somebody wrote the whole text, in whatever language. `owed`: `due` was promised or agreed, or follows from contract
    or severity; else it is only our own advice, and a text may name a later time. `promised_for`: what they were promised last,
    which a text may say again however late it is. `untold`: it says that nothing is decided, and the record has a decision.
    `asked`: what they asked since our last word, which a text that nobody has worded cannot answer.

    Without a `book` nothing is held against evidence: the program's own words need it not.
    """
    promised = promises(text, sent_at, audience.timezone)
    leaks = check(text, audience, sent_at)
    return Review(
        leaks=leaks,
        inventions=list(_inventions(text, book, leaks, promised)) if book else [],
        remarks=[
            *(_language(text, audience) if given else ()),
            *_next_word(phase, promised, due, sent_at, latest=_latest(due, promised_for) if owed else None),
            *_against_record(phase, status),
            *((Remark("decision_untold"),) if untold else ()),
            *((Remark("security_decides"),) if audience.data_seen else ()),
            *((Remark("unanswered", asked[-1].at, asked[-1].text, len(asked)),) if asked else ()),
        ],
        promised=promised,
    )


def _inventions(text: str, book: EvidenceBook, leaks: list[Leak], promised: list[Promise]) -> Iterator[Unsupported]:
    """What no evidence carries. A promise speaks of what is to come, and a leak is to go anyway."""
    taken = [(leak.start, leak.end) for leak in leaks] + [(each.start, each.end) for each in promised]
    for each in check_text(text, book):
        if not any(start < each.end and each.start < end for start, end in taken):
            yield each


def _next_word(
    phase: Phase, promised: list[Promise], due: datetime | None, sent_at: datetime, *, latest: datetime | None
) -> Iterator[Remark]:
    if phase in LAST or due is None:
        return
    named = [when for each in promised if (when := _when(each, sent_at)) is not None]
    if not named:
        yield Remark("no_next_word", due)
    elif _late(min(named), latest):
        yield Remark("next_word_late", due)


def late_word(
    promised: Iterable[Promise], sent_at: datetime, due: datetime, promised_for: datetime | None
) -> Remark | None:
    """The remark on a text that names no word before `due`, which is owed, nor by the time they were promised last; None for
    one that names none at all."""
    named = [(when, each.span) for each in promised if (when := _when(each, sent_at)) is not None]
    first, words = min(named, default=(due, ""))
    return Remark("next_word_late", due, words) if _late(first, _latest(due, promised_for)) else None


def _late(first: datetime, latest: datetime | None) -> bool:
    return latest is not None and first > latest + _SLACK


def _latest(due: datetime | None, promised_for: datetime | None) -> datetime | None:
    return max((at for at in (due, promised_for) if at is not None), default=None)


def _when(promise: Promise, sent_at: datetime) -> datetime | None:
    """When the customer hears from us by this promise; a call, or something sent, is word too."""
    if promise.every_hours is not None:
        return sent_at + timedelta(hours=promise.every_hours)
    return promise.due if promise.kind in ("update_by", "call_by", "deliver_by") else None


def _language(text: str, audience: Audience) -> Iterator[Remark]:
    """Each customer is told in the language that they read (domain.md §11)."""
    if language_of(text) != audience.language:
        yield Remark("other_language", words=audience.language)


def _against_record(phase: Phase, status: Status) -> Iterator[Remark]:
    ended = _ENDED.get(phase)
    if ended is not None and status not in ended:
        yield Remark("not_on_record", words=phase)
