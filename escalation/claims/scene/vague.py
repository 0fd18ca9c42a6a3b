"""Vague amounts: "half of their users", "hundreds", "doubled", 第五次: figures without digits, true where a source says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.matter import matter
from escalation.claims.reasons import Reason
from escalation.claims.scanning.numerals import HAN_NUMERAL, value_of

_EVENT = r"(?:outage|incident|failure|disruption|breach|crash|escalation|complaint|sync failure)"
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_AMOUNT = Lazy(
    r"\bhalf (?:of )?(?:the|their|its|our|all|users|customers|requests)\b"
    r"|\b(?:dozens|hundreds|thousands|millions|scores) of\b"
    r"|\b(?:doubl|tripl|quadrupl)(?:ed|ing)\b|\b(?:two|three|four|five|ten|hundred)-?fold\b"
    r"|[数几上][十百千万]+[多余]?(?=[个家名位次张条人])|成百上千|(?:超过|近|约|有)?(?:一半|半数)(?:以上)?的|过半的?|翻了?[一两]?[番倍]",
    re.I,
)
_PART = Lazy(
    r"\b(?P<over>a|one|two|three|four|five|six|seven|eight|nine)[ -]"
    r"(?P<under>third|quarter|fifth|tenth)(?:s? of(?! an hour)(?P<million> a million)?|s)\b"
    r"|(?:less than|fewer than|more than|about|nearly|almost|over|under|roughly|only|barely) (?P<bare>a|one|two|three) "
    r"(?P<bare_under>third|quarter|fifth|tenth)s?\b(?! of\b)"
    r"|(?P<zh_under>[二三四五六七八九十])分之(?P<zh_over>[一二三四五六七八九])",
    re.I,
)
_HALF = Lazy(r"\bhalf\b|一半|半数", re.I)
_UNDER = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_NTH = Lazy(
    rf"\b(?:(?P<digits>\d{{1,9}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS[1:])})) (?:\w+ )?{_EVENT}\b"
    rf"|第\s?(?P<han>\d{{1,9}}|{HAN_NUMERAL})\s?次(?=故障|中断|宕机|升级|投诉|事故|事件|失败|崩溃)",
    re.I,
)
_ROMAN = Lazy(
    r"\b(?=[MDCLXVI]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
    r"(?=\s?(?:customer|user|ticket|account|seat|outage|incident|hour|day|row|[家个名位张次]))"
)
_PLAN = Lazy(
    r"\b(?P<en>platinum|gold|silver|bronze|diamond|premium|enterprise|professional|pro|business|starter|basic|free|growth|"
    r"ultimate|elite)[ -](?:plan|tier|subscription|package|edition)\b|(?P<zh>白金|黄金|钻石|尊享|至尊)版",
    re.I,
)


def vague(folded: str, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each vague amount, ordinal of an event, Roman numeral and plan of a folded text that nothing in evidence says."""
    for pattern in (_AMOUNT, _ROMAN):
        for match in pattern.finditer(folded):
            if not book.says(match[0]) and not _doubles(match[0], book) and not _in_other_words(folded, match, book):
                yield Claim("figure", *match.span()), Reason("figure_unknown")
    for match in _PART.finditer(folded):
        if not book.says(match[0]) and not _part_known(match, book):
            yield Claim("figure", *match.span()), Reason("figure_unknown")
    for match in _NTH.finditer(folded):
        if not book.says(match[0]) and _place(match) > _known(book):
            yield Claim("figure", *match.span()), Reason("figure_unknown")
    plans = {(account.plan or "").lower() for account in book.accounts.values()}
    for match in _PLAN.finditer(folded):
        name = match["en"] or match["zh"]
        if name.lower() not in plans and not book.says(name):
            yield Claim("identifier", *match.span()), Reason("identifier_unknown")


def _doubles(word: str, book: EvidenceBook) -> bool:
    """Where a source speaks of doubles, what "doubled" came out twice."""
    return word.lower().startswith(("doubl", "翻")) and any(
        re.search(r" doubl| twice | duplicat|两 ?次|重 ?复", said) for _, _, said in book.quotations
    )


_AROUND = 40
_SIZES = tuple(
    Lazy(words, re.I)
    for words in (
        r"\b(?:dozens|scores|tens) of\b|[数几好上]十",
        r"\bhundreds of\b|[数几好上]百",
        r"\bthousands of\b|[数几好上]千|成千",
        r"\bhalf\b|一半|半数",
    )
)


def _in_other_words(folded: str, match: re.Match[str], book: EvidenceBook) -> bool:
    """Whether a source tells as vague an amount in another language, of something that is spoken of here."""
    sizes = [size for size in _SIZES if size.search(match[0])]
    about = matter(folded[max(0, match.start() - _AROUND) : match.end() + _AROUND])
    return any(size.search(each.says) and about & each.about for size in sizes for each in book.tellings.all)


def part_in(words: str) -> Fraction | None:
    """The part that such words tell: "two thirds of" is 2/3, 一半 is 1/2; None where they tell none."""
    match = _PART.search(words)
    if match and match["bare"]:
        over = 1 if match["bare"].lower() in ("a", "one") else int(value_of(match["bare"].lower()))
        return Fraction(over, _UNDER[match["bare_under"].lower()])
    if match and not match["million"]:
        return _part(match)
    return Fraction(1, 2) if _HALF.search(words) else None


def _part(match: re.Match[str]) -> Fraction:
    over = match["over"].lower() if match["over"] else ""
    part = Fraction(1 if over in ("a", "one") else int(value_of(over or match["zh_over"])))
    return part / (_UNDER[match["under"].lower()] if match["under"] else value_of(match["zh_under"]))


def _part_known(match: re.Match[str], book: EvidenceBook) -> bool:
    """Whether a percentage (or, of a million, an amount of money) in evidence is about that part."""
    part = part_in(match[0]) or _part(match)
    kind, whole = ("money", 1_000_000) if match["million"] else ("percentage", 100)
    known = (fact.claim.amount.value for fact in book.index.all(kind) if fact.claim.amount)
    if any(abs(value - part * whole) * 20 <= part * whole for value in known):
        return True
    said = (each for telling in book.tellings.all for each in _PART.finditer(telling.says))
    return any(part == (part_in(each[0]) or _part(each)) for each in said)


def _place(match: re.Match[str]) -> int:
    if match["word"]:
        return _ORDINALS.index(match["word"].lower()) + 1
    return int(value_of(match["digits"] or match["han"]))


def _known(book: EvidenceBook) -> int:
    """The most events that may be counted up to this one: past escalations or tickets on record, and this."""
    past = max((len(account.escalation_history) for account in book.accounts.values()), default=0)
    return max(past + 1, len({record for record, _ in book.tickets if record}))
