"""Citations: whether what a statement cites is where its values stand, or only some other record has them (invariant 1)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.lengths import MINUTES
from escalation.claims.scanning.marks import plain_id
from escalation.claims.scanning.reading import Reading
from escalation.claims.stops import STATEMENT_END
from escalation.claims.support.facts import Fact
from escalation.claims.support.judge import judge

_E = r"\[\s*E\d{1,12}(?:\s*[,;、–—-]\s*E?\d{1,12})*\s*\]"
_ID = r"[A-Za-z][\w#-]*\d"
_CLUSTER = Lazy(rf"(?:(?:{_E}|\[{_ID}(?:\s*[,;、]\s*{_ID})*\])\s*)+")
_LEADING = Lazy(
    rf"(?:\b(?:according to|as per|per) (?:ticket )?|[据按照]\s?(?:工单\s?)?)(?P<a>{_ID})(?![\w-])"
    rf"|(?<![\w-])(?P<b>{_ID})\s?(?:\b(?:says|reports|states|mentions|notes|gives|shows)\b|(?:中|里)?(?:写明|写道|写|称|说(?!的)|提到|显示|记录))",
    re.I,
)
_STOPS = " \t.。!！?？;；”\"'’"
_KINDS = frozenset({"figure", "money", "percentage", "duration", "date", "time", "quotation", "identifier"})
_SMALL = 9
"""A count up to this is found anywhere, and mostly counted rather than copied."""


def miscited(reading: Reading) -> Iterator[tuple[Claim, Reason]]:
    """Each value that the statement's citation does not bear out while another record has it.

    A citation is for what stands between it and the citation before, within its sentence; "according to T-2" for what
    follows. What may be worked out from the cited records is borne out. What no record has is told by others.
    """
    for start, end, ids in _statements(reading):
        if not ids or not ids <= reading.book.ids:
            continue
        inside = (claim for claim in reading.claims if start <= claim.start and claim.end <= end)
        for claim in inside:
            if claim.kind in _KINDS and not _small(claim) and (reason := _elsewhere(claim, reading, ids)):
                yield claim, reason


def _statements(reading: Reading) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Start and end of what each citation is for, and the ids of evidence it names."""
    text, ends = reading.folded, reading.bounds
    before = 0
    for match in _CLUSTER.finditer(text):
        last = len(text[: match.start()].rstrip(_STOPS))
        begin = max(before, ends[bisect_right(ends, max(0, last - 1)) - 1])
        yield begin, match.start(), _ids(match[0], reading)
        before = match.end()
    for match in _LEADING.finditer(text):
        end = STATEMENT_END.search(text, match.end())
        stop = end.start() if end else len(text)
        cited = _CLUSTER.search(text, match.end(), stop)
        # Another record named behind it says something of its own.
        other = next(
            (each.start for each in reading.claims if each.start >= match.end() and _record(each, reading)), stop
        )
        begin = match.end()
        yield begin, min(cited.start() if cited else stop, other), _of_records({match["a"] or match["b"]}, reading.book)


def _ids(cluster: str, reading: Reading) -> frozenset[str]:
    numbered: set[str] = {
        claim.key for claim in reading.claims if claim.kind == "citation" and _span(claim, reading) in cluster
    }
    named: set[str] = {str(match[0]) for match in re.finditer(_ID, re.sub(_E, "", cluster, flags=re.I))}
    return frozenset(numbered) | (_of_records(named, reading.book) if named else frozenset[str]())


def _span(claim: Claim, reading: Reading) -> str:
    return reading.folded[claim.start : claim.end]


def _of_records(names: set[str], book: EvidenceBook) -> frozenset[str]:
    """The ids of evidence that quote these records; none when one of them is no record in evidence."""
    if not book.made:
        return frozenset()
    wanted = {plain_id(name) for name in names}
    found = {item.id.upper(): plain_id(item.record_id) for item in book.made[0].evidence if item.id}
    ids = frozenset(id for id, record in found.items() if record in wanted)
    return ids if wanted <= set(found.values()) else frozenset()


def _record(claim: Claim, reading: Reading) -> bool:
    return claim.kind == "identifier" and bool(_of_records({claim.key}, reading.book))


def _small(claim: Claim) -> bool:
    return claim.kind == "figure" and claim.amount is not None and claim.amount.value <= _SMALL


def _elsewhere(claim: Claim, reading: Reading, ids: frozenset[str]) -> Reason | None:
    book, where = reading.book, _where(claim, reading.book)
    if not where or where & ids or _record(claim, reading):
        return None
    place = reading.place(claim)
    if judge(claim, place, book) is not None:
        return None
    # Last, as a book of what is cited takes longest to make.
    cited = book.of_cited(ids)
    if cited is None or judge(claim, place, cited) is None or _meant(claim, cited):
        return None
    return Reason(
        "citation_other", evidence=tuple(sorted(where, key=lambda id: int(id[1:]) if id[1:].isdigit() else 0))
    )


def _meant(claim: Claim, cited: EvidenceBook) -> bool:
    """A date or time where the cited words name one in their own way ("before Monday's peak"); "hours together = 12"."""
    if claim.kind in ("date", "time"):
        facts = cited.made[1] if cited.made else []
        return any(fact.claim.kind in ("date", "time") and fact.claim.end for fact in facts)
    if claim.kind != "duration" or not claim.amount:
        return False
    size = MINUTES.get(claim.unit, Fraction(1))
    return bool(cited.index.equal("figure", Amount(claim.amount.value / size, claim.amount.step / size)))


def _where(claim: Claim, book: EvidenceBook) -> frozenset[str]:
    """The ids of evidence that say the very value, or quote the record that does."""
    if not book.made:
        return frozenset()
    if claim.kind == "quotation":
        parts = claim.key.split("|")
        said = {id for id, _, words in book.quotations if id and all(part in words for part in parts)}
        return frozenset(said)
    facts = [fact for fact in _equal(claim, book) if "now" not in fact.claim.nouns]
    direct = frozenset(fact.evidence.upper() for fact in facts if fact.evidence)
    records = {fact.record for fact in facts}
    return direct or frozenset(i.id.upper() for i in book.made[0].evidence if i.id and i.record_id in records)


def _equal(claim: Claim, book: EvidenceBook) -> list[Fact]:
    if claim.kind == "identifier":
        return book.index.marks.get(claim.key, [])
    if claim.clock:
        return book.index.at(claim.clock)
    if claim.day:
        return book.index.on(claim.day)
    return book.index.equal(claim.kind, claim.amount) if claim.amount else []
