"""Whose words: a customer of whom something is told in words that only another's sources have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.reasons import Reason
from escalation.claims.scene.parts import Parts
from escalation.claims.scene.proper import CAPITAL, TRADE, is_common
from escalation.claims.vocabulary import marks

_LATIN = re.compile(r"[A-Za-z]+")
_ENOUGH = 2


def misowned(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each customer of a sentence which another's sources tell: by a name (a place, a product) that only those have, or,
    where the customer stands alone, by several of their words and none of the customer's own."""
    for start, end in pairwise(parts.bounds):
        mine = parts.accounts(start, end)
        if mine and not parts.strangers(start, end):
            words = parts.left(start, end, quoted=False)
            if _by_name(words, mine, book) or (len(mine) == 1 and _by_words(words, mine, book)):
                named = parts.named(start, end)
                yield from ((Claim("customer", first, last), Reason("name_of_other")) for first, last, _ in named)


def _by_name(words: str, mine: frozenset[str], book: EvidenceBook) -> bool:
    begin = len(words) - len(words.lstrip(' \n"“(*-'))  # A capital that any word has there says nothing.
    names = (match[0] for match in CAPITAL.finditer(words) if match.start() > begin and not is_common(match[0], book))
    whose = [{account for _, account, said in book.quotations if f" {name.lower()} " in said} for name in names]
    return any(owners and None not in owners and not owners & mine for owners in whose)


def _by_words(words: str, mine: frozenset[str], book: EvidenceBook) -> bool:
    known = book.vocabulary
    rare = _LATIN.sub(lambda match: " " if match[0].lower() in TRADE else match[0], words)
    theirs = (mark for mark in marks(rare) if all((id_, mark.isascii()) in known.writes for id_ in mine))
    owners = [owned for mark in theirs if (owned := known.owners.get(mark)) and None not in owned]
    others = sum(not owned & mine for owned in owners)
    return others >= _ENOUGH and others == len(owners)
