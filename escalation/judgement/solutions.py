"""Is there a valid known solution? Articles that fit the topic, sorted into usable, outdated and inapplicable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from escalation.assessment import Finding, Value
from escalation.judgement import asked
from escalation.judgement.applicability import (
    KNOWN_WAYS,
    Told,
    gives_a_way,
    invalidity,
    is_limitation,
    is_outdated,
    offers_solution,
)
from escalation.judgement.heard import Said
from escalation.judgement.matter import Matter
from escalation.judgement.settling import THREADS, Standing, settles, standing_of
from escalation.judgement.surely import surely
from escalation.matching import weights
from escalation.matching.alike import Scales, other_platform, parted, trouble
from escalation.matching.belonging import Anchors
from escalation.matching.links import names_id
from escalation.matching.profile import Profile, Rarity, profile_of, profiled
from escalation.reading.threads.confirmed import confirmed_replies
from escalation.records import Account, Article, Message, Ticket
from escalation.remembered import OfRecord
from escalation.text.concepts import concepts

FITS = 0.5
"""Chance from which an article answers the matter."""

RELATED = 0.2
"""Chance from which it is worth showing as background."""

MAY_FIT = 0.1
"""Chance from which the likeliest one may be the answer: what else is known of the matter decides."""

FAINT = 0.01
"""Chance by topic below which nothing else that is known makes an article an answer."""


@dataclass(frozen=True)
class Solutions:
    """`valid`: usable articles, best first; `rejected`: with the reason each; `related`: on topic, but no way out.

    `matter` is what they were held against; `fixed`: the article that fits best, where it was written when this very fault
    had been mended; `by_hand`: what is told of those that were ruled to be the way out, by id; `in_doubt`: the likeliest one
    where it only may be the way out, with its chance.
    """

    valid: tuple[Article, ...] = ()
    rejected: tuple[tuple[Article, Finding], ...] = ()
    related: tuple[Article, ...] = ()
    matter: Matter | None = None
    fixed: Article | None = None
    by_hand: Mapping[str, Mapping[str, Value]] = field(default_factory=dict[str, Mapping[str, Value]])
    in_doubt: tuple[Article, float] | None = None
    unusable: tuple[Article, ...] = ()
    """Those of the rest that nobody may hand out and that show the very error."""

    @property
    def standing(self) -> Standing:
        return self.matter.standing if self.matter else Standing()

    @property
    def best(self) -> Article | None:
        return self.valid[0] if self.valid else None


def find_solutions(
    articles: Iterable[Article], matter: Matter, tickets: tuple[Ticket, ...], accounts: tuple[Account, ...]
) -> Solutions:
    """Judges each candidate article against the matter, then for validity (status, scope, versions)."""
    judged = by_topic(articles, matter, tickets, accounts)
    first = leading([(chance, a, why is None) for chance, a, why in judged])
    best = settles(*first, matter.standing, matter.customers) if first else 0.0
    if first and surely(first[2], matter):
        best = first[0]
    elif first and first[0] < RELATED and not has_what_is_asked(first[2], matter):
        best = 0.0
    valid: list[Article] = []
    rejected: list[tuple[Article, Finding]] = []
    related: list[Article] = []
    fixed: Article | None = None
    for by_words, article, why in judged:
        chance = best if first and article is first[2] else min(by_words, best)
        if max(chance, by_words) < RELATED:
            continue
        if why is not None:
            rejected.append((article, why))
        elif not valid and _mended(article, tickets):
            fixed = fixed or article
            related.append(article)
        elif chance >= FITS and fixed is None and gives_a_way(article):
            valid.append(article)
        else:
            related.append(article)
    in_doubt = (first[2], best) if first and MAY_FIT <= best < FITS and not fixed and gives_a_way(first[2]) else None
    unusable = tuple(a for by_words, a, _ in judged if by_words < RELATED and is_outdated(a) and _same_error(a, matter))
    return Solutions(tuple(valid), tuple(rejected), tuple(related), matter, fixed, in_doubt=in_doubt, unusable=unusable)


def _same_error(article: Article, matter: Matter) -> bool:
    whole = read_article(article).whole
    return any(not whole.specific_errors.isdisjoint(t.errors) for t in (matter.line, *matter.threads))


def has_what_is_asked(article: Article, matter: Matter) -> bool:
    title, whole, _ = read_article(article)
    return asked.has_what_is_asked(article, title, whole, article_signs(article, matter), matter)


def by_topic(
    articles: Iterable[Article], matter: Matter, tickets: tuple[Ticket, ...], accounts: tuple[Account, ...]
) -> list[tuple[float, Article, Finding | None]]:
    """Each article with its chance by topic, the likeliest first, and why it is no way out whatever its topic, or None."""
    reported, told = {t.id for t in tickets}, Told(tickets)
    chances = ((_chance(a, matter, reported), a) for a in articles)
    likeliest = sorted((pair for pair in chances if pair[0] >= FAINT), key=lambda pair: (-pair[0], pair[1].id))
    return [(chance, a, invalidity(a, accounts, told)) for chance, a in likeliest]


def leading(judged: Sequence[tuple[float, Article, bool]]) -> tuple[float, float, Article] | None:
    """The likeliest usable article with its chance by topic, and the best chance of any other one; None where none is usable.

    `judged`: each with its chance, the likeliest first, and whether it is usable.
    """
    found = next(((chance, a) for chance, a, usable in judged if usable), None)
    if found is None:
        return None
    chance, article = found
    return chance, next((c for c, a, _ in judged if a is not article), 0.0), article


def without_refuted(found: Solutions, refuted: Mapping[str, Said | None]) -> Solutions:
    """Articles that one of us calls no way out are rejected; a document called so without its id is the one rejected already,
    where there is one, else every one that would have been usable."""
    if not refuted:
        return found
    unnamed = "" in refuted and not found.rejected
    out = [a for a in found.valid if a.id in refuted or unnamed]
    said = {a.id: refuted.get(a.id) or refuted.get("") for a in out}
    reasons = tuple(
        (a, Finding(signal="article_refuted", values={"article": a.id, "title": a.title, "words": _words(said[a.id])}))
        for a in out
    )
    valid = tuple(a for a in found.valid if a not in out)
    return replace(found, valid=valid, rejected=(*reasons, *found.rejected), in_doubt=None)


def _words(said: Said | None) -> str | None:
    return said.words if said else None


BY_RECORD = 0.9
"""Chance of what a record says is about it."""


def _chance(article: Article, matter: Matter, reported: AbstractSet[str]) -> float:
    chance = chance_by(article_signs(article, matter), weights.current()["article"], article, reported)
    return max(chance, BY_RECORD) if surely(article, matter) else chance


def chance_by(
    signs: Mapping[str, float], counted: Mapping[str, float], article: Article, reported: AbstractSet[str]
) -> float:
    """By topic; what was written from these very reports is about them by record, whatever its words."""
    chance = weights.weighed(signs, counted)
    return chance if reported.isdisjoint(article.sources) else max(chance, BY_RECORD)


def _mended(article: Article, tickets: tuple[Ticket, ...]) -> bool:
    """Whether it tells of a fault that had been mended, and these reports came after it was written: the fault is back."""
    if not article.mended or article.has_workaround or article.updated_at is None:
        return False
    later = [each for each in tickets if each.id not in article.sources]
    return bool(later) and all(each.created_at > article.updated_at for each in later)


def matter_of(
    line: Profile,
    text: str,
    tickets: tuple[Ticket, ...],
    named: Iterable[str],
    anchors: Anchors,
    rarity: Rarity,
    articles: Iterable[Article],
    messages: Iterable[Message],
    *,
    confirmed: bool,
    question: bool = False,
) -> Matter:
    reports = tuple(profile_of(f"{t.subject}\n{t.description}") for t in tickets[:THREADS])
    told = tickets[:THREADS]
    said = [
        *("\n".join(t.texts) for t in told),
        *(m.text for m in messages if any(names_id(m.text, t.id) for t in tickets)),
    ]
    known = list(articles)
    ids = [a.id for a in known]
    spoken_of = frozenset(i for i in ids if any(i in text and names_id(text, i) for text in said))
    written_from = {t.id for t in tickets}
    linked = frozenset(i for t in tickets for i in t.linked_kb)
    linked |= {a.id for a in known if not written_from.isdisjoint(a.sources)}
    customers = len({t.account_id for t in tickets})
    threads = tuple(map(thread_profile, told))
    whose = set(named)
    own = [t for t in tickets if t.account_id in whose] or tickets
    return Matter(
        line, reports, threads, linked, spoken_of, anchors.areas, customers, confirmed, Scales(rarity),
        standing_of(text, own), tuple(profile_of(c.body) for t in told for c in confirmed_replies(t)),
        frozenset(concepts(text) & asked.TERMS) if question else frozenset(),
    )  # fmt: skip


@OfRecord
def thread_profile(ticket: Ticket) -> Profile:
    """The topic of all that was said on a ticket."""
    return profiled("\n".join(ticket.texts))


class _Read(NamedTuple):
    """What an article says by itself: the topics of its title and of all of it, and signs that hold for any matter."""

    title: Profile
    whole: Profile
    signs: Mapping[str, float]


@OfRecord
def read_article(article: Article) -> _Read:
    return _Read(
        profile_of(article.title),
        profiled(f"{article.title}\n{article.body}\n{' '.join(article.tags)}"),
        {
            "marked": float(article.has_workaround is True),
            "marked_not": float(article.has_workaround is False),
            "solving": float(offers_solution(article)),
            "limitation": float(is_limitation(article)),
            "instructs": float(bool(KNOWN_WAYS.search(article.body))),
        },
    )


def article_signs(article: Article, matter: Matter) -> dict[str, float]:
    title, whole, own = read_article(article)
    told, scales = (matter.line, *matter.reports), matter.scales
    spoken = (matter.line, *matter.threads)
    troubles = [trouble(t, whole) for t in told] if whole.faults else [0.0]
    (concepts, words), (thread_concepts, thread_words) = matter.told, matter.said
    counted, meant = weights.asked("article"), scales.meaning(matter.line.words)
    return {
        "bias": 1.0,
        "title": scales.closest(concepts, title.concepts),
        "title_words": scales.closest(words, title.words),
        "line": scales.covered(matter.line.concepts, whole.concepts),
        "line_words": scales.covered(matter.line.words, whole.words),
        "line_meant": meant.within(whole.words) if "line_meant" in counted else 0.0,
        "whole": scales.closest(concepts, whole.concepts) if "whole" in counted else 0.0,
        "thread": scales.closest(thread_concepts, whole.concepts),
        "thread_words": scales.closest(thread_words, whole.words),
        "rare": scales.heaviest((concepts.all & whole.concepts) | (words.all & whole.words)),
        "error": float(any(not whole.specific_errors.isdisjoint(t.errors) for t in spoken)),
        "code": float(bool(whole.codes) and any(not whole.codes.isdisjoint(t.codes) for t in spoken)),
        "trouble": max(troubles),
        "other_trouble": float(max(troubles) < 0),
        "parted": float("parted" in counted and any(parted(t, whole) is not None for t in told)),
        "platform": float(any(other_platform(t, whole) for t in told)),
        "linked": float(article.id in matter.linked),
        "named": float(article.id in matter.named),
        "same_area": float(article.product_area in matter.areas),
        "other_area": float(bool(matter.areas and article.product_area) and article.product_area not in matter.areas),
        **own,
        "several": float(matter.customers > 1),
        "confirmed": float(matter.confirmed),
        "nobody": float(not matter.reports),
    }
