"""Other customers: by any of their names, or told so that they can be guessed."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.audience.naming import company_forms, stands
from escalation.audience.words import denied
from escalation.claims.lazy import Lazy
from escalation.reading.seen import Seen

_MANY = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|half a dozen|a handful of|eleven|twelve|fifteen|twenty"
    r"|dozens of|a dozen"
    r"|several|many|a few|a couple of|some of our|two of our|other)"
)
_WHO = (
    r"(?:customers?|clients?|tenants?|companies|company|banks?|firms?|insurers?|hospitals?|retailers?"
    r"|manufacturers?|carriers?|universit\w+)"
)
_SOMEBODY = (
    r"(?:customer|client|tenant|company|bank|firm|insurer|hospital|retailer|manufacturer|carrier|university|studio)"
)
_ALIKE = Lazy(
    rf"\b(?:you|your (?:company|team|account|workspace|organi[sz]ation))(?:['’]re| are| is) (?:only |just )?"
    rf"(?:(?:one|1) (?:of|out of)|among) (?:the |our |about |around |some |roughly )*(?:{_MANY}) (?:[\w-]+ ){{0,2}}?"
    r"(?:accounts|organi[sz]ations|workspaces|teams|users|tenants)\b"
    rf"|\b(?:{_MANY}) other (?:[\w-]+ ){{0,2}}?(?:accounts|organi[sz]ations|workspaces)\b(?! (?:of|in|on) your)"
    rf"|\b(?<!you )(?:the|that|another|an?) (?:other )?(?:[\w-]+ ){{0,2}}?{_SOMEBODY}"
    r" (?:(?:from |of |we (?:had|saw) )?(?:last|the other|two|three|a few|some) (?:weeks?|months?|years?|days?)\b)"
    rf"|\b(?:last|this|previous) (?:week|month|year|quarter)['’]s (?:other )?(?:[\w-]+ ){{0,2}}?{_SOMEBODY}\b"
)
"""Others told of beside this customer, or by when they had it."""
_ALIKE_ZH = Lazy(
    r"(?<![提说到过司您方们])(?:那|某|另)(?:一)?[家间个](?!您|贵司)[^,。;您]{0,6}?"
    r"(?:客户|公司|企业|银行|学校|医院|集团|券商|保险|厂商?|机构|工作室)(?!的?(?:账号|帐号|域名|邮箱))"
    r"|(?:上[个周次]?|前[阵段几些两]|之前|去年|早前|此前)[^,。;您]{0,6}?[有那][^,。;您]{0,2}[家间个位][^,。;您]{0,6}?"
    r"(?:客户|公司|企业|银行|学校|医院|集团|券商|保险|厂商?|机构|工作室)"
    r"|(?<![司您们方队组的])(?:其他|其它|别的|另外的)用户(?:也|都|同样)(?:有|会|是|遇|碰|出现|这样|一样|反馈|报|受)(?![^。]{0,12}[吗?？])"
)
_COUNTED = Lazy(
    rf"(?<!your )\b(?:{_MANY} (?:of our )?other (?:[\w-]+ ){{0,2}}?{_WHO}"
    r"|\b(?:most|many|some|several|all|few|half|hundreds|dozens|a dozen|around \w+|about \w+|a (?:handful|number)) "
    r"(?:of )?(?:our )?(?:(?!of\b|your\b)[\w-]+ ){0,1}?(?:customers|clients|tenants)\b(?! (?:of yours|in your|on your|you))"
    rf"|(?:{_MANY} )?(?:more|further|additional) (?:of our )?(?:[\w-]+ ){{0,1}}?{_WHO}(?! details| data| names?)"
    r"|(?:not|aren['’]?t) (?:alone|the only (?:one|ones|customer|company|account))\b"
    rf"|(?:not|isn['’]?t) (?:just|only) (?:you|your (?:team|company|account))\b|customers like you"
    rf"|another (?:of our )?(?:[\w-]+ ){{0,2}}?{_WHO}(?:['’]s)?)\b"
    rf"|\b{_MANY} (?:enterprise|professional|trial|paying|large|big) {_WHO}\b"
    rf"|\b{_MANY} (?:of our )?customers (?:have |had )?(?:also )?"
    rf"(?:reported|asked|requested|raised|complained|told|wrote|saw|see|opened|have|had|are|were|hit|use)\b"
    rf"|\bother customers['’]"
    r"|\b(?:everybody|everyone|all of them|anyone|anybody|others|other (?:people|users|accounts|tenants|companies))"
    r"(?: else)?['’]?s? (?!in your|at your|on your|of your|of you)(?:[\w-]+ ){0,3}?"
    r"(?:is|are|was|were|has|have|had|sees?|saw|hits?|gets?|got|reports?|reported|looks?)\b[^.,\n]{0,20}?"
    r"\b(?:the same|too|as well|like (?:yours|you))\b"
    rf"|\bone of (?:our )?{_MANY} (?:\w+ )?{_WHO}\b|\b(?:an?|one|some) competitors? of yours\b|\b(?:one of "
    rf"|some of )?your competitors?\b"
    rf"|\b(?:an?|one|some) (?:[\w-]+ ){{0,3}}?(?:bank|hospital|retailer|insurer|university|airline|manufacturer"
    rf"|logistics|clinic|agency|school)s?(?: (?:group|chain|company|firm))? (?:in|near|from|out of|based in) \w+"
)
_COUNTED_ZH = Lazy(
    r"(?<!您的)(?<!贵司的)(?<!您在.{2}的)(?<!您在.{2}的 )(?<!您在.{3}的)(?<!您在.{3}的 )"
    r"(?:另外?|其他|其它|别的|还有|共有?)?\s?(?<!\d)(?:好几"
    r"|[两二三四五六七八九十几多数]|\d+)\s?(?:家|位|个)[^,。;的]{0,6}?"
    r"(?:客户|公司|企业|银行|学校|医院|集团|券商|保险)"
    r"|(?:另外?|其他|其它)一?(?:家|位|个)[^,。;]{0,8}?(?:客户|公司|企业|银行|学校|医院|集团)"
    r"|(?:[华东南西北中本]\S{0,4})?一家[^,。;]{0,8}?(?:银行|医院|学校|企业|公司|客户|集团|券商|保险)"
    r"|(?:[十几百]+[来多几]|好些|不少|大部分|多数|许多|很多|部分|同行业的?|同类的?|做[^,。;]{1,6}的)\s?(?:家|位|个)?(?:其他)?(?:租户|客户|公司|企业)"
    r"|(?:不|并非|并不)(?:是)?(?:只|仅|止|光|单)(?:仅|单)?(?:是|有|在)?(?:您|贵(?:司|方|公司)|你们)(?:一家|这边|自己)?"
    r"|(?:不是|并非)(?:您|贵(?:司|方|公司)|你们)(?:一家|一个|独有|个例|独自|才)"
    r"|(?<![请让叫司方您们队组门里])(?:大家|家家|各家|每家|别家|其他家|所有(?:的)?(?:客户|租户))(?:的[^,。;您贵]{1,8})?(?:都|也|全)"
    r"(?:是)?(?:一样|一个样|这样|如此|同样|(?:会|在)?(?:遇到|碰到)|有(?:这个?|同样的?|一样的?)|受(?:到)?影响)"
    r"|(?:再|又|还)有?\s?(?:[两二三四五六七八九十几多数]|\d+)\s?家"
    r"|(?:有|共)\s?(?:[一二三四五六七八九十百]+|\d+)\s?(?:家|位|个)(?:公司|客户|企业)|(?:您|贵司)的?(?:一家|某家|一个)?(?:同行|友商|竞争对手)"
    r"|[\u4e00-\u9fff]{2,4}的?(?:一个|一家|某)[^,。;]{0,6}(?:集团|银行|医院|学校|公司|机构)"
    r"|(?:别的|其他|其它|另外的?)(?:客户|公司|租户)(?=的(?:空间|数据|账号|环境|租户|工单)|也|那边|同样|遇到|反馈)"
)


_UNNAMED = Lazy(r"(?:an)?other (?:of our )?customers?(?:['’]s)?|(?:另外?一?家|其他|其它|别的)(?:一家)?客户")
"""That it was somebody else, and nothing by which they could be known."""
_DESCRIBED = Lazy(
    r"\b(?:an?|one|some) (?:[\w-]+ ){0,3}?(?:company|firm|business|producer|maker|wholesaler|distributor|supplier|store|shop"
    r"|chain|restaurant|hotel|brewery|publisher|studio|farm|factory|group)"
    r" (?:in|near|from|out of|based in|outside) (?!your\b|our\b)[\w-]+"
    r"(?: [\w-]+)? (?:also |too )?(?:has|have|had|sees?|saw|reports?|reported|told|wrote|faces?|hits?|is|was|gets?|got)\b"
    r"|\bone of our (?!reference)(?:[\w-]+ ){1,2}?(?:customers|clients|tenants)\b"
)
"""By trade and place, or as one of ours: whoever knows the trade knows who it is."""


_CLOCK = Lazy(r"(?<=\d\d:\d\d \()[A-Z][a-z]+(?: [A-Z][a-z]+)? time(?=\))")


def _clocks(text: str) -> Iterator[tuple[int, int]]:
    """Where the clock of a city is named beside an hour."""
    return (found.span() for found in _CLOCK.finditer(text))


def other_customers(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """Their names, and counts or descriptions of them; not that nobody else could see something."""
    mine = company_forms(audience.customer)
    own = {form.casefold() for form in mine}
    forms = {form for form in company_forms(audience.other_customers) if form.casefold() not in own}
    found = list(stands(forms, seen.cased))
    called = list(stands(mine, seen.cased)) if found else []
    for start, end in found:
        # "Saint Orvel" is the reader's own name, though "Orvel" alone calls another.
        # "(London time)" after an hour is a clock, though a customer is called so.
        if not any(first <= start and end <= last for first, last in (*called, *_clocks(seen.cased))):
            yield Hit("other_customer", start, end)
    for pattern in (_COUNTED, _COUNTED_ZH, _ALIKE, _ALIKE_ZH, _DESCRIBED):
        for told in pattern.finditer(seen.small):
            if audience.data_seen and _UNNAMED.fullmatch(told[0]):
                continue
            if not denied(seen.small, *told.span()):
                yield Hit("other_customer", *told.span())
