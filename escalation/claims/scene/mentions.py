"""Mentions: who of the scene is named where in a text, under any of the names people use."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    for name, person in _forms(book):
        for match in re.finditer(_pattern(name), text):
            if not any(each.start < match.end() and match.start() < each.end for each in found):
                found.append(Mention(match.start(), match.end(), person))
    return sorted(found, key=lambda each: each.start)


def _forms(book: EvidenceBook) -> list[tuple[str, Person]]:
    """The names a text may use, longest first; a short form only where it is one person's."""
    people = book.scene.people
    short: dict[str, set[str]] = {}
    by_form: dict[str, Person] = {}
    for person in people:
        for form in short_forms(person.name):
            short.setdefault(form, set()).add(person.name)
            by_form[form] = person
    forms = [(person.name, person) for person in people if len(person.name) > 1]
    forms += [(form, by_form[form]) for form, names in short.items() if len(names) == 1]
    return sorted(forms, key=lambda each: -len(each[0]))


def short_forms(name: str) -> Iterator[str]:
    parts = name.split()
    if name.isascii() and len(parts) > 1:
        yield parts[0]
        yield from (f"{title} {parts[-1]}" for title in ("Mr", "Ms", "Mrs", "Dr", "Mr.", "Ms.", "Mrs.", "Dr."))
    elif len(parts) > 1 and not re.search(rf"[{HAN}]", name):
        yield parts[0]


def _pattern(name: str) -> str:
    edge = r"(?![\w])" if name[-1].isascii() else ""
    return (r"(?<![\w])" if name[0].isascii() else "") + re.escape(name) + edge
