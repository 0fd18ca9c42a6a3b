"""What the one who works on a matter's open tracker item writes in chat: it names neither ticket nor customer, and tells what was
done about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from escalation.judgement.case import Case
from escalation.matching.occurrence import CLOSED_ITEM
from escalation.matching.profile import item_profile, profile_of
from escalation.matters import TriedStep
from escalation.naming import name_key
from escalation.reading.orders.finding import find_orders
from escalation.reading.symptoms import ticket_like_ids
from escalation.reading.threads.own_steps import ours_in, verb_of
from escalation.records import Message, TrackerItem
from escalation.telling.spoken_of import is_chatter, tied_items
from escalation.text.everyday import is_everyday

AHEAD = timedelta(days=1)
AT_ONCE = timedelta(hours=1)
"""Within this a note on a ticket and a message tell of one deed."""


def by_owner(case: Case, kept: Sequence[Message], items: Iterable[TrackerItem]) -> tuple[Message, ...]:
    """Messages of the assignee of an open item that is tied to the matter, in a channel where the matter is talked of, since a
    day before the first report: those that name a thing of the item, and no other customer or record."""
    channels, known = {m.channel for m in kept if not is_chatter(m)}, {m.id for m in kept}
    first = min((t.created_at for t in case.tickets), default=case.now)
    ours = [i for i in tied_items(case, items) if i.assignee and i.status.lower() not in CLOSED_ITEM]
    return tuple(
        m
        for m in case.context.messages
        if m.id not in known
        and m.channel in channels
        and first - AHEAD <= m.at <= case.now
        and not (case.links.spoken.named.get(m.id) or ticket_like_ids(m.text) or find_orders(m.text))
        and any(name_key(i.assignee or "") == name_key(m.author or "") and _of_it(m, i) for i in ours)
    )


def _of_it(message: Message, item: TrackerItem) -> bool:
    said, whole = profile_of(message.text), item_profile(item)
    return bool(said.things & whole.things) or any(not is_everyday(w) for w in said.words & whole.words)


def done_in_chat(
    case: Case, messages: Sequence[Message], items: Iterable[TrackerItem], told: Sequence[TriedStep]
) -> tuple[TriedStep, ...]:
    """What the assignees did to our own service and what came of it, but for what a step that is `told` on a ticket says."""
    owners = {name_key(i.assignee) for i in items if i.assignee}
    theirs = [m for m in messages if name_key(m.author or "") in owners and not find_orders(m.text)]
    return tuple(step for m in sorted(theirs, key=lambda m: m.at) for step in _steps(case, m, told))


def _steps(case: Case, message: Message, told: Sequence[TriedStep]) -> Iterator[TriedStep]:
    dated = {e.id: e.at for e in case.ledger.entries()}
    for deed, result, words in ours_in(message.text):
        before = [at for s in told if verb_of(s.step) == verb_of(deed) for id_ in s.evidence if (at := dated.get(id_))]
        if not any(abs(at - message.at) <= AT_ONCE for at in before):
            evidence = case.ledger.add("chat", message.id, words, at=message.at)
            yield TriedStep(step=deed, result=result, by="colleague", evidence=(evidence,))
