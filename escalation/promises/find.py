"""The finder: reads a text piece by piece, and keeps what binds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from escalation.claims.lazy import Lazy
from escalation.promises.commitment import ahead, announced, binding, conditional, others_time, refused, stands
from escalation.promises.elsewhere import done, not_ours, paid
from escalation.promises.found import Owner, Promise, PromiseKind
from escalation.promises.kinds import NEVER, compensates, kind_of, reports, tells, unbilled
from escalation.promises.pieces import Piece, leads, pieces
from escalation.promises.rhythm import rhythm
from escalation.reading.seen import Seen
from escalation.reading.times.deadlines import deadline

_NAMED = Lazy(
    r"\b(?:our|the|your) ((?:[\w-]+ ){0,3}?(?:team|engineers?|developers?|specialists?|cto|ceo|cfo|vp|manager"
    r"|director|experts?|engineering|product))"
    r" (?:will|is|are|has|have|plans?|expects?|aims?)\b|([\u3400-\u9fff]{0,6}(?:工程师|团队|负责人|副?总裁|总监|经理|研发))"
)
_WRITER = Lazy(r"\bi(?:['’]ll|['’]m|['’]d)?\b|\bmy\b|\blet me\b|(?:^|[^给让请])我(?!们|方|司)")
_ADDRESSED = Lazy(r"您|贵司|进展|你们|通报|汇报")
_OURS = Lazy(r"\b(?:we|i|you|our)\b|\bupdates?\b")
_QUOTED = Lazy(r"[“\"][^“”\"\n]{1,120}[”\"]|「[^「」\n]{1,120}」|『[^『』\n]{1,120}』")
"""A request's subject or somebody's words: a time that is named within them is none of ours."""


def promises(text: str, sent_at: datetime, zone: str | None = None) -> list[Promise]:
    """Every commitment in `text`, in its order. Relative words are resolved from `sent_at` (aware) in the IANA `zone`."""
    seen = Seen(text)
    unquoted = _QUOTED.each(lambda given: " " * len(given[0]), seen.small)
    found: list[Promise] = []
    lead: Piece | None = None
    for piece in pieces(seen.small):
        start = lead.start if lead and lead.sentence == piece.sentence else piece.start
        own = unquoted[start : piece.end]
        promise = _promise(seen, Piece(start, piece.end, piece.sentence), _due(own, sent_at, zone))
        if promise:
            found.append(promise)
        words = seen.small[piece.start : piece.end]
        timed = (
            promise is None
            and leads(words)
            and not others_time(words)
            and _due(own[piece.start - start :], sent_at, zone)
        )
        lead = piece if timed else None
    return found


def _promise(seen: Seen, piece: Piece, due: datetime | None) -> Promise | None:
    words = seen.small[piece.start : piece.end]
    every = rhythm(words)
    kind = _kind(words, piece.sentence, due, every)
    if kind is None:
        return None
    if kind in ("compensation", "never_again", "update_every"):
        due = None
    start, end = seen.span(piece.start, piece.start + len(words.rstrip(" ,.!?。;；:！？")))
    owner, named = _owner(words)
    return Promise(
        kind=kind, span=seen.text[start:end], start=start, end=end, due=due, owner=owner, named=named,
        every_hours=every if kind == "update_every" else None,
    )  # fmt: skip


def _kind(words: str, sentence: str, due: datetime | None, every: float | None) -> PromiseKind | None:
    if refused(words) or not_ours(words, sentence):
        return None
    if NEVER.search(words) and not conditional(sentence):
        return "never_again"
    if compensates(words) and (stands(words, sentence) or unbilled(words)):
        return None if paid(words) else "compensation"
    if done(words, dated=due is not None):
        return None
    bound = binding(words, sentence)
    if every and (bound or (_addressed(words, sentence) and tells(words))):
        return "update_every"
    if bound:
        return kind_of(words)
    return _announced(words, sentence) if due and not every else None


def _addressed(words: str, sentence: str) -> bool:
    return stands(words, sentence) and bool(_ADDRESSED.search(words) or _OURS.search(words) or reports(words))


def _announced(words: str, sentence: str) -> PromiseKind | None:
    """A dated announcement; one that names nothing we do or deliver tells of the product ("not read by search today")."""
    kind = kind_of(words) if announced(words, sentence) else None
    return None if kind == "other" and not ahead(words) else kind


def _due(words: str, sent_at: datetime, zone: str | None) -> datetime | None:
    try:
        due = deadline(words, sent_at, zone, kept=True)
    except OverflowError:  # beyond the end of the calendar no promise can be kept or missed
        return None
    return due.astimezone(UTC) if due and due > sent_at else None


def _owner(words: str) -> tuple[Owner, str | None]:
    if named := _NAMED.search(words):
        return "named", (named[1] or named[2]).strip()
    return ("writer", None) if _WRITER.search(words) else ("provider", None)


def each_kind(found: list[Promise], *kinds: PromiseKind) -> Iterator[Promise]:
    """Those of the given kinds."""
    return (promise for promise in found if promise.kind in kinds)
