"""Names: customers known to the workspace, and words that look like a company nobody knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from escalation.claims.fold import HAN, fold
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.naming import brand_key, head_keys, name_key
from escalation.records import Account
from escalation.text.everyday import is_everyday

_LETTER = r"[A-Za-z\u00df-\u024f]"
CAPITALISED = rf"[A-Z][a-z\u00df-\u024f]{_LETTER}*(?:['\-]{_LETTER}+)*"
"""A word written as a name ("McDonald's", "Jean-Luc"), for a pattern of its own. One way to match it and no other: with a
part that may be left out inside a repeated one, a word of forty letters was never done with."""
_SUFFIX = (
    r"(?:Corporation|Corp|Incorporated|Inc|Limited|Ltd|LLC|LLP|GmbH|AG|PLC|Pty|B\.?V|S\.?A|Co|Holdings|Group|"
    r"Technologies|Labs|Systems|Industries|Partners|Ventures|Bank|Logistics|Software|Solutions)"
)
_LOOKS = Lazy(rf"(?<![\w])(?:[A-Z][\w&'\-]*(?:\.\w+)?[ ,]+(?:of |and |& )?){{1,4}}?{_SUFFIX}\b\.?")
_STRONG_ZH = "股份有限公司|有限责任公司|科技有限公司|有限公司|公司|科技|集团|银行|物流|保险|证券"
# 银行资料, 物流单 and 保险费 are things, no companies.
_THING_ZH = "连接|通道|资料|信息|数据|账|帐|卡|号|流水|转|费|单|业务|部|人员|记录|明细|接口|系统|内部|层面|方面|规模"
_LOOKS_ZH = Lazy(rf"[{HAN}A-Za-z0-9·]{{1,14}}?(?:{_STRONG_ZH})(?:(?:{_STRONG_ZH}))*(?!(?:{_STRONG_ZH})|{_THING_ZH})")
_SHORT = Lazy(rf"(?:[ ,]+{_SUFFIX}\.?)+$|(?:股份有限公司|有限责任公司|科技有限公司|有限公司|公司)$", re.I)
# What stands before a company word in ordinary Chinese and is not part of a name.
_LEAD_ZH = Lazy(
    r".*(?:[一二两三四五六七八九十几每\d][个家位条张]|客户|该|本|贵|我们?|你们|他们|其他|其它|这家|那家|一家|两家|三家|多家|几家|数家|各家|各|某|子|母|分|总|上市|由|与|和|及|或|"
    r"是|为|在|向|对|给|把|被|从|到|的|了|来自|已|将|请|让|陌生|不认识|供应商|竞争对手|竞品|转投|换成|家|等|称|说|使|影响|要求|联系|通知|请求|催促?|告知|通过|经过?|致电|委托|询问|找)"
)
_COMMON_EN_WORDS = """
the our your their this that a an in at for from customer account support security engineering product
leadership
"""
_COMMON_EN = frozenset(_COMMON_EN_WORDS.split())
_COMMON_LEAD_WORDS = """
north south east west great first united national global general pacific atlantic summit harbour river silver golden
green black white royal central city customer support engineering product security american european
"""
_COMMON_LEADS = frozenset(_COMMON_LEAD_WORDS.split())
HAN_NAME = Lazy(rf"[{HAN}]")
Key = tuple[str, str]
Named = tuple[int, int, Key]
"""Start and end of a customer's name, and whose it is."""
Group = frozenset[Key]


def ours(group: Iterable[Key]) -> frozenset[str]:
    """The ids of this escalation's own customers among those spoken of."""
    return frozenset(id_ for kind, id_ in group if kind == "account")


def meant(owner: str | None, ids: Collection[str]) -> bool:
    """Whether what is this customer's may be meant where those of `ids` are spoken of: nobody's may, and all's where none is."""
    return owner is None or not ids or owner in ids


class NameIndex:
    """Names by their first word, so that a text is read once however many customers the workspace has.

    A key is ("account", id) for a customer of this escalation, ("other", name) for any other.
    """

    def __init__(self, accounts: Sequence[Account], other_names: Iterable[str]) -> None:
        self._entries: dict[str, list[tuple[str, Key]]] = {}
        own: set[str] = set()
        for account in accounts:
            names = [account.name, *account.aliases, account.id]
            for name in {*names, *(short(each) for each in names)}:
                self._add(name, ("account", account.id), own)
        others = [fold(name) for name in other_names]
        mine = [fold(name) for account in accounts for name in (account.name, *account.aliases)]
        spoken = {
            account.id: {form for name in (account.name, *account.aliases) for form in (*called(name), *_by_two(name))}
            | _of_domain(account)
            for account in accounts
        }
        for account in accounts:
            own_names = {fold(name) for name in (account.name, *account.aliases)}
            # A form that a stranger shares is this escalation's own customer here, unless two of them share it.
            rivals = [name for name in mine if name not in own_names]
            for form in sorted(spoken[account.id]):
                if not any(name.lower().startswith(form.lower()) for name in rivals):
                    self._add(form, ("account", account.id), own)
        taken = {each.lower() for name in mine for each in (name, *called(name))}
        for name in others:
            self._add(name, ("other", name), own)
            for form in called(name):
                if form.lower() not in taken:
                    self._add(form, ("other", name), own)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, name: str, key: Key, own: set[str]) -> None:
        folded = fold(name).strip()
        if len(folded) < 2 or (key[0] == "other" and folded.lower() in own):
            return
        if key[0] == "account":
            own.add(folded.lower())
        self._entries.setdefault(_first(folded), []).append((folded, key))

    def find(self, text: str) -> Iterator[tuple[int, int, Key]]:
        """Each known name in a folded text, longest first where they overlap."""
        position = 0
        for start in _starts(text):
            if start < position:
                continue
            for name, key in self._entries.get(_first(text[start : start + 40]), ()):
                if _stands(text, start, name) and (key[0] == "account" or _meant(text, start, name)):
                    yield start, start + len(name), key
                    position = start + len(name)
                    break


def companies(text: str) -> Iterator[Claim]:
    """Everything in a folded text that looks like a company's name; `key` is the name without its company word."""
    for match in _LOOKS.finditer(text):
        first = re.split(r"[ ,]", match[0])[0]
        if first.lower() not in _COMMON_EN or len(match[0].split()) > 2:
            yield Claim("customer", *match.span(), key=short(match[0]).lower())
    for match in _LOOKS_ZH.finditer(text):
        lead = _LEAD_ZH.match(match[0])
        begin = lead.end() if lead else 0
        name = match[0][begin:]
        core = re.sub(rf"(?:{_STRONG_ZH})+$", "", name)
        if len(core) >= 2:
            yield Claim("customer", match.start() + begin, match.end(), key=core.lower())


def short(name: str) -> str:
    """A name without the words that say what kind of company it is."""
    folded = fold(name).strip()
    cut = _SHORT.sub("", folded).strip(" ,")
    return cut if len(cut) >= 2 else folded


def called(name: str) -> Iterator[str]:
    """The shorter forms people call a customer by: "Pacific Rim" for Pacific Rim Foods, "Corvid" for Corvid Health, 宏拓.

    A single everyday word is none.
    """
    folded = fold(name).strip()
    parts = folded.split(" ")
    for count in range(2, len(parts)):
        if parts[0][:1].isupper() and parts[count - 1][:1].isupper():
            yield " ".join(parts[:count])
    first = parts[0]
    capitals = re.fullmatch(r"[A-Z][a-z]{4,}|[A-Z]{3,6}|[A-Z][a-z]+[A-Z]\w+", first)
    if len(parts) > 1 and capitals and first.lower() not in _COMMON_LEADS and not is_everyday(first.lower()):
        yield first
    if HAN_NAME.search(folded):
        key = name_key(folded)
        for form in {brand_key(key), *head_keys(key)}:
            if len(form) > 1 and not form.isascii() and form != folded and not is_everyday(form):
                yield form


def _by_two(name: str) -> Iterator[str]:
    """维明 for 維明診斷, 晨曜 for 北京晨曜教育: the first two characters behind the city, unless they are a word; and 徳波 for
    徳波ホテルズ."""
    key = brand_key(name_key(fold(name)))
    if (head := re.match(rf"[{HAN}]{{2,}}(?=[\u3040-\u30ff])", key)) and not is_everyday(head[0]):
        yield head[0]
    if len(key) > 3 and re.fullmatch(rf"[{HAN}]+", key) and not is_everyday(key[:2]):
        yield key[:2]


def _of_domain(account: Account) -> set[str]:
    """ "Chenyao" for the customer at chenyao-edu.example, whose name is written in another script."""
    label = re.split(r"[.\-]", account.domain or "")[0]
    return {label.capitalize()} if re.fullmatch(r"[a-z]{5,}", label) and not is_everyday(label) else set()


def _first(text: str) -> str:
    match = re.match(r"[A-Za-z0-9]+", text)
    return match[0].lower() if match else text[:1]


def _starts(text: str) -> Iterator[int]:
    for match in re.finditer(r"[A-Za-z0-9]+|[^\sA-Za-z0-9]", text):
        yield match.start()


_OPENING = Lazy(r"(?:^|[.!?:;\n\"“”(\[*•|])[\s\"“(\[*]*$")
_DOES = Lazy(
    rf"\s?[{HAN}(（]|'s\b|,? (?:too|also|as well|which|who)\b|(?: has| have)? (?:complain|report|wr(?:ites|ote|itten)|ask"
    r"|sa(?:ys|id)\b|pays\b|renew|want|call|phone|threaten|leave|left\b|churn)"
    r"|(?: is| was) (?:another|also|a customer|affected|one of)| (?:Ltd|Inc|Corp|GmbH|LLC)\b"
)
_OF_NAME = Lazy(r"(?:客户|用户|租户|公司|[与和跟像如给“「『（(、]|名为|叫做?)\s?$")
_DOES_ZH = Lazy(
    r"\s?(?:的(?!确)|公司|集团|客户|也|都|说|表示|反[馈映]|来[信电]|要求|投诉|续约|年费|那边|方面|是(?:另|我们|一)|[”」』）)、])"
)


def _meant(text: str, start: int, name: str) -> bool:
    """Whether an everyday word that is also some customer's name stands there as one: by its capital, else by what it does."""
    if not is_everyday(name.lower()):
        return True
    end = start + len(name)
    if name.isascii():
        return not _OPENING.search(text, max(0, start - 6), start) or bool(_DOES.match(text, end))
    return bool(_OF_NAME.search(text, max(0, start - 4), start) or _DOES_ZH.match(text, end))


def _stands(text: str, start: int, name: str) -> bool:
    end = start + len(name)
    found = text[start:end]
    if found.lower() != name.lower():
        return False
    # "summit" is a word, "Summit" may be the customer.
    if name[:1].isupper() and found[:1].islower():
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_latin(name[0]) and _latin(before)) and not (_latin(name[-1]) and _latin(after))


def _latin(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")
