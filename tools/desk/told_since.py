"""What went on record as said to a customer is the last word to them, and no promise was broken by silence since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from escalation.matters import MissedPromise, OwedUpdate
from escalation.promises.standing import WORD
from tools.desk.recorded import evidence_of

if TYPE_CHECKING:
    from escalation.assessment import Assessment, Communication
    from escalation.evidence import Evidence
    from escalation.register.events import Event
    from escalation.register.promise import Promise
    from escalation.register.state import EscalationState


@dataclass(frozen=True)
class _Word:
    """Words of ours to a customer, or to all of them (`account_id` None)."""

    at: datetime
    text: str
    account_id: str | None
    event: Event


def as_told(found: Assessment, state: EscalationState, log: Iterable[Event]) -> Assessment:
    """`found` with what customers were told on record after the last reply in their tickets. Ids as of the record (R12)."""
    words = [each for each in _words(log, state) if each.at <= found.at]
    talk, owners = found.communication, {each.id: each for each in found.evidence}
    known = {(promise.text, promise.due): promise for promise in state.promises}
    moved = {promise.text: promise for promise in state.promises}

    def stands(missed: MissedPromise) -> bool:
        said = owners.get(missed.evidence[0]) if missed.evidence else None
        promise = known.get((missed.words, missed.due)) or moved.get(missed.words)
        over = promise is not None and (promise.kept_at is not None or promise.due != missed.due)
        return not over and not _heard(words, said.account_id if said else None, said.at if said else None)

    fresh = [
        _missed(each, due, event)
        for each, due, event in _open_ones(state, log, found.at)
        if not _heard(words, each.account_id, each.made_at)
    ]
    missed = (*filter(stands, talk.missed), *(each for each, _ in fresh))
    update: dict[str, object] = {
        "missed": missed,
        "owed": tuple(each for each in talk.owed if not _in_time(each, words, found.at)),
    }
    added = [source for _, source in fresh]
    if last := _last(words, found, talk):
        source = evidence_of(last.event, last.text, last.account_id)
        added.append(source)
        update |= {"last_update_at": last.at, "last_update": last.text, "evidence": (source.id, *talk.evidence)}
        answered = talk.last_word_at is not None and last.at >= talk.last_word_at
        update |= {"last_word_open": talk.last_word_open and not answered}
    sources = {each.id: each for each in (*found.evidence, *added)}
    return found.model_copy(
        update={"communication": talk.model_copy(update=update), "evidence": tuple(sources.values())}
    )


def _words(log: Iterable[Event], state: EscalationState) -> Iterator[_Word]:
    promised = {promise.id: promise for promise in state.promises}
    for event in log:
        text, account = event.data.get("text"), event.data.get("account_id")
        if not isinstance(text, str) or not text:
            continue
        if event.what == "customer_told":
            yield _Word(event.at, text, account, event)
        elif event.what in {"promise_made", "promise_kept"} and (promise := promised.get(str(event.data.get("id")))):
            at = promise.made_at if event.what == "promise_made" else promise.kept_at or event.at
            yield _Word(at, text, account or promise.account_id, event)


def _last(words: Iterable[_Word], found: Assessment, talk: Communication) -> _Word | None:
    """The latest to the customer it is about, else to any; what a ticket tells itself is told by that."""
    whose = found.account.id if found.account else None
    own = [each for each in words if whose is None or each.account_id in (None, whose)]
    last = max(own, key=lambda each: each.at, default=None)
    before, said = talk.last_update_at, talk.last_update or ""
    return last if last and (before is None or last.at > before) and last.text not in said else None


def _heard(words: Iterable[_Word], account_id: str | None, since: datetime | None) -> bool:
    return since is not None and any(each.at > since and each.account_id in (None, account_id) for each in words)


def _in_time(owed: OwedUpdate, words: Iterable[_Word], now: datetime) -> bool:
    """Whether word on record came within the rhythm."""
    last = max((each.at for each in words if each.account_id in (None, owed.account_id)), default=None)
    return last is not None and now - last <= timedelta(hours=owed.every_hours + 1)


def _open_ones(
    state: EscalationState, log: Iterable[Event], now: datetime
) -> Iterator[tuple[Promise, datetime, Event]]:
    """Promises made here, and not in a ticket before, whose time has passed: word sent when it is due keeps it."""
    made = {str(event.data.get("id")): event for event in log if event.what == "promise_made"}
    for each in state.promises:
        here = each.id in made and made[each.id].data.get("said_at") is None
        if here and each.kept_at is None and each.due is not None and each.due < now:
            yield each, each.due, made[each.id]


def _missed(promise: Promise, due: datetime, event: Event) -> tuple[MissedPromise, Evidence]:
    source = evidence_of(event, promise.text, promise.account_id)
    return MissedPromise(due=due, words=promise.text, word=promise.kind in WORD, evidence=(source.id,)), source
