"""Which other records the brief relies on: tracker items, chat and articles tied to the matching tickets."""

from __future__ import annotations

from datetime import timedelta

from escalation.assessment import Cited
from escalation.judgement.case import Case
from escalation.judgement.solutions import thread_profile
from escalation.matching.alike import Scales, trouble
from escalation.matching.denial import denies
from escalation.matching.links import names_id
from escalation.matching.occurrence import CLOSED_ITEM
from escalation.matching.profile import Profile, Rarity, item_profile, profile_of, similarity
from escalation.matching.ruled import ruled
from escalation.matching.short_ids import calls_it
from escalation.reading.orders.finding import find_orders
from escalation.records import Article, Message, TrackerItem
from escalation.telling.of_owner import by_owner
from escalation.telling.spoken_of import about_it, following, is_chatter, numbers_of

LATELY = timedelta(days=14)

SPOKEN_OF = 0.7
"""Similarity from which an untied message speaks of this issue."""

SAME_TOPIC = 0.7
"""Likeness from which an untied item is about this issue."""

TOGETHER = 2
"""Concepts that such an item shares with the line at least: "Android" alone is where, not what."""

OPENINGS = 3


def items_of(case: Case, wanted: Profile, rarity: Rarity) -> tuple[TrackerItem, ...]:
    """Items linked to the matching tickets, by either side; without any link, open ones that show the same error, or the same
    code or fault in all that their title is about, or the one on the very topic."""
    linked = {i for s in case.matched for i in case.links.items(s.ticket.id)}
    if tied := [i for i in case.context.items if i.id in linked]:
        return tuple(tied)
    scales = Scales(rarity)
    told = [wanted, *(s.profile for s in case.matched[:OPENINGS])]
    seen = frozenset(error for t in told for error in t.specific_errors)
    open_now = [i for i in case.context.items if i.status.lower() not in CLOSED_ITEM and case.matched]
    if shown := [i for i in open_now if seen & item_profile(i).specific_errors]:
        return tuple(shown)
    if meant := [i for i in open_now if _same_thing(i, case, rarity)]:
        return tuple(meant[:OPENINGS])
    found = [
        (
            min(
                scales.cosine(wanted.concepts, topic.concepts),
                max(scales.cosine(t.concepts, topic.concepts) for t in told),
            ),
            i,
        )
        for i in open_now
        for topic in [item_profile(i)]
        if len(wanted.concepts & topic.concepts) >= TOGETHER
    ]
    best = max(found, key=lambda p: (p[0], p[1].id), default=None)
    return (best[1],) if best and best[0] >= SAME_TOPIC else ()


def closed_of(case: Case, items: tuple[TrackerItem, ...], wanted: Profile, rarity: Rarity) -> TrackerItem | None:
    """Where no item stands for a fault, the one on the very topic and with the very trouble that was closed before they reported:
    if it is the same, it is back."""
    if items or case.issue.kind not in {"bug", "outage"} or not case.matched:
        return None
    scales, first = Scales(rarity), min(t.created_at for t in case.tickets)
    told = [wanted, *(s.profile for s in case.matched[:OPENINGS])]
    apart = ruled(case.context, "tracker", same=False).keys()
    done = [
        (
            min(
                scales.cosine(wanted.concepts, topic.concepts),
                max(scales.cosine(t.concepts, topic.concepts) for t in told),
            ),
            i,
        )
        for i in case.context.items
        if i.id not in apart and i.status.lower() in CLOSED_ITEM and (i.created_at is None or i.created_at < first)
        for topic in [item_profile(i)]
        if len(wanted.concepts & topic.concepts) >= TOGETHER and trouble(wanted, topic) > 0
    ]
    best = max(done, key=lambda p: (p[0], p[1].id), default=None)
    return best[1] if best and best[0] >= SAME_TOPIC else None


def _same_thing(item: TrackerItem, case: Case, rarity: Rarity) -> bool:
    """Whether all that the item's title is about stands on a ticket, and with it a code of the item's, or the very fault."""
    title, whole, scales = profile_of(item.title), item_profile(item), Scales(rarity)
    if len(title.concepts) < TOGETHER:
        return False
    for told in (thread_profile(s.ticket) for s in case.matched[:OPENINGS]):
        if title.concepts <= told.concepts:
            codes = told.codes & whole.codes - whole.releases - whole.days
            if codes or (trouble(told, whole) > 0 and scales.covered(whole.concepts, told.concepts) >= SAME_TOPIC):
                return True
    return False


def messages_of(case: Case, items: tuple[TrackerItem, ...], wanted: Profile, rarity: Rarity) -> tuple[Message, ...]:
    """Messages that name a matching ticket or item, or its customer with the matter, their threads, recent ones on the very topic
    or with the very error that the tickets show, and those ruled to belong."""
    by_hand = ruled(case.context, "chat", same=True)
    ids = [*(t.id for t in case.tickets), *(i.id for i in items)]
    numbers = numbers_of(case, items)
    first = min((t.created_at for t in case.tickets), default=case.now)
    named = {
        m.thread_of or m.id
        for m in case.context.messages
        if any(i in m.text and names_id(m.text, i) for i in ids)
        or any(calls_it(m.text, n) for n in numbers)
        or _about_relationship(m, case)
    }
    about = about_it(case, wanted, items)
    by_name = {m.thread_of or m.id for m in case.context.messages if m.id in about}
    compared = _comparing(case)
    errors = frozenset(error for s in case.matched for error in error_codes(s.profile))
    kept = [
        m
        for m in case.context.messages
        if m.at <= case.now
        and (
            m.id in by_hand
            or (m.thread_of or m.id) in named
            or ((m.thread_of or m.id) in by_name and not (denies(m.text) and _of_others(m, case)))
            or ((m.thread_of or m.id) in compared and not denies(m.text))
            or (
                m.at >= first - timedelta(days=1)
                and not is_chatter(m)
                and (
                    not errors.isdisjoint(error_codes(told := profile_of(m.text)))
                    or (similarity(wanted, told, rarity) >= SPOKEN_OF and not _of_others(m, case))
                )
            )
        )
        and not find_orders(m.text)
    ]
    found = (*kept, *by_owner(case, kept, items))
    return tuple(sorted((*found, *following(case, found)), key=lambda m: m.at))


def error_codes(profile: Profile) -> frozenset[str]:
    """Errors that one fault shows, and constants of a program ("AUTHZ_NULL_9"), which are searched for like those."""
    return profile.specific_errors | {code for code in profile.codes if "_" in code}


def _of_others(message: Message, case: Case) -> bool:
    """Whether it speaks of a customer by name, and of none of those whom this concerns."""
    own = {*case.named_ids, *(t.account_id for t in case.tickets)}
    called = {
        a.id for a in case.context.accounts.values() for n in (a.name, *a.aliases) if len(n) > 1 and n in message.text
    }
    return bool(called) and own.isdisjoint(called)


def _comparing(case: Case) -> set[str]:
    """Threads in which colleagues say of several of the matching tickets that it is the same."""
    heads = [(head, t.account_id) for t in case.tickets for head in case.links.likened(t.id)]
    customers: dict[str, set[str | None]] = {}
    for head, account_id in heads:
        customers.setdefault(head, set()).add(account_id)
    return {head for head, who in customers.items() if len(who) > 1}


def cited_of(case: Case, items: tuple[TrackerItem, ...], messages: tuple[Message, ...]) -> Cited:
    """A look-alike that is named only to rule it out is not cited."""
    accounts = dict.fromkeys([*(a.id for a in case.context.named), *(a.id for a in case.affected)])
    relied: tuple[Article, ...] = case.solutions.valid[:1]
    linked = {i for t in case.tickets for i in t.linked_kb}
    related = tuple(a for a in case.solutions.related if a.id in linked)
    return Cited(
        tickets=tuple(t.id for t in case.tickets),
        accounts=tuple(accounts),
        kb=tuple(a.id for a in (*relied, *related)),
        tracker=tuple(i.id for i in items),
        chat=tuple(m.id for m in messages),
    )


def near_of(case: Case, cited: Cited) -> Article | None:
    """Of a fault without a solution and without an article that is cited the one that comes nearest: one that nobody may hand out
    only where it shows the very error."""
    if case.issue.kind not in {"bug", "outage"} or case.solutions.valid or cited.kb:
        return None
    return next(iter((*case.solutions.related, *case.solutions.unusable)), None)


def _about_relationship(message: Message, case: Case) -> bool:
    """On a troubled relationship, what colleagues said of the customer by name lately."""
    account = case.account
    if case.issue.kind != "relationship" or account is None or case.now - message.at > LATELY:
        return False
    return any(len(name) > 1 and name in message.text for name in (account.name, *account.aliases))
