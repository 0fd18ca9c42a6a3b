"""Is the mend of a customer's matter ready, and not yet out? Then they hear that, and no day that nobody has approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from escalation.reading.times.deadlines import deadline
from escalation.text.folding import fold, simplified
from escalation.text.sentence import SENTENCE

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from escalation.records import Ticket, TrackerItem

_READY = re.compile(
    r"\b(?:fixed|patched|corrected|mended|merged)\b|\b(?:fix|patch|correction|hotfix) (?:is |was |has been )?"
    r"(?:ready|done|merged|complete\w*|written|finished|in (?:v?\d|main|master|review))"
    r"|\bready (?:for|to) (?:release|ship|deploy\w*|roll)"
    r"|(?:修复|修正|补丁|改动)(?:代码)?(?:已经?)?(?:完成|做好|合并|就绪|合入|写好|测试通过)|已经?(?:修复|修好|改好|合并|合入)|修好了|改好了"
)
_NOT_READY = re.compile(
    r"\b(?:not|never|no|n['’]t|cannot|isn['’]t|wasn['’]t)\b(?: \w+){0,2}? (?:fixed|patched|corrected|mended|merged|ready|done)\b"
    r"|\b(?:will|would|should|can|could|must|may|might|to|if|once|until|unless|before|when|needs?|being|gets?|half|partly)"
    r"(?: \w+){0,2}? (?:fixed|patched|corrected|mended|merged|ready)\b|\b(?:reopened?|reverted|rolled back|fails? again)\b|[?？]"
    r"|(?:未|没有?|还没|尚未|不能|无法|待|等|如果|一旦|部分)[^，。,]{0,4}(?:修复|修正|修好|改好|合并|完成|就绪)|重新打开|回退"
)
_NOT_OUT = re.compile(
    r"\bnot (?:yet )?(?:been )?(?:\w+ )?(?:deployed|released|rolled out|out|live|shipped|published|in production)\b"
    r"|\b(?:next|coming|following) (?:release|train|version|deploy\w*|roll-?out|window|build)\b"
    r"|\b(?:release|rollout|deploy\w*|shipping) (?:is )?(?:planned|scheduled|expected|due|pending|set)\b"
    r"|\b(?:aiming|aimed|planned|scheduled|targeted|expected|eta)\b|\b(?:goes|going|ships?|shipping|rolls?|comes?|due|waits?|waiting|queued)"
    r" (?:\w+ ){0,2}?(?:out|with|in|for|on|to)\b|\b(?:will|to) (?:go|be|ship|roll) (?:out|live|released|deployed|with|in)\b"
    r"|(?:尚未|还没有?|未|待|等待?|准备)(?:发布|上线|部署|发版)|(?:计划|预计|拟|将|定于|随)[^，。,]{0,14}(?:发布|上线|部署|发版|推送)|下(?:个|一)?(?:个)?版"
)
_OUT = re.compile(
    r"(?<!not )(?<!not yet )(?<!not been )(?<!be )(?<!n['’]t )\b(?:deployed|released|rolled out|live|shipped|in production)\b"
    r"|已经?(?:全量|全部)?(?:发布|上线|部署|推送)|(?:发布|上线|部署)了"
)
_WAITS = frozenset({"ready_for_release", "merged", "ready_to_deploy", "awaiting_release", "pending_release", "staged"})
"""States of an item in which the mend is done and waits to go out."""


class _Note(NamedTuple):
    at: datetime | None
    text: str


def mended_not_out(found: Assessment, ticket: Ticket | None) -> bool:
    """Whether the tracker item of this customer's own `ticket`, or a note beside it, says last that it is mended, and that
    it has not gone out. A day for it that has passed tells nobody whether it went out."""
    if ticket is None:
        return False
    items = [i for i in found.items if i.id in ticket.linked_tracker or ticket.id in i.linked_tickets]
    return any(_waits(item, tuple(_noted(found, item, ticket)), found.at) for item in items)


def _waits(item: TrackerItem, notes: tuple[_Note, ...], now: datetime) -> bool:
    ready, waits = _state(item.status) in _WAITS, _state(item.status) in _WAITS
    for note in notes:
        for sentence in SENTENCE.findall(simplified(fold(note.text)).lower()):
            if _NOT_READY.search(sentence):
                ready = waits = False
            elif _READY.search(sentence):
                ready = True
            if _OUT.search(sentence):
                waits = False
            elif ready and _NOT_OUT.search(sentence):
                due = deadline(sentence, note.at) if note.at else None
                waits = due is None or due > now
    return ready and waits


def _state(status: str) -> str:
    return status.lower().replace(" ", "_").replace("-", "_")


def _noted(found: Assessment, item: TrackerItem, ticket: Ticket) -> Iterator[_Note]:
    """What was noted on the item and on the tickets of it, the earliest first: what has no time stood there before."""
    told = [_Note(None, c) if isinstance(c, str) else _Note(c.at, c.body) for c in item.comments]
    linked = (m.ticket for m in found.matched if m.ticket.id == ticket.id or item.id in m.ticket.linked_tracker)
    # What an agent wrote to the customer counts too: who was told that it is live is not told that it is not.
    told += [_Note(c.at, c.body) for t in linked for c in t.comments if c.role in ("internal", "agent")]
    told = [each for each in told if each.at is None or each.at <= found.at]
    yield from sorted(told, key=lambda each: each.at.timestamp() if each.at else 0.0)
