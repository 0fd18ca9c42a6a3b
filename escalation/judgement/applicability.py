"""Whether an article is a valid solution for this issue: an outdated or inapplicable one is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from escalation.assessment import Finding, Value
from escalation.reading.symptoms import versions
from escalation.reading.threads.entries import sentences
from escalation.records import Account, Article, Ticket
from escalation.remembered import OfRecord
from escalation.text.concepts import concepts
from escalation.text.folding import simplified

DEAD = frozenset({"archived", "outdated", "draft", "retired", "deprecated", "unpublished"})
PLANS = ("enterprise", "professional", "business", "team", "starter", "free", "trial", "basic", "premium")
_BELOW = r"<|before|below|under|prior to|earlier than|older than|低于|早于"
_TO = r"<=|≤|until|up to"
_FROM = r">=|>|≥|since|from"
_AND_BELOW = r"及以下|以下|及以前|以前|(?:and|or) (?:earlier|older|below)"
_AND_ABOVE = r"\+|及以上|以上|及以后|(?:and|or) (?:later|newer|above)"
_BOUNDS = re.compile(
    rf"({_TO}|{_FROM}|{_BELOW})?\s*v?(\d+(?:\.(?:\d+|x))*)\s*({_AND_BELOW}|{_AND_ABOVE})?", re.IGNORECASE
)
_RANGE = re.compile(r"v?(\d+(?:\.\d+)+)\s*(?:-|–|~|to|through|至|到)\s*v?(\d+(?:\.\d+)+)", re.IGNORECASE)
"""From one version to another, both of them and all between: only dotted numbers, since days and models are no versions."""

SOLVING = frozenset({"howto", "troubleshooting", "faq"})

KNOWN_WAYS = re.compile(
    r"\b(?:choose|open|press|turn on|turn off|set|use|renew|replace|change|select|go to|switch|untick|tick|clear|restart)\b"
    r"|请|設定|设置|选择|選擇|点击|點擊|打开|開啟|改为|改為|使用|更换|勾选",
    re.IGNORECASE,
)
"""Words of an instruction: an article that only describes gives nobody a way out."""


class Told:
    """What reports tell of where their trouble shows, read once for all articles, and only as far as one of them asks."""

    def __init__(self, tickets: tuple[Ticket, ...]) -> None:
        self._tickets = tickets

    @cached_property
    def versions(self) -> frozenset[str]:
        return frozenset[str]().union(*map(_versions, self._tickets))

    @cached_property
    def surfaces(self) -> set[str]:
        """Where the trouble shows, and not what works."""
        told = " ".join(f"{t.subject}. {t.description}" for t in self._tickets)
        return _surfaces(" ".join(s for s in sentences(told) if not _WORKS.search(s)))


@OfRecord
def _versions(ticket: Ticket) -> frozenset[str]:
    return frozenset(versions("\n".join(ticket.texts)))


def invalidity(article: Article, accounts: Iterable[Account], told: Told) -> Finding | None:
    """Why the article is no solution here, or None when it is valid and applicable."""
    values: dict[str, Value]
    if is_outdated(article):
        draft = article.status.lower() == "draft" or None
        values = {"article": article.id, "title": article.title, "draft": draft}
        return Finding(signal="article_outdated", values=values)
    scope = scope_of(article).replace("_", " ")
    plans = {a.plan.lower() for a in accounts if a.plan}
    other_version = _other_version(scope, told) and not _told_to_update(article, told.versions)
    if _other_plan(scope, plans) or other_version or _fixed_already(article, told) or _other_surface(scope, told):
        values = {"article": article.id, "title": article.title, "applies_to": scope_of(article) or article.fixed_in}
        return Finding(signal="article_not_applicable", values=values)
    return None


def is_outdated(article: Article) -> bool:
    """Archived, or never published: nobody's solution."""
    return article.status.lower() in DEAD


def offers_solution(article: Article) -> bool:
    """Whether it gives a way out: marked so, or by its type when nobody marked it."""
    if article.has_workaround is not None:
        return article.has_workaround or (article.type or "").lower() in SOLVING
    return (article.type or "").lower() in SOLVING


def gives_a_way(article: Article) -> bool:
    """Whether it is a way out by its mark, its type or its words; a known issue marked as having none took a fix, or waits for
    one, whatever it asks its reader to do."""
    marked_none = article.has_workaround is False and (article.type or "").lower() == "known_issue"
    return offers_solution(article) or (not marked_none and KNOWN_WAYS.search(article.body) is not None)


def is_limitation(article: Article) -> bool:
    """Whether it documents a limit of the product, with what to do instead, rather than a fault."""
    return "limit" in concepts(f"{article.title} {' '.join(article.tags)}")


def scope_of(article: Article) -> str:
    applies = article.applies_to
    return applies if isinstance(applies, str) else " ".join(applies or ())


def _other_plan(scope: str, plans: set[str]) -> bool:
    named = _plans_in(scope)
    return bool(named and plans) and not any(n in p for n in named for p in plans)


def _plans_in(scope: str) -> set[str]:
    return {p for p in PLANS if re.search(rf"\b{p}\b", scope, re.IGNORECASE)}


def by_plan(article: Article, accounts: Iterable[Account]) -> tuple[tuple[Account, ...], tuple[Account, ...]]:
    """Of an article that is for some plans the customers whose plan it is for, and those that it leaves out; nobody of one that
    names no plan, and none of a customer whose plan is unknown."""
    named = _plans_in(scope_of(article).replace("_", " "))
    known = [(a, any(n in a.plan.lower() for n in named)) for a in accounts if a.plan] if named else []
    return tuple(a for a, fits in known if fits), tuple(a for a, fits in known if not fits)


_WORKS = re.compile(r"(?i)\b(?:works?|is|are) (?:fine|ok(?:ay)?|well)\b|\bno problem\b|正常|没有?问题|沒有?問題")
"""What works is not where the trouble shows."""

_SURFACES = {
    "web": re.compile(r"\bweb\b|\bbrowser|网页|網頁|浏览器|瀏覽器", re.IGNORECASE),
    "mobile": re.compile(r"\bmobile\b|手机|手機|移动端|行動", re.IGNORECASE),
    "ios": re.compile(r"\bios\b|iphone|ipad", re.IGNORECASE),
    "android": re.compile(r"android|安卓", re.IGNORECASE),
    "desktop": re.compile(r"\bdesktop\b|\bwindows\b|桌面", re.IGNORECASE),
}


def _surfaces(text: str) -> set[str]:
    found = {name for name, pattern in _SURFACES.items() if pattern.search(text)}
    return found - {"mobile"} | {"ios", "android"} if found == {"mobile"} else found - {"mobile"}


def _other_surface(scope: str, told: Told) -> bool:
    """The article is for some of the product's surfaces, and the trouble shows on another."""
    bound = _surfaces(scope)
    return bool(bound and told.surfaces) and not told.surfaces <= bound


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", version))


_VERSIONED = re.compile(r"\bv\d|\d+\.|version|版本|[<>≤≥]")


def _other_version(scope: str, told: Told) -> bool:
    """Compares "v3.x", "< 4.0", "4.2 and earlier", "5.0+", "6.1 to 6.3" with the versions seen in the threads."""
    ranges, bounds = _RANGE.findall(scope), _BOUNDS.findall(_RANGE.sub(" ", scope))
    if not (ranges or bounds) or not _VERSIONED.search(scope) or not told.versions:
        return False
    found = [_numbers(v) for v in told.versions]
    between = any(_between(v, _numbers(first), _numbers(last)) for v in found for first, last in ranges)
    return not between and not any(_within(v, *bound) for v in found for bound in bounds)


_UPDATE = re.compile(
    r"\b(?:update|upgrade|move|go)(?: \w+){0,3} to (?:version |v)?(\d+(?:\.\d+)+)|(?:更新|升级|升)(?:到|至)\s*v?(\d+(?:\.\d+)+)",
    re.IGNORECASE,
)


def _told_to_update(article: Article, seen: frozenset[str]) -> bool:
    """Its way out is a newer version than any of those seen: whoever is further behind is helped by it as well."""
    newer = [_numbers(a or b) for a, b in _UPDATE.findall(simplified(article.body))]
    return any(all(_numbers(v) < to for v in seen) for to in newer)


def _between(version: tuple[int, ...], first: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """4.0.7 lies between 4.0 and 4.2, and so does 4.2.9."""
    return version >= first and version[: len(last)] <= last


def _within(version: tuple[int, ...], before: str, wanted: str, after: str) -> bool:
    bound = _numbers(wanted)
    if re.fullmatch(_BELOW, before, re.IGNORECASE):
        return version < bound
    if re.fullmatch(_TO, before, re.IGNORECASE) or re.fullmatch(_AND_BELOW, after, re.IGNORECASE):
        return version[: len(bound)] <= bound
    if before or after:
        return version >= bound
    return version[: len(bound)] == bound


def _fixed_already(article: Article, told: Told) -> bool:
    """The article is about a fault fixed in a version that the reporters already run."""
    if not article.fixed_in or not told.versions:
        return False
    fixed = _numbers(article.fixed_in)
    return bool(fixed) and all(_numbers(v) >= fixed for v in told.versions)
