"""Causes: what is said to have brought the trouble about, unless the record confirms it. Hedged or not, it is a cause told."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.breakdowns import TOLD, TOLD_ZH
from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.audience.likeness import covered
from escalation.audience.words import clause, sentence
from escalation.claims.lazy import Lazy
from escalation.reading.seen import Seen

_TROUBLE = Lazy(
    r"\b(?:errors?|outages?|fail\w*|stopp?\w*|down|delay\w*|missing|slow\w*|broken?|interrupt\w*|unavailab\w*"
    r"|lost|time[d ]?-?outs?|crash\w*|dropp?\w*|loops?"
    r"|blank|empty|incident|issue|problem|trouble|disruption|duplicat\w+|affected|happened|unable|could not|couldn['’]?t)\b"
    r"|中断|失败|报错|异常|故障|超时|缺失|丢失|无法|变慢|停止|宕机|错误|问题|断开|延迟|重复|受影响|不可用|空白|乱码|不显示"
)
_TECH = (
    r"(?:release|deploy\w*|dns|cache|database|server|network|queue|certificate|config\w*|memory|disk|proxy"
    r"|firewall|index\w*|load balancer|bug|change|update|upgrade"
    r"|migration|connection|timeouts?|service|script|job|script|patch|integration|connector|api|token|session"
    r"|settings?|problem|issue|provider|cluster|node|race|lock\w*|gateway|image|container|router|replica|host"
    r"|worker|storage|deadlock|pagination|regression|code)"
)
_STATED = Lazy(
    r"\b(?:root |main |underlying |actual )?cause(?: of [^.,]{1,40}?| here| behind [^.,]{1,30}?)?(?: is| was"
    r"| seems| appears| lies|:)(?! (?:not|still|unknown|unclear|being|under|yet|confirmed))[^.\n]*"
    r"|\b(?<!has )(?:caused|triggered|brought about|provoked|introduced) by\b[^.\n]*|\b(?:stem(?:s|med)?"
    r"|result(?:s|ed)?|originat\w+|came|comes?|arose) from\b[^.\n]*"
    r"|\btraced? (?:\w+ ){1,6}?(?:back )?to\b[^.\n]*|\btraced to\b[^.\n]*|\b(?:is|was|were"
    r"|are) the result of\b[^.\n]*|(?<!what )\b(?:led|leads) to\b[^.\n]*|\b(?:is|was|are|were) behind (?:it|this"
    r"|the|that)\b"
    r"|\bcomes? down to\b[^.\n]*|\b(?:was|is) the (?:problem|issue|reason|trigger|source)\b(?= ?(?:[.,;!\n]|$"
    r"|here|behind|of))|\b(?:and )?(?:that|which) is why (?:you|your|the|it)\b[^.\n]*|\bwhich is to blame\b"
    rf"|\b{_TECH}\b[^.,\n]{{0,30}}\b(?:knocked out|took down|broke|crashed|ran out of|filled up|overloaded"
    rf"|corrupted|got stuck|blew up|overwhelmed|brought down|tripped)\b[^.\n]*|\bdisk (?:was |is )?full\b"
    r"|\bturned out to be\b[^.\n]*|\bculprit\b[^.\n]*|\bthe reason (?:was|is|for (?:this|that|it"
    r"|the [^.,]{1,30}) (?:was|is))(?! (?:not|unknown|unclear|still|that we))[^.\n]*"
)
_POINTED = Lazy(
    r"\b(?:that|this|which|it) (?:is|was) (?:the|its|your|our) (?:root |real |actual )?cause\b"
    r"|\b(?:that|this|which) (?:is|was) what (?:caused|broke|stopped|blocked|emptied|triggered)\b[^.\n]*"
    r"|(?<!what )(?<!whatever )(?<!whoever )\b(?:caused|broke|brought on) (?:this|it|that|these"
    r"|the (?:error|problem|issue|fault))\b"
    r"|\b(?:and so|therefore|hence|which is why) (?:the|your|all|no) [^.\n]{0,30}"
    r"\b(?:blank|empty|missing|wrong|fail\w*|stop\w*)\b"
    r"|这[就便]?是(?:根本|真正|主要)?原因|正是这[^,。]{0,6}(?:导致|造成|原因)"
)
"""What was told before is pointed at as the cause."""
_GUESSED = Lazy(
    rf"\b(?:my|our) (?:best )?(?:guess|hunch|bet|suspicion|theory)\b[^.\n]*|\b(?:it|this|that) (?:could|might"
    rf"|may|must)(?: well)? (?:be|have been|have to do with) (?:your|the|an?|our)\b[^.\n]*\b{_TECH}\b[^.\n]*"
    rf"|(?:^|[.\n] ?)(?:looks|seems|appears) (?:like|as if|to be|that)\b[^.\n]*\b{_TECH}\b[^.\n]*|"
    rf"\b(?:we|i|they)(?: \w+)? (?:believe|think|suspect|assume|guess|reckon|assum\w+)\b[^.\n]*\b{_TECH}\b[^.\n]*"
    rf"|\b(?:it|this|that)(?: \w+)? (?:is|was|looks?|seems?|appears?)(?: to be)?(?: very| most)? (?:probably"
    rf"|likely|like|related|as if|as though|that|connected)\b[^.\n]*\b{_TECH}\b[^.\n]*"
    rf"|\bprobably (?:the|an?|due|caused|related|because)\b[^.\n]*\b{_TECH}\b[^.\n]*|\b(?:working theory"
    rf"|our theory|hypothesis|best guess)\b[^.\n]*"
    rf"|\b(?:seems?|appears?|looks?) (?:to be |like )?(?:related to|connected to|linked to|caused)\b[^.\n]*"
    rf"|\b(?:everything|all signs|signs|logs|evidence) points? to\b[^.\n]*"
)
_PRODUCED = Lazy(
    r"\b(?:is|was|are|were) (?:responsible for|at the root of|the source of|to blame for)\b[^.\n]*|\b(?:is|are"
    r"|was|were|may be|might be) involved\b"
    r"|\b(?:overloaded|faulty|corrupt(?:ed)?|misconfigured|expired|defective|broken|stuck|runaway"
    r"|unpatched) (?:[\w-]+ ){1,3}(?:held up|slowed|blocked|delayed|stopped|prevented|caused|made|kept)\b[^.\n]*"
    r"|\b(?:most )?(?:probably|likely|presumably|apparently),? (?:the|an?|our|your)\b[^.\n]*"
    r"|\breason to (?:think|believe|suspect)\b[^.\n]*"
    r"|把(?:任务|请求|服务|登录|同步|导出|数据|消息|系统)[^,。\n]{0,3}(?:压|堵|卡|锁|拖|挤)(?:住|死|垮|慢)了?|所以[^,。\n]{0,6}(?:崩|挂|断|停|慢|报错|失败|卡)"
    r"|(?:十有八九|八九不离十|多半|想必)[^,。\n]{2,}|有理由(?:相信|认为)[^,。\n]*|[跟与和同][^,。\n]{2,12}有关(?!的问题)"
)
_BECAUSE = Lazy(
    r"\b(?:because(?: of)?|due to|owing to|as a (?:result|consequence) of|thanks to|on account of)\b[^.\n]*"
)
_STATED_ZH = Lazy(
    r"(?:根本|根源|主要|真正|直接|具体)?原因(?:大概|可能|应该|估计|就|很可能)?(?:是|为|在于|出在|:)(?!什么|否|何|待)[^。\n]*|(?:源于|归因于|根因(?:是|为|在)|元凶"
    r"|罪魁祸首)[^。\n]*"
    r"|归根结底[^。\n]*|问题(?:就|还是)?出在(?!哪|何)[^,。\n]+|把[^,。\n]{1,10}(?:弄|搞|拖|打|压|改)(?:挂|坏|崩|垮|爆)了?"
    r"|(?:磁盘|连接|连接池|内存|证书|队列|线程|带宽|空间|句柄)[^,。\n]{0,6}(?:满了|用光|耗尽|过期|堵塞|堵住|堵了|溢出|打满|泄漏)[^,。\n]*"
    r"|[^,。\n]{2,}(?:导致|引起|引发|所致|造成|惹的祸|闹的)[^,。\n]*|定位到[^,。]{2,}(?:的问题|故障|错误|缺陷)"
)
_GUESSED_ZH = Lazy(
    r"(?:我|我们)?(?:猜|猜测|怀疑)是?[^,。\n]{2,}|说不定是[^,。\n]{2,}|看来(?:就)?是[^,。\n]{2,}|(?:^|[,。\n])像是[^,。\n]{2,}"
    r"|(?:可能|大概|估计|好像|看像|似乎|疑似|八成|多半|怀疑|推测|猜测|初步判断|判断|认为|看起来|应该)(?:就)?是(?!\d|[上下]午|今|明|否|您)[^,。\n]{2,}"
    r"|(?:可能|大概|估计|似乎|疑似|怀疑|应该|看来)(?:与|和|跟)[^,。\n]{2,}有关|(?:像是|疑似)[^,。\n]{2,}(?:问题|故障|异常)"
)
_BECAUSE_ZH = Lazy(r"(?:由于|因为|(?<![原])因(?!此|为|而|果|素|在))[^。\n]{3,}")
_OPEN = Lazy(
    r"\b(?:not (?:yet )?(?:known|confirmed|clear|found|certain)|unknown|unclear|investigat\w+|looking (?:for"
    r"|into)|once|too early|whether|do(?:es)? not know|don['’]?t know|what (?:caused|led)"
    r"|find(?:ing)? out|no cause|establish\w*|rule[sd]? out)\b"
    r"|\bwith us\b|\bour (?:side|end)\b|\?$|^\W*(?:do|does|did|is|are|was|could) "
    r"|尚未|还未|未查明|不清楚|排查|查找|是否|什么|待确认|没有找到|未找到|排除|核实|为时过早|还没"
)
# What fails under a condition is explained, not reported: "when an export fails because of a missing permission".
_GENERAL = Lazy(
    r"^\W*thanks to (?:your|the)\b|^\W*(?:when|whenever|if)\b|\bthat (?:failed|fail)\b|失败时|出错时|而失败的|如果|若"
)
_SORRY = Lazy(
    r"\b(?:trouble|inconvenience|disruption|frustration|delay|concern|impact|effort|stress)\b[^.]{0,24}\b(?:this"
    r"|it|we|that|has|have)?\b[^.]{0,12}caus|\bcaused? you\b"
    r"|(?:造成|带来)(?:了|的)?(?:您的?|贵司的?|不便|困扰|影响|损失|麻烦|诸多|很大)|给您[^,。]{0,4}造成|抱歉|歉意|致歉"
)


def causes(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """Each statement of a cause that the confirmed one does not cover."""
    for pattern in (_STATED, _POINTED, _PRODUCED, _GUESSED, _STATED_ZH, _GUESSED_ZH, TOLD, TOLD_ZH):
        for found in pattern.finditer(seen.small):
            if not _is_open(seen.small, *found.span()) and not _confirmed(seen.small, *found.span(), audience):
                yield Hit("unconfirmed_cause", *found.span())
    for pattern in (_BECAUSE, _BECAUSE_ZH):
        for found in pattern.finditer(seen.small):
            left, right = sentence(seen.small, *found.span())
            told = _TROUBLE.search(seen.small[left:right]) and not _GENERAL.search(seen.small[left:right].strip())
            told = told and not _is_open(seen.small, *found.span())
            if told and not _confirmed(seen.small, *found.span(), audience):
                yield Hit("unconfirmed_cause", *found.span())


def _is_open(small: str, start: int, end: int) -> bool:
    """Said to be unknown or looked for, or an apology for what the trouble caused."""
    left, right = clause(small, start, end)
    return _OPEN.search(small[left:right]) is not None or _SORRY.search(small[left:right]) is not None


def _confirmed(small: str, start: int, end: int, audience: Audience) -> bool:
    left, right = sentence(small, start, end)
    # Once support has told them, it is no guess that may still be kept from them.
    known = (*((audience.cause, *audience.retold) if audience.cause else ()), *audience.told)
    return any(covered(cause, small[left:right]) for cause in known)
