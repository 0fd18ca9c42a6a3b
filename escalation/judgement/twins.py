"""Articles that say the same in several languages: the customer is given the one in theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from escalation.judgement.applicability import Told, gives_a_way, invalidity
from escalation.judgement.matter import Matter
from escalation.judgement.solutions import Solutions, read_article
from escalation.language import language_of
from escalation.records import Account, Article, Ticket

SAME = 0.6
"""Likeness of two articles' concepts, whatever their languages, from which they say the same."""


def in_their_language(
    found: Solutions, articles: Iterable[Article], customers: tuple[Account, ...], tickets: tuple[Ticket, ...]
) -> Solutions:
    """`found` with the first article's twin in its place where only that is in the one language that these customers write."""
    spoken = {_as_one(a.language or "") for a in customers}
    first = found.best or (found.in_doubt[0] if found.in_doubt else None)
    if len(spoken) != 1 or first is None or found.matter is None or first.id in found.by_hand:
        return found
    (wanted,) = spoken
    if not wanted or _written_in(first) == wanted:
        return found
    told, apart = Told(tickets), {a.id for a, _ in found.rejected}
    twins = (
        (likeness, a)
        for a in articles
        if a.product_area == first.product_area and _written_in(a) == wanted and a.id not in apart and gives_a_way(a)
        if (likeness := _likeness(first, a, found.matter)) >= SAME and invalidity(a, customers, told) is None
    )
    twin = max(twins, key=lambda pair: (pair[0], pair[1].id), default=(0.0, None))[1]
    return found if twin is None else _instead(found, first, twin)


def _instead(found: Solutions, first: Article, twin: Article) -> Solutions:
    related = tuple(a for a in found.related if a not in (first, twin))
    if found.in_doubt and not found.valid:
        return replace(found, in_doubt=(twin, found.in_doubt[1]), related=(twin, first, *related))
    valid = tuple(a for a in found.valid if a not in (first, twin))
    return replace(found, valid=(twin, *valid), related=(first, *related))


def _likeness(one: Article, other: Article, matter: Matter) -> float:
    return matter.scales.cosine(read_article(one).whole.concepts, read_article(other).whole.concepts)


def _written_in(article: Article) -> str:
    return _as_one(article.language or language_of(article.body))


def _as_one(code: str) -> str:
    """A language however its code is written: of Chinese the script, of others what stands before the region."""
    code = code.lower().replace("_", "-")
    if code.startswith("zh"):
        return "zh-hant" if any(part in code for part in ("hant", "tw", "hk", "mo")) else "zh-hans"
    return code.partition("-")[0]
