"""Papers about ourselves that a customer asks for: a certificate that sales hands out, or what an authority wants to see."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.judgement.security_words import SECURITY
from escalation.reading.line import length_of
from escalation.reading.signals.polarity import assertions
from escalation.text.folding import fold, simplified

LONGEST = 24
"""Words: who asks for a paper says little more; a longer line has more to tell."""

_PAPER = re.compile(
    r"\b(?:iso[ -]?(?:9001|22301|2[07]\d{3}(?:[-:]\d+)?)|soc[ -]?[123]|tisax|pci[ -]?dss|hitrust|c5"
    r"|ens|cyber essentials|csa star"
    r"|dpa|avv|baa|nda|data[- ]processing (?:agreement|addendum|contract)s?|business associate agreement"
    r"|certificat(?:e|ion)s? of insurance|(?:security|vendor|supplier) (?:questionnaire|assessment form)s?"
    r"|pen(?:etration)?[- ]?test (?:report|summary))\b"
    r"|数据处理(?:协议|合同|附录)|资料处理(?:协议|合约|附录)|保密协议|等保(?:证书|备案|测评报告|[二三]级)|安全(?:问卷|调查表)"
    r"|渗透测试报告|iso ?\d{4,5}|soc ?[123]"
)
_ASKS = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|want(?:s|ed)?|need(?:s|ed)?|request(?:s|ed)?|whether|if|do we|are we|have we"
    r"|can we|could we|send|signed?"
    r"|copy|latest|provide|share|get|would like|please|pls|has to|got any)\b|[?？]"
    r"|要|想|请|问|有没有|是否|有无|能否|能不能|签|提供|发一?[份下]|拿|索取|需要|申请"
)
_MORE = re.compile(
    r"\b(?:breach\w*|leak\w*|violat\w*|non-?complian\w*|expired|revoked|lost|lapsed|failed|finding"
    r"|incident|regulator\w*|authorit\w+"
    r"|inspect\w*|auditors?|otherwise|threat\w*|urgent\w*|refus\w*|penalt\w*|fines?|terminat\w*|or (?:they"
    r"|else)|cancel\w*|leave"
    r"|chang(?:e|es|ed|ing)|wording|lawyers?|director|omit\w*|skip\w*|object\w*|in order|prove|complian\w*"
    r"|delet\w*|eras\w*)\b"
    r"|审计|合规|证明|缺失|怕|卡|限|停|不给|改|换|补|删除|投诉|泄|违|不符合|过期|失效|吊销|未通过|事件|事故|监管|主管机关|检查|审计师|否则|不然|威胁|紧急|罚|终止|取消|不续"
)
"""What makes more of it than a paper to send: something happened, is lacking or in doubt, an authority asks, a threat."""

_AUTHORITY = re.compile(
    r"\b(?:(?:supervisory|competent|data protection|financial|health|tax|labou?r) authorit(?:y|ies)|regulators?"
    r"|inspect(?:ion|ions|or|ors|s)"
    r"|fda|ema|mhra|bafin|finma|swissmedic|cnil|ico|sec exam|(?:state|statutory|regulatory) audit)\b"
    r"|监管|主管机关|药监|银保监|金管|网信办|证监|食药监|卫健委|(?:迎检|飞检|飞行检查)|(?:合规|药品|官方|现场|监督)检查"
)
_STATEMENT = re.compile(
    r"\b(?:(?:signed|written|formal|official) (?:\w+ ){0,2}(?:statement|confirmation|declaration|letter|evidence|proof)|statement"
    r"|declaration"
    r"|attestation|written (?:proof|evidence)|proof|evidence)\b|声明|书面|签字|盖章|证明|证据|说明函|确认函"
)
_OUR_KEEPING = re.compile(
    r"\b(?:access|logs?|records?|audit trails?|data|retention|encrypt\w*|backups?|permissions?|changes?"
    r"|traceab\w*|hosting|stored)\b"
    r"|访问|日志|记录|数据|资料|留存|保存|加密|备份|权限|修改|变更|追溯|存储|留痕"
)


@lru_cache(maxsize=64)
def asks_for_paper(text: str) -> bool:
    """Whether a line asks for a certificate, a report or an agreement of ours and tells of nothing that happened."""
    line = fold(simplified(text))
    if length_of(text) > LONGEST or not _PAPER.search(line) or not _ASKS.search(line) or _MORE.search(line):
        return False
    return not any(said.polarity != "asked" and said.signal in _HAPPENED for said in assertions(text))


_HAPPENED = frozenset(
    {*SECURITY, "data_loss", "data_corruption", "production_down", "blocked", "broken", "churn_threat"}
)


@lru_cache(maxsize=64)
def for_an_authority(text: str) -> bool:
    """Whether a line asks us to state to an authority how data is kept, read or changed: a compliance concern (domain.md §4)."""
    line = fold(simplified(text))
    return bool(_AUTHORITY.search(line) and _STATEMENT.search(line) and _OUR_KEEPING.search(line))
