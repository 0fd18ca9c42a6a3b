"""The check: every claim of a text or a brief held against one escalation's evidence (design.md §4, invariant 1)."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from pydantic import BaseModel

from escalation.brief import BriefText
from escalation.claims.attribution import attributed, part_at, wished
from escalation.claims.binding import Binding, Named
from escalation.claims.book import EvidenceBook
from escalation.claims.facts import role_at
from escalation.claims.fold import fold
from escalation.claims.found import Claim, FieldUnsupported, Unsupported
from escalation.claims.lazy import Lazy
from escalation.claims.names import companies
from escalation.claims.order import Parts, apart, disordered
from escalation.claims.people import mentions, misplaced
from escalation.claims.reasons import Place, Reason
from escalation.claims.scan import scan
from escalation.claims.sizes import part_of
from escalation.claims.support import judge
from escalation.claims.vague import part_in, vague
from escalation.claims.verdicts import verdicts

_TOTAL = Lazy(
    r"\b(?:(?<!of the )total|together|combined|altogether|in all|sum)\b|合计|总计|共计|一共|总共|加起来|合共", re.I
)
# A comma within a number divides nothing; nor does the full stop of "i.e.".
_STOP = r"(?<!\bi\.e)(?<!\be\.g)(?<!\bvs)(?<!\bapprox)\.(?=\s|$)"
_CLAUSE = Lazy(rf"(?<!\d),|,(?!\d)|[;，；。！？!?、()（）\n]|{_STOP}")
_SENTENCE = Lazy(rf"[。！？!?\n]|{_STOP}")


def check_text(text: str, book: EvidenceBook) -> list[Unsupported]:
    """Everything in `text` that the book does not support, in the text's order; empty when nothing is invented."""
    folded = fold(text)
    claims = scan(text)
    named = list(book.names.find(folded))
    binding = Binding(folded, named, claims)
    sentences = [0, *(match.end() for match in _SENTENCE.finditer(folded)), len(folded)]
    taken = [(start, end) for start, end, _ in named]
    together: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        together[bisect_right(sentences, claim.start)].append(claim)
    parts = Parts(folded, named, claims, mentions(folded, book))
    lengths = apart(parts, book)
    found: list[Unsupported] = []
    for claim in claims:
        if _within(claim, taken):
            continue
        index = bisect_right(sentences, claim.start)
        beside = tuple(each for each in together[index] if each is not claim)
        place = _place(
            folded, claim, binding, named, beside, (sentences[index - 1], sentences[min(index, len(sentences) - 1)])
        )
        if "tickets" in claim.nouns:
            told = {each.key for each in claims if each.kind == "identifier" and each.start < claim.start}
            place = replace(place, told=len(told & book.ticket_marks))
        if claim.start in lengths:
            place = replace(place, apart=lengths[claim.start])
        reason = judge(claim, place, book) or _unmarked(claim, place, book)
        if reason:
            found.append(_unsupported(text, claim, reason, book))
            if reason.id == "other_customers":
                found += _holder(text, place, named, (sentences[index - 1], claim.start), book, reason)

    def told_at(claim: Claim) -> Place:
        index = bisect_right(sentences, claim.start)
        span = sentences[index - 1], sentences[min(index, len(sentences) - 1)]
        return _place(folded, claim, binding, named, tuple(together[index]), span)

    found += _names(text, folded, named, claims, book)
    spoken = [claim for claim in claims if claim.kind == "quotation"]
    seen = [Claim(each.kind, each.start, each.end) for each in found]
    told = (*misplaced(folded, named, claims, book), *disordered(parts, book))
    for claim, reason in (*vague(folded, book), *verdicts(folded, book), *told):
        if not _overlaps(claim, spoken) and not _overlaps(claim, seen) and not _part(folded, claim, told_at, book):
            found.append(_unsupported(text, claim, reason, book))
    return sorted(found, key=lambda each: (each.start, each.end))


def check_brief(text: BriefText, book: EvidenceBook) -> list[FieldUnsupported]:
    """The same for every field of a brief; `field` is its path, such as "tried[1].result"."""
    return [
        FieldUnsupported(field=path, **each.model_dump())
        for path, words in _fields(text, "")
        for each in check_text(words, book)
    ]


def _unmarked(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    """What the reporter said must be marked so: their words alone make no fact (invariant 1)."""
    # A quotation's marks say already that these are somebody's words.
    if (
        claim.kind in ("citation", "quotation")
        or book.recorded is None
        or attributed(part_at(place.sentence, place.offset))
    ):
        return None
    if claim.kind in ("date", "time") and wished(place.sentence):
        return None
    return Reason("only_reported", evidence=book.reporter) if judge(claim, place, book.recorded) else None


def _fields(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, each in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            yield from _fields(each, f"{path}[{index}]")  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _fields(getattr(value, name), f"{path}.{name}" if path else name)


def _place(
    text: str, claim: Claim, binding: Binding, named: list[Named], beside: tuple[Claim, ...], span: tuple[int, int]
) -> Place:
    clause = _clause(text, claim)
    inside = [(start, key) for start, _, key in named if span[0] <= start < span[1]]
    keys = frozenset(key for _, key in inside)
    place = Place(
        binding.at(claim.start),
        clause,
        beside,
        keys=keys,
        ahead=len({key for start, key in inside if start < claim.start}),
        sentence=text[span[0] : span[1]],
        offset=claim.start - span[0],
        near=frozenset(
            key for start, key in inside if not _CLAUSE.search(text, min(start, claim.end), max(start, claim.start))
        ),
    )
    if claim.kind == "money" and _TOTAL.search(clause):
        # A total speaks of every customer of its sentence, not of the one named last.
        return replace(place, group=keys if len(keys) > 1 else frozenset(), total=True)
    return place if claim.kind == "figure" else replace(place, role=role_at(text, claim.start, claim.end))


def _holder(
    text: str, place: Place, named: list[Named], span: tuple[int, int], book: EvidenceBook, reason: Reason
) -> Iterator[Unsupported]:
    """The one customer to whom another's value is given: the name may be what is wrong."""
    keys = [each for each in named if each[2] in place.group and span[0] <= each[0] < span[1]]
    if len(place.group) == 1 and keys:
        yield _unsupported(text, Claim("customer", keys[-1][0], keys[-1][1]), replace(reason, id="name_of_other"), book)


def _names(
    text: str, folded: str, named: list[Named], claims: list[Claim], book: EvidenceBook
) -> Iterator[Unsupported]:
    quoted = [claim for claim in claims if claim.kind in ("quotation", "identifier")]
    for start, end, key in named:
        claim = Claim("customer", start, end)
        if key[0] == "other" and not _overlaps(claim, quoted) and not book.says(folded[start:end]):
            yield _unsupported(text, claim, Reason("customer_of_other"), book)
    known = [Claim("customer", start, end) for start, end, _ in named]
    for claim in companies(folded):
        if not _overlaps(claim, known) and not _overlaps(claim, quoted) and not book.says(claim.key):
            yield _unsupported(text, claim, Reason("customer_unknown"), book)


def _unsupported(text: str, claim: Claim, reason: Reason, book: EvidenceBook) -> Unsupported:
    span = text[claim.start : claim.end]
    values = {"span": span}
    if reason.noun:
        values["noun"] = reason.noun
    near = [fact for fact in reason.near if fact.claim.end]
    if near:
        values["nearest"] = near[0].says[near[0].claim.start : near[0].claim.end]
    owners = {fact.account for fact in reason.near if fact.account in book.accounts}
    if len(owners) == 1:
        values["owner"] = book.accounts[str(owners.pop())].name
    ids = [*(fact.evidence for fact in reason.near if fact.evidence), *reason.evidence]
    return Unsupported(
        kind=claim.kind,
        span=span,
        start=claim.start,
        end=claim.end,
        reason=reason.id,
        values=values,
        evidence=tuple(dict.fromkeys(ids))[:5],
    )


def _within(claim: Claim, taken: list[tuple[int, int]]) -> bool:
    """A number in a customer's own name ("7 Seas Ltd", "acc-12") is the name's."""
    before = bisect_right(taken, (claim.start, sys.maxsize)) - 1
    return claim.kind != "quotation" and before >= 0 and claim.end <= taken[before][1]


def _part(text: str, claim: Claim, place: Callable[[Claim], Place], book: EvidenceBook) -> bool:
    """Whether a part told in words is what its sentence and the records make it."""
    part = part_in(text[claim.start : claim.end]) if claim.kind == "figure" else None
    return part is not None and part_of(part, place(claim), book)


def _overlaps(claim: Claim, others: list[Claim]) -> bool:
    return any(claim.start < other.end and other.start < claim.end for other in others)


def _clause(text: str, claim: Claim) -> str:
    """The words of the claim's clause that stand beside it."""
    starts = [match.end() for match in _CLAUSE.finditer(text, max(0, claim.start - 80), claim.start)]
    stop = _CLAUSE.search(text, claim.end)
    start = starts[-1] if starts else max(0, claim.start - 80)
    if claim.kind == "quotation":
        return text[start : claim.start]
    return text[start : min(stop.start() if stop else len(text), claim.end + 80)]
