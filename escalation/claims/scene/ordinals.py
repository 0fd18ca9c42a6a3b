"""Ordinals: "the third digit", "their third request": a place in a row that sources number otherwise, or never reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.numerals import HAN_NUMERAL, value_of
from escalation.claims.scene.order import subject
from escalation.claims.scene.parts import Parts

_NAMES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_NTH = rf"(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_NAMES)}))"
_THING = Lazy(rf"\b{_NTH} (?P<noun>[a-z]{{4,}})\b", re.I)
_ASKED = Lazy(
    rf"\b{_NTH} (?:time (?:they|we|it|that|\w+ (?:has|have|asks?|asked|reports?|reported))|(?:ticket|request|report|ask)\b)"
    rf"|第\s?(?P<han>\d{{1,3}}|{HAN_NUMERAL})\s?次(?=提|反馈|反映|上报|报障|要求|来信|请求|联系|询问|催|找)",
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
    yield from _misdescribed(parts, book)
    for match in _ASKED.finditer(parts.text):
        if _place(match) > 1 and _place(match) > _most(parts, match, book) and not book.says(match[0]):
            yield Claim("figure", match.start(), match.end()), Reason("figure_unknown")


_RISEN = Lazy(
    rf"\b(?:(?P<last>last)|{_NTH}) (?:of (?:its|the|their) \w+ )?escalations?\b"
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


def _place(match: re.Match[str]) -> int:
    if match["word"]:
        return _NAMES.index(match["word"].lower()) + 1
    return int(value_of(match["digits"] or match["han"]))


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
