"""Newcomers: a customer or person whom no evidence knows, told by what the sentence has them do, wherever it puts the name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from escalation.claims.fold import HAN
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.names import CAPITALISED
from escalation.naming import CJK_TRADES
from escalation.text.everyday import is_everyday

_NAME = rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
_SPEAKS = (
    r"(?:reported|reports|said|says|called|phoned|rang|asked|asks|wants?|wanted|wrote|writes|e-?mailed|complained|complains|"
    r"threatened|threatens|renews|filed|demands|demanded|insists|insisted|noticed|pays|pointed out)\b"
)
_SAME = r"(?:has the same|(?:is|are) (?:also )?affected|has it too|sees the same|cannot work)\b"
_IS = r"(?:also|is|was|has|had|are|sees|saw|cannot|can't|could|needs|waits|lost|uses)\b"
_ASIDE = r"(?:,? (?:too|also|as well)\b,?|,? \([^()]{1,40}\)|, (?:their|the|its|our) [^,.]{2,40},)?"
_HEAD = Lazy(rf"(?:^|[.!?:;\n•]\s*)[\"“(*_]*(?P<name>{_NAME}){_ASIDE} (?:(?P<speaks>{_SPEAKS}|{_SAME})|(?P<is>{_IS}))")
_ALONE = Lazy(rf"\s*(?P<name>{_NAME})\s*")
_LABELLED = Lazy(
    r"(?:\b(?:customers?|accounts?|clients?|compan(?:y|ies)|tenants?|contacts?|affected|competitors?)(?: affected| involved)?|"
    rf"客户|联系人|受影响的?(?:客户|公司)|竞品|竞争对手)\s?(?:[:：(（]|[是为])\s?(?P<name>{_NAME})",
    re.I,
)
_ALONG = rf"(?:,|,? and|,? or| &| plus| as well as|[、和与及以]{{1,2}})\s?(?P<name>{_NAME})(?![\w@/]|\.\w)"
_BEFORE = rf"(?<![\w@/.\-])(?P<name>{_NAME})(?:,? and|,? or| &|[、和与及]|\s[和与])\s?$"
_BESIDE_HAN = Lazy(rf"(?<![\w@#/.\-])(?P<name>{CAPITALISED})(?=\s?[{HAN}])")
_THING = re.compile(r".*(?:tion|ing|ment|ness|ity|ism|ance|ence|ed|er|ers|ures?|age|ode|ware|ies|sis|ache|ory|ogue)")
"""Endings of nouns and participles: a rare word at the head of a sentence is mostly one of those."""

_TELLS = "反映|反馈|来电|致电|投诉|催促|来信|报障|也受影响|同样受影响|提出|要求高层|要求(?:退款|赔偿|领导|尽快)"
_WHEN = "(?:也|同样|均|都|今早|今天|昨天|上周|本周|刚刚|已|再次|又)?"
_SPOKEN_ZH = Lazy(
    rf"(?:^|[。；;！!？?\n:：,，]|客户)(?P<name>[{HAN}]{{2,3}}?|[{HAN}]{{2,6}}(?:{CJK_TRADES}))(?P<when>{_WHEN})(?:{_TELLS})"
)
_TITLED_ZH = Lazy(
    rf"(?:联系人|负责人|客户成功经理|工程师|经理|总监|主任|主管|同事|客服|总裁|副总|CEO|CTO|COO|CFO|CIO)\s?(?P<name>[{HAN}]{{2,3}}?)"
    rf"(?:要求|来电|致电|表示|说|称|反馈|提出|确认|催促|写信|发邮件|投诉|威胁)",
    re.I,
)
_NO_NAME = re.compile(
    "[户方们距离家位个者员人层组部队师业司店院厂校台端线侧期日天周月年后前时内中间下上则且但并又再也都均仍还已未不没被由从向对给与和及或"
    "这那该此其某本各每多几数全次第因据按经曾正将会可能应需须让使把请先已]"
    "|[一二三四五六七八九十两]|客服|用户|我|你|您|贵|于|请|谢|感|关|他|她|它|反复|主动|随后|多次|电话|邮件|书面|口头|工单|客户|实际|系统|接口|现场"
)
"""What no name holds: counters, particles, words for anybody. Better a stranger missed than a sentence stopped."""

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
Span = tuple[int, int]
Known = Callable[[str], bool]


def newcomers(
    folded: str, customers: Sequence[Span], known: Known, says: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Spans of names of which `known` knows no word, or which no source `says` as a whole (two words and more).

    `customers` are the spans of known customers; what stands in one row with them is taken for one too.
    """
    for match in _HEAD.finditer(folded):
        name, speaks = match["name"], bool(match["speaks"])
        if says(name):
            continue
        if len(words := name.split()) > 1:
            strange = not _THING.fullmatch(words[0]) and (speaks or any(not known(word) for word in words))
        else:
            strange = not known(name) and (speaks or not _THING.fullmatch(name))
        if strange:
            yield match.span("name")
    found = [*_LABELLED.finditer(folded), *_in_a_row(folded, customers), *_BESIDE_HAN.finditer(folded)]
    if alone := _ALONE.fullmatch(folded):
        found.append(alone)
    for match in found:
        if not says(match["name"]) and any(not known(word) for word in match["name"].split()):
            yield match.span("name")
    yield from _chinese(folded, says)


def _in_a_row(folded: str, customers: Sequence[Span]) -> Iterator[re.Match[str]]:
    for start, end in customers:
        if behind := re.compile(_ALONG).match(folded, end):
            yield behind
        if ahead := re.compile(_BEFORE).search(folded, max(0, start - 60), start):
            yield ahead


def _chinese(folded: str, says: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    for match in _SPOKEN_ZH.finditer(folded):
        name = match["name"]
        core = re.sub(rf"(?:{CJK_TRADES})$", "", name)
        if core == name and name[0] not in _SURNAMES and match["when"] not in ("也", "同样"):
            continue  # Without a family name, a trade or "too" it may be any word.
        if says(name) or says(name[:2]) or _NO_NAME.search(core or name) or is_everyday(name) or is_everyday(core):
            continue
        yield match.span("name")
    for match in _TITLED_ZH.finditer(folded):
        if match["name"][0] in _SURNAMES and not says(match["name"][:2]) and not _NO_NAME.search(match["name"]):
            yield match.span("name")
