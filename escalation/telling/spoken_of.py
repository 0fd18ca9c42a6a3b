"""What colleagues say in chat of a matter's customers by name: which of it is about this matter, and what goes on from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import lru_cache

from escalation.judgement.case import Case
from escalation.judgement.solutions import thread_profile
from escalation.matching.profile import Profile, item_profile, profile_of
from escalation.matching.ruled import ruled
from escalation.matching.short_ids import calls_it, short_id
from escalation.matching.talk import AHEAD, DONE
from escalation.matters import InChat
from escalation.naming import brand_key, name_key
from escalation.ports import FOLLOWS
from escalation.reading.orders.finding import find_orders
from escalation.records import Account, Message, Ticket, TrackerItem
from escalation.text.everyday import is_everyday
from escalation.text.tokens import is_cjk

LATELY = timedelta(days=14)
"""How long a message speaks of a customer of whom no ticket stands for the matter, and of what is not counted."""

MESSAGES = 4
"""As many are told; with those that were ruled to belong."""

TOGETHER = 2
"""Concepts of a title from which a message with all of them speaks of the same."""

SAYS_LITTLE = 1
"""Concepts of its own up to which a message that only says "too", or "the same", tells of nothing else."""

CONCEPT, PAIR, CODE, ENOUGH = 1.5, 0.5, 2, 2
"""What a concept, a pair of Chinese characters and a code count for, where a word counts 1; how much is no accident."""

HEAD = 2
"""Characters of a Chinese name that colleagues shorten it to, and ..."""
SPELT_OUT = 4
"""... how long such a name is at least."""

_ASKS = re.compile(
    r"[?？]\s*$|\bwho (?:is|has|can|takes|will)\b"
    r"|\b(?:some|any)(?:one|body)\b[^.?!]{0,16}\b(?:look|take|check|help|pick|answer|see)\b"
    r"|谁(?:来|在|能|值班|接|负责)|(?:麻烦|请|哪位)[^，。；]{0,8}(?:看一?[下看]|查一?下|接一?下|处理一?下)"
)
_ANSWERS = re.compile(
    r"(?i)^\W*(?:i am\b|i['’]m\b|i (?:will|have|can|did|do|take|took|got)\b|i['’](?:ll|ve)\b|me\b|mine\b"
    r"|yes\b|yep\b|yeah\b|no\b|nope\b|on it\b|done\b"
    r"|seen\b|(?:will|can) (?:look|check|take|do)\b|(?:looking|checking|taking)\b"
    r"|we (?:are|have|will|do)\b|we['’](?:re|ve|ll)\b|already\b|not (?:yet|us|ours)\b)"
    r"|^\W*(?:我(?!们?想问)|是的|不是|对[，,]|没有|有的|已经|在(?:查|看|处理)|收到|看到了?|好的|马上|还没)"
)
_GOES_ON = re.compile(
    r"(?i)^\W*(?:still\b|again\b|update\b|any (?:news|word)\b|ping\b|bump\b|edit\b|correction\b"
    r"|and (?:now|also)\b|no (?:answer|news|reply)\b)"
    r"|^\W*(?:还是|仍(?:然|旧)?|又|更新|补充|更正|有(?:消息|进展|结果)吗|没人(?:回|理))"
)


_CHATTER = re.compile(
    r"(?i)\b(?:random|off-?topic|social|fun|memes?|jokes?|water-?cooler|coffee|lunch|food|pets?|games?|party)\b"
    r"|闲聊|閒聊|摸鱼|摸魚|午饭|午餐|茶水间|茶水間|吐槽|八卦|宠物|寵物|下班"
)
"""Channels in which an error's code is a joke unless the ticket or the customer is named."""


def is_chatter(message: Message) -> bool:
    """Whether it stands in such a channel."""
    return _CHATTER.search(message.channel) is not None


def about_it(case: Case, wanted: Profile, items: Sequence[TrackerItem] = ()) -> frozenset[str]:
    """Ids of the messages that name a customer of the matter and share with it a thing, a code or a word of theirs, or tell of
    nothing else. And of the last days' messages that name nobody, those that name what one of the tracker's `items` is about."""
    own = [*case.context.named, *(a for a in case.affected if a not in case.context.named)]
    heard = [m for m in case.context.messages if m.at <= case.now and not find_orders(m.text)]
    found = {m.id for m in heard if any(_speaks(m, account, case, wanted) for account in own)}
    lately = [m for m in heard if case.now - m.at <= LATELY and not is_chatter(m)] if items else []
    lately = [m for m in lately if not case.links.spoken.named.get(m.id)]
    found |= {m.id for m in lately if any(_of_item(m, item) for item in items)}
    return frozenset(found)


def numbers_of(case: Case, items: Sequence[TrackerItem]) -> tuple[str, ...]:
    """By what numbers colleagues may call those of the tracker's items that are tied to a ticket of the matter."""
    return tuple(number for i in tied_items(case, items) if (number := short_id(i.id)))


def tied_items(case: Case, items: Iterable[TrackerItem]) -> list[TrackerItem]:
    """Those of the tracker's items that somebody put on record as the matter of one of its tickets."""
    tied = {i for s in case.matched for i in case.links.items(s.ticket.id)}
    return [item for item in items if item.id in tied]


def following(case: Case, messages: Sequence[Message]) -> tuple[Message, ...]:
    """What follows the `messages` in their channels outside of threads: an answer to a question, or more by the same author;
    neither names a customer."""
    ids, named = {m.id for m in messages}, case.links.spoken.named
    rest = [
        m
        for m in case.context.messages
        if m.id not in ids and m.at <= case.now and not (m.thread_of or named.get(m.id) or find_orders(m.text))
    ]
    return tuple(m for m in rest if any(_follows(m, first, rest) for first in messages))


def in_chat_of(case: Case, messages: Sequence[Message], items: Sequence[TrackerItem], wanted: Profile) -> InChat:
    """Which of the `messages` speak of the matter, with the threads that they stand in; those to be told, what names the customer
    that was named before the rest, and the latest; what else names the customers of late."""
    own = {a.id: a.name for a in (*case.context.named, *case.affected)}
    ids, numbers = {m.id for m in messages}, numbers_of(case, items)
    about = about_it(case, wanted, items) | {m.id for m in messages if any(calls_it(m.text, n) for n in numbers)}
    heads = {m.thread_of or m.id for m in messages if m.id in about}
    heads |= {m.id for m in messages if not m.thread_of and any(_follows(m, first, ()) for first in messages)}
    named = case.links.spoken.named
    passed = [m for m in case.context.messages if m.id not in ids and timedelta() <= case.now - m.at <= LATELY]
    whose = {m.id: own.keys() & named.get(m.id, frozenset()) for m in passed}
    first = sorted(messages, key=lambda m: (not case.named_ids.isdisjoint(named.get(m.id, ())), m.at), reverse=True)
    by_hand = ruled(case.context, "chat", same=True)
    return InChat(
        told=tuple(m.id for n, m in enumerate(first) if n < MESSAGES or m.id in by_hand),
        spoken=tuple(m.id for m in messages if (m.thread_of or m.id) in heads),
        passed=sum(map(bool, whose.values())),
        who=tuple(own[id_] for id_ in own if any(id_ in each for each in whose.values())),
    )


def _speaks(message: Message, account: Account, case: Case, wanted: Profile) -> bool:
    """Whether it speaks of this customer and of this matter, and of no other ticket of theirs."""
    if not calls(message, account, case):
        return False
    mine = [t for t in case.tickets if t.account_id == account.id]
    others = [t for t in case.context.tickets if t.account_id == account.id and t not in mine and _open(t, message)]
    open_then = [t for t in mine if _open(t, message)]
    if mine and not open_then:
        return False
    if not mine and case.now - message.at > LATELY:
        return False
    said = profile_of(message.text)
    named = profile_of(" ".join((account.name, *account.aliases)))
    topics = [wanted, *map(thread_profile, open_then)]
    shared = max(_shared(said, topic, named) for topic in topics)
    elsewhere = max((_shared(said, thread_profile(t), named) for t in others), default=0)
    if shared:
        return shared >= elsewhere
    too = any((message.thread_of or message.id) in case.links.likened(t.id) for t in open_then)
    return too and not others and len(said.concepts - named.concepts) <= SAYS_LITTLE


def _of_item(message: Message, item: TrackerItem) -> bool:
    """Whether it names a thing by the same code, or all that the item's title is about, which is two things at least."""
    said, title, whole = profile_of(message.text), profile_of(item.title), item_profile(item)
    codes = said.codes & whole.codes - whole.releases - whole.days
    return bool(codes) or (len(title.concepts) >= TOGETHER and title.concepts <= said.concepts)


def _open(ticket: Ticket, message: Message) -> bool:
    done = ticket.solved_at if ticket.solved else None
    return message.at >= ticket.created_at - AHEAD and (done is None or message.at - done <= DONE)


def _shared(said: Profile, topic: Profile, name: Profile) -> float:
    """How much of what is said stands in the topic beside the customer's name: nothing for one thing that is merely near."""
    words = {w for w in (said.words & topic.words) - name.words if not is_everyday(w)}
    by_word = sum(PAIR if is_cjk(word) else 1 for word in words)
    found = (
        CONCEPT * len((said.concepts & topic.concepts) - name.concepts) + by_word + CODE * len(said.codes & topic.codes)
    )
    return found if found >= ENOUGH else 0


def calls(message: Message, account: Account, case: Case) -> bool:
    """Whether it names this customer, in full, by another name of theirs or by how a Chinese name begins."""
    return account.id in case.links.spoken.named.get(message.id, ()) or by_head(message, account, case)


def by_head(message: Message, account: Account, case: Case) -> bool:
    """Whether it calls a customer with a Chinese name by how that begins, which no other customer's does."""
    head = _head(account.name)
    if head is None or message.text.isascii() or head not in _key(message.text):
        return False
    return sum(_key(a.name).startswith(head) for a in case.context.accounts.values()) == 1


@lru_cache(maxsize=1_024)  # of every customer for every message
def _key(text: str) -> str:
    return name_key(text)


@lru_cache(maxsize=1_024)
def _head(name: str) -> str | None:
    """How a long Chinese name begins, where that says whose it is."""
    key = _key(name)
    head = key[:HEAD]
    if len(key) < SPELT_OUT or head.isascii() or not brand_key(key).startswith(head) or is_everyday(head):
        return None
    return head


def _follows(message: Message, first: Message, rest: Sequence[Message]) -> bool:
    """Whether it is one of the next two of the channel after `first`, and answers its question or goes on from it."""
    if message.channel != first.channel or not timedelta() < message.at - first.at <= FOLLOWS:
        return False
    if sum(m.channel == first.channel and first.at < m.at < message.at for m in rest) > 1:
        return False
    if message.author == first.author:
        return _GOES_ON.search(message.text) is not None
    return bool(_ASKS.search(first.text) and _ANSWERS.search(message.text))
