"""Is the cause of a matter known among ourselves? Then nobody may be told that it is still looked for; and is the error ours?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from escalation.text.folding import fold, simplified
from escalation.text.sentence import SENTENCE

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from escalation.records import Ticket

_FOUND = re.compile(
    r"\bconfirm(?:ed|s)\b(?! (?:by \w+ (?:customers?|users?)|for \w+day))"
    r"|\bcause(?: is|:| was)|\bregression\b"
    r"|\bcaused by\b|\b(?:due to|because of) (?:our|a (?:bug|wrong|missing|bad))\b"
    r"|\bour (?:own )?(?:fault|error|mistake|bug)\b|\b(?:on )?our (?:side|end)\b"
    r"|\b(?:(?:add|creat|chang|charg|bill|book|remov|overwrit|enter|trigger|mov|switch)(?:ed|ten)|made|sent|set|comes?|came)"
    r" (?:\w+ ){0,2}?(?:by|from|in|during) our (?:own )?\w+|\b(?:customer|client|they) (?:is|are|was|were) right\b"
    r"|\b(?:fix|patch) (?:is |was )?(?:planned|in review|in test\w*|being|merged|ready|written|scheduled|goes|comes|will be)\b"
    r"|(?:是|由|被|来自)我(?:方|司|们)(?:的|自己的?)[^,。]{0,12}(?:测试|迁移|脚本|升级|改动|操作)|客户(?:说得|是|说的)对"
    r"|根因|原因(?:是|为|就是|在于|:)|已?定位(?:到|了)?|(?:已经?|已由[^,。]{1,8})(?:核实|确认|查明|查到|查清)|确认(?:是|为|了|系)|确实是|查(?:明|清)是"
    r"|我(?:方|司|们)(?:这边|自己)?的?(?:问题|错误|责任|失误|疏漏|bug)|是我(?:方|司|们)|回归(?:缺陷|问题)"
)
"""A colleague says that the fault or its cause is established."""
_DOUBT = re.compile(
    r"\b(?:un|not (?:yet )?(?:been )?)confirmed\b|\bnot (?:yet )?(?:known|established|sure|clear)\b"
    r"|\b(?:can(?:not| not|['’]t)|could(?: not|n['’]t)|to be|until|once|if|unless|whether|please|needs? to|await\w*|waiting)\b"
    r"|\b(?:suspect\w*|maybe|perhaps|might|may be|could be|likely|probably|possibl\w+|looks? like|seems?|guess\w*|theory)\b"
    r"|\bnot (?:on )?our\b|\bno (?:root cause|cause|regression)\b|[?？]"
    r"|未(?:经)?(?:确认|核实|查明|定位)|待(?:确认|核实|查)|尚(?:未|不)|没(?:有)?(?:确认|核实|查|定位)|还(?:没|不)|无法|不能"
    r"|疑似|可能|怀疑|大概|也许|好像|似乎|估计|猜|如果|若|是否|是不是|请|需要?(?:再)?(?:确认|核实)|不是我(?:方|司|们)|非我(?:方|司)|原因:?不明|吗"
)
_OURS = re.compile(
    r"\bour (?:own )?(?:fault|error|mistake|bug)\b|\b(?:on )?our (?:side|end)\b"
    r"|我(?:方|司|们)(?:这边|自己)?的?(?:问题|错误|责任|失误|疏漏|bug)|是我(?:方|司|们)|问题(?:出)?在我(?:方|司|们)"
)
_CHECKED = re.compile(r"\bconfirm(?:ed|s)\b|\bverified\b|\bchecked\b|核实|确认|查明|查清|查实")
_TRIED_BEFORE = frozenset({"fixed", "reopened", "released", "done", "resolved"})
"""In these states of a bug somebody has mended it at least once, and knew what."""
_BEING_MENDED = frozenset(
    {"in_progress", "in_review", "review", "testing", "in_testing", "ready_for_release", "merged"}
)
"""In these somebody is at it: whether the cause is known or not, "we are working on it" is true."""


def cause_known(found: Assessment) -> bool:
    """Whether colleagues have established the fault or its cause, in the tracker or in a note on a ticket of the matter."""
    return any(
        _once_known(item.status, item.fixed_in) for item in found.items if item.type in ("bug", "incident")
    ) or any(_FOUND.search(sentence) for sentence in _noted(found, None))


def ours(found: Assessment, ticket: Ticket | None) -> bool:
    """Whether a note on this customer's own `ticket` says that it was checked, and that the error is on our side."""
    return ticket is not None and any(
        _OURS.search(sentence) and _CHECKED.search(sentence) for sentence in _noted(found, ticket)
    )


def is_not_theirs_to_mend(found: Assessment, ticket: Ticket | None) -> bool:
    """Whether this customer knows from us, or a checked note on `ticket` says, that the error is on our side, and the article
    that fits is none of the known error: then its steps would have them search at their own end."""
    article = found.solution
    if ticket is None or article is None or (article.type or "").lower() == "known_issue":
        return False
    replies = (simplified(fold(c.body)).lower() for c in ticket.replies(found.at))
    told = (s for body in replies for s in SENTENCE.findall(body) if not _DOUBT.search(s))
    return ours(found, ticket) or any(_OURS.search(s) for s in told)


def _once_known(status: str, fixed_in: str | None) -> bool:
    return bool(fixed_in) or status.lower().replace(" ", "_").replace("-", "_") in _TRIED_BEFORE | _BEING_MENDED


def _noted(found: Assessment, only: Ticket | None) -> Iterator[str]:
    """The sentences of colleagues on the matter that are no guess and no question; of one ticket, where it is given."""
    texts = (
        () if only else (t for i in found.items if i.type in ("bug", "incident") for t in (i.body, *i.comment_bodies))
    )
    tickets = [only] if only else [match.ticket for match in found.matched]
    notes = (c.body for t in tickets for c in t.comments if c.role == "internal" and c.at <= found.at)
    for text in (*texts, *notes):
        for sentence in SENTENCE.findall(simplified(fold(text or "")).lower()):
            if not _DOUBT.search(sentence):
                yield sentence
