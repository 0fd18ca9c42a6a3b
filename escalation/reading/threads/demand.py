"""A feature request's substance in the customer's words: use case, work today, work wished for, time it costs, competitors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from escalation.reading.quote import Quote
from escalation.reading.signals.polarity import assertions
from escalation.reading.threads.entries import Entry, entries, sentences
from escalation.records import Ticket

_TIME = (
    r"(?:\d+(?:\.\d+)?|half an?|an?|two|three|four|five|six|ten|fifteen|twenty|thirty|several"
    r"|[一二两兩三四五六七八九十几半]+)\s*(?:\+\s*)?(?:个"
    r"|個)?\s*(?:seconds?|secs?|s\b|minutes?|mins?|hours?|hrs?|h\b|days?|秒|分钟|分鐘|小时|小時|天|工时)"
)
_TIME_COST = re.compile(
    rf"(?i)\b(?:takes?|taking|took|spend\w*|spent|costs?|wast\w+|los(?:e|ing)|about|around|roughly|each"
    rf"|per|sav\w+|would save|eats?)\b[^.\n]{{0,40}}?{_TIME}|{_TIME}[^.\n]{{0,20}}\b(?:each|per|every"
    rf"|a (?:day|week|month)|instead|manually|by hand)\b|(?:花|耗|费|費|要|需|浪费|约|大约|每(?:次|个|条"
    rf"|天|周|週)|节省|節省).{{0,12}}{_TIME}"
)
_NOW = re.compile(
    r"(?i)\b(?:currently|right now|today we|at the moment|for now|one (?:at a time|by one)|manual(?:ly)?"
    r"|by hand|spreadsheets?|copy[- ]?(?:and[- ])?paste|each one|we have to|have to (?:open|go|click|do)"
    r"|one task at a time|today (?:everything|drivers?|we|they|all|only)|at present|every (?:evening"
    r"|morning) \w+|somebody \w+ (?:it|them))\b"
    r"|\bheute\b|aujourd['’]hui|毎朝|手作業|目前|现在|現在|只能|逐个|逐一|逐條|逐条|一个一个|一個一個|手动|手動|手工"
    r"|每次都要"
)
_WISHED = re.compile(
    r"(?i)\b(?:would (?:like|love|want|be (?:great|nice|helpful|useful|able))|we['’]d (?:like|love)"
    r"|want(?:s)? (?:to|a)|wish|need (?:to be able|a way|an? |bulk|the ability)|ideally|should be able"
    r"|please add|could you add|can you add|ability to|hoping (?:for|to)|with bulk|be able to"
    r"|if we could|please\b(?! (?:help|advise|let))|(?:could|can) (?:a|the|we|i|it) \w+|it would help"
    r"|planned)\b|\bmöchten\b|serait-il possible|ご検討|可否|想|希望|想要|能否|能不能|可否|建议|建議|期望"
    r"|理想|最好(?:能|可以)|支持批量|如果能"
    r"|要是能|请(?:增加|添加|支持)"
)
_WHY = re.compile(
    r"(?i)\b(?:because|so that|in order to|our (?:team|auditors?|company|process|compliance|managers?"
    r"|dispatchers?|customers?|policy|workflow|security) \w+|every (?:week|day|month|monday|morning"
    r"|quarter)|each (?:week|day|month|quarter)|we (?:assign|handle|manage|process|run|use|review|plan"
    r"|schedule|audit|report|onboard)|\d+\+? (?:\w+ ){1,2}(?:a|per|every|each) (?:day|week|month))\b|因为|因為"
    r"|为了|為了|用于|用於|每(?:天|周|週|月|个月|季度)|我们(?:团队|公司|部门|需要.{0,12}来)|我們(?:團隊"
    r"|公司|部門)|用来|用來|以便|业务上|場景|场景"
)
_ABOUT_AN_ANSWER = re.compile(
    r"(?i)\b(?:like|want|need)s? to know\b|\bany (?:date|news|update)\b|\brenew\w*\b|\b(?:our|my) board\b|续约|續約"
)
"""A wish for an answer, or what hangs on it: not what the product should do."""
_NO_WISH = re.compile(
    r"(?i)\b(?:is|are|was) (?:this|it|that|these|they) (?:still )?(?:planned|coming|on (?:the|your) road ?map|in the works)\b"
    r"|\bany plans?\b|\bwhen (?:will|can|do|does|is|are)\b|\bby when\b|\b(?:contract|agreement) (?:is up|ends|expires|runs out)\b"
    r"|\bcomparisons?\b|\b(?:quotes?|offers?) (?:from|by)\b|\bwhether we (?:stay|leave|go on)\b"
    r"|什么时候|何时|什麼時候|何時|有没有计划|有沒有計畫|有计划吗|排期|路线图|路線圖|合同.{0,4}到期|合約.{0,4}到期|比价|比價|对比(?:一下)?(?:别家|竞品)"
)
"""Asks whether or when it comes, or tells what hangs on it: nothing of what it shall do."""
_OWN_WISH = re.compile(
    r"(?i)\b(?:we|i)(?:['’]d| would)? (?:really |just |also )?(?:need|want|wish|like|love|hope)\b|\bis there (?:a|any) way\b"
    r"|\b(?:ability|possibility|option) to\b|\bit would (?:help|be)\b|希望|盼|想要|能否|能不能|可否|可不可以|是否可以|建议|建議"
)
_ANOTHERS = re.compile(
    r"(?i)\b(?:auditors?|regulators?|authorit\w+|boards?|directors?|boss|managers?|lawyers?|legal|insurers?|inspectors?)\b"
    r"(?: now| also| all)? (?:wants?|needs?|expects?|asks?|requires?|demands?|insists?)\b"
    r"|(?:审计|審計|监管|監管|老板|老闆|领导|領導|主管|董事会|董事會)[^，。]{0,4}(?:要求|要|希望|需要)"
)
"""Why it is wished for: told as the wish only where nobody says what they themselves would have."""
_POINTS_BACK = re.compile(
    r"(?i)^(?:so |and )?(?:can|could|may|would|will) (?:it|this|that|they|these|those)(?: \w+){1,3}\?$"
    r"|^(?:能不能|能否|可否|可以|是否可以)[^，。？?]{0,6}(?:吗|嗎)?[？?]$"
)
"""A question whose object stands in the sentence before."""
_NAME = r"((?:[A-Z][\w.&-]*|monday\.com)(?: [A-Z][\w&-]*){0,2})"
_RIVAL = re.compile(
    rf"\b(?:[Ee]valuat(?:ing|e|ed)|[Cc]ompar(?:ing|e|ed)(?: (?:you|it|this))?(?: (?:to|with|against))?"
    rf"|[Ss]witch(?:ing)? (?:over )?to|[Mm]ov(?:e|ing) (?:over )?to|[Mm]igrat(?:e|ing) to"
    rf"|[Cc]ompetitors?(?: like| such as|,| is| are|:| including)?|[Aa]lternatives? (?:like|such as)"
    rf"|[Vv]endors? (?:like|such as)|[Ll]ooking at|[Ss]een|[Ss]aw a demo of|[Tt]rial(?:ing|ling)"
    rf"|[Dd]emo(?:ing)? (?:with|of|from)"
    rf"|[Ll]eav(?:e|ing) (?:you |us )?for|[Gg]o(?:ing)? with|[Tt]alking to|[Tt]ools? like|products? like"
    rf"|quote from|offer from)\s+(?:the )?{_NAME}(?:(?:,| and| or|, and) {_NAME})?(?:(?:,| and| or"
    rf"|, and) {_NAME})?"
    rf"|\b(?:[Vv]endors?|[Pp]roviders?|[Ss]uppliers?|[Cc]ompetitors?"
    rf"|[Aa]lternatives?)\s*[,:(]\s*{_NAME}(?: (?:and|or) {_NAME})?"
    rf"|{_NAME}(?: and {_NAME})?,? (?:both )?(?:showed|demoed|quoted|offered|pitched) us\b"
    rf"|{_NAME} and {_NAME},? both (?:(?:do|did|have|can do) (?:the lot|it all|all of (?:it|them)|it in one|been in)"
    rf"|let|offer|support|provide|include|showed)\b"
    rf"|\b(?:[Ss]een|[Ss]aw|[Tt]ried|[Tt]ested) (?:the )?{_NAME}(?: demo)?(?=[.,;]|$| before| last)"
    rf"|{_NAME}(?: (?:and|or) {_NAME})?(?: both| already| all)? (?:has|have|offers?|supports?|does|do"
    rf"|can do|already has|provides?) (?:this|it|that|bulk|both)(?! (?:problem|issue|error|fault|bug))"
)
_ON_TRIAL = re.compile(
    rf"{_NAME}(?: already| now)? (?:has|have|does|do|offers?|supports?) [^.,;]{{2,40}}[,;]? (?:and |so )?"
    r"[Ww]e(?: are|['’]re| have started| started)(?: now| already)?"
    r" (?:trial\w*|trying|testing|evaluating|using) (?:it|them|that|theirs)\b"
)
"""Who has what is wished for, and is on trial for it."""
_HAN_NAME = r"([A-Za-z][A-Za-z0-9.&-]*(?: [A-Z][a-z]+)?|[\u4e00-\u9fff]{2,6}?)"
_HAN_RIVAL = re.compile(
    rf"(?:竞品|競品|竞争对手|競爭對手|友商|对手|對手)(?:的)?(?:产品|產品|是|有|如|像|例如|比如"
    rf"|[:：])?\s*{_HAN_NAME}(?:\s*(?:和|、|与|與|以及|及)\s*{_HAN_NAME})?(?=都|已|也|有|支持|具|提供|早|等"
    rf"|,|，|。|$)"
    rf"|(?:评估|評估|试用|試用|考虑(?:换成|转向)?|考慮|换成|換成|转向|轉向|迁移到|遷移到|对比|對比"
    rf"|改用)(?:了|过|一下)?\s*{_HAN_NAME}(?:\s*(?:和|、|与|與|以及|及)\s*{_HAN_NAME})?(?=了|等|,|，|。|的"
    rf"|$)"
)
_HAN_ON_TRIAL = re.compile(
    r"([A-Z][A-Za-z0-9.&-]{2,})\s*(?:已经?|早就?|都|也){0,2}(?:有|支持|能|可以)[^，。；]{0,14}[，,]\s*(?:我们|我司|公司)?"
    r"(?:正?在|已经?|开始|已開始|開始){1,2}(?:试用|試用|评估|評估|测试|測試|对比|對比)"
    r"|(?:就|要|想|准备|準備|打算|直接)(?:换|換|转|轉)(?:成|到|用|去)?\s*([A-Z][A-Za-z0-9.&-]{2,})(?=$|[了，。；！,!\s])"
)
_NAMING = (_RIVAL, _ON_TRIAL, _HAN_RIVAL, _HAN_ON_TRIAL)
_NOT_A_NAME = re.compile(
    r"(?i)^(?:the|a|an|both|two|three|our|we|android|ios|windows|mac|safari|edge|outlook|teams|slack|word"
    r"|web|mobile|other|another|alternatives?|options?|competitors?|vendors?|i|we|it|this|that|you"
    r"|they|q[1-4]|api|sso|csv|excel|chrome|firefox|what|how|and|monday|friday|their|our|enterprise"
    r"|professional|production|ceo|cto|support|engineering|其他.*|其它.*|别.*|別.*|替代.*|我们.*|你们.*"
    # What is said of competitors in general ("早就有了") is no name.
    r"|[早都也已全很皆均没沒不].*|大多.*|多数|多數|基本.*|几乎.*|幾乎.*|普遍.*|现在|現在|目前|一直|其实|其實"
    r"|竞.*|競.*|友商|供应商|方案|产品|功能|一下.*|.*功能|.*方案|.*供应商|.*产品|.*平台)$"
)


@dataclass(frozen=True)
class DemandFound:
    """Quotations of the customer's own sentences; None where they said nothing of the kind."""

    use_case: Quote | None = None
    current_workflow: Quote | None = None
    wished_workflow: Quote | None = None
    time_cost: Quote | None = None
    competitors: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


def demand(tickets: Iterable[Ticket]) -> DemandFound:
    """Reads what customers wrote, and internal notes that report them."""
    told = [e for t in tickets for e in entries(t) if e.role != "agent"]
    use, now, cost = (_first(p, told) for p in (_WHY, _NOW, _TIME_COST))
    wish = _wish(told)
    rivals = [(name, e.quote(s)) for e in told for s in sentences(e.text) for name in competitor_names(s)]
    quotes = dict.fromkeys(q for q in (use, now, wish, cost, *(q for _, q in rivals)) if q)
    return DemandFound(use, now, wish, cost, tuple(dict.fromkeys(name for name, _ in rivals)), tuple(quotes))


def competitor_names(text: str) -> list[str]:
    """Names of competing products in the text, each once; a bare "competitors" names none."""
    told = sentences(text)
    found = [g.rstrip(".,") for p in _NAMING for s in told for m in p.finditer(s) for g in m.groups() if g]
    return list(dict.fromkeys(name for name in found if not _NOT_A_NAME.match(name)))


def _first(pattern: re.Pattern[str], told: list[Entry]) -> Quote | None:
    hits = [e.quote(s) for e in told for s in sentences(e.text) if pattern.search(s) and not _off_topic(s)]
    if pattern is _TIME_COST:  # a figure says more than "most of a day"
        return next((hit for hit in hits if any(c.isdigit() for c in hit.quotation)), next(iter(hits), None))
    return next(iter(hits), None)


def _wish(told: list[Entry]) -> Quote | None:
    """What the product should do: their own wish before one that others have of them, the first of equals."""
    best: tuple[int, Quote] | None = None
    for entry in told:
        said = sentences(entry.text)
        for at, sentence in enumerate(said):
            theirs = bool(_ANOTHERS.search(sentence))
            if not (theirs or _WISHED.search(sentence) or _OWN_WISH.search(sentence)):
                continue
            if _NO_WISH.search(sentence) or _off_topic(sentence):
                continue
            weight = 2 * bool(_OWN_WISH.search(sentence)) - 3 * theirs
            if best is None or weight > best[0]:
                back = at > 0 and _POINTS_BACK.match(sentence)
                best = weight, entry.quote(entry.between(said[at - 1], sentence) if back else sentence)
    return best[1] if best else None


def _off_topic(sentence: str) -> bool:
    return bool(_ABOUT_AN_ANSWER.search(sentence)) or any(
        a.signal in {"sla_complaint", "churn_threat"} for a in assertions(sentence)
    )
