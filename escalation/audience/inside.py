"""What is inside our walls: channels, systems, and records that were not shared with this customer."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.audience.naming import stands
from escalation.audience.words import matches
from escalation.claims.fold import fold
from escalation.claims.lazy import Lazy
from escalation.reading.seen import Seen

_CHANNEL = Lazy(
    r"\bour (?:\w+ )?(?:slack|teams|discord)\b|(?:内部|客服|我们)的?(?:微信|飞书|钉钉)群|"
    r"(?<![\w&?/.#])#(?![0-9a-f]{3}(?:[0-9a-f]{3})?\b)[a-z\u4e00-\u9fff][\w\u4e00-\u9fff-]{2,}(?: channel)?"
    r"|\b(?:our|an?|internal|private)(?: internal| private)? (?:slack|teams|discord|chat|incident)(?: channel"
    r"| thread| group| chat| room)\b"
    r"|\b(?:the |an? )?(?:slack|teams) thread\b|\b(?:the |a |our )?war[- ]room(?: bridge| call)?\b"
    r"|\bour (?:internal )?(?:chat|bridge call)\b"
    r"|\binternal(?:ly)? (?:chat|channel|thread|slack|discussion)s?\b"
    r"|(?<!your )\b(?:on|in|via|over) (?:slack|teams|discord)\b(?! (?:you|your|integration|settings|and choose"
    r"|app))|\b(?:a |an |the )?(?:[\w-]+ )?(?:slack|teams) (?:chat|room|group)\b"
    r"|\b(?:the |our |an? )?(?:engineering|dev(?:eloper)?s?|support|ops|incident|product|on-?call|backend"
    r"|leadership)['’]? (?:channel|chat|room)\b"
    r"|(?<!您的)(?<!贵司的)(?:在|从)?(?:飞书|钉钉|企微|企业微信|slack|teams)\s?(?:上|里)(?!的?集成|连接|设置)"
    r"|(?:研发|开发|运维|产品|值班|技术|支持"
    r"|内部)(?:频道|群(?![体众组发]))"
    r"|(?:企微|飞书|钉钉|微信|企业微信)?(?:小群|专群|工作群)"
    r"|#[\u4e00-\u9fff]{2,}"
    r"|内部\s?(?:slack|飞书|钉钉|企业微信|企微|teams)?\s?(?:群|频道|聊天|讨论组)|(?<!您的)(?<!贵司的)(?:飞书"
    r"|钉钉|企业微信|企微|slack|teams)\s?(?:群"
    r"|频道(?!选))"
    r"|(?:升级|处理|应急|攻坚|故障|工作|专项|保障|值班)[\u4e00-\u9fff]{0,3}群(?![体众组发])|作战室|战情室"
)
_TOOLS = (
    r"(?:jira|datadog|grafana|zendesk|salesforce|hubspot|crm|pagerduty|kibana|splunk|sentry|jenkins"
    r"|confluence|notion|linear|gitlab|github|prometheus)"
)
_OPS = r"(?:pagerduty|kibana|grafana|datadog|jenkins|splunk|prometheus|opsgenie|new relic|argocd|zabbix)"
_SYSTEM = Lazy(
    r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:prod|internal|corp|lan|intra|svc)(?:\.[a-z]+)*\b"
    r"|\b(?=[a-z0-9-]*(?:prod|stag|worker|eu|us|ap|cn|node|master|replica|primary"
    r"|db)[a-z0-9-]*\b)[a-z]+-(?:[a-z0-9]+-)*\d{1,3}\b"
    r"|(?<![\d.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})(?![\d.])"
    rf"|\b(?:in |on )?our (?:own |internal )?{_TOOLS}(?: [\w-]+)?|\bour (?:admin (?:console|panel|tool)"
    rf"|monitors?\b|backlog|alerting)"
    r"|\binternal (?:admin |support )?(?:console|tool\w*|dashboards?|runbooks?|wiki|notes?|systems?|tracker"
    r"|database|admin|ticket\w*|monitoring|documentation)\b"
    r"|\brunbooks?\b"
    r"|\b(?:our|the) (?:own )?(?:staging|production|prod|canary|pre-?prod(?:uction)?|primary|replica) (?:cluster"
    r"|database|environment|servers?|hosts?|system|db)\b"
    r"|\b(?:shard|node|pod|worker|replica) #?\d+\b|\d+\s?号(?:分片|节点|机器|库)|(?:生产|预发|灰度|线上)(?:库|环境|集群"
    r"|数据库)(?:的\w{1,6}表)?|我们的(?:测试|预发)环境"
    rf"|(?<!your )(?<!的 )(?<!的)(?<![a-z]){_OPS}(?![a-z])(?! (?:integration|app|connector|plugin))(?! ?集成)"
    rf"|\b(?:we|i)(?: can)? (?:see|saw|checked|looked|found|read|logged|filed|noted|opened"
    rf"|raised)\b[^.,]{{0,30}}\bin {_TOOLS}\b"
    rf"|\b(?:logged|filed|tracked|raised) in {_TOOLS}\b"
    r"|内部\s?(?:管理)?(?:后台|监控(?:系统)?|系统|知识库|文档|工具|平台|wiki|crm|工单(?:系统)?|看板|控制台)"
    rf"|(?:我们?的?|我方|我司的?)\s?{_TOOLS}|在\s?{_TOOLS}\s?(?:里|中|上)?(?:登记|提|建|记录|跟踪|看到|查)"
    rf"|从\s?{_TOOLS}\s?(?:上|中|里)"
    r"|(?:值班|运维|运行|应急)手册"
)
_THEIRS = (
    r"(?<!order )(?<!invoice )(?<!line )(?<!row )(?<!build )(?<!item )(?<!device )(?<!shipment )"
    r"(?<!订单)(?<!订单 )(?<!发票 )(?<!单号 )"
)
_RECORD = Lazy(
    rf"{_THEIRS}(?<![\w&/#])#\d{{4,}}\b|\b(?:ticket|case|incident|bug(?: report)?|defect|escalation|issue"
    rf"|pull request|pr)(?: no\.?| number| id)? ?#?\d{{4,}}\b"
    r"|\b(?:inc|prb|prob|chg|ritm|sctask|bug|eng)\d{5,}\b"
    r"|https?://\S*?(?:/pull/|/merge_requests/|/browse/|/issues/|/commit/)[^\s)>,。，]*\w"
    r"|(?<!派)(?:工单|缺陷单?|事件|升级单|故障单|bug|合并请求)(?:号|编号)?\s?#?\d{4,}"
)
_KEYED = Lazy(r"(?<![A-Za-z0-9-])([A-Z][A-Z0-9]{0,9})-\d+(?![\w-]*[a-z])(?![\w-])")
_OBJECT = Lazy(
    r"(?:order|invoice|device|model|sku|po|shipment|part|contract|error|code|asset|product|serial|item|订单|派工单|发票"
    r"|设备|型号|错误码|单号|合同|货号)"
    r"(?: no\.?| number| code| id)?\s?[:：]?\s?$",
)
_CITATION = Lazy(r"\[e\d{1,6}\]")
"""Where a brief names its evidence: our own filing, which no customer has."""
_STANDARDS = frozenset(
    "UTF SHA ISO RFC HTTP TLS SSL AES MD UTC GMT ES CP USB HMAC RSA EN GB COVID IPV KB X H A B C E F V Q CVE".split()  # noqa: SIM905
)
"""Written like a record's id, and none: "UTF-8", "ISO-8601"."""


def channels(seen: Seen, audience: Audience) -> Iterator[Hit]:
    yield from matches(seen, "channel", _CHANNEL)
    bare = {name.lstrip("#") for name in audience.channels if name.startswith("#") and "-" in name}
    for start, end in stands({fold(name) for name in {*audience.channels, *bare}}, seen.cased):
        yield Hit("channel", start, end)


def systems(seen: Seen, audience: Audience) -> Iterator[Hit]:
    for start, end in stands({fold(name) for name in audience.systems}, seen.cased):
        yield Hit("internal_system", start, end)
    yield from matches(seen, "internal_system", _SYSTEM)


def records(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """Ids of records that are not among those shared; what the customer numbers themselves (orders, invoices) is theirs."""
    shared = {fold(id).lower() for id in audience.shared}
    ids = {fold(id).lower() for id in audience.ids}
    spoken = {id.replace("-", " ") for id in ids if "-" in id}
    for start, end in stands((ids | spoken) - shared, seen.cased):
        yield Hit("unshared_record", start, end)
    yield from matches(seen, "unshared_record", _CITATION)
    for found in _RECORD.finditer(seen.small):
        if not any(id in found[0] for id in shared):
            yield Hit("unshared_record", *found.span())
    for found in _KEYED.finditer(seen.cased):
        theirs = _OBJECT.search(seen.small[max(0, found.start() - 24) : found.start()])
        if found[0].lower() not in shared and found[1] not in _STANDARDS and not theirs:
            yield Hit("unshared_record", *found.span())
