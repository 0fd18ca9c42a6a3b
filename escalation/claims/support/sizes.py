"""Sizes: the groups that a claim's sentence leaves open, what they come to, and how those sizes compare with one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, permutations

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Bound, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.binding import TOTAL
from escalation.claims.scanning.names import ours
from escalation.claims.scanning.numerals import DIGITS, WORD, value_of
from escalation.claims.support.cohorts import CUSTOMERS, PLACE_NAME, by_attribute, seats_of, users_of
from escalation.claims.support.derive import BUT, MORE, alone
from escalation.claims.support.rounding import says, shows

_CUT = Lazy(
    rf"(?<!\d),|,(?!\d)|[;:，；：、()（）。]|\b(?:and|while|but|plus)\b(?! {PLACE_NAME})|(?:[和及而加]|还有)(?!{PLACE_NAME})"
)
_PARTITIVE = Lazy(r"\s(?:out )?of (?:the|its|our|all|their)\b", re.I)
_AMONG = Lazy(r"\s?[个家位名张]?(?:受影响的?)?(?:客户|企业|公司|租户|账户)?(?:之[中内间]|当中|[中里内])")
""" "五家客户中只有 A 是企业版": five is the whole, whatever is told of the part."""
_VERB = Lazy(r"\b(?:is|are|was|were|renew|renews|have|on)\b", re.I)
_WHOLE = Lazy(r"\bof (?:the |all )?$", re.I)
_OTHERS = Lazy(rf"{MORE.pattern}|{BUT.pattern}|\bwithout\b", 2)
_LARGEST = Lazy(r"\b(?:largest|biggest|top)\b|最大", re.I)
_IN = Lazy(
    rf"\b(?P<part>one|{DIGITS}|{WORD}) (?:(?:recurring |failed )?[a-z]+ )?(?:in|out of) (?:every |about )?"
    rf"(?P<whole>{DIGITS}|{WORD})\b(?: or (?P<other>{DIGITS}|{WORD})\b)?",
    re.I,
)
_MONEY = Lazy(r"\barr\b|\brevenue|\bcontract value|\bcontracts?\b|at (?:risk|stake)\b|合同额|年费|营收|收入", re.I)
_REST = Lazy(
    r"\bsav|\brest\b|\bremain|\bothers?\b|\bleft\b|\bless\b(?! than)|\bmiss|\blost\b|\black|\bwithout\b|\bexcept|"
    r"\bfewer\b|\bdrop|\bfall|\bfell\b|\bgone\b|\bunaffected\b|其余|剩|另|缺|少|丢|漏|没有|省|降|未",
    re.I,
)
_DEAL = Lazy(r"\bdeal|\bexpansion|\badd-?on|\bmodule|模块|商机|扩容|增购", re.I)
_LOCATED = Lazy(r"\s(?:is |are |of them )?(?:in|from) ")
_COUNTING = frozenset({"customers", "competitors"})
_SIZE = Lazy(r"\btimes (?:the|as|that|what|those|more|larger|bigger|longer|higher|over)|倍|-?fold", re.I)


def counted(claim: Claim, place: Place, book: EvidenceBook) -> bool | None:
    """Whether so many customers have the attributes named with the number; None where it names none or counts others."""
    if not claim.amount or any(noun not in _COUNTING and not noun.startswith("plan:") for noun in claim.nouns):
        return None
    if claim.nouns == frozenset({"competitors"}):
        return None  # 家 counts customers as well; where competitors are named behind it, none of ours.
    if _WHOLE.search(place.sentence, max(0, place.offset - 8), place.offset):
        return None
    end = place.end(claim)
    if _AMONG.match(place.sentence, end):
        return None
    if _PARTITIVE.match(place.sentence, end) and not _VERB.search(place.sentence, end, end + 40):
        return None
    words = _around(claim, place)
    year = book.now.year if book.now else None
    for part in words:
        group = by_attribute(part, book.accounts, year)
        located = _LOCATED.match(place.sentence, place.end(claim))
        if group is None or not (claim.nouns or located or CUSTOMERS.search(place.sentence)):
            continue
        return says(claim, Fraction(len(group))) if book.accounts else None
    return None


def attributed(words: str, book: EvidenceBook) -> bool:
    """Whether a source's words name an attribute that customers are counted by."""
    return by_attribute(words, book.accounts, None) is not None


def _around(claim: Claim, place: Place) -> tuple[str, str]:
    """The words from the number to the next cut or number, and those from the last one to it."""
    start, end = place.offset, place.end(claim)
    starts = [each.start - claim.start + start for each in place.beside]
    ends = [each.end - claim.start + start for each in place.beside]
    stop = min([at for at in starts if at >= end] + [len(place.sentence)])
    part = re.match(
        r"\s(?:out )?of (?:the |its |their |our )?(?:\w+ ){0,3}(?=are|is|were|was|renew|have|on)", place.sentence[end:]
    )
    if part:
        later = [at for at in starts if at >= end + part.end()]
        stop = min([*later, len(place.sentence)])
    cut = _CUT.search(place.sentence, end, stop)
    begin = max([at for at in ends if at <= start] + [0])
    cuts = [match.end() for match in _CUT.finditer(place.sentence, begin, start)]
    return place.sentence[start : cut.start() if cut else stop], place.sentence[cuts[-1] if cuts else begin : end]


def groups(place: Place, book: EvidenceBook) -> set[frozenset[str]]:
    """The customers named in clause and sentence, those of its attributes, all, and all but those it names."""
    every = frozenset(book.accounts)
    named = [ours(keys) for keys in (place.group, place.keys, place.near)]
    year = book.now.year if book.now else None
    found = {every, *named}
    for part in (place.clause, place.sentence):
        if (cohort := by_attribute(part, book.accounts, year)) is not None:
            found.add(cohort)
    if _OTHERS.search(place.sentence):
        found |= {every - each for each in named}
    if _LARGEST.search(place.sentence) and len(place.keys) != 1:  # "Acme, the largest" is Acme.
        ranked = sorted(every, key=lambda id_: -(book.accounts[id_].arr_usd or 0))
        found |= {frozenset(ranked[:count]) for count in range(1, min(6, len(ranked)))}
    return {each for each in found if each}


def _singly(place: Place) -> set[frozenset[str]]:
    return {frozenset({id_}) for id_ in ours(place.keys)}


def amounts(kind: str, place: Place, book: EvidenceBook) -> Iterator[Fraction]:
    """What those groups come to: money, or users and seats."""
    one = kind == "figure" and alone(place, book)
    for ids in groups(place, book):
        if one and len(ids) == len(book.accounts):
            continue
        if kind == "money":
            arr = book.arr(ids)
            yield arr
            deals = [
                Fraction(str(deal.amount_usd)) for id_ in ids for deal in book.accounts[id_].deals if deal.amount_usd
            ]
            if arr and deals and len(ids) == 1:
                yield arr + sum(deals, Fraction(0))
        if not place.keys and _DEAL.search(place.sentence):
            yield from (
                book.arr(frozenset({id_})) + sum((Fraction(str(d.amount_usd or 0)) for d in a.deals), Fraction(0))
                for id_, a in book.accounts.items()
                if a.deals
            )
        else:
            yield from users_of(ids, book.cases)


def sum_of_group(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ARR or users of a group of customers, added up."""
    if claim.kind == "money" and claim.unit != "USD":
        return False
    if claim.kind == "figure" and claim.nouns - {"users"} and not any(noun.startswith("?") for noun in claim.nouns):
        return False
    return any(value and says(claim, value) for value in amounts(claim.kind, place, book))


def shares(place: Place, book: EvidenceBook) -> Iterator[Fraction]:
    """What part one size of the sentence is of another: two numbers told, two groups, or two counts of one source."""
    every = ("figure", "money", "duration", "percentage")
    # Where money is told beside it, a part is one of money and not of users.
    spoken = [kind for kind in every if any(each.kind == kind for each in place.beside)]
    money = spoken == ["money"] or (not spoken and _MONEY.search(place.sentence))
    rest = bool(_REST.search(place.sentence))
    for kind in ["money"] if money else every:
        told = {*place.told(kind)}
        if kind == "money":
            single = set[frozenset[str]]() if TOTAL.search(place.sentence) else _singly(place)
            told |= {book.arr(ids) for ids in (*groups(place, book), *single)}
            if _DEAL.search(place.sentence):
                told |= {Fraction(str(d.amount_usd)) for a in book.accounts.values() for d in a.deals if d.amount_usd}
        elif kind == "figure":
            for ids in groups(place, book):
                told |= {*users_of(ids, book.cases)}
                if len(book.accounts) == 1 or ids & {key[1] for key in place.keys | place.group}:
                    told |= {seats_of(ids, book.accounts)}
        for less, more in combinations(sorted(told - {0}), 2):
            yield less / more
            if rest:
                yield (more - less) / more
    if money:
        return
    yield from (part for pair in book.index.pairs(place.mine) for part in pair)


def share(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """A percentage that is such a part."""
    return any(shows(claim, part * 100) for part in shares(place, book))


def part_of(part: Fraction, place: Place, book: EvidenceBook, bound: Bound = "exact") -> bool:
    """Whether a part told in words ("two thirds of") is such a part, as exactly as words are, and on the side they say."""
    if bound in ("under", "near"):
        return any(part * Fraction(3, 4) <= value < part for value in shares(place, book))
    if bound == "over":
        return any(part < value <= part * Fraction(5, 4) for value in shares(place, book))
    return any(abs(value - part) * 12 <= part or part < value <= part * Fraction(5, 4) for value in shares(place, book))


def multiple(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "Six times the limit", 两倍: how often one size goes into another."""
    end = place.end(claim)
    if not claim.amount or not _SIZE.match(place.sentence, end + (place.sentence[end : end + 1] == " ")):
        return False
    told = {each.amount.value for each in place.beside if each.kind != "percentage" and each.amount}
    sizes = told | {book.arr(ids) for ids in (*groups(place, book), *_singly(place))}
    wanted = claim.amount
    for more, less in permutations(sizes - {0}, 2):
        times = more / less
        if says(claim, times) or abs(times - wanted.value) * 20 <= wanted.value:
            return True
    return any(abs(1 / part - wanted.value) * 20 <= wanted.value for part in shares(place, book) if part)


def _one_in(part: Fraction, place: Place, book: EvidenceBook) -> bool:
    """Whether a source's percentage, or two counts of one source, come to one in so many."""
    told = [fact.claim.amount.value / 100 for fact in book.index.all("percentage") if fact.claim.amount]
    beside = sorted({*place.told("figure")} - {0})
    exact = [share for pair in book.index.pairs(place.mine) for share in pair]
    exact += [less / more for less, more in combinations(beside, 2)]
    return any(value and abs(1 / value - 1 / part) * 2 <= 1 for value in told) or any(
        abs(value - part) * 20 <= part for value in exact
    )


def in_ratio(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "Four in five", where that is a part."""
    for match in _ratios(place.sentence, place.offset):
        one = _part(match)
        wholes = [value_of(each) for each in (match["whole"], match["other"]) if each]
        told = _one_in if match["part"].lower() == "one" else part_of
        return any(whole and told(one / whole, place, book) for whole in wholes)
    return False


def in_told_ratio(claim: Claim, text: str, book: EvidenceBook) -> bool:
    """Whether a source tells the same part in the same words, of whatever it calls there: "one in twelve calls"."""
    mine = [(_part(match), value_of(match["whole"])) for match in _ratios(text, claim.start)]
    value = claim.amount.value if claim.amount and mine else None
    same = (
        each for each in book.index.all("figure") if value and each.claim.amount and each.claim.amount.value == value
    )
    return any((_part(match), value_of(match["whole"])) in mine for fact in same for match in _IN.finditer(fact.says))


_ONE_IN = Lazy(r"\b(?:one|1) (?:in|out of) (?:every |about )?$", re.I)
_FEW = 100


def untold_part(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Whether "one in nineteen" is nobody's: that the evidence has nineteen of something makes it no part of anything."""
    if claim.kind != "figure" or not claim.amount or claim.amount.value > _FEW:
        return False
    if not _ONE_IN.search(place.sentence, 0, place.offset):
        return False
    moved = replace(claim, start=place.offset, end=place.end(claim))
    if in_told_ratio(moved, place.sentence, book):
        return False
    # Where a source tells the part, no two counts that happen to stand in that ratio bear another one out.
    told = _wholes(book)
    percentages = (
        [fact.claim.amount.value for fact in book.index.all("percentage") if fact.claim.amount] if told else []
    )
    if told and not any(value and abs(100 / value - claim.amount.value) * 2 <= 1 for value in percentages):
        beside = sorted({*place.told("figure")} - {0})
        return not any(less / more == 1 / claim.amount.value for less, more in combinations(beside, 2))
    return not in_ratio(claim, place, book)


def _wholes(book: EvidenceBook) -> frozenset[Fraction]:
    """The N of every "one in N" that a source tells."""
    said = (fact.says for fact in book.index.all("figure") if "ratio" in fact.claim.nouns)
    return frozenset(value_of(each["whole"]) for says in said for each in _IN.finditer(says) if _part(each) == 1)


def _ratios(text: str, at: int) -> Iterator[re.Match[str]]:
    return (match for match in _IN.finditer(text) if match.start("part") <= at < match.end("whole"))


def _part(match: re.Match[str]) -> Fraction:
    return Fraction(1) if match["part"].lower() == "one" else value_of(match["part"])
