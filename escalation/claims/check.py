"""The check: every claim of a text or a brief held against one escalation's evidence (design.md §4, invariant 1).

Reading (what is claimed, where it stands), support (what in evidence bears it out), verdict (what is not supported, and why).
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from pydantic import BaseModel

from escalation.brief import BriefText
from escalation.claims.book import EvidenceBook
from escalation.claims.cited import miscited
from escalation.claims.fold import words
from escalation.claims.found import Claim, FieldUnsupported, Unsupported
from escalation.claims.grounding import grounded
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.binding import attributed, part_at, uncounted, wished
from escalation.claims.scanning.names import companies
from escalation.claims.scanning.numerals import hedge
from escalation.claims.scanning.reading import Reading
from escalation.claims.scene.accomplished import accomplished
from escalation.claims.scene.causes import uncaused
from escalation.claims.scene.coming import coming
from escalation.claims.scene.credentials import misentitled, unhelpful
from escalation.claims.scene.credited import miscredited
from escalation.claims.scene.elsewhere import elsewhere, misowned
from escalation.claims.scene.order import disordered
from escalation.claims.scene.people import misplaced
from escalation.claims.scene.plans import misplanned
from escalation.claims.scene.proper import strangers
from escalation.claims.scene.relative import misdated
from escalation.claims.scene.unharmed import unharmed
from escalation.claims.scene.vague import misnumbered, misranked, part_in, vague
from escalation.claims.scene.verdicts import misjudged, mislinked, unbreached, verdicts
from escalation.claims.support.dates import touches
from escalation.claims.support.derive import beyond
from escalation.claims.support.happenings import misheld
from escalation.claims.support.judge import judge
from escalation.claims.support.quotation import glosses, translated
from escalation.claims.support.records import both, miscounted
from escalation.claims.support.said_to_be import said_to_be
from escalation.claims.support.sizes import part_of, untold_part

Finding = tuple[Claim, Reason]
_IN_A_GLOSS = frozenset({"figure", "verdict", "person", "order", "name"})
"""What a translation has from the words that it translates; dates, amounts and names of customers are held for themselves."""


def check_text(text: str, book: EvidenceBook) -> list[Unsupported]:
    """Everything in `text` that the book does not support, in the text's order; empty when nothing is invented."""
    reading = Reading(text, book)
    found = [*_values(reading), *_names(reading)]
    seen = [Claim(each.kind, each.start, each.end) for each, _ in found]
    seen += reading.quotations
    found += [each for each in _told_in_words(reading) if not _overlaps(each[0], seen)]
    found += [
        each
        for each in elsewhere(reading.parts, reading.claims, book)
        if not _overlaps(each[0], [claim for claim, _ in found])
    ]
    found += [each for each in miscited(reading) if not _overlaps(each[0], [claim for claim, _ in found])]
    theirs = list(glosses(reading.folded, reading.quotations, book))
    found = [each for each in found if not (each[0].kind in _IN_A_GLOSS and _within(each[0], theirs))]
    unsupported = [_unsupported(text, claim, reason, book) for claim, reason in found]
    return sorted(unsupported, key=lambda each: (each.start, each.end))


def check_brief(text: BriefText, book: EvidenceBook) -> list[FieldUnsupported]:
    """The same for every field of a brief; `field` is its path, such as "tried[1].result"."""
    return [
        FieldUnsupported(field=path, **each.model_dump())
        for path, said in _fields(text, "")
        for each in check_text(said, book)
    ]


def _unmarked(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    """What the reporter said must be marked so: their words alone make no fact (invariant 1)."""
    # A quotation's marks say already that these are somebody's words.
    if claim.kind in ("citation", "quotation") or book.recorded is None:
        return None
    if attributed(part_at(uncounted(place.sentence, place.end(claim)), place.offset)):
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


def _values(reading: Reading) -> Iterator[Finding]:
    """Figures, amounts, dates, times, lengths, identifiers and quotations."""
    taken = [(start, end) for start, end, _ in reading.named]
    for claim, place, unsupported in grounded(reading, [each for each in reading.claims if not _within(each, taken)]):
        reason = (
            unsupported
            or beyond(claim, place, reading.book)
            or miscounted(claim, place, reading.book)
            or (Reason("figure_unknown") if untold_part(claim, place, reading.book) else None)
            or said_to_be(claim, place, reading.book)
            or misheld(claim, place, reading.book)
            or _unmarked(claim, place, reading.book)
        )
        if reason and claim.kind == "quotation" and translated(reading.folded, claim, reading.quotations, reading.book):
            continue
        if reason:
            yield (_with_date(claim, place) if reason.id == "weekday_unknown" else claim), reason
            if reason.id == "other_customers":
                yield from _holder(reading, claim, place, reason)


def _with_date(claim: Claim, place: Place) -> Claim:
    """A weekday that is not its date's, with the date: either may be the wrong one."""
    dates = [each for each in place.beside if each.day and touches(claim, each, place)]
    ends = [claim, *dates]
    return replace(claim, start=min(each.start for each in ends), end=max(each.end for each in ends))


def _holder(reading: Reading, claim: Claim, place: Place, reason: Reason) -> Iterator[Finding]:
    """The one customer to whom another's value is given: the name may be what is wrong."""
    begin, stop = reading.sentence_of(claim)
    keys = [each for each in reading.named if each[2] in place.group and begin <= each[0] < claim.start]
    keys = keys or [each for each in reading.named if each[2] in place.group and claim.end <= each[0] < stop][:1]
    if len(place.group) == 1 and keys:
        yield Claim("customer", keys[-1][0], keys[-1][1]), replace(reason, id="name_of_other")


def _names(reading: Reading) -> Iterator[Finding]:
    """Customers of others, and companies nobody knows."""
    quoted = [claim for claim in reading.claims if claim.kind in ("quotation", "identifier")]
    known = [Claim("customer", start, end) for start, end, _ in reading.named]
    for claim, (start, end, key) in zip(known, reading.named, strict=True):
        if key[0] == "other" and not _overlaps(claim, quoted) and not _may_be_named(reading, start, end):
            yield claim, Reason("customer_of_other")
    for claim in companies(reading.folded):
        if not _overlaps(claim, [*known, *quoted]) and not reading.book.says(claim.key):
            yield claim, Reason("customer_unknown")


_NO_RELATION = Lazy(
    r"\bno (?:relation|connection|link)|\bunrelated|\bnot (?:related|connected|the same|to be confused)|\bnothing to do with|"
    r"\bdifferent (?:company|customer|account)|无 ?关|没 ?有 ?关 ?系|不 ?是 ?同 ?一|并 ?非",
    2,
)


def _may_be_named(reading: Reading, start: int, end: int) -> bool:
    """Whether some source tells of a stranger; where all it tells is that they have nothing to do with it, so must the text."""
    said = words(reading.folded[start:end])
    told = [each for _, _, each in reading.book.quotations if said in each]
    if not told:
        return said in reading.book.allowed
    first, last = reading.parts.sentence(start)
    return bool(_NO_RELATION.search(reading.folded, first, last)) or not all(_NO_RELATION.search(each) for each in told)


def _told_in_words(reading: Reading) -> Iterator[Finding]:
    """What is said without a figure: parts, verdicts, who did what, what came first."""
    text, book = reading.folded, reading.book
    for claim, reason in (*vague(text, book), *verdicts(text, book)):
        part = part_in(text[claim.start : claim.end]) if claim.kind == "figure" else None
        if part is None or not part_of(part, reading.place(claim), book, hedge(text, claim.start, (claim.end,))):
            yield claim, reason
    quoted = [
        claim for claim in reading.claims if claim.kind in ("quotation", "identifier", "date", "time", "citation")
    ]
    if book.whole:
        known = [Claim("customer", start, end) for start, end, _ in reading.named]
        known += [Claim("person", each.start, each.end) for each in reading.parts.folk(0, len(text))]
        yield from strangers(text, [*quoted, *known], book)
    yield from ((each, why) for each in both(text) if (why := miscounted(each, reading.place(each), book)))
    yield from accomplished(reading.parts, book)
    yield from unharmed(reading.parts, book)
    yield from uncaused(reading.parts, book)
    yield from coming(reading.parts, book)
    yield from misentitled(reading.parts, book)
    yield from unhelpful(reading.parts, book)
    yield from misdated(reading.parts, book)
    yield from misplanned(reading.parts, book)
    yield from misjudged(reading.parts, book)
    yield from mislinked(reading.parts, book)
    yield from unbreached(reading.parts, book)
    yield from misnumbered(reading.parts, book)
    yield from misowned(reading.parts, book)
    yield from misranked(reading.parts, book)
    yield from misplaced(reading.parts, book)
    yield from miscredited(reading.parts, book)
    yield from disordered(reading.parts, book)


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
    if reason.id == "citation_other" and reason.evidence:
        values["stands"] = ", ".join(f"[{id}]" for id in reason.evidence[:3])
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


def _overlaps(claim: Claim, others: list[Claim]) -> bool:
    return any(claim.start < other.end and other.start < claim.end for other in others)
