"""Names of accounts made comparable: one key for all the ways people write the same name, and weaker keys for short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from escalation.free_mail import is_free_mail
from escalation.records import Account
from escalation.text.folding import fold
from escalation.text.tokens import CJK

LATIN_NAME = 5
"""Letters that a word of a domain has at least to be taken for a name."""

KEY_LENGTH = 255  # what the store's column holds

PARTICLES = frozenset(
    "van von vom zum zur den der de del della di da do dos du la le les los las el al st ter ten".split()  # noqa: SIM905
)
"""What stands before a name proper and is none by itself."""

_APOSTROPHES = re.compile(r"['’`´]")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_BESIDE_CJK = re.compile(rf"(?<=[{CJK}]) | (?=[{CJK}])")

LEGAL_FORMS = frozenset(
    "inc incorporated ltd limited llc llp lp plc gmbh mbh ag kg kgaa ug ohg se sa sas sarl srl spa bv nv ab asa oy oyj aps "  # noqa: SIM905
    "pty pte co corp corporation company cie kk sdn bhd sro doo sl slu sau kft zrt uab sia".split()
)
_FIRM = re.compile(
    r"\b(?:[A-Z][\w&'’-]* ){1,4}(?:GmbH|Ltd|Limited|Inc|Incorporated|LLC|Corp|Corporation|Pty)\b(?! [A-Z])"
)
_CJK_LEGAL = (
    "股份有限公司",
    "有限责任公司",
    "控股有限公司",
    "集团有限公司",
    "有限公司",
    "股份公司",
    "集团公司",
    "分公司",
    "株式会社",
    "公司",
)

# What a firm says it does or where it sits: people leave these out when they speak of it.
GENERIC = frozenset(
    "technologies technology tech systems system solutions software labs lab group holding holdings international global "  # noqa: SIM905
    "worldwide industries enterprise enterprises services partners consulting digital media networks network studio studios "
    "ventures japan china usa us uk emea apac asia europe america americas germany france india korea taiwan hongkong "
    "singapore canada australia".split()
)
_CJK_PLACES = re.compile(
    "^(?:中国|北京|上海|深圳|广州|杭州|南京|成都|武汉|苏州|西安|重庆|天津|厦门|青岛|香港|台湾|台北|新加坡)市?"
    "|(?:中国|香港|台湾|澳门|新加坡)$"
)
_CJK_GENERIC = re.compile(
    "(?:信息技术|信息科技|网络科技|智能科技|电子商务|科技|技术|网络|信息|软件|电子|集团|控股|实业|贸易|国际)+$"
)

CJK_TRADES = (
    "医院|妇儿医院|医疗器械|医疗用品|医疗|医药|药业|大药房|药房|生物|酒店|度假酒店|宾馆|餐饮|餐厅|食品|茶业|饮料|百货|超市|便利|量贩|零售|商贸|商业|贸易"
    "|进出口|物流|快递|运输|航运|船舶|航空|汽车零部件|汽车|制造|智造|机械|工具机|精密工业|工业|实业|制作所|材料|化工|能源|电力|水务|环保|建设|建筑|地产|置业|物业"
    "|家居|服饰|服装|丝绸|印刷|设计|传媒|广告|文化|游戏|教育咨询|教育|学校|大学|咨询|证券|保险|银行|基金|资本|资产管理|金融|支付|农业|旅游|旅行社|连锁|管理|服务|软件|医材"
)
CJK_FIRMS = (
    f"{CJK_TRADES}|冷链|货运|快运|速运|客运|跨境|供应链|纺织|母婴|报关行|租车|租赁|出租|环卫|农机|港务|宅配|校车|巴士|纸业|钢铁|矿业"
    "|石化|燃气|牧业|渔业|粮油|乳业|酒业|口腔|影业|影视|律师事务所|会计师事务所|烘焙|珠宝|建材|家电|光电|半导体|工程|农场|幼儿园"
    "|精品酒店|商务酒店|公寓酒店|服务式公寓|公寓|民宿|客栈|旅舍|旅宿|旅店|旅馆|会馆|温泉会馆|温泉酒店|温泉|度假村|文旅|ホテル"
)
"""Trades that a name may end in; words of them also stand in lines that name nobody."""
_CJK_TRADE = re.compile(rf"(?:{CJK_FIRMS})$")


def name_key(name: str) -> str:
    """The name folded (width, case, script), without punctuation, and without spaces beside Chinese characters."""
    plain = _APOSTROPHES.sub("", fold(name)).replace("&", " and ")
    return _BESIDE_CJK.sub("", _NOT_A_LETTER.sub(" ", plain).strip())[:KEY_LENGTH]


def short_key(key: str) -> str:
    """A name key without its legal form (Inc, GmbH, 有限公司); the key itself when nothing else would be left."""
    words = key.split(" ")
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    short = " ".join(words)
    for form in _CJK_LEGAL:
        if short.endswith(form) and len(short) > len(form) + 1:
            return short.removesuffix(form).strip()
    return short


def brand_key(key: str) -> str:
    """A Chinese name key without place, trade and legal form: 上海星辰信息技术有限公司 is spoken of as 星辰."""
    return _CJK_GENERIC.sub("", _CJK_PLACES.sub("", short_key(key)))


def head_keys(key: str) -> set[str]:
    """A Chinese name without what the firm does, word by word: 华睿大药房连锁 is spoken of as 华睿大药房 and as 华睿."""
    heads, head = set[str](), brand_key(key)
    while (shorter := _CJK_GENERIC.sub("", _CJK_TRADE.sub("", head))) != head:
        head = shorter
        heads.add(head)
    return {head for head in heads if len(head) > 1 and not head.isascii()}


@lru_cache(maxsize=2_048)
def spoken_keys(key: str) -> frozenset[str]:
    """The shorter forms people use for a name key: without legal form, without place and trade, its first word, its first pair
    (Orchard & Vine Hospitality)."""
    short = short_key(key)
    words = short.split(" ")
    bare = next((n for n, word in enumerate(words) if n and word in GENERIC | LEGAL_FORMS), len(words))
    # Trimmed word by word: "GHI Consulting Group" is also called "GHI Consulting", which says more than "GHI".
    kept = next((n for n in range(len(words), 0, -1) if words[n - 1] not in GENERIC | LEGAL_FORMS), 1)
    trimmed = {" ".join(words[:n]) for n in range(kept, len(words)) if words[n - 1] not in LEGAL_FORMS}
    forms = {short, " ".join(words[:bare]), *trimmed, brand_key(key), *head_keys(key)}
    forms.add(_surname(words) if words[0] in PARTICLES else words[0] if len(words[0]) >= LATIN_NAME else "")
    if len(words) > 3 and words[1] == "and":
        forms.add(" ".join(words[:3]))
    return frozenset(form for form in forms if len(form) > 1 and form != key)


def _surname(words: list[str]) -> str:
    """A name that begins with particles up to the word they lead to: Van der Meer Koeltransport is spoken of as Van der Meer."""
    head = next((n for n, word in enumerate(words) if word not in PARTICLES), len(words))
    return " ".join(words[: head + 1])


def domain_forms(names: Iterable[str], domain: str) -> set[str]:
    """What a domain shows of how a firm is called: the words of a name key that make it up, or its own where the name has none.

    orchardvine.example lets Orchard & Vine Hospitality be Orchard & Vine; jinghe-law.example gives 璟和法律事務所 "Jinghe".
    """
    label = domain.split(".", maxsplit=1)[0]
    forms = {form for name in names for form in beginnings(name) if _squeezed(form) == label.replace("-", "")}
    if forms or not label.isascii() or any(name.isascii() for name in names):
        return forms
    words = label.split("-")
    return {" ".join(words)} | ({words[0]} if len(words) > 1 and len(words[0]) >= LATIN_NAME else set())


def beginnings(name: str) -> list[str]:
    """A Latin name key cut after each of its words but the first and the last: the one is a short form anyway."""
    words = name.split(" ")
    return [" ".join(words[:n]) for n in range(2, len(words))] if name.isascii() else []


def _squeezed(key: str) -> str:
    return "".join(word for word in key.split(" ") if word != "and")


def domain_key(domain: str) -> str:
    """A domain in lower case without scheme, `www.`, path or trailing dot."""
    host = re.sub(r"^[a-z]+://", "", domain.strip().casefold()).split("/")[0]
    return host.removeprefix("www.").rstrip(".")[:KEY_LENGTH]


def account_keys(account: Account) -> list[tuple[str, str]]:
    """(key, kind) for everything an account answers to; kinds are name, alias, id, domain, each key once under the first.

    An id that reads like the name (`acme-corp`) is kept as the name: so it is also found inside texts.

    Contacts' e-mail addresses count as kind domain: they lead to the account without being its name.
    """
    named = [(name_key(account.name), "name")]
    named += [(name_key(alias), "alias") for alias in account.aliases]
    named += [(name_key(id_), "id") for id_ in (account.id, *account.other_ids)]
    if account.domain:
        named.append((domain_key(account.domain), "domain"))
    named += [(key, "domain") for domain in account.domain_names if not is_free_mail(key := domain_key(domain))]
    named += [
        (contact.email.strip().casefold()[:KEY_LENGTH], "domain") for contact in account.contacts if contact.email
    ]
    first: dict[str, str] = {}
    for key, kind in named:
        if key:
            first.setdefault(key, kind)
    return list(first.items())


def firm_in(text: str) -> str | None:
    """The first name in a text that says by its legal form that it is a firm's ("Nobody GmbH"), whatever its words mean."""
    found = _FIRM.search(text)
    return found.group() if found else None
