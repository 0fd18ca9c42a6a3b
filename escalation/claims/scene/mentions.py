"""Mentions: who of the scene is named where in a text, under any of the names people use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import HAN
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
