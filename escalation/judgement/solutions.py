"""Is there a valid known solution? Articles that fit the topic, sorted into usable, outdated and inapplicable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from escalation.assessment import Finding
from escalation.judgement.applicability import invalidity, offers_solution
from escalation.matching.belonging import Anchors
from escalation.matching.kin import share, specific
from escalation.matching.profile import Profile, Rarity, profile_of, similarity
from escalation.records import Account, Article, Ticket

FITS = 0.6
"""Similarity of an article's title and opening to the issue from which it is about the same thing."""

OPENINGS = 3
"""Tickets whose own words are also held against an article: the customer may name the thing that the typed line does not."""

LINKED_FITS = 0.25
"""The same for an article that a matching ticket links to."""


@dataclass(frozen=True)
class Solutions:
    """`valid`: usable articles, best first; `limitation`: a documented limitation; `rejected`: with the reason each."""

    valid: tuple[Article, ...] = ()
    rejected: tuple[tuple[Article, Finding], ...] = ()
    related: tuple[Article, ...] = ()

    @property
    def best(self) -> Article | None:
        return self.valid[0] if self.valid else None


def find_solutions(
    articles: Iterable[Article],
    wanted: Profile,
    anchors: Anchors,
    tickets: tuple[Ticket, ...],
    accounts: tuple[Account, ...],
    rarity: Rarity,
    *,
    advice: bool,
) -> Solutions:
    """Judges each candidate article against the topic, then for validity (status, scope, versions).

    `advice`: the customer asks for help with use, so an article may answer their own words as well as the typed line.
    """
    linked = {i for t in tickets for i in t.linked_kb}
    openings = [profile_of(f"{t.subject}\n{t.description}") for t in tickets[:OPENINGS]] if advice else []
    fits = ((_fit(a, wanted, openings, anchors, linked, rarity), a) for a in articles)
    fitting = sorted(((fit, a) for fit, a in fits if fit > 0), key=lambda p: (-p[0], p[1].id))
    valid: list[Article] = []
    rejected: list[tuple[Article, Finding]] = []
    related: list[Article] = []
    for _, article in fitting:
        why = invalidity(article, accounts, tickets)
        if why is not None:
            rejected.append((article, why))
        elif offers_solution(article):
            valid.append(article)
        else:
            related.append(article)
    return Solutions(tuple(valid), tuple(rejected), tuple(related))


def _fit(
    article: Article, wanted: Profile, openings: list[Profile], anchors: Anchors, linked: set[str], rarity: Rarity
) -> float:
    """0 when the article is about something else; else how well it fits the typed line or a customer's own report."""
    title = profile_of(article.title)
    whole = profile_of(f"{article.title}\n{article.body}\n{' '.join(article.tags)}")
    if anchors.endpoints and whole.endpoints and not anchors.endpoints & whole.endpoints:
        return 0.0
    line = 0.5 * similarity(wanted, title, rarity) + 0.5 * similarity(wanted, whole, rarity)
    score = max([line, *(similarity(opening, whole, rarity) for opening in openings)])
    if anchors.errors & whole.errors:
        score += 0.3
    if anchors.areas and article.product_area and article.product_area not in anchors.areas:
        score -= 0.25
    if article.id in linked:
        return score if score >= LINKED_FITS else 0.0
    return score if score >= FITS and _same_trouble(whole, [wanted, *openings], anchors) else 0.0


def _same_trouble(whole: Profile, topics: list[Profile], anchors: Anchors) -> bool:
    """An article about the same thing is no solution to another symptom of it."""
    told = specific(frozenset(c for topic in topics for c in topic.concepts))
    return not told or share(told, whole.concepts) or bool(anchors.errors & whole.errors)
