"""Money of the contract, and the odds that it goes on: what the account is worth to us is never told to it."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.audience.words import matches, unquoted
from escalation.claims.fold import fold
from escalation.claims.lazy import Lazy
from escalation.claims.money import money
from escalation.reading.seen import Seen

_REPORT = r"(?! (?:reports?|dashboards?|charts?|widgets?|columns?|fields?|tables?|page|view))"
_AMOUNT = r"(?:[$€£¥]\s?[\d.,]+\s?[km]?|[\d.,]+\s?[km]|[\d.,]+ ?(?:usd|eur|dollars))"
_WORTH = Lazy(
    r"\b(?:\w+ )?(?:thousand|grand)(?: dollars| euros)? (?:a|per) (?:month|year)\b|\b(?:yearly|annual"
    r"|monthly) fees? of\b"
    r"|\b(?:largest|biggest|best) (?:customer|account|client)s?\b|每[年月][^,。]{0,8}(?:美元|美金|万元)的?(?:费用|客户|合同)?|"
    rf"\b(?:arr|mrr|acv|tcv)\b{_REPORT}|\b(?:contract|account|deal|customer|lifetime) value\b{_REPORT}"
    rf"|\b(?:annual|recurring|annual recurring) revenue\b{_REPORT}|\brevenue (?:at risk|impact|exposure|from you)\b"
    r"|\b(?:expansion|upsell|open|pending) (?:deal|opportunity)\b|\b(?:sales|our) pipeline\b|\byour (?:annual"
    r"|yearly) (?:spend|contract)\b"
    r"|\byou (?:spend|pay)\b[^.,\n]{0,50}\b(?:a|per|every) (?:year|month)\b|\b(?:contract|account|deal|customer"
    r"|client) (?:is |that is )?worth\b"
    rf"|\b(?:the )?{_AMOUNT} (?:upsell|deal|expansion|opportunity|contract|account|renewal)|\bupsells?\b"
    rf"|\bcross-?sell\b"
    r"|\bone of our (?:biggest|bigger|largest|top|most valuable|highest[- ]paying) (?:accounts|customers|clients)\b"
    r"|\b(?:what|how much|as much as|the amount|the money) you(?:r company)? (?:invest|spend|pay)\b"
    # What somebody pays us for is what we owe them, and no amount.
    r"(?! (?:us )?(?:for\b(?! (?:an?|the|each|every|this|your)\b)|to\b))[^.,\n]{0,24}\b(?:us|year|month)\b"
    r"|(?:您|贵司|你们)(?:每年|每月|一年)[^,。]{0,6}(?:投入|花费?|支付|采购|消费)"
    r"|\b(?:account|customer|client)s? of your (?:size|value|weight|standing|importance)\b"
    r"|\b(?:a |half |quarter |three )?(?:quarter|half)?(?: of)? ?a million (?:a|per|every) (?:year|month)\b"
    r"|\b(?:quarter|half|few|couple)(?: of)? (?:a )?(?:million|hundred thousand)(?: dollars| euros)? "
    r"(?:a|per|every) (?:year|month)\b"
    r"|(?:一年|每年|年付?)[^,。]{0,6}[\d一二两三四五六七八九十百千]+[多余几]?\s?万|(?:您|贵司|你们)这?(?:样|种)?的?[^,。]{0,4}体量|体量的客户"
    rf"|{_AMOUNT} (?:a|per) (?:year|annum)\b|\b(?:pay|paying|worth|brings?) (?:us )?{_AMOUNT}"
    r"|(?<![a-z])(?:arr|mrr|acv)(?![a-z])(?!报表|看板)|年度?经常性收入|(?:影响|风险|涉及)(?:的)?(?:年)?收入"
    r"|收入(?:风险|影响|敞口)"
    r"|贡献[^,。]{0,12}(?:营收|收入)"
    r"|年费(?:金额|总额|是|达|高达)|合同(?:金?额|总额|价值)|客单价|(?:扩容|增购|追加|增补)[^,。]{0,4}(?:商机|订单|合同)|商机"
    r"|(?:一年|每年|年)[^,。]{0,6}给我们[^,。]{0,14}|(?:[\d一二三四五六七八九十]+\s?万)(?:刀|美金|美元|块"
    r"|元)?的?(?:客户|单子|合同|增购|扩容)|(?:单|合同)值\s?\d"
    r"|(?:增购|扩容)(?=要看|取决|能不能|的单)"
)
_DEAL = r"(?:expansion|upsell|extra seats|seat expansion|(?:new |big |open |larger )?deal|purchase order)"
_OPEN_DEAL = Lazy(
    rf"\b{_DEAL}\b(?: (?:with|for|of) (?:you|us|\w+))?(?: is| are| was|,)?(?: still| now| also)?"
    r" (?:on the table|in (?:the )?(?:talks|negotiations?|discussion|pipeline|play)|pending|at stake|about to|to be signed"
    r"|hangs?\b|depends?\b)|\bseat expansion\b"
    rf"|\b(?:discuss|negotiat|clos|sign|talk|work|count|bank)\w*(?: (?:about|on|with you|over))*"
    rf" (?:the|an|your|this|our) (?:\w+ )?{_DEAL}\b"
    r"|(?:扩容|增购|加购|追加|扩席|增席)(?:的)?[^,。]{0,4}(?:在谈|洽谈|谈判|还没签|没签|要签|快签|单子|意向)"
    r"|(?:在谈|洽谈|谈着|要签|没签)(?:中|着)?的?[^,。]{0,4}(?:扩容|增购|加购|追加|新单|大单|续单)"
)
"""Business with the customer that is not yet closed: what is done for them is not done for that."""
_ODDS = Lazy(
    r"\b(?:doubts?|doubtful|unsure|afraid|worried)\b[^.\n]{0,20}\b(?:sign again|stay with us|renew|extend)\b"
    r"|\baccount is (?:red|amber|yellow|at risk)\b"
    r"|不会?再签|(?:看板|系统|表)[^,。]{0,4}(?:是|标)(?:红|黄)[灯色]|"
    r"\brenewal (?:talks?|conversation|discussion|negotiation|meeting|call|season|cycle|team|plan|prospects?)\b"
    r"|\brenewals? (?:is |was |are )?(?:(?:seriously |now )?at risk|odds|probability|chances?|likelihood"
    r"|forecast|risk|rate)\b"
    r"|\brenewal\b[^.\n]{0,24}(?:\d+ ?(?:%|percent|per cent)|chance)|\b(?:chance|odds|likelihood"
    r"|probability)\b[^.\n]{0,20}\b(?:renew|churn|stay|leav)\w*"
    r"|\b(?:before|ahead of) (?:your|the) (?:contract )?renewal\b(?! (?:form|page))|\bchurn\w*|\bhealth score\b"
    r"|\bat[- ]risk (?:account|customer|list|flag)\b"
    r"|\blikely to (?:leave|cancel|renew|not renew)\b|\b(?:not|never|don['’]?t) renew\b|\b(?:secure|save|win"
    r"|protect|rescue) (?:your|the|this) (?:renewal|account)\b"
    r"|\b(?:lose|losing) (?:you|your (?:business|account|contract))\b"
    r"|\b(?:hate|sad|sorry|afraid|worried|do not want|don['’]?t want|fear)\b[^.\n]{0,16}\b(?:you|your company) (?:to )?"
    r"(?:leave|go|cancel|switch|move)\b|(?:不希望|不想|不愿|舍不得|担心|害怕|怕)[^,。]{0,6}(?:您|贵司|你们)[^,。]{0,14}(?:离开|流失|走掉?|换|解约|终止)"
    r"|\bodds of keeping you\b|\bkeep(?:ing)? you as (?:a|our)\b|\b(?:likely|probable|certain) loss\b|\b(?:you"
    r"|you['’]ll|you will|you might|you may) (?:will |might |may )?(?:walk away|leave us|switch to)\b"
    r"|\baccount health\b|\bflight risk\b|丢单|不用我们了|(?:客户)?健康状态|留(?:得|不)?住(?:您|你们|贵司"
    r"|客户)|(?:换|转投|转到)(?:别家|竞品|对手)"
    r"|(?<!证书)(?<!令牌)(?<!域名)续(?:约|签)(?=谈判|会谈|前|在即|关口|这件事|的事)"
    r"|续(?:约|签|费)的?(?:概率|几率|机率|可能性?|把握|风险|意愿|率)|(?<!数据)(?<!信息)流失(?=风险|预警|倾向"
    r"|概率|客户|名单|可能|的?苗头)|健康(?:分|度)"
    r"|(?:就要|即将|快要|马上|临近|面临)续(?:约|签|费)|不再?续(?:约|签|费)|保住[^,。]{0,4}(?:续|合同|客户)|续"
    r"(?:约|签|费)[^,。]{0,6}(?:\d+\s?%"
    r"|[一二三四五六七八九]成)"
    r"|续(?:约|签|费)前(?:解决|处理)"
)


_RENEWAL = r"(?<!certificate )(?<!domain )(?<!token )(?<!licence )(?<!license )\brenewal\b"
_DOUBT = r"\b(?:at risk|in danger|uncertain|doubtful|in doubt|in question|unlikely)\b"
_AT_RISK = Lazy(
    rf"{_RENEWAL}[^.\n]{{0,60}}{_DOUBT}|(?:{_DOUBT}|\b(?:endanger|jeopardi[sz]e)\b)[^.\n]{{0,40}}{_RENEWAL}"
    r"|(?<!证书)(?<!域名)(?<!令牌)续[约签费][^。\n]{0,12}(?:有风险|存在风险|不确定|堪忧|悬)"
)
"""A contract not yet renewed, told as in doubt: that is how we rate it, whatever it is to the reader."""


def contract_money(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """Words for what the contract is worth, and amounts that are on internal record, in whatever form they are written."""
    yield from unquoted(seen, matches(seen, "contract_money", _WORTH, _OPEN_DEAL))
    secret = {claim.amount.value for figure in audience.figures for claim in money(fold(figure)) if claim.amount}
    for claim in money(seen.cased):
        if claim.amount and claim.amount.value in secret:
            yield Hit("contract_money", claim.start, claim.end)


def renewal_odds(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """How likely the customer is to stay. A certificate, a token or a form is renewed too, and may be."""
    yield from unquoted(seen, matches(seen, "renewal_odds", _ODDS, _AT_RISK))
