"""What the record adds to the letter at an end: the confirmed cause, how it was solved, the way round that ended it."""

from __future__ import annotations

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

What = Literal["cause", "done", "way", "progress"]


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
    if phase == "nothing_new" and not said.known and news_since_told(log, account_id):
        return said, (LeftOut("progress", "unfit"),)
    if phase not in LAST:
        return said, ()
    left: list[LeftOut] = []
    for what, words in _on_record(said, phase, reader, log):
        if why := _unfit(words, reader, at):
            left.append(LeftOut(what, why))
        else:
            said = _with(said, what, words)
    return said, tuple(left)


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
