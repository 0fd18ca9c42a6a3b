"""Trials that are only named: "tried cache, browsers, index rebuild", 「缓存、浏览器都试过了」, "Edge and Chrome: the same"."""

from __future__ import annotations

import re

from escalation.reading.uncovered import uncover

_MEANS = (
    r"\b(?:caches?|cookies?|browsers?|restarts?|reboots?|re-?installs?|re-?installation|re-?builds?|re-?index\w*|resets?"
    r"|re-?logins?|[345]g|lte|mobile data"
    r"|logouts?|devices?|phones?|tablets?|laptops?|computers?|pcs?|machines?|networks?|wi-?fi|hotspots?|vpns?|prox(?:y|ies)"
    r"|private (?:windows?|tabs?|mode)|incognito|chrome|edge|firefox|safari|cables?|drivers?|printers?|scanners?|plugins?"
    r"|extensions?|re-?imports?|re-?exports?|re-?syncs?|re-?uploads?|permissions?|tokens?|passwords?"
    r"|(?:test|other|another|new) (?:users?"
    r"|accounts?|files?))\b"
    r"|缓存|快取|浏览器|重启|重装|重建|重置|重新登录|重登|退出|无痕|隐身|隐私窗口|换(?:电脑|手机|设备|网络|账号|浏览器|机器)"
    r"|电脑|手机|平板|网络|[345]g|流量|热点|代理|驱动|插件|重新导入|重新导出|重新同步|清(?:理|除|空)?缓存|令牌|密码|权限|chrome|edge|firefox|safari"
)
_MEANT = re.compile(_MEANS)
"""What a support desk tries a fault on or with. Anything else after "tried" may be a rival or a dish."""
_WHOLE = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|wants?|needs?|says?|said|asks?|knows?|they|we|i|he|she|it|you|your|now|still|urgent|please"
    r"|not?|nothing|but|since|because|to|by|must|can|cannot|fails?|stop(?:s|ped)|works?|do|does|did|all|every\w*|our|customers?|vendors?)\b"
    r"|客户|要求|希望|想|需要|请|急|不|没|都|才|只|每|所有|全部"
)
_LED = re.compile(r"^(?:.*\b)?(?P<deed>tried (?:the |a |an )?[\w' -]{2,40})$|^.{0,6}试(?:过|了)[^，,]{1,16}$")
_ALL_TRIED = re.compile(
    r"(?:^|[，,。；;\n])[^\S\n]*(?P<list>[^，,。；;\n]{0,100}、[^，,。；;\n]{0,100}?)(?:也|都|全|均|全都)*(?:已经?)?[试試]?(?:试|試)(?:过|過|了)+"
)
_AT = re.compile(
    r"(?i)^(?P<deed>[^:：;；.。]{3,60})\s*[:：]\s*(?P<result>(?:(?:exactly |just )?the same|same"
    r"|no (?:difference|change|luck|effect)|did(?:n['’]t| not) help"
    r"|都?(?:是)?一[样樣]|同[样樣]|[还還]是|没有?用|沒有?用|没[变變]化|沒[变變]化).*)$"
)
_NEITHER = re.compile(r"(?i)^(?P<deed>\w[\w'-]*(?: \w[\w'-]*){0,5} ?),? (?P<result>neither|not either|no better)$")
_WIDELY = re.compile(r"^\W*(?:on|in|for|at|with)?\s*(?:all|every|any|each)\b|^\W*(?:所有|全部|每)")


def is_trial(words: str) -> bool:
    """Whether it is a bare name of something tried, and no sentence about it."""
    plain = uncover(words).text.strip()
    return len(plain) <= 40 and bool(_MEANT.search(plain)) and not _WHOLE.search(plain)


def leads(clause: str) -> bool:
    """Whether more trials may follow this clause: "tried cache", 「试过清缓存」."""
    plain = uncover(clause).text.strip()
    found = _LED.search(plain)
    return bool(found and _MEANT.search(found["deed"] or plain))


def all_tried(sentence: str) -> tuple[tuple[str, ...], tuple[int, int]] | None:
    """The trials of 「缓存、浏览器都试过了」, and where these words stand; None unless something tried is named."""
    for found in _ALL_TRIED.finditer(sentence):
        named = tuple(part.strip() for part in found["list"].split("、") if part.strip())
        if all(len(n) <= 12 and not _WHOLE.search(uncover(n).text) for n in named) and any(is_trial(n) for n in named):
            return named, found.span()
    return None


def trial_with_result(sentence: str) -> tuple[str, str] | None:
    """ "Private window, Edge and Chrome: the same loop", "Another browser neither": where, and what came of it."""
    for form in (_AT, _NEITHER):
        if (found := form.search(sentence)) and is_trial(found["deed"]) and not _WIDELY.search(found["deed"].lower()):
            return found["deed"].strip(), found["result"].strip()
    return None
