"""What the record adds to the letter at an end: the confirmed cause, how it was solved, the way round that ended it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from escalation.audience import Audience, check
from escalation.judgement.applicability import KNOWN_WAYS
from escalation.language import language_of
from escalation.register.events import Event
from escalation.register.state import OVER
from escalation.terms import Language
from escalation.updates.phase import LAST, Phase
from prompts.render import phrase
from prompts.update import Approved, Heard
from tools.customers.audience import in_language

What = Literal["cause", "done", "way", "progress", "decision"]


@dataclass(frozen=True)
class LeftOut:
    """Something on record that the letter does not say: in another language than its reader's, naming a cause that nobody
    confirmed, or not theirs to read."""

    what: What
    why: Literal["foreign", "cause", "unfit"]


def at_the_end(
    said: Approved, phase: Phase, reader: Audience, log: Iterable[Event], at: datetime, account_id: str | None = None
) -> tuple[Approved, tuple[LeftOut, ...]]:
    """What the writer says, and the record's own words where the writer left something out and the reader may read them."""
    if reader.data_seen:
        return said, ()  # what the record says of cause and cure is Security's to clear for them
    if phase == "nothing_new" and not said.known and news_since_told(log, account_id):
        return said, (LeftOut("progress", "unfit"),)
    if phase == "feature_decision" and not said.decision:
        return _decided(said, reader, log, at)
    if phase not in LAST:
        return said, ()
    left: list[LeftOut] = []
    for what, words in _on_record(said, phase, reader, log):
        if why := _unfit(words, reader, at):
            left.append(LeftOut(what, why))
        else:
            said = _with(said, what, words)
    return said, tuple(left)


_DECISION = re.compile(
    r"(?i)\b(?:decid\w+|decision|planned|roadmap|won['’]t|will (?:not |never )?(?:be )?(?:buil[dt]|add(?:ed)?|ship\w*|made))\b"
    r"|决定|決定|结论|結論|拍板|不(?:会|會)?做|排[入进進]|列入|纳入|納入|计划在|計劃在"
)
_UNDECIDED = re.compile(
    r"(?i)\b(?:no (?:\w+ )?(?:decision|date)|not (?:yet )?(?:decided|planned)|undecided|will decide|to decide"
    r"|decides?\b|pending|await\w*|until|before (?:a|the) decision|waiting)\b"
    r"|还没|還沒|尚未|未定|待定|没有(?:结论|决定)|沒有(?:結論|決定)|再决定|再決定"
    r"|等[^，。]{0,6}(?:决定|決定|结论|結論)"
)
_BY_PRODUCT = re.compile(
    r"(?i)^\s*(?:the |our )?product(?: team| management)?(?: has| have)? (?:decided|decision):?\s*(?:that\s+)?"
    r"|^\s*产品(?:团队|部门?|那边|方面)?(?:已经?)?(?:[作做]出)?(?:决定|结论)(?:是|为)?[：:，,]?\s*"
    r"|^\s*產品(?:團隊|部門?|那邊|方面)?(?:已經?)?(?:[作做]出)?(?:決定|結論)(?:是|為)?[：:，,]?\s*"
)
"""Whose decision it is, the letter says itself."""


def decision_on_record(log: Iterable[Event]) -> str | None:
    """What was decided of a wish: how it was resolved, else progress that tells of a decision; None after it was reopened."""
    found: str | None = None
    for event in log:
        told = event.data.get("text")
        if event.what == "reopened":
            found = None
        elif isinstance(told, str) and told.strip() and (event.what == "resolved" or _decides(event, told)):
            found = told.strip()
    return found


def _decides(event: Event, told: str) -> bool:
    return event.what == "progress" and bool(_DECISION.search(told)) and not _UNDECIDED.search(told)


def _decided(
    said: Approved, reader: Audience, log: Iterable[Event], at: datetime
) -> tuple[Approved, tuple[LeftOut, ...]]:
    words = decision_on_record(log)
    if words is None:
        return said, ()
    told = _BY_PRODUCT.sub("", words, count=1) or words
    if why := _unfit(told, reader, at):
        return said, (LeftOut("decision", why),)
    return replace(said, decision=told), ()


def news_since_told(log: Iterable[Event], account_id: str | None) -> bool:
    """Whether progress is on record of which this customer has not heard: "nothing new" would be untrue."""
    news = False
    for event in log:
        if event.what == "progress":
            news = True
        elif event.what == "customer_told" and event.data.get("account_id") in (None, account_id):
            news = False
    return news


def heard_before(log: Iterable[Event], account_id: str | None) -> Heard:
    """What this customer has had from us under this escalation."""
    heard: Heard = "not_yet"
    over = told_so = False
    for event in log:
        if event.what in OVER:
            over = True
        elif event.what == "customer_told" and event.data.get("account_id") in (None, account_id):
            heard, told_so = "before", over
        elif event.what == "reopened":
            heard, over, told_so = ("settled" if told_so else heard), False, False
    return heard


def _unfit(words: str, reader: Audience, at: datetime) -> Literal["foreign", "cause", "unfit"] | None:
    if language_of(words) != reader.language:
        return "foreign"
    found = {leak.kind for leak in check(words, reader, at)}
    return None if not found else "cause" if found == {"unconfirmed_cause"} else "unfit"


def _with(said: Approved, what: What, words: str) -> Approved:
    if what == "cause":
        return replace(said, cause=words)
    if what == "done":
        return replace(said, done=words)
    # What tells the customer to do nothing is how it stands, and no list of steps.
    return replace(said, way=words) if KNOWN_WAYS.search(words) else replace(said, known=said.known or words)


def left_out(each: LeftOut, reader: Language, language: Language) -> str:
    """One sentence: what is missing, why, and in which field it goes."""
    tongue = phrase(f"language_{reader}", language) if each.why == "foreign" else None
    return phrase(f"left_out_{each.what}", language, tongue=tongue, guess=each.why == "cause")


def _on_record(said: Approved, phase: Phase, reader: Audience, log: Iterable[Event]) -> Iterator[tuple[What, str]]:
    if reader.cause and not said.cause:
        yield "cause", in_language((reader.cause, *reader.retold), reader.language) or reader.cause
    words = ended_with(log, phase)
    if not words:
        return
    if phase == "resolved" and not (said.known or said.doing):
        yield "done", words
    elif phase == "de_escalated" and not said.to_do:
        yield "way", words


def ended_with(log: Iterable[Event], phase: str) -> str | None:
    """What was said when it last ended so; None after it was reopened."""
    words: str | None = None
    for event in log:
        if event.what == "reopened":
            words = None
        elif event.what == phase:
            told = event.data.get("text")
            words = told.strip() if isinstance(told, str) and told.strip() else words
    return words
