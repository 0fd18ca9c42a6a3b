"""Mentions: who of the scene is named where in a text, under any of the names people use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import HAN
from escalation.claims.lazy import Lazy
from escalation.claims.scene.scene import Person


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at `start:end` of a folded text."""

    start: int
    end: int
    person: Person


def mentions(text: str, book: EvidenceBook) -> list[Mention]:
    """Everybody of the scene whom a folded text names: in full, by first name, as "Mr Hensley", 王主任 or 陈工."""
    found: list[Mention] = []
    for name, person in book.scene.forms:
        if name not in text:
            continue
        for match in re.finditer(_pattern(name), text):
            if not any(each.start < match.end() and match.start() < each.end for each in found):
                found.append(Mention(match.start(), match.end(), person))
    return sorted(found, key=lambda each: each.start)


def _pattern(name: str) -> str:
    # Chinese may follow a name without a space: Rosa Delgado负责.
    edge = rf"(?![^\W{HAN}])" if name[-1].isascii() else ""
    return (rf"(?<![^\W{HAN}])" if name[0].isascii() else "") + re.escape(name) + edge


_OFFICES: dict[str, Lazy] = {
    name: Lazy(rf"(?<![A-Za-z])(?:{name}|{english})(?![A-Za-z])|{chinese}", 2)
    for name, english, chinese in (
        ("ceo", "chief executive(?: officer)?", "首席执行官|行政总裁|执行总裁"),
        ("coo", "chief operating officer", "首席运营官|营运总监|运营总监"),
        ("cfo", "chief financial officer|finance director", "首席财务官|财务总监|财务长"),
        ("cto", "chief technology officer", "首席技术官|技术总监|技术长"),
        ("cio", "chief information officer", "首席信息官|信息总监|资讯长"),
        ("ciso", "chief information security officer", "首席信息安全官|信息安全总监"),
        ("chro", "chief (?:human resources|people) officer|hr director", "首席人力资源官|人力资源总监|人事总监"),
        ("cmo", "chief marketing officer", "首席营销官|市场总监"),
        ("cpo", "chief product officer", "首席产品官|产品总监"),
        ("it admin", "(?:it|system|systems) (?:administrator|admin)", r"(?:IT|系统|信息|資訊)\s?管理员"),
        ("it manager", "it lead|head of it", r"(?:IT|信息部?|资讯)\s?(?:经理|主管|主任)"),
        ("operations manager", "(?:fleet )?operations (?:manager|lead)", "(?:车队)?运营(?:经理|主管)|车队经理"),
        ("warehouse manager", "warehouse (?:supervisor|lead)", "仓库(?:主管|经理|主任)|仓储(?:主管|经理)"),
        ("logistics coordinator", "logistics (?:manager|lead)", "物流(?:专员|协调员|主管|经理)"),
    )
}


def offices_in(words: str) -> frozenset[str]:
    """The offices that folded words name."""
    return frozenset(name for name, pattern in _OFFICES.items() if pattern.search(words))


def ends_in_office(words: str) -> int:
    """Where the office starts with which these words end ("…以及 CIO "), or their length: it is told of who comes next."""
    for pattern in _OFFICES.values():
        for match in pattern.finditer(words):
            if not words[match.end() :].strip():
                return match.start()
    return len(words)


def holders(words: str, book: EvidenceBook) -> Iterator[Person]:
    """Who is meant by "their COO": the one contact on record in that office."""
    for office in offices_in(words):
        found = [person for person in book.scene.people if person.account and office in offices_in(person.role)]
        if len(found) == 1:
            yield found[0]
