"""An article that only says that the product does not offer something: what it weighs against those who wish for it."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from escalation.judgement.case import Case
from escalation.records import Article

OPENING = 160
"""Characters of an article in which it says what it is about."""

PRESSING = frozenset({"churn_threat", "executive_request", "renewal_near", "three_or_more_customers"})
"""What makes a wish more than an article that says no can settle."""

_NOT_THERE = re.compile(
    r"(?i)\b(?:is|are) not (?:yet |currently )?(?:available|supported|possible|offered|planned)\b"
    r"|\b(?:does|do) not (?:yet |currently )?(?:support|offer)\b|\bthere is no (?:way|option|setting)\b"
    r"|(?:不|未|没有|沒有)(?:支持|支援|提供|开放|開放)"
    r"|(?:没有|沒有|尚无|尚無|暂无|暫無)(?:这|這|此|该|該)?[^，。；]{0,8}功能"
)


def says_not_there(article: Article) -> bool:
    """Whether the first thing it says is that the product does not offer this."""
    return _NOT_THERE.search(article.body[:OPENING]) is not None


def only_says_no(case: Case, signals: AbstractSet[str]) -> bool:
    """Whether the article only says no to a wish that stays: of several customers, or of one that may leave or renews soon.

    domain.md §3: a customer at risk outweighs what is documented.
    """
    best = case.solutions.best
    pressed = case.customer_count > 1 or bool(signals & PRESSING)
    return case.issue.kind == "feature" and pressed and best is not None and says_not_there(best)
