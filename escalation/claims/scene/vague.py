"""Amounts and places told without a digit: "half of their users", "hundreds", "doubled", "their third request", "the largest".

Each is true where a source says so, or where the records come to it.
"""

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
from escalation.claims.scene.accomplished import OPEN
from escalation.claims.scene.order import subject
from escalation.claims.scene.parts import Parts

_EVENT = r"(?:outage|incident|failure|disruption|breach|crash|escalation|complaint|sync failure)"
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_PLACE = rf"(?:(?P<digits>\d{{1,9}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))"
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
    rf"\b{_PLACE} (?:\w+ )?{_EVENT}\b"
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
        if not book.says(match[0]) and _place(match) > _known(book) and not _numbered(match, book):
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


def _numbered(match: re.Match[str], book: EvidenceBook) -> bool:
    """Whether a source numbers an event so, in whatever language: "the third outage", 第三次中断."""
    said = (each for telling in book.tellings.all for each in _NTH.finditer(telling.says))
    return any(_place(each) == _place(match) for each in said)


_THING = Lazy(rf"\b{_PLACE} (?P<noun>[a-z]{{4,}})\b", re.I)
_ASKED = Lazy(
    rf"\b{_PLACE} (?:time (?:they|we|it|that|\w+ (?:has|have|asks?|asked|reports?|reported))|(?:ticket|request|report|ask)\b)"
    rf"|第\s?(?P<han>\d{{1,3}}|{HAN_NUMERAL})\s?次(?=提|反馈|反映|上报|报障|要求|来信|请求|联系|询问|催|找)",
    re.I,
)
_NEWCOMER = Lazy(
    rf"\b{_PLACE} (?:customer|account|company|client)\b|第\s?(?P<han>\d{{1,3}}|{HAN_NUMERAL})\s?[家个位](?=客户|公司|账户)",
    re.I,
)
_CLAUSE_END = Lazy(r"[.;。；]|, (?:the|and) |，[前后第最]")
_COUNTED_WORDS = """
time request ticket report complaint escalation customer message answer response reply party level line half day week month
quarter year place attempt case account outage incident failure
"""
_COUNTED = frozenset(_COUNTED_WORDS.split())
"""Nouns whose places are counted from records, or that number nothing."""


def misnumbered(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each place in a row that no source has, where one has another; and each request beyond those on record."""
    said = [words for _, _, words in book.quotations]
    for match in _THING.finditer(parts.text):
        noun = match["noun"].lower().rstrip("s")
        if noun in _COUNTED or _place(match) < 2:
            continue
        known = {_place(each) for words in said for each in _THING.finditer(words) if _same(each, noun)}
        if known - {1} and _place(match) not in known:
            yield Claim("figure", match.start(), match.end()), Reason("figure_unknown")
    for match in _NEWCOMER.finditer(parts.text):
        # One who is named may be told of without being counted.
        named = parts.strangers(*parts.sentence(match.start()))
        beyond = not named and len(book.accounts) > 1 and _place(match) > len(book.accounts)
        if beyond and not book.says(match[0]) and not OPEN.search(parts.text, *_ahead(parts, match)):
            yield Claim("figure", match.start(), match.end()), Reason("figure_unknown")
    yield from _misdescribed(parts, book)
    for match in _ASKED.finditer(parts.text):
        if _place(match) > 1 and _place(match) > _most(parts, match, book) and not book.says(match[0]):
            yield Claim("figure", match.start(), match.end()), Reason("figure_unknown")


def _ahead(parts: Parts, match: re.Match[str]) -> tuple[int, int]:
    """The statement up to where a match ends."""
    return parts.statement(match.start())[0], match.end()


_RISEN = Lazy(
    rf"\b(?:(?P<last>last)|{_PLACE}) (?:of (?:its|the|their) \w+ )?escalations?\b"
    rf"|第\s?(?P<han>\d{{1,3}}|{HAN_NUMERAL})\s?次(?:升级|的)|(?P<zh_last>最后一次升级)",
    re.I,
)
_RANKS = {
    "leadership": Lazy(r"\bleadership\b|领导层|管理层|高层", re.I),
    "engineering": Lazy(r"\bengineering\b|研发|工程", re.I),
    "product": Lazy(r"\bto product\b|产品(?:部|团队)", re.I),
    "security": Lazy(r"\bto security\b|安全(?:部|团队)", re.I),
    "critical": Lazy(r"\bcritical\b", re.I),
    "high": Lazy(r"\bhigh\b", re.I),
    "medium": Lazy(r"\bmedium\b", re.I),
    "low": Lazy(r"\blow\b", re.I),
}


def _misdescribed(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """The n-th past escalation of the one customer with any, told to have gone elsewhere or to have been of another severity."""
    past = [account.escalation_history for account in book.accounts.values() if account.escalation_history]
    if len(past) != 1:
        return
    known = sorted(past[0], key=lambda each: each.at)
    for match in _RISEN.finditer(parts.text):
        stop = _CLAUSE_END.search(parts.text, match.end())
        words = parts.text[match.end() : stop.start() if stop else len(parts.text)]
        place = len(known) if match["last"] or match["zh_last"] else _place(match)
        told = {name for name, pattern in _RANKS.items() if pattern.search(words)}
        if not told or not 1 <= place <= len(known) or ("升级" not in parts.text[: match.end() + 2] and match["han"]):
            continue
        if told - {known[place - 1].target, known[place - 1].severity}:
            yield Claim("figure", match.start(), match.end()), Reason("figure_unknown")


def _same(match: re.Match[str], noun: str) -> bool:
    return match["noun"].lower().rstrip("s") == noun


def _most(parts: Parts, match: re.Match[str], book: EvidenceBook) -> int:
    """How many requests there can have been: tickets of the one customer named, else all; or what a source numbers itself."""
    named = parts.accounts(*parts.sentence(match.start()))
    reports = [event for event in book.scene.events if event.kind == "report"]
    mine = [event for event in reports if event.account in named] if len(named) == 1 else reports
    said = [words for _, account, words in book.quotations if len(named) != 1 or account is None or account in named]
    numbered = [_place(each) for words in said for each in _THING.finditer(words) if _told(each)]
    tickets = len({record for record, _ in book.tickets if record}) if not reports else 0
    return max([len(mine), tickets, *numbered])


def _told(match: re.Match[str]) -> bool:
    return match["noun"].lower().rstrip("s") in ("time", "request", "ticket", "report", "failure", "complaint")


_RANK = Lazy(
    r"\b(?P<place>second[- ]|third[- ])?(?:(?P<most>largest|biggest)|(?P<least>smallest))\b"
    r"(?= (?:known |single )?(?:contract|customer|account|client|arr|of the|of all|among|in the group|by)\b|[,.]|$)"
    r"|\b(?:comes?|ranks?|is|was) (?P<nth>second|third)(?= (?:by|among|in|of|after|behind)\b|[,.]|$)"
    r"|第(?P<zh>[二三])大|(?P<zh_most>最大)(?=的?(?:客户|合同|一家|一户|是))|(?P<zh_least>最小)(?=的?(?:客户|合同|一家|一户|是))",
    2,
)
_SEATS = Lazy(r"\bseats?\b|席位|坐席", 2)
_SIZE = Lazy(r"\barr\b|\bcontract|\brevenue|\bseats?\b|\bsize\b|\blargest\b", 2)
_NTH_RANKS = {"second": 1, "third": 2, "二": 1, "三": 2}


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
        nth = _NTH_RANKS.get((match["place"] or match["nth"] or match["zh"] or "").strip(" -").lower(), 0)
        mine = sizes.get(account)
        if mine is not None and nth < len(known) and len(known) > 1 and known[nth] != mine:
            yield Claim("order", min(start, match.start()), max(end, match.end())), Reason("rank_other")
