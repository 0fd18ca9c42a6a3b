"""Orders in source text: sentences that speak to the assistant or tool instead of to a person (invariant 5)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from escalation.reading.orders.rules import PERSON, STRONG, WEAK
from escalation.reading.signals.pretest import Pretest
from escalation.reading.uncovered import Uncovered, uncover

_CLAUSE = re.compile(r"[^\n.!?。!?;；]+(?:\.(?=\S)[^\n.!?。;；]*)*[.!?。;；]*")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_ENCODED = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{24,}={0,2}")
_SHORTEST_ENCODED = 24
Rules = tuple[tuple[str, re.Pattern[str]], ...]
_COURTEOUS = {"set_severity"}


@dataclass(frozen=True)
class Order:
    """`span` is [start, end) in the text given; `quotation` its words there; `kind` what it tries to bring about.

    Kinds: "ignore", "role", "reveal", "set_severity", "escalate", "send", "conceal", "command"; "hidden" and "encoded" when the
    order stood where no reader sees it (HTML comment, invisible characters, base64).
    """

    span: tuple[int, int]
    quotation: str
    kind: str


def find_orders(text: str) -> list[Order]:
    """All orders to a machine, in the order they stand, without overlaps. A demand on a person is none."""
    return list(_found(text))


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[Order, ...]:
    seen = uncover(text)
    strong = tuple(STRONG[at] for at in _pretest().possible(seen.text))
    found = list(_in_clauses(text, seen, strong)) if strong else []
    if "<!--" in seen.text:
        found += _in_comments(text, seen)
    if max(map(len, text.split()), default=0) >= _SHORTEST_ENCODED:
        found += _encoded(text)
    return tuple(_without_overlaps(found)) if found else ()


@cache
def _pretest() -> Pretest:
    return Pretest([rule.pattern for _, rule in STRONG])


def _in_clauses(text: str, seen: Uncovered, strong: Rules) -> Iterator[Order]:
    clauses = [(m.start(), m.end(), m.group()) for m in _CLAUSE.finditer(seen.text) if m.group().strip()]
    kinds = [_kind(clause, strong) for _, _, clause in clauses]
    if not any(kinds):
        return
    for (start, end, clause), kind in zip(clauses, kinds, strict=True):
        if kind := kind or _first(WEAK, clause):
            first, last = seen.span(
                start + len(clause) - len(clause.lstrip()), end - len(clause) + len(clause.rstrip())
            )
            yield Order((first, last), text[first:last], "hidden" if seen.hides(first, last) else kind)


def _kind(clause: str, strong: Rules) -> str | None:
    kind = _first(strong, clause)
    return None if kind in _COURTEOUS and PERSON.search(clause) else kind


def _first(rules: Rules, clause: str) -> str | None:
    return next((kind for kind, rule in rules if rule.search(clause)), None)


def _orders_anything(text: str) -> bool:
    clauses = [m.group() for m in _CLAUSE.finditer(uncover(text).text)]
    return any(_first(STRONG, c) or _first(WEAK, c) for c in clauses)


def _in_comments(text: str, seen: Uncovered) -> Iterator[Order]:
    for comment in _COMMENT.finditer(seen.text):
        if _orders_anything(comment.group(1).strip()):
            start, end = seen.span(comment.start(), comment.end())
            yield Order((start, end), text[start:end], "hidden")


def _encoded(text: str) -> Iterator[Order]:
    for run in _ENCODED.finditer(text):
        decoded = _decoded(run.group())
        if decoded and _orders_anything(decoded):
            yield Order(run.span(), run.group(), "encoded")


def _decoded(run: str) -> str | None:
    try:
        decoded = base64.b64decode(run + "=" * (-len(run) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    return decoded if decoded.isprintable() else None


def _without_overlaps(found: list[Order]) -> list[Order]:
    kept: list[Order] = []
    for order in sorted(found, key=lambda o: (o.span[0], -o.span[1])):
        if not kept or order.span[0] >= kept[-1].span[1]:
            kept.append(order)
    return kept
