"""Articles that somebody read and ruled on: the way out here, or none, whatever topic, plan and version say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from escalation.assessment import Finding, Value
from escalation.context import Context
from escalation.judgement.applicability import Told, invalidity, is_outdated
from escalation.judgement.solutions import Solutions
from escalation.matching.ruled import ruled
from escalation.records import Account, Article, Ticket


def as_ruled(
    context: Context,
    found_among: Callable[[Iterable[Article]], Solutions],
    accounts: tuple[Account, ...],
    tickets: tuple[Ticket, ...],
) -> Solutions:
    """What `found_among` finds without the articles that were ruled on, and those as they were ruled. An outdated one is none
    whatever was ruled (domain.md §3): it may have been archived since."""
    helps, none = ruled(context, "kb", same=True), ruled(context, "kb", same=False)
    solving = tuple(a for a in context.articles if a.id in helps and not is_outdated(a))
    if not solving and not none:
        return found_among(context.articles)
    found = found_among([a for a in context.articles if a.id not in none and a not in solving])
    refused = (
        (a, Finding(signal="article_ruled_out", values={"article": a.id, "title": a.title, "words": none[a.id].reason}))
        for a in context.articles
        if a.id in none
    )
    return replace(
        found,
        valid=tuple(sorted(solving, key=lambda a: a.id)) + found.valid,
        rejected=(*refused, *found.rejected),
        by_hand={a.id: _why(a, helps[a.id].reason, accounts, tickets) for a in solving},
    )


def _why(article: Article, reason: str, accounts: tuple[Account, ...], tickets: tuple[Ticket, ...]) -> dict[str, Value]:
    """The reason of the ruling, and what the article was written for where that would have set it apart."""
    unfit = invalidity(article, accounts, Told(tickets))
    return {"reason": reason, "applies_to": unfit.values.get("applies_to") if unfit else None}
