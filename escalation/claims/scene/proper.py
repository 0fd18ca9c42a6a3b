"""Proper names: people, companies, products and places that nothing in evidence, no customer and no word of the trade bears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import HAN
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.names import CAPITALISED
from escalation.naming import CJK_TRADES
from escalation.text.everyday import is_everyday

CAPITAL = Lazy(rf"(?<![\w@#/.\-]){CAPITALISED}(?![\w@/]|\.\w)")
_LATIN_START = Lazy(r"(?:^|[.!?:;\n\"“”(\[•*>|—–/]|[-]|\d[.)]|[\"”] ?(?:\[E\d{1,4}\]){1,4})\s*[\"“(\[*_]*$")
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
    for start, end in (
        *_latin(folded, customers, book),
        *_chinese(folded, book),
        *_unnamed(folded, book),
        *_newcomers(folded, customers, book),
    ):
        if not any(a < end and start < b for a, b in spans):
            spans.append((start, end))
            yield Claim("name", start, end), Reason("name_unknown")


def _told(name: str, book: EvidenceBook) -> bool:
    """Whether a source or a record has the whole name, or may have it in the other script."""
    return book.says(name) or name.lower() in book.vocabulary.names or _romanised(name, book)


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
            _LATIN_START.search(folded, max(0, start - 30), start) and not (follows and end + 1 in ends)
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
    if _in_either(plain, book):
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


_PLACES = """
philippines 菲律宾; vietnam 越南; thailand 泰国; indonesia 印度尼西亚 印尼; malaysia 马来西亚; russia 俄罗斯;
ukraine 乌克兰; romania 罗马尼亚; bulgaria 保加利亚; turkey 土耳其; nigeria 尼日利亚; kenya 肯尼亚; egypt 埃及;
morocco 摩洛哥; mexico 墨西哥; argentina 阿根廷; chile 智利; peru 秘鲁; colombia 哥伦比亚; brazil 巴西;
iran 伊朗; iraq 伊拉克; israel 以色列; pakistan 巴基斯坦; bangladesh 孟加拉国; belarus 白俄罗斯;
serbia 塞尔维亚; croatia 克罗地亚; hungary 匈牙利; slovakia 斯洛伐克; slovenia 斯洛文尼亚; greece 希腊;
latvia 拉脱维亚; lithuania 立陶宛; estonia 爱沙尼亚; iceland 冰岛; luxembourg 卢森堡; malta 马耳他;
cyprus 塞浦路斯; cambodia 柬埔寨; laos 老挝; myanmar 缅甸; nepal 尼泊尔; mongolia 蒙古; kazakhstan 哈萨克斯坦;
moldova 摩尔多瓦; bucharest 布加勒斯特; manila 马尼拉; hanoi 河内; bangkok 曼谷; jakarta 雅加达; moscow 莫斯科;
kyiv 基辅; warsaw 华沙; prague 布拉格; budapest 布达佩斯; istanbul 伊斯坦布尔; lagos 拉各斯; nairobi 内罗毕;
cairo 开罗; dubai 迪拜; mumbai 孟买; delhi 德里; bangalore 班加罗尔; amsterdam 阿姆斯特丹; rotterdam 鹿特丹;
brussels 布鲁塞尔; vienna 维也纳; zurich 苏黎世; geneva 日内瓦; milan 米兰; rome 罗马; madrid 马德里;
barcelona 巴塞罗那; lisbon 里斯本; dublin 都柏林; copenhagen 哥本哈根; stockholm 斯德哥尔摩; oslo 奥斯陆;
helsinki 赫尔辛基; frankfurt 法兰克福; munich 慕尼黑; hamburg 汉堡; osaka 大阪; seoul 首尔; shenzhen 深圳;
guangzhou 广州; shanghai 上海; hangzhou 杭州; nanjing 南京; chengdu 成都; wuhan 武汉; suzhou 苏州; tianjin 天津;
chongqing 重庆; kaohsiung 高雄; taichung 台中; sydney 悉尼; melbourne 墨尔本; toronto 多伦多; vancouver 温哥华
"""
_PRODUCTS = """
firefox 火狐; chrome 谷歌浏览器; safari; android 安卓; iphone 苹果手机 ios; ipad 平板 tablet; windows; linux;
outlook; excel
"""


@cache
def _forms() -> dict[str, frozenset[str]]:
    rows = [row.split() for row in f"{_PLACES};{_PRODUCTS}".split(";") if row.strip()]
    return {form: frozenset(row) for row in rows for form in row}


_PLACE_ZH = Lazy(
    "|".join(
        sorted(
            (form for row in _PLACES.split(";") for form in row.split() if not form.isascii()), key=len, reverse=True
        )
    )
)
_PRODUCT = Lazy(r"(?<![\w-])(?:Firefox|Chrome|Safari|Android|iPhone|iPad|Linux|Outlook)(?![\w-])|火狐|谷歌浏览器|安卓")


def _in_either(word: str, book: EvidenceBook) -> bool:
    """Whether a word is such a name and some source, or a customer's record, has it in any language."""
    forms = _forms().get(word.lower(), frozenset[str]())
    return any(_named(form, book) for form in forms)


def _unnamed(folded: str, book: EvidenceBook) -> Iterator[tuple[int, int]]:
    """Spans of such names of a folded text that nobody names in either language."""
    for pattern in (_PLACE_ZH, _PRODUCT):
        for match in pattern.finditer(folded):
            if not _in_either(match[0], book):
                yield match.span()


def _named(form: str, book: EvidenceBook) -> bool:
    if form.isascii():
        said = book.vocabulary.words
        return form in said or any(re.search(rf"(?<![a-z]){form}", str(zone).lower()) for zone in book.zones)
    return form in book.vocabulary.told


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
_LABELLED_NEWCOMERS = Lazy(
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


def _newcomers(folded: str, customers: list[tuple[int, int]], book: EvidenceBook) -> Iterator[tuple[int, int]]:
    """Spans of names that their sentence has do what only customers and people do, or sets in one row with such."""

    def known(word: str) -> bool:
        return _known(word, folded, book)

    for match in _HEAD.finditer(folded):
        name, speaks = match["name"], bool(match["speaks"])
        if _told(name, book):
            continue
        if len(words := name.split()) > 1:
            strange = not _THING.fullmatch(words[0]) and (speaks or any(not known(word) for word in words))
        else:
            strange = not known(name) and (speaks or not _THING.fullmatch(name))
        if strange:
            yield match.span("name")
    found = [*_LABELLED_NEWCOMERS.finditer(folded), *_in_a_row(folded, customers), *_BESIDE_HAN.finditer(folded)]
    if alone := _ALONE.fullmatch(folded):
        found.append(alone)
    for match in found:
        if not _told(match["name"], book) and any(not known(word) for word in match["name"].split()):
            yield match.span("name")
    yield from _chinese_newcomers(folded, book)


def _in_a_row(folded: str, customers: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for start, end in customers:
        if behind := re.compile(_ALONG).match(folded, end):
            yield behind
        if ahead := re.compile(_BEFORE).search(folded, max(0, start - 60), start):
            yield ahead


def _chinese_newcomers(folded: str, book: EvidenceBook) -> Iterator[tuple[int, int]]:
    for match in _SPOKEN_ZH.finditer(folded):
        name = match["name"]
        core = re.sub(rf"(?:{CJK_TRADES})$", "", name)
        if core == name and name[0] not in _SURNAMES and match["when"] not in ("也", "同样"):
            continue  # Without a family name, a trade or "too" it may be any word.
        if (
            _told(name, book)
            or _told(name[:2], book)
            or _NO_NAME.search(core or name)
            or is_everyday(name)
            or is_everyday(core)
        ):
            continue
        yield match.span("name")
    for match in _TITLED_ZH.finditer(folded):
        if match["name"][0] in _SURNAMES and not _told(match["name"][:2], book) and not _NO_NAME.search(match["name"]):
            yield match.span("name")
