"""Ranks: who is said to have the largest or smallest contract, or the second largest, held against what each pays or seats."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scene.order import subject
from escalation.claims.scene.parts import Parts

_RANK = Lazy(
    r"\b(?P<place>second[- ]|third[- ])?(?:(?P<most>largest|biggest)|(?P<least>smallest))\b"
    r"(?= (?:known |single )?(?:contract|customer|account|client|arr|of the|of all|among|in the group|by)\b|[,.]|$)"
    r"|\b(?:comes?|ranks?|is|was) (?P<nth>second|third)(?= (?:by|among|in|of|after|behind)\b|[,.]|$)"
    r"|第(?P<zh>[二三])大|(?P<zh_most>最大)(?=的?(?:客户|合同|一家|一户|是))|(?P<zh_least>最小)(?=的?(?:客户|合同|一家|一户|是))",
    2,
)
_SEATS = Lazy(r"\bseats?\b|席位|坐席", 2)
_SIZE = Lazy(r"\barr\b|\bcontract|\brevenue|\bseats?\b|\bsize\b|\blargest\b", 2)
_NTH = {"second": 1, "third": 2, "二": 1, "三": 2}


def misranked(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each customer called the largest, the second largest or the smallest who is not, by contract or where told so by seats."""
    for match in _RANK.finditer(parts.text):
        who = subject(parts, match)
        if not who or (
            match["nth"] and not _SIZE.search(parts.text, who[0][0] - 24 if who[0][0] > 24 else 0, match.end() + 30)
        ):
            continue
        (start, end), account = who
        by_seats = _SEATS.search(parts.text, start, min(len(parts.text), match.end() + 30))
        sizes = {id_: a.seats if by_seats else a.arr_usd for id_, a in book.accounts.items()}
        known = sorted(
            {size for size in sizes.values() if size is not None}, reverse=not (match["least"] or match["zh_least"])
        )
        nth = _NTH.get((match["place"] or match["nth"] or match["zh"] or "").strip(" -").lower(), 0)
        mine = sizes.get(account)
        if mine is not None and nth < len(known) and len(known) > 1 and known[nth] != mine:
            yield Claim("order", min(start, match.start()), max(end, match.end())), Reason("rank_other")
