"""Proper names: people, companies, products and places that nothing in evidence, no customer and no word of the trade bears."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import HAN
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.names import CAPITALISED
from escalation.claims.scene.gazetteer import told_in_either, unnamed
from escalation.claims.scene.newcomers import newcomers
from escalation.text.everyday import is_everyday

CAPITAL = Lazy(rf"(?<![\w@#/.\-]){CAPITALISED}(?![\w@/]|\.\w)")
_LATIN_START = Lazy(r"(?:^|[.!?:;\n\"“”(\[•*>|—–/]|[-]|\d[.)])\s*[\"“(\[*_]*$")
_TRADE_WORDS = """
engineering product leadership support security sales finance legal marketing operations success customer customers account
level tier enterprise professional business starter basic free trial team plan critical high medium low urgent normal
escalation brief slack zendesk jira internet english chinese mandarin cantonese french german spanish portuguese japanese
korean italian dutch american european asian british north south east west america europe asia china us uk mr mrs ms dr
please thanks regards january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday greater mainland norway sweden denmark finland germany france spain italy ireland
netherlands austria switzerland poland belgium portugal britain england scotland canada australia singapore taiwan hong kong
united states kingdom india brazil eastern central pacific mountain atlantic cookie cookies beijing utc gmt christmas easter
chrome safari firefox edge windows android iphone linux mac wi-fi excel
"""
TRADE = frozenset(_TRADE_WORDS.split())
_INITIAL = "b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w|"
_FINAL = "iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|an|en|in|un|ai|ei|ui|ao|ou|iu|ie|ia|ua|uo|ue|er|a|o|e|i|u|v"
_PINYIN = Lazy(rf"(?:(?:{_INITIAL})(?:{_FINAL})){{1,2}}", re.I)
_TITLES = frozenset({"Dr", "Mr", "Ms", "Mrs", "Miss", "Dr.", "Mr.", "Ms.", "Mrs."})
_CANTONESE = Lazy(r"\b[A-Z][a-z]{0,5} [A-Z][a-z]{1,5}-[a-zA-Z][a-z]{1,5}\b")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_TITLED = Lazy(
    rf"(?<![由对提至关各双大])(?P<surname>[{_SURNAMES}])(?:经理|总监|主任|主管|先生|女士|小姐|老师|博士|董事长|处长|科长|部长|工程师"
    r"|总(?=[,，。、;；:：说要表提问也已在来回催\s]|$)|工(?=[,，。、;；:：说要表提问也已在来回\s]|$))"
)
_LABELLED = Lazy(
    rf"(?:联系人|负责人|CSM|客户成功经理|工程师|经理|总监|主任|主管|同事|客服)(?:是|为|:)?\s?(?P<name>[{_SURNAMES}][{HAN}]{{1,2}})"
    r"(?=[,，。、;；()（）说\s]|表示|$)"
)


def strangers(folded: str, taken: list[Claim], book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each proper name of a folded text that is nowhere in evidence; `taken` are the spans that something else has read."""
    spans = [(each.start, each.end) for each in taken]
    customers = [(each.start, each.end) for each in taken if each.kind == "customer"]
    new = newcomers(
        folded,
        customers,
        lambda word: _known(word, folded, book),
        lambda name: book.says(name) or name.lower() in book.vocabulary.names or _romanised(name, book),
    )
    for start, end in (*_latin(folded, customers, book), *_chinese(folded, book), *unnamed(folded, book), *new):
        if not any(a < end and start < b for a, b in spans):
            spans.append((start, end))
            yield Claim("name", start, end), Reason("name_unknown")


def _romanised(name: str, book: EvidenceBook) -> bool:
    """A whole name in Latin letters of which each part may be somebody's Chinese name."""
    words = [word for word in name.split() if word not in _TITLES]
    return bool(words) and " " in name and book.vocabulary.han_people and all(map(_PINYIN.fullmatch, words))


def is_common(word: str, book: EvidenceBook) -> bool:
    """Whether a word is nobody's: everyday, of the trade, or a city by whose clock times are told."""
    cities = " ".join(str(zone) for zone in book.zones).lower()
    return len(word) < 4 or word.lower() in TRADE or is_everyday(word.lower()) or word.lower() in cities


def _latin(folded: str, customers: list[tuple[int, int]], book: EvidenceBook) -> Iterator[tuple[int, int]]:
    found = [match for match in CAPITAL.finditer(folded) if len(match[0]) > 2]
    unknown = [match.span() for match in found if not _known(match[0], folded, book)]
    ends = dict(unknown)
    for start, end in unknown:
        if folded[end : end + 1] == ":":
            continue  # A label.
        follows = re.match(r" (?=[A-Z])", folded[end : end + 2])
        if _titled(folded, start, customers) or (
            _LATIN_START.search(folded, max(0, start - 6), start) and not (follows and end + 1 in ends)
        ):
            continue  # A capital that any word has here says nothing.
        yield start, end


def _known(word: str, folded: str, book: EvidenceBook) -> bool:
    plain = re.sub(r"'s?$", "", word)
    parts = [part.lower() for part in re.split(r"[-']", plain) if part]
    if plain.lower() in TRADE or all(
        part in book.vocabulary.words or part in TRADE or is_everyday(part) for part in parts
    ):
        return True
    if re.search(rf"(?<![\w]){re.escape(plain.lower())}(?![\w])", folded):
        return True  # A word that the text writes small as well is no name.
    if told_in_either(plain, book):
        return True
    return book.vocabulary.han_people and bool(_PINYIN.fullmatch(plain) or _spelt(plain, folded))


def _spelt(word: str, folded: str) -> bool:
    """A Chinese name as it is spelt elsewhere: "Leung Kwok-tung", "Au Mei-ling"."""
    return any(word in match[0].split() for match in _CANTONESE.finditer(folded))


def _titled(folded: str, start: int, customers: list[tuple[int, int]]) -> bool:
    """Whether the line is a heading in which most words have capitals, whoever is named in it."""
    begin, end = folded.rfind("\n", 0, start) + 1, (folded.find("\n", start) + 1 or len(folded) + 1) - 1
    line = folded[begin:end]
    for first, last in customers:
        if begin <= first and last <= end:
            line = line[: first - begin] + " " * (last - first) + line[last - begin :]
    words = re.findall(r"[A-Za-z]{4,}", line)
    return len(words) > 2 and sum(word[0].isupper() for word in words) * 3 > len(words) * 2


def _chinese(folded: str, book: EvidenceBook) -> Iterator[tuple[int, int]]:
    surnames = {person.name[:1] for person in book.scene.people}
    for match in _TITLED.finditer(folded):
        if match["surname"] not in surnames and not book.says(match[0]):
            yield match.span()
    for match in _LABELLED.finditer(folded):
        if not book.says(match["name"]) and not any(match["name"] in person.name for person in book.scene.people):
            yield match.span("name")
