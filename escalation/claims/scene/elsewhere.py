"""Elsewhere: a person, a customer, a record or a value of which something is told that the sources tell of another one.

One question for all of them: which sentence of the sources is about the same, in whatever language, and is it one of theirs?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.matter import Telling, matter, value_of
from escalation.claims.reasons import Reason
from escalation.claims.scene.mentions import Mention
from escalation.claims.scene.parts import Parts
from escalation.claims.scene.proper import CAPITAL, TRADE, is_common
from escalation.claims.stops import CLAUSE_END, QUOTES
from escalation.claims.support.dates import apposed
from escalation.claims.support.sizes import in_told_ratio
from escalation.claims.vocabulary import marks

_DONE_TO = Lazy(
    r"(?:\b(?:to|by|from|for|with|of|and|or|at|told|asked|than|against|via|gave|let|get|see|per|after|before|since|until|on"
    r"|as|like|either|both|that|whom|called|reach(?:ed)?|call|tell|ask|answer(?:ed)?|inform(?:ed)?|update|thank(?:ed)?|through"
    r"|between|about|is|was)\s|[到给对请从由向和与及、被让跟应等找问知诉复话系是为比按照据同过])\s?$",
    2,
)
"""Before a name: what follows is not told as theirs."""
_THEIRS = Lazy(r"'s\b|\s?(?:的|那|这|,|，|\(|（|[和与及、])| (?:(?:and|or|at|of|is|was)\b|\()", 2)
"""Behind a name: of something or somebody of theirs."""
_OURS = Lazy(
    r"[,，;；]\s?(?:and |but |so |then |after which |which |此后|之后|至今|但|而)?"
    r"(?:we|our|nobody|no one|我们|客服|至今|没有?人|无人)",
    2,
)
_PERSON = 5.0, 0.3
_CUSTOMER = 10.0, 0.15
_RECORD = 8.0, 0.2
_VALUE = 7.0, 0.2
"""How much of the matter another's sentence must have, and at most how much of that one's own may (`Weight.elsewhere`)."""
_MOST = 0.5
"""And how much of all that the sources know of it."""
_NEAR = 24
"""Characters from a weekday within which its date begins."""
_COUNTED = 9
"""Numbers up to this are counted rather than copied."""
_VALUES = frozenset({"date", "time", "figure", "money"})


def elsewhere(parts: Parts, claims: list[Claim], book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each of a folded text's people, customers and values whose matter is another's."""
    if not book.whole:
        return
    for first, last in pairwise(parts.bounds):
        for each in parts.folk(first, last):
            if not parts.quoted(each.start) and _by_another(parts, each, book):
                yield Claim("person", each.start, each.end), Reason("person_deed")
        told = {parts.statement(start) for start, _, _ in parts.named(first, last)}
        for begin, end in sorted(told):
            yield from _of_another_customer(parts, begin, end, book)
    for claim in claims:
        if claim.key in book.scene.records and _of_another_record(parts, claim, book):
            yield claim, Reason("other_role")
        if claim.kind in _VALUES and _of_something_else(parts, claim, book):
            yield claim, Reason("other_role")


def _by_another(parts: Parts, each: Mention, book: EvidenceBook) -> bool:
    """Whether what is told of somebody behind their name is what others say."""
    begin, end = parts.statement(each.start)
    if _DONE_TO.search(parts.text, max(begin, each.start - 16), each.start) or _THEIRS.match(parts.text, each.end):
        return False
    end = _until_another(parts, each, end)
    beside = {other.person.name for other in parts.folk(each.end, end)}
    about, name = matter(parts.left(each.end, end)), each.person.name

    def another(telling: Telling) -> bool:
        return bool(telling.people) and not beside & telling.people

    return book.tellings.weigh(about, lambda telling: name in telling.people, another).elsewhere(*_PERSON)


def _until_another(parts: Parts, each: Mention, end: int) -> int:
    """Where the words end that are told of somebody: before the clause that somebody else, or we, begin."""
    others = [other.start for other in parts.folk(each.end, end) if other.person != each.person]
    if others:
        cuts = [cut.start() for cut in CLAUSE_END.finditer(parts.text, each.end, others[0])]
        end = cuts[-1] if cuts else end
    ours = _OURS.search(parts.text, each.end, end)
    return ours.start() if ours else end


def _of_another_customer(parts: Parts, first: int, last: int, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """The one customer of a statement that is about what another's sources tell."""
    accounts = parts.accounts(first, last)
    if len(accounts) != 1 or parts.strangers(first, last) or len(book.accounts) < 2:
        return
    account = book.accounts[next(iter(accounts))]
    ours = _OURS.search(parts.text, first, last)

    # Who writes in another script can have the matter on record by its concepts alone.
    theirs, written = book.tellings.of(account)
    about = matter(parts.left(first, ours.start() if ours else last))
    weight = book.tellings.weigh(
        frozenset(each for each in about if each[0] in written),
        theirs.__contains__,
        lambda telling: telling.account is not None,
    )
    if weight.elsewhere(*_CUSTOMER) and weight.others >= _MOST * weight.whole:
        yield from (
            (Claim("customer", start, end), Reason("name_of_other")) for start, end, _ in parts.named(first, last)
        )


def _of_another_record(parts: Parts, claim: Claim, book: EvidenceBook) -> bool:
    """Whether the one record that a statement names is not the one that tells what its clause says."""
    if len(set(parts.marks(*parts.statement(claim.start)))) > 1:
        return False
    weight = book.tellings.weigh(
        matter(parts.left(*_clause(parts, claim))),
        lambda telling: telling.record == claim.key or ("identifier", claim.key) in telling.values,
        lambda telling: bool(telling.record),
    )
    return weight.elsewhere(*_RECORD) and weight.others >= _MOST * weight.whole


def _with_its_date(parts: Parts, claim: Claim) -> bool:
    beside = [each for each in parts.claims(claim.start - _NEAR, claim.end + _NEAR) if each.day and each.day.day]
    ends = [sorted((claim, each), key=lambda one: one.start) for each in beside]
    return any(apposed(parts.text, first.end, second.start) for first, second in ends)


def _clause(parts: Parts, claim: Claim) -> tuple[int, int]:
    begin, end = parts.statement(claim.start)
    return CLAUSE_END.around(parts.text, claim.start, claim.end, begin, end)


def _of_something_else(parts: Parts, claim: Claim, book: EvidenceBook) -> bool:
    """Whether a value that some sentence has stands with what only sentences with other values of its kind are about."""
    value = value_of(claim)
    if claim.kind == "date" and not claim.day and _with_its_date(parts, claim):
        return False  # Which day of the week a date is, the calendar says.
    if (
        value is None
        or (claim.clock and claim.clock.halves)
        or (claim.kind == "figure" and claim.amount and claim.amount.value <= _COUNTED)
    ):
        return False
    if value not in book.tellings.values:
        return False  # Worked out, or told in another way.
    if claim.kind == "figure" and in_told_ratio(claim, parts.text, book):
        return False
    begin, end = _clause(parts, claim)
    quoted = QUOTES.search(parts.text, claim.end, end)
    about = matter(parts.left(begin, quoted.start() if quoted else end))
    beside = {
        value_of(each) for each in parts.claims(*parts.statement(begin)) if each is not claim and each.kind == "figure"
    }

    def another(telling: Telling) -> bool:
        return value[0] in telling.kinds and not beside & telling.values

    weight = book.tellings.weigh(about, lambda telling: value in telling.values, another)
    return weight.elsewhere(*_VALUE) and weight.others >= _MOST * weight.whole


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
