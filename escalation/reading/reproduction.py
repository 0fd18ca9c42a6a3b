"""Reproduction details as the threads tell them: steps, expected, actual, environment, frequency, what is ruled out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from escalation.reading.calls import calls
from escalation.reading.entries import Entry, entries, sentences
from escalation.reading.quote import Quote
from escalation.records import Ticket

_NUMBERED = re.compile(
    r"(?m)^[ \t]*(?:\d{1,2}[.)、．:：]|step \d{1,2}[:.]|第[一二三四五六七八九十]步[:：,，]?|[①-⑩])[ \t]*(\S.*)$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:^|(?<=[\s:：;；。]))(?:\(?([1-9])[.)、）])\s*([^\n]+?)(?=\s*[;；,，。]?\s*\(?[1-9][.)、）]|$|\n)"
)
_PATH = re.compile(
    r"(?i)\b(?:go(?:es|ing)? to|open(?:s|ed)?|navigate\w* to|click(?:s|ed|ing)?(?: on)?|select(?:ed)?"
    r"|log(?:ged|ging)? in (?:as|with|to|via))\b[^.\n]{0,120}?(?:\b(?:click|select|press|choose|then"
    r"|open|go to|hit|upload|enter)\b|>|→)"
    r"|(?:进入|打开|点击|點擊|点|登录|登錄|选择|選擇)[^。\n]{1,60}(?:点击|點擊|选择|選擇|然后|然後|再|后"
    r"|→|>|勾选|勾選|保存|提交|导出|匯出)|\b(?:at|via|under|from) [A-Z]\w+ ?> ?[A-Z]\w+"
)
_LABELLED = {
    "expected": re.compile(
        r"(?im)(?:^|[\s。.;；])(?:expected(?: (?:result|behaviou?r|outcome))?|预期(?:结果)?|期望(?:结果)?"
        r"|預期(?:結果)?|应该|應該)\s*[:：]\s*(\S[^\n]*?)(?=\s*(?:actual\b|实际|實際)|$)"
    ),
    "actual": re.compile(
        r"(?im)(?:^|[\s。.;；])(?:actual(?: (?:result|behaviou?r|outcome))?|实际(?:结果)?"
        r"|實際(?:結果)?)\s*[:：]\s*(\S[^\n]*?)(?=\s*(?:expected\b|预期|預期)|$)"
    ),
}
_SPOKEN = {
    "expected": re.compile(
        r"(?i)\b(?:should (?!we|i\b|you)|expect(?:ed|ing)? (?:to|that|the|it|all)|supposed to)\b|应该|應該"
        r"|本应|理应|正常(?:情况下|应)"
    ),
    "actual": re.compile(
        r"(?i)\b(?:instead|but (?:it|we|i|the|only|get)|get(?:s|ting)? (?:an?|the) [^.]{0,30}error"
        r"|shows? (?:an?|the) [^.]{0,30}error|returns? \d{3}|only (?:has|contains|shows))\b|实际|實際|结果"
        r"|結果|却|卻|报错|報錯|提示「|显示「|顯示「|只有"
    ),
}
_ENVIRONMENT = re.compile(
    r"(?i)\b(?:google )?(?:chrome|firefox|safari|edge|opera)\b(?: (?:version )?v?\d[\d.]*)?|\b(?:windows"
    r"|win) ?(?:1[01]|[78]|server \d+)\b(?: pro)?|\bmac ?os(?: [a-z]+)?(?: \d[\d.]*)?|\b(?:ios|ipados"
    r"|android|ubuntu|debian|centos) ?\d[\d.]*"
    r"|\biphone \w+|\b(?:python|node|java|go|php|ruby|\.net|js|rest) sdk(?: v?\d[\d.]*)?"
    r"|\bsdk v?\d[\d.]*|\b(?:app|client|desktop app|mobile app|plugin|agent|connector|release|version"
    r"|build)(?: version)? v?\d+(?:\.\d+)+|\bv\d+\.\d+(?:\.\d+)?\b"
    r"|\b(?:enterprise|professional|starter|team|business|trial) plan\b|\b(?:eu|us|ap|cn|uk)-(?:west"
    r"|east|central|north|south|southeast|northeast)-?\d\b|\b(?:eu|us|apac|emea) (?:region|cluster"
    r"|data ?cent(?:er|re))\b"
    r"|(?:客户端|客戶端|版本|桌面端|移动端|安卓|微信)\s*(?:版本)?\s*v?\d+(?:\.\d+)+|企业版|企業版|专业版"
    r"|專業版|试用版|(?:华东|华北|华南|欧洲|美国|新加坡)(?:区域|节点|机房)|\bpostgres\w* \d[\d.]*"
    r"|\bokta\b|\bazure ad\b|\bentra id\b"
)
_FREQUENCY = re.compile(
    r"(?i)\b(?:always|every (?:single )?time|each time|intermittent(?:ly)?|sometimes|occasionally"
    r"|randomly?|sporadic(?:ally)?|about \d+ ?%|\d+(?:\.\d+)? ?% of (?:the )?\w+|(?:about |roughly "
    r"|around )?(?:one|\d+) (?:in|out of|of) (?:every )?(?:\d+|three|four|five|six|eight|ten"
    r"|twelve|twenty)|every (?:few |\d+ )?(?:minutes?|hours?"
    r"|days?)|once an? (?:hour|day|week)|during (?:peak|working|business) hours|consistently|100%)\b"
    r"|每次(?:都)?|总是|總是|必现|必現|偶发|偶發|偶尔|偶爾|间歇(?:性)?|間歇(?:性)?|有时|有時|时好时坏"
    r"|大约\d+%|约?\d+次(?:里|中)?有?\d+次|高峰(?:期|时段)|随机|隨機|\d+%的"
)
_RULED_OUT = re.compile(
    r"(?i)\b(?:same (?:in|on|with|for) |give the same|(?:also|even) (?:happens |fails |occurs )?(?:on|in"
    r"|with) (?:a |another |other |test |incognito|different )|not (?:related|caused|due|a (?:network"
    r"|browser|permission|config))|ruled? out|no (?:vpn|proxy|firewall|filter|system change"
    r"|recent change)s?|(?:other|all other) (?:functions?|features?|users?|browsers?|endpoints?"
    r"|projects?|accounts?) (?:work|are|is)\b|network (?:is|was|looks?) (?:fine|ok|good|stable)"
    r"|nothing (?:was )?changed|no change)"
    r"|(?:换|換)(?:了|个|個|成|用|过|過)?.{0,8}(?:也|仍|还是|還是|一样|一樣|同样|同樣)|.{0,12}(?:都"
    r"|也)(?:是)?(?:一样|一樣|同样|同樣)(?:的)?(?:问题|問題|报错|錯誤)?|排除|(?:网络|網路|網絡)(?:正常"
    r"|没问题|沒問題)|其他(?:功能|用户|项目|浏览器|用戶|專案).{0,4}(?:正常|没问题|可以)|没有(?:加|做"
    r"|改)?(?:任何)?(?:筛选|变更|改动|修改)|沒有(?:加|做|改)?(?:任何)?(?:篩選|變更)|与.{0,8}无关"
)

_REPRODUCED = re.compile(
    r"(?i)\b(?:reproduced|can reproduce|repro)\b[^:：]{0,60}[:：]\s*(.+)|(?:复现|重现|復現|重現)[^:：]{0,30}[:：]\s*(.+)"
)
_CONTRAST = re.compile(r"(?i)(?:without|with no|otherwise|不|无|無|没有|沒有|否则)[^:：]{0,40}[:：]\s*(.+)")
_COUNTED = re.compile(r"(?i)\d|\b(?:one|two|three) (?:in|out of|of)\b")
_END = " \t\n.,:;。，：；"


@dataclass(frozen=True)
class ReproductionFound:
    """Words of the threads; an empty tuple or None where nothing was said. `quotes` hold what each part was read from."""

    steps: tuple[str, ...] = ()
    expected: str | None = None
    actual: str | None = None
    environment: tuple[str, ...] = ()
    frequency: str | None = None
    ruled_out: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


def reproduction(tickets: Iterable[Ticket]) -> ReproductionFound:
    """The fullest steps, the first expected and actual, every environment named; only what is said."""
    told = [e for t in tickets for e in entries(t)]
    steps, steps_quote = _steps(told)
    parts = {name: _part(name, told) for name in ("expected", "actual")}
    if noted := next(filter(None, map(_noted, told)), None):
        if steps_quote is None or len(steps) == 1:
            steps, steps_quote = (noted.steps, noted.quote)
        labelled = {name: parts[name] if _labelled(name, told) else None for name in parts}
        parts = {
            "expected": labelled["expected"]
            or ((noted.expected, noted.quote) if noted.expected else parts["expected"]),
            "actual": labelled["actual"] or ((noted.actual, noted.quote) if noted.actual else parts["actual"]),
        }
    called = () if steps else calls(told)
    environment = _all(_ENVIRONMENT, told)
    said = _all(_FREQUENCY, told)
    frequency = next((one for one in said if _COUNTED.search(one[0])), next(iter(said), None))
    ruled_out = [
        q
        for e in told
        for s in sentences(e.text)
        if _RULED_OUT.search(s) and not s.endswith(("?", "？"))
        for q in [e.quote(s)]
    ]
    quotes = [
        steps_quote,
        *(q for _, q in called),
        *(q for _, q in parts.values()),
        *(q for _, q in environment),
        frequency and frequency[1],
        *ruled_out,
    ]
    return ReproductionFound(
        steps=steps or tuple(words for words, _ in called),
        expected=parts["expected"][0],
        actual=parts["actual"][0],
        environment=tuple(dict.fromkeys(words for words, _ in environment)),
        frequency=frequency[0] if frequency else None,
        ruled_out=tuple(dict.fromkeys(q.quotation for q in ruled_out)),
        quotes=tuple(dict.fromkeys(q for q in quotes if q)),
    )


def _steps(told: list[Entry]) -> tuple[tuple[str, ...], Quote | None]:
    lists = [(found, e) for e in told if len(found := _numbered(e.text)) > 1]
    if lists:
        found, entry = max(lists, key=lambda pair: len(pair[0]))
        return tuple(found), entry.quote(entry.between(found[0], found[-1]))
    for entry in told:
        for sentence in sentences(entry.text):
            if _PATH.search(sentence) and not sentence.endswith(("?", "？")):
                return (sentence,), entry.quote(sentence)
    return (), None


@dataclass(frozen=True)
class _Noted:
    steps: tuple[str, ...]
    actual: str | None
    expected: str | None
    quote: Quote


def _noted(entry: Entry) -> _Noted | None:
    """A colleague's note in one breath: "Reproduced on …: what was done: what came of it. Without …: what should come"."""
    told_by_us = sentences(entry.text) if entry.role != "customer" else ()
    for at, sentence in enumerate(told_by_us):
        if not (found := _REPRODUCED.search(sentence)):
            continue
        told = (found.group(1) or found.group(2)).strip(_END)
        cut = next((told.rfind(mark) for mark in (": ", "：", ", ", "，") if mark in told), len(told))
        contrast = _CONTRAST.match(told_by_us[at + 1]) if at + 1 < len(told_by_us) else None
        return _Noted(
            steps=(told[:cut].strip(_END),),
            actual=told[cut:].strip(_END) or None,
            expected=contrast.group(1).strip(_END) if contrast else None,
            quote=entry.quote(entry.between(sentence, told_by_us[at + 1]) if contrast else sentence),
        )
    return None


def _labelled(name: str, told: list[Entry]) -> bool:
    return any(_whole(m.group(1)) for e in told for m in _LABELLED[name].finditer(e.text))


def _whole(words: str) -> bool:
    """Whether it says something: "Error" alone does not."""
    plain = words.strip(_END + "\"'「」“”")
    return len(plain.split()) > 1 or any(c.isdigit() for c in plain) or (not plain.isascii() and len(plain) > 3)


def _numbered(text: str) -> list[str]:
    lines = [m.group(1).strip() for m in _NUMBERED.finditer(text)]
    if len(lines) > 1:
        return lines
    inline = [(int(m.group(1)), m.group(2).strip(" ;；,，")) for m in _INLINE.finditer(text)]
    return [words for _, words in inline] if [n for n, _ in inline] == list(range(1, len(inline) + 1)) else []


def _part(name: str, told: list[Entry]) -> tuple[str | None, Quote | None]:
    for entry in told:
        for m in _LABELLED[name].finditer(entry.text):
            if _whole(m.group(1)):
                return m.group(1).strip(), entry.quote(m.group().strip(" \n。.;；"))
    for entry in told:
        if entry.role == "customer" or not entry.public:
            for sentence in sentences(entry.text):
                if (
                    _SPOKEN[name].search(sentence)
                    and _whole(re.split("[:：]", sentence)[-1])
                    and not sentence.endswith(("?", "？"))
                ):
                    return sentence, entry.quote(sentence)
    return None, None


def _all(pattern: re.Pattern[str], told: list[Entry]) -> list[tuple[str, Quote]]:
    return [
        (m.group().strip(_END), e.quote(s))
        for e in told
        for s in sentences(e.text)
        if not s.endswith(("?", "？"))
        for m in pattern.finditer(s)
    ]
