"""A standstill told in other words than "blocked": people without work, nothing that goes out, what fails every time."""

from __future__ import annotations

import re
from typing import Literal

from escalation.reading.signals.clauses import Clause, clauses
from escalation.reading.signals.scopes import asked, hypothetical, negated, past
from escalation.reading.uncovered import uncover

Stopped = Literal["people", "function"]

_THING = r"[\w'’/.-]{1,40}"
_TOGETHER = (
    r"(?:staff|crews?|teams?|shifts?|people|clerks?|we|they|everyone|everybody|folks|hands"
    r"|(?!users\b|workers\b|serv|comput|print|scan|rout|time|hand|contain|clust|process|schedul|send|load"
    r"|numb)\w{2,14}(?:ers|ists|ians|ees|men|ors))"
)
_ON_SITE = (
    r"(?:trucks|lorries|vans|cars|ships|trains|planes|guests|patients|customers|passengers|children|families|pupils)"
)
_MADE = r"(?:work|money|trade|ship|sell|order|invoice|parcel|truck|lorr|payment|deliver|label|pallet|ticket|booking|batch)\w{0,6}"
_NOT_ALL = (
    r"(?!other\b|second\b|third\b|few\b|\d|\w{2,12}th\b|day|night|morning|evening|afternoon|hour|minute|week|month|quarter|year"
    r"|now\b|once\b|so often|mon|tues|wednes|thurs|fri|satur|sun)"
)
_FAILS = (
    r"(?:(?:is|are|gets?|comes? back|ends?|keeps?|has|have) (?:been |being |with |in |now )?)?"
    r"(?:declined|rejected|refused|fail(?:s|ing|ed)?|times? out|timing out|bounces?|bounced|errors?(?: out)?)"
)
_VERBS = (
    r"(?:sell|trade|ship|dispatch|deliver|invoice|bill|charge|collect|receive|produce|manufacture|unload|load|admit|discharge"
    r"|treat|teach|dispense|settle|take (?:orders|payments|bookings|calls)|open the (?:shop|store|doors?|gates?|counter)"
    r"|check (?:\w{1,12} ){0,2}in)"
)
_ENGLISH_PEOPLE = (
    (
        rf"\b{_TOGETHER} (?:(?:are|is|sit|sits|sitting|stand|stands|standing|stay|have been|has been) ){{0,2}}(?:all |now "
        rf"|just )?idle\b"
        r"(?! (?:time|session|connection|for \d{1,3} ?(?:s|sec|min)\w{0,6} (?:and|then|get|are|before)))"
    ),
    (
        rf"\b{_TOGETHER} (?:\w{{1,12}} ){{0,3}}(?:have|has|with|had) (?:nothing|no work) to do\b"
        rf"|\bnothing (?:left )?to do for {_TOGETHER}"
    ),
    r"\bsen(?:t|ding|d) (?:\w{1,12} ){0,3}(?:people|staff|them|everyone|everybody|crews?|teams?|shifts?|workers|half) home\b",
    r"\b(?:turn(?:s|ing|ed)? (?:\w{1,12} ){0,3}(?:customers|patients|guests|people|clients|buyers|passengers) away)\b",
    (
        r"\b(?:production|everything|work|business|operations?|plant|line|warehouse|site|shop|depot|office|floor) "
        r"(?:\w{1,12} ){0,2}(?:stands?|standing|stood) still\b"
        r"|\b(?:ground|came|come|comes|coming|brought) to a (?:\w{1,12} )?(?:halt|stop)\b"
        r"|\b(?:clos(?:ed|ing)|shut) (?:the|our|their) (?:shop|store|counters?|doors?|gates?|warehouse|site|line|clinic"
        r"|branch)\w{0,3}\b"
    ),
    (
        rf"\b\d{{1,5}} (?:\w{{1,14}} )?(?:{_TOGETHER}|{_ON_SITE}) (?:are |is |have been |now )?(?:waiting|wait|stuck"
        rf"|stranded|queu(?:ed|eing|ing)(?: up)?|held up)\b"
        r"(?! (?:for|on) (?:you|your|approval|confirm|feedback|review)\b| for (?:\w{1,12} ){0,3}(?:reply|answer|approval))"
    ),
    rf"\b(?:can ?not|can['’]?t|can no longer|unable to|not able to) (?:even |currently )?{_VERBS}\b",
    (
        r"\b(?:tills?|checkouts?|counters?|lines?|shops?|stores?|warehouses?|branches|machines?|trucks?|lorries|vans"
        r"|cranes?|presses) "
        r"(?:are|is|have|has|all) (?:all |been |now )?(?:idle|closed|stopped|standing|stranded|at a standstill)\b"
    ),
)
_ENGLISH_FUNCTION = (
    (
        r"\bnothing (?:\w{1,10} ){0,2}(?:goes|gets|leaves?|left|moves?|moving|ships?|going)\b(?! (?:unnoticed|wrong"
        r"|better|lost|late|early|to|for|behind))"
    ),
    rf"\bno {_MADE} (?:\w{{1,12}} ){{0,2}}(?:goes?|going|gets?|getting|leaves?|leaving|can be|comes?|coming) \w",
    (
        rf"\b(?<!not )(?<!nearly )(?<!almost )(?:every|each|all) {_NOT_ALL}(?:{_THING} ){{1,7}}?{_FAILS}\b(?! (?:to (?:see"
        rf"|notice)|over\b|tests?))"
    ),
    (
        r"\bnone of (?:the|our|my|their) (?:\w{1,14} ){1,3}?(?:works?|goes|go|gets?|arrives?|arrived?|prints?|loads?"
        r"|opens?|sends?)\b"
    ),
    r"\bnothing (?:\w{1,10} )?(?:works|prints|loads|syncs|arrives|sends|opens|saves|posts|imports|exports)\b",
)
_PIECE = r"[单张笔件票箱车批]"
_OUR_WORK = r"[货单款库车票诊课账证户房活]|生意|标签|发票|工资|订单|快递|包裹|运单|面单|病历|处方"
_CHINESE_PEOPLE = (
    (
        r"(?:人|员|工|师|同事|司机|店长?|前台|客服|车间|产线|团队|班组|部门|[台家])(?:们)?[^，。；]{0,8}"
        r"(?:闲着|闲置|没活(?:儿)?干|没事(?:做|干)|无事可做|干坐|坐着等|空等|干瞪眼|歇着|歇工|全停|都停)"
    ),
    r"(?<![要会])(?<!临时)停(?:线|诊|课|运|售|航)(?![车位])|(?:门店|柜台|窗口|仓库|产线|车间|收银台?|店)[^，。；]{0,6}(?:关着|关了门|关门|停下来|动不了|开不了)",
    (
        rf"(?:发|收|打|开|出|接|派|装|卸|付|结|交|办|做|卖|排|送|扣|领|入)不(?:了|出|成|上|出去|进来?)(?:{_OUR_WORK})"
        rf"|(?:{_OUR_WORK})[^，。；]{{0,4}}(?:发|收|打|开|出|接|派|装|卸|付|结|交|办|做|卖|排|送|扣|领|入)不(?:了|出|成|进)"
    ),
    rf"一{_PIECE}[^，。；]{{0,6}}(?:都|也)(?:没能?|不能|无法)?(?:发|收|打|开|出|接|派|装|卸|付|结|交|办|做|卖|排|送|扣)(?:不|出去|成|进)",
    r"\d{1,5}\s?[个位名辆台家]?[^，。；\d]{0,8}(?:干等|(?<!还)在等(?!你|您|贵|回|答)|排着?队|堵在|压在|滞留|积压)",
    r"(?:卖|收|发|做|办|开|排|派)不(?:了|成|出去?)(?=$|[，。；！!])",
)
_CHINESE_FUNCTION = (
    rf"(?<!不是)(?<!并非)(?:所有|全部|每(?:一)?{_PIECE}|每次)(?:的)?[^，。；]{{0,14}}(?:失败|被拒|拒绝|报错|出错|超时|退回|不成功|打不开|用不了|发不出)",
    rf"(?:一{_PIECE}|什么|啥)[^，。；]{{0,6}}(?:都|也)[^，。；]{{0,2}}(?:打不开|用不了|出不来|上不去|收不到|不成功|不行)",
)
_KINDS: tuple[tuple[Stopped, re.Pattern[str]], ...] = (
    ("people", re.compile("|".join((*_ENGLISH_PEOPLE, *_CHINESE_PEOPLE)))),
    ("function", re.compile("|".join((*_ENGLISH_FUNCTION, *_CHINESE_FUNCTION)))),
)
_STILL_ABLE = re.compile(
    r"\b(?:can|could|are able to) still\b|\bstill (?:works?|working|able|possible)\b|\b(?:no longer|not) (?:idle"
    r"|stuck|waiting|blocked)\b"
    r"|(?:还|仍|照样)能|不影响|没有?影响|不(?:耽误|妨碍)|没少|没丢"
)
"""What is denied or left in the same clause takes it back."""


def stands_still(sentence: str) -> Stopped | None:
    """Whether a sentence tells of it as a fact of now: not denied, feared, asked, or over."""
    text = uncover(sentence).text
    found: Stopped | None = None
    for clause in clauses(text):
        for kind, pattern in _KINDS:
            match = pattern.search(clause.text)
            if match and _of_now(clause, *match.span()):
                if kind == "people":
                    return kind
                found = found or kind
    return found


def _of_now(clause: Clause, start: int, end: int) -> bool:
    denied = negated(clause.text, start, end, inner=False) or _STILL_ABLE.search(clause.text) is not None
    unsure = asked(clause, start) or hypothetical(clause, start, threat=False, suspicion=False)
    return not denied and not unsure and not past(clause, end)
