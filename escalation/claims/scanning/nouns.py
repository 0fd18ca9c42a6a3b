"""Nouns: what a number counts. One concept for the words of both languages that mean the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.claims.lazy import Lazy

_TABLE: dict[str, tuple[str, str]] = {
    "customers": (
        (
            "customer customers account accounts client clients company companies firm firms organization organizations "
            "tenant tenants contracts"
        ),
        "客户 顾客 租户 企业 公司 账户",
    ),
    "users": (
        "user users people person employee employees colleague colleagues staff team members member agents engineers",
        "用户 员工 成员 同事 人",
    ),
    "seats": ("seat seats licence licences license licenses", "席位 坐席 许可证 座席"),
    "tickets": ("ticket tickets case cases report reports target targets", "工单 单子"),
    "rows": ("row rows record records line lines", "行数据 记录 数据行 行 列"),
    "incidents": ("incident incidents outage outages disruption disruptions", "事故 故障 中断 宕机 事件"),
    "errors": ("error errors failure failures crash crashes exception exceptions", "错误 报错 失败 崩溃 异常"),
    "requests": ("request requests ask asks call calls", "请求 需求 调用"),
    "exports": ("export exports download downloads", "导出 下载"),
    "files": ("file files attachment attachments document documents", "文件 附件 文档"),
    "logins": ("login logins sign-in sign-ins session sessions", "登录 会话"),
    "messages": ("message messages email emails comment comments reply replies", "消息 邮件 留言 评论 回复"),
    "updates": ("update updates", "更新 通报"),
    "attempts": ("attempt attempts retry retries", "尝试 重试"),
    "escalations": ("escalation escalations", "升级"),
    "tasks": ("task tasks assignment assignments", "任务 分配"),
    "competitors": ("competitor competitors vendor vendors", "竞争对手 竞品 竞争者"),
    "suppliers": ("supplier suppliers merchant merchants", "供应商 经销商 代理商 商户"),
    "options": ("option options choice choices", "选项 方案"),
    "steps": ("step steps", "步骤"),
    "devices": ("device devices browser browsers", "设备 浏览器"),
    "jobs": ("job jobs sync syncs run runs", "作业 同步"),
    "invoices": ("invoice invoices", "发票 账单"),
    "deals": ("deal deals opportunity opportunities", "商机 交易"),
    "regions": ("region regions country countries site sites office offices", "地区 区域 国家 站点 办公室"),
    "sites": (
        (
            "hotel hotels house houses store stores shop shops building buildings branch branches campus campuses clinic "
            "clinics hospital hospitals ward wards warehouse warehouses plant plants"
        ),
        "酒店 门店 分店 店铺 店 院区 分院 医院 校区 仓库 工厂 楼 病区 科室",
    ),
    "points": ("point points", "百分点"),
    "orders": ("order orders", "订单"),
    "rank": ("top rank ranked", "前 排名 排第"),
    "times": ("times occasions", "次 回"),
    "plan:enterprise": ("enterprise", "企业版 旗舰版"),
    "plan:professional": ("professional pro", "专业版"),
    "plan:business": ("business", "商业版"),
    "plan:team": ("", "团队版"),
    "plan:starter": ("starter basic", "基础版 入门版 标准版"),
    "plan:trial": ("trial trials", "试用"),
    "plan:free": ("free", "免费版"),
}
_ALSO_VERBS_WORDS = """
report request call ask update export download run sync file retry attempt document message email comment reply
"""
_ALSO_VERBS = frozenset(_ALSO_VERBS_WORDS.split())
_PEOPLE_DO = frozenset({"phoned", "called", "rang", "wrote", "complained", "emailed", "mailed"})
"""Right behind a number: only people do so."""
_ONE = Lazy(r"(?<![\d.,])1$|\bone$", re.I)
EVENTS_WORDS = """
incidents errors requests exports files logins messages updates attempts escalations tasks jobs
"""
EVENTS = frozenset(EVENTS_WORDS.split())
"""Concepts that "three times" may count."""

_EN = {word: concept for concept, (english, _) in _TABLE.items() for word in english.split()}
_ZH = {word: concept for concept, (_, chinese) in _TABLE.items() for word in chinese.split()}
_ZH_NOUN = Lazy("|".join(sorted(_ZH, key=len, reverse=True)))
_PLANS = [word for word, concept in (_EN | _ZH).items() if concept.startswith("plan:")]
_PLAN = Lazy(rf"({'|'.join(_PLANS)})(?:客户)?(?:有|为|共|:|\s){{0,2}}$", re.I)
_IN_A_NAME = Lazy(r"\b[A-Z][a-z]{4,} $")
"""Turnstile Pro is a product, no plan."""
_MEASURES: dict[str, frozenset[str]] = {
    "家": frozenset({"customers", "competitors"}),
    "张": frozenset({"tickets", "invoices"}),
    "行": frozenset({"rows"}),
    "列": frozenset({"rows"}),
    "人": frozenset({"users"}),
    "名": frozenset({"users", "customers"}),
    "位": frozenset({"users", "customers"}),
    "次": frozenset({"times"}),
    "回": frozenset({"times"}),
    "条": frozenset({"rows", "messages", "tickets"}),
    "起": frozenset({"incidents", "tickets"}),
    "封": frozenset({"messages"}),
    "台": frozenset({"devices"}),
}
MEASURE = Lazy(r"\s?[个位家名次回条行列张件份台人起项笔封种款处轮步栋幢座间所层页辆艘架只套批组趟箱包支根]")
_POINT = Lazy(r"\d\.\d+$")
"""Nothing that is counted one by one comes in parts: 26.9 起 is "from 26.9 on", a version."""
_OF_BUSINESS = frozenset({"sites", "customers", "competitors"})
# Words between a number and its noun that do not change what is counted.
_STOP_WORDS = """
in at on for from with by to since and or but is are was were has have had can cannot will would which who that
because a an per each every as than into this last within so if when while then not no
one two three four five six seven eight nine ten eleven twelve include includes including
"""
_STOP = frozenset(_STOP_WORDS.split())
# "2 of the 3 customers" counts customers twice.
_OF = Lazy(
    r"\s(?:out )?of (?:the |our |their |all |its )*"
    r"(?:[\d,.]+|[a-z]+teen|[a-z]+ty|two|three|four|five|six|seven|eight|nine|ten)?(?=\s)",
    re.I,
)
_BREAK_WORDS = """
every each in within after before than until at on for by since to per is are was were
"""
_BREAK = frozenset(_BREAK_WORDS.split())
_RATIO = Lazy(r"\b(?:one|1) (?:[a-z]+ ){0,3}(?:in|out of) (?:about |roughly |every )?$", re.I)
_RANKED = Lazy(r"\btop[ \-]$|前$", re.I)
_MOST = Lazy(r"\s(?:most|largest|biggest|highest)\b", re.I)
_NAMED_BY = Lazy(r"\d{3,} (?:ticket|case|report|issue|problem)\b", re.I)
""" "The 503 ticket": a number that names one thing and counts none."""
_EN_AFTER = Lazy(r"(?:[ \-]*)([A-Za-z][A-Za-z\-]*)")
_LABELLED = Lazy(
    r"((?:[A-Za-z\-]+ ){0,3}[A-Za-z\-]+)(?:\s?[:=(]\s?| (?:is|are|was|were|numbers?|totals?|stands? at)(?: now)? )$"
    r"|([A-Za-z\-]+)\s$"
)
"""A noun stands before its number as a label does: "seats: 60", "the seats are 60", "affected users 12"."""
_ZH_END = Lazy(r"[后仍才就都也还未没可要有是在从被让使说缺少，。；、,;.!?！？（）()\d\n:：]")


def nouns_at(text: str, start: int, end: int) -> frozenset[str]:
    """The concepts that the number at `start:end` of a folded text counts; "?word" when only an unknown noun stands there."""
    following = text[end : end + 1]
    if _RATIO.search(text, max(0, start - 40), start):
        return frozenset({"ratio"})
    if _RANKED.search(text, max(0, start - 5), start) or _MOST.match(text, end):
        return frozenset({"rank"})
    if MEASURE.match(text, end) or _is_han(following) or (following == " " and _is_han(text[end + 1 : end + 2])):
        found = _chinese_after(text, end)
    else:
        found = frozenset[str]() if _NAMED_BY.match(text, start) else _english_after(text, end)
    return (found or _before(text, start)) | _plan_before(text, start)


@lru_cache(maxsize=256)
def concepts_in(text: str) -> frozenset[str]:
    """All concepts named anywhere in a folded text."""
    english = {_EN[word] for word in re.findall(r"[a-z]+(?:-[a-z]+)?", text.lower()) if word in _EN}
    return frozenset(english | {_ZH[word] for word in _ZH_NOUN.words(text)})


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _english_after(text: str, end: int) -> frozenset[str]:
    part = _OF.match(text, end)
    position, found, unknown = part.end() if part else end, set[str](), ""
    for _ in range(6):
        match = _EN_AFTER.match(text, position)
        if not match:
            break
        word, position = match[1].lower(), match.end()
        if word in _PEOPLE_DO and position - len(word) <= end + 2:
            return frozenset({"users", "customers"})
        if word in _STOP:
            break
        concept = _EN.get(word) or _EN.get(word.partition("-")[0], "")
        if word in _ALSO_VERBS and match.start() == (part.end() if part else end) and _verb(text, match, end):
            break
        if concept.startswith("plan:"):
            found.add(concept)
        elif concept:
            return frozenset(found | {_head(text, position, word, concept)})
        elif not unknown and word.endswith("s") and len(word) > 3:
            unknown = f"?{word}"
    return frozenset(found or ({unknown} if unknown else ()))


def _verb(text: str, match: re.Match[str], end: int) -> bool:
    """ "Two of the three run 4.13": behind more than one, it is what they do, unless it is part of a longer name."""
    following = _EN_AFTER.match(text, match.end())
    return not _ONE.search(text, max(0, end - 4), end) and not (following and following[1].lower() in _EN)


def _head(text: str, position: int, word: str, concept: str) -> str:
    """The head of a compound: in "customer tickets" the tickets are counted, not the customers."""
    following = _EN_AFTER.match(text, position)
    if word.endswith("s") or not following:
        return concept
    head = following[1].lower()
    # In "hotel groups" the groups are counted, whatever they are.
    return _EN.get(head) or (f"?{head}" if head.endswith("s") and len(head) > 3 and head not in _STOP else concept)


def _chinese_after(text: str, end: int) -> frozenset[str]:
    measure = None if _POINT.search(text, max(0, end - 4), end) else MEASURE.match(text, end)
    begin = measure.end() if measure else end
    default = _MEASURES.get(measure[0].strip(), frozenset()) if measure else frozenset[str]()
    stop = _ZH_END.search(text, begin)
    phrase = text[begin : min(begin + 9, stop.start() if stop else len(text))]
    chain = _chinese_chain(phrase)
    plans = frozenset(noun for noun in chain if noun.startswith("plan:"))
    heads = chain - plans
    if measure and measure[0].strip() == "家":
        if "suppliers" in heads:
            return heads | plans
        # 家 counts who does business, whatever of theirs follows: 两家客户席位合计 speaks of two customers.
        return (heads & default or default | heads & _OF_BUSINESS) | plans
    if len(default) > 1 and heads and measure:
        return heads | plans
    # A measure word that fits one kind of thing decides: 张 counts the tickets in 客户工单.
    if default and "times" not in default and not (len(default) > 1 and heads & default):
        return default | plans
    return (heads or default) | plans


def _chinese_chain(phrase: str) -> frozenset[str]:
    """The first noun of a phrase with those that follow it directly; in 客户工单 the tickets are counted, not the customers."""
    chain, position = list[str](), -1
    for match in _ZH_NOUN.finditer(phrase):
        concept = _ZH[match[0]]
        if position not in (-1, match.start()) and not chain[-1].startswith("plan:"):
            break
        chain.append(concept)
        position = match.end()
    people = {"customers", "users"}
    return frozenset(noun for noun in chain if noun not in people or set(chain) <= people | {noun} or len(chain) == 1)


def _plan_before(text: str, start: int) -> frozenset[str]:
    """The plan in 企业版3家 or "Enterprise: 3"."""
    match = _PLAN.search(text, max(0, start - 14), start)
    if match and _IN_A_NAME.search(text, max(0, match.start() - 24), match.start()):
        return frozenset()
    return frozenset({_ZH.get(match[1]) or _EN[match[1].lower()]}) if match else frozenset()


def _before(text: str, start: int) -> frozenset[str]:
    chunk = text[max(0, start - 30) : start]
    chinese = re.search(rf"({_ZH_NOUN.pattern})(?:数量|数|共|总共|约|大约|为|有|是|:|=|达|\s|的)*$", chunk)
    if chinese:
        return frozenset({_ZH[chinese[1]]})
    match = _LABELLED.search(chunk)
    for word in reversed((match[1] or match[2]).lower().split()) if match else ():
        if word in _BREAK:
            break
        if concept := _EN.get(word):
            return frozenset({concept})
    return frozenset()
