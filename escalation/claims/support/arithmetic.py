"""Arithmetic a writer may do in one sentence: sums, differences, shares, and the count of what the sentence lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.lengths import MINUTES
from escalation.claims.scanning.names import ours
from escalation.claims.scanning.numerals import DIGITS, value_of
from escalation.claims.support.cohorts import seats_of, users_of
from escalation.claims.support.rounding import says, shows
from escalation.claims.support.sizes import groups

_LESS = Lazy(
    r"\bsav(?:e|es|ed|ing)|short|fewer|\bless\b|missing|\blost\b|\black|differ|dropp|\bfell\b|\brose\b|\bdown\b|\bup by\b|"
    r"\bover\b|beyond|exceed|\bgap\b|\blate\b|\bgone\b|\bcosts?\b|"
    r"\b(?:instead of|rather than)\b|省|少|差|缺|漏|丢|降|增|超|晚|早|多出",
    re.I,
)
_SUM = Lazy(
    r"\btotal|together|combined|altogether|in all|\bsum\b|account for|make up|add up|both|\bof (?:the|that)\b|[+=]|"
    r"合计|总计|共|加起来|总和|占",
    re.I,
)
_ITEMS = Lazy(r"\s*(?:,\s*(?:and\s|or\s)?|、|;|\band\b|\bor\b|[和与及])\s*")
_NUMBER = rf"(?<![\d.])(?<!\d,){DIGITS}"
_AHEAD = Lazy(r"([^,;,，；。]+(?:、[^,;,，；。]+)+)[,，]\s?(?:共计?|总共|一共|合计|这)$")
_ROW = Lazy(
    r"[^,;:,，；：。、]{1,24}(?:、[^,;:,，；：。、]{1,24})*(?:、|\s?[和与及]\s?|以及)[^,;:,，；：。、]{1,16}?(?:这|等|共)?$"
)
"""A row with its number right behind it: 重装、换网络和清数据三种办法."""
_PLUS = Lazy(rf"{_NUMBER}(?:\s?\+\s?{DIGITS})+")


_RECORDED = frozenset({"tickets", "escalations", "requests", "incidents", "times"})
_EACH = Lazy(r"\b(?:each|every|per|apiece|times)\b|\ba (?!year|month|week|day)[a-z]+\b|每|各|平均|[×*]", 2)
_MEAN = Lazy(r"\baverage|\bmean\b|\bon the whole\b|平均", re.I)


def worked_out(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Whether it is a sum or difference of its own kind, of values told beside it or in one piece of evidence."""
    amount = claim.amount
    if not amount:
        return False
    values = _comparable(claim, place)
    if claim.kind == "duration":
        # "25 minutes instead of 6": the number without a unit has that of the length beside it.
        units = {MINUTES[each.unit] for each in place.beside if each.kind == "duration" and each.unit}
        bare = [each.amount.value for each in place.beside if each.kind == "figure" and each.amount and not each.nouns]
        values += [value * size for value in bare for size in units]
    if _product(claim, place) or _at_rate(claim, place) or _so_often(claim, place, book):
        return True
    if _LESS.search(place.sentence):
        if any(a != b and says(claim, abs(a - b)) for a, b in combinations(values, 2)):
            return True
        if (
            claim.kind in ("figure", "duration")
            and not claim.nouns & {"customers", "tickets", "seats"}
            and any(says(claim, value) for value in book.index.differences(claim.kind, amount, place.mine))
        ):
            return True
    if _MEAN.search(place.sentence) and claim.kind != "figure":
        counts = place.told("figure")
        if any(count > 1 and says(claim, value / count) for value in values for count in counts):
            return True
    return bool(_SUM.search(place.sentence)) and _sum_of_run(claim, values)


def _product(claim: Claim, place: Place) -> bool:
    """ "23 houses at six hours each make 138 hours": so many times what the sentence tells."""
    if not claim.amount or not _EACH.search(place.sentence):
        return False
    counts = {*place.told("figure")}
    sizes = {*_comparable(claim, place)}
    return any(
        count > 1 and size > 1 and size * count == claim.amount.value for size in sizes for count in counts - {size}
    )


_RATE = Lazy(r"\s?(?:[a-z]+ ){0,2}(?:an?|per|each|every) (?P<unit>minute|hour|day|week)\b", 2)


def _at_rate(claim: Claim, place: Place) -> bool:
    """ "At 90 orders an hour some 1,400 in fifteen and a half hours": so many in a time, for a time, told as about as much."""
    if claim.kind != "figure" or not claim.amount or claim.amount.bound != "about":
        return False
    rates = [
        each.amount.value / MINUTES[match["unit"].lower()]
        for each in place.beside
        if each.kind == "figure"
        and each.amount
        and (match := _RATE.match(place.sentence, each.end - claim.start + place.offset))
    ]
    sums = (rate * length for rate in rates for length in place.told("duration"))
    return any(abs(value - claim.amount.value) * 20 <= value for value in sums)


_OFTEN = Lazy(r"\b(?:a|per|each|every) (?:day|week|month|year)\b|每[天日周月年]|一[天周月年]", 2)


def _so_often(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "At 15 a week that is two and a half hours": so many times a length that the source of that number tells as well."""
    if claim.kind != "duration" or not claim.amount or not _OFTEN.search(place.sentence):
        return False
    for count in place.told("figure"):
        sources = {fact.evidence for fact in book.index.equal("figure", Amount(count)) if fact.evidence}
        for fact in book.index.all("duration"):
            size = fact.claim.amount.value if fact.claim.amount else Fraction(0)
            if fact.evidence in sources and count > 1 and size * count == claim.amount.value:
                return book.belongs(fact, place.spoken)
    return False


def _comparable(claim: Claim, place: Place) -> list[Fraction]:
    """The values beside the claim that may be added to it: of its kind, and of its currency."""
    same = (each for each in place.beside if each.kind == claim.kind)
    return [each.amount.value for each in same if each.amount and (claim.kind != "money" or each.unit == claim.unit)]


def _sum_of_run(claim: Claim, values: list[Fraction]) -> bool:
    runs = ((first, last) for first in range(len(values)) for last in range(first + 2, len(values) + 1))
    return any(says(claim, sum(values[first:last], Fraction(0))) for first, last in runs)


def summand(claim: Claim, place: Place) -> bool:
    """A bare number in "4+2+5+1" whose sum the sentence tells as well."""
    if not claim.amount:
        return False
    for chain in _PLUS.finditer(place.sentence):
        if not chain.start() <= place.offset < chain.end():
            continue
        if chain.end() - chain.start() > 200:
            continue  # Nobody adds up so much in a sentence, and no number may be endless.
        total = sum((value_of(each) for each in re.split(r"\s?\+\s?", chain[0])), Fraction(0))
        told = [each.amount for each in place.beside if each.amount]
        if any(each.value in (total, total * each.step) for each in told):
            return True
    return False


def listed(claim: Claim, place: Place) -> bool:
    """A small number in front of a list of just as many: names, ids, dates, or short items in brackets."""
    if not claim.amount or not 2 <= claim.amount.value <= 12 or claim.amount.bound != "exact":
        return False
    wanted = int(claim.amount.value)
    after = [each for each in place.beside if each.start > claim.start]
    if _RECORDED & claim.nouns and wanted == sum(each.kind == "identifier" for each in after):
        return True
    tail = tail_of(claim, place)
    ahead = _AHEAD.search(place.sentence[: place.offset])
    if ahead and _short_items(ahead[1]) == wanted:
        return True
    if (row := _ROW.search(place.sentence[: place.offset])) and len(_ITEMS.words(row[0])) + 1 == wanted:
        return True
    bracket = re.match(r"[^()::]{0,40}[(::]([^()]+)", tail)
    if bracket and wanted in (_short_items(bracket[1]), bracket[1].partition(",")[0].count("、") + 1):
        return True
    return bool({"competitors", "options", "steps"} & claim.nouns) and _trailing(tail) == wanted


_MEASURED = Lazy(r"(?P<number>[一二两三四五六七八九十]|\d{1,3})\s?(?P<measure>[个家位名次台张条件份辆间起])")


def by_measure(claim: Claim, place: Place) -> bool:
    """ "三台手机，两台安卓一台苹果": what is counted with the same measure in the sentence, added up, one by one as well."""
    told = list(_MEASURED.finditer(place.sentence))
    mine = next((each for each in told if each.start() == place.offset), None)
    if mine is None or not claim.amount:
        return False
    rest = [value_of(each["number"]) for each in told if each is not mine and each["measure"] == mine["measure"]]
    return len(rest) > 1 and sum(rest) == claim.amount.value


def tail_of(claim: Claim, place: Place) -> str:
    """The sentence after the claim."""
    return place.sentence[place.end(claim) :]


def _short_items(text: str) -> int:
    items = [each for each in _ITEMS.split(text.strip(" .。")) if each]
    return len(items) if all(len(each) <= 60 for each in items) else 0


def _trailing(tail: str) -> int:
    """How many names follow the noun: "two competitors, X and Y"."""
    match = re.match(r"[^,,]{0,24}[,,:]?\s*([A-Z]\w*(?:(?:, | and |和|、)[A-Z]\w*)+)", tail)
    return _short_items(match[1]) if match else 0


def share(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """A percentage of two figures of the sentence, or of one of them and a total of this escalation."""
    if not claim.amount:
        return False
    told = {*place.told("figure", "money")}
    parts = told | {book.arr(ours(place.keys))} - {Fraction(0)}
    total = book.arr()
    wholes = {*told, total} if total else told
    shares = {Fraction(100) * part / whole for part in parts for whole in wholes if 0 < part < whole}
    percents = place.told("percentage")
    shares |= {abs(a - b) for a, b in combinations(percents, 2) if a != b and _LESS.search(place.sentence)}
    return any(shows(claim, each) for each in shares)


_MEAN_QUOTIENTS = Lazy(
    r"\baverage\b|\bmean\b|\bapiece\b|\beach\b|\bper (?:customer|account|company)\b|\ba customer\b|平均|每家|每个客户",
    re.I,
)
_SEAT = Lazy(r"\b(?:per|a|each|every)[ -](?:seat|user|licen[cs]e)\b|每(?:个|一)?(?:席位?|坐席|座席|用户)|人均", re.I)
_PERIODS = (
    (Lazy(r"\b(?:a|per|each|every) month\b|\bmonthly\b|每个?月|月均", re.I), 12),
    (Lazy(r"\b(?:a|per|each|every) quarter\b|\bquarterly\b|每个?季度", re.I), 4),
    (Lazy(r"\b(?:a|per|each|every) week\b|\bweekly\b|每周", re.I), 52),
    (Lazy(r"\b(?:a|per|each|every) day\b|\bdaily\b|每天", re.I), 365),
)
"""How often each of these is in a year, for which contracts are told."""
_GAP = Lazy(
    r"\bgap\b|\bdiffer|\b(?:more|less) than\b|\bapart\b|\babove\b|\bbelow\b|\bbetween\b|\b(?:bigg|larg|small)er\b|"
    r"差|多|少|高出|相比",
    re.I,
)


def money_per(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "$7,750 a seat", "on average $31k", "$39,600 apart": told of ARR, by customers, seats or a count told beside it."""
    return claim.unit == "USD" and any(value and shows(claim, value) for value in _values(place, book))


def _values(place: Place, book: EvidenceBook) -> Iterator[Fraction]:
    words = place.sentence
    sizes = groups(place, book)
    counts = {*place.told("figure")}
    amounts = {*place.told("money")}
    for ids in sizes:
        arr, known = book.arr(ids), [id_ for id_ in ids if book.accounts[id_].arr_usd is not None]
        if _MEAN_QUOTIENTS.search(words) and known:
            yield from (arr / len(ids), arr / len(known))
        if _SEAT.search(words) and (seats := seats_of(ids, book.accounts)):
            yield arr / seats
        if _EACH.search(words) and (len(ids) == 1 or len(ids) == len(book.accounts)):
            amounts.add(arr)
    if _EACH.search(words):
        yield from (amount / count for amount in amounts for count in counts if count > 1)
    for pattern, times in _PERIODS:
        if pattern.search(words):
            yield from (amount / times for amount in amounts | {book.arr(ids) for ids in sizes})
    if _GAP.search(words):
        known_arr = {Fraction(str(a.arr_usd)) for a in book.accounts.values() if a.arr_usd is not None}
        named = {book.arr(frozenset({id_})) for id_ in ours(place.keys)} - {Fraction(0)}
        pool = named if len(named) > 1 else known_arr if len(known_arr) <= 6 else {min(known_arr), max(known_arr)}
        pool |= {book.arr(ids) for ids in sizes if 1 < len(ids) < len(book.accounts)}
        yield from (abs(a - b) for a, b in combinations(pool | amounts, 2))


_MORE = Lazy(r"\b(?:more|fewer|less)\b|比[^，。]{1,20}[多少]|[多少][^，。]{0,6}(?:席|人)", re.I)


def seats_apart(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "Ten seats more than Lumirane": what seats and users of the customers spoken of are apart."""
    if not claim.amount or claim.nouns - {"seats", "users"} or not _MORE.search(place.sentence):
        return False
    ids = [*ours(place.keys)] or (list(book.accounts) if len(book.accounts) == 1 else [])
    sizes = {seats_of(frozenset({id_}), book.accounts) for id_ in ids}
    sizes |= {each for id_ in ids for each in users_of(frozenset({id_}), book.cases)}
    return any(abs(a - b) == claim.amount.value for a, b in combinations(sizes - {0}, 2))


def seats_together(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """The seats of a group of customers, and those with a number told beside them ("150 more would make 570")."""
    if not claim.amount or any(noun != "seats" and not noun.startswith("?") for noun in claim.nouns):
        return False
    told = {*place.told("figure")}
    wanted = claim.amount.value
    for ids in groups(place, book):
        seats = seats_of(ids, book.accounts)
        if seats and (wanted == seats if len(ids) > 1 else wanted - seats in told):
            return True
    return False
