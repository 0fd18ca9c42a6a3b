"""Wishes: what somebody asks for that is refused, and what only sounds like it, in English and Chinese (domain.md §10).

A wish is read clause by clause. A rule's words are a wish unless something before them in the clause turns them round ("never
hide", 「不能承诺」): saying what must not be done is no wish to do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args

from escalation.claims.found import Claim
from escalation.claims.money import money
from escalation.policy_recovery import Gifts
from escalation.reading.seen import Seen
from escalation.recovery import wishes_en, wishes_frames, wishes_zh
from escalation.recovery.wish_rule import Rule

Refusal = Literal["hide", "never_again", "numbers", "gifts"]
REFUSALS: tuple[Refusal, ...] = get_args(Refusal)

_SENTENCE = re.compile(r"[.;!?\n。；！？]+(?!\d)")
_CLAUSE = re.compile(
    r"[.;!?\n。；！？]+(?!\d)|[,，](?!\d)|\b(?:and|but|then|while)\b|(?<=[\u4e00-\u9fff])(?:但是?|然后|并且?|而是|而且)"
)
_RULES: dict[Refusal, tuple[Rule, ...]] = {
    "hide": (*wishes_en.HIDE, *wishes_zh.HIDE, *wishes_frames.EN, *wishes_frames.ZH),
    "never_again": (*wishes_en.NEVER_AGAIN, *wishes_zh.NEVER_AGAIN),
    "numbers": (*wishes_en.NUMBERS, *wishes_zh.NUMBERS),
    "gifts": (*wishes_en.GIFTS, *wishes_zh.GIFTS),
}
_NONE = Gifts()


def refused(wish: str, gifts: Gifts = _NONE) -> tuple[Refusal, ...]:
    """What of a wish is refused; empty when nothing is. A gift is measured by the company's own policy."""
    if not wish.strip():
        return ()
    small = Seen(wish).small.replace("’", "'")
    found: list[Refusal] = [kind for kind, rules in _RULES.items() if any(_asked(small, rule) for rule in rules)]
    return tuple(kind for kind in found if kind != "gifts" or not _within(small, gifts))


def _asked(small: str, rule: Rule) -> bool:
    return any(rule.asks(part) for part in _parts(small, _SENTENCE if rule.whole else _CLAUSE))


def _parts(small: str, ends: re.Pattern[str]) -> Iterator[str]:
    return (part for each in ends.split(small) if (part := each.strip()))


def _within(small: str, gifts: Gifts) -> bool:
    """Whether a gift stays within the policy: allowed, nothing that is always a bribe, and said to cost no more."""
    if not gifts.any or any(_asked(small, rule) for rule in (*wishes_en.BRIBES, *wishes_zh.BRIBES)):
        return False
    amounts = list(money(small))
    return bool(amounts) and all(each.unit == "USD" and _at_most(each, gifts.most_usd) for each in amounts)


def _at_most(claim: Claim, limit: float) -> bool:
    return claim.amount is not None and float(claim.amount.value) <= limit
