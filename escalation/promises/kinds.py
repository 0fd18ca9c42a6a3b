"""Kinds: what a commitment promises, told by its words."""

from __future__ import annotations

from escalation.claims.lazy import Lazy
from escalation.promises.found import PromiseKind

NEVER = Lazy(
    r"\b(?:won['’]?t|will not|never) (?:\w+ ){0,6}(?:ever again|any ?more|any longer)\b|\b(?:we|i) (?:vouch"
    r"|swear|stake)\b|打包票|打保票|再也不(?:用|会|必)|(?:以后|今后|往后)[^,。]{0,4}不会再?是?问题|"
    r"\bnever (?:\w+ ){0,4}(?:again|happen|recur|repeat|break|fail)\b|\b(?:won['’]?t|will not|can ?not|can['’]?t"
    r"|can never|not) (?:\w+ ){0,4}?"
    r"(?:again(?! (?:by (?:itself|themselves)|automatically|on (?:its|their) own)\b)|recur|reoccur|come back|repeat itself)\b"
    r"|\bgone for good\b|\b(?:fixed|solved|resolved|over) (?:for good|once and for all|forever)\b"
    r"|(?<!n['’]t )(?<!not )\bguarantee[sd]?\b|\bimpossible for (?:this|it|that)\b"
    r"|\bno (?:data|rows?|messages?|records?) will (?:ever )?be lost\b|\bwon['’]?t be (?:another|any (?:more"
    r"|further))\b|\b100 ?% (?:uptime|safe|certain|reliable)"
    r"|\b(?:last time|never see) (?:this|that|it)\b|\byou have my word\b"
    r"|\b(?:this|it) (?:is|was|will be|has been) the last time\b"
    r"|(?:以后|今后|往后)[^,。]{0,8}绝对(?!不能|不是)|\bwill always\b"
    r"|\b(?:100 ?%|absolutely|completely) (?:sure|certain|safe)\b|\bthat was the last time\b"
    r"|\bno way (?:that )?(?:this|it|that)\b|\b(?:eliminated|ruled out|removed) (?:any|all|every) (?:chance|risk"
    r"|possibility)\b"
    r"|(?:永远|往后|今后)[^,。]{0,8}都(?:是|会|能)|百分(?:之)?百(?:放心|可靠|安全|没问题)|不会再(?:断|停|挂"
    r"|丢|错)|最后一次|不可能(?:再|有第)|(?:没有|不会|不可能|绝无|不让|避免|有)[^,。]{0,8}第二[次回]|(?:复发"
    r"|再次发生)[^,。]{0,8}(?:排除|消除)"
    r"|(?:保证|担保|承诺|确保|绝对?|绝不|永远?|今后|以后|从此|再也)[^,。]{0,12}(?:不再|不会再?|杜绝|绝不|再犯"
    r"|第二次|下一次|百分之百|100%|万无一失|不丢)"
    r"|不会再(?:遇到|出现|发生|有)|绝不会?(?:有|再)|杜绝|彻底(?:根除|杜绝|消除)|根除|万无一失|保证[^,。]{0,8}"
    r"(?:都不会|不会|不丢)|不再发生"
)
COMPENSATION = Lazy(
    r"\b(?:won['’]?t|will not) be (?:billed|charged|invoiced)\b|\bgift (?:card|basket|voucher)\b"
    r"|\bextend your (?:licen[cs]e|contract|subscription|plan)\b|\bfor free\b"
    r"|不(?:向您|对您)?(?:计费|收取)|礼品(?:卡|券)?|免费(?:给您|为您|续|延|送)|"
    r"\b(?:refund\w*|reimburs\w*|compensat\w*|rebate|voucher|waiv\w*|goodwill)\b|\b(?:service )?credit(?:s"
    r"|ed)?\b(?! card)"
    r"|\b\d+ ?% (?:discount|off)\b|\bdiscount\b|\b(?:months?|weeks?|year|quarter|upgrade"
    r"|licen[cs]es?)(?: \w+)? (?:for )?free\b"
    r"|\bfree (?:month|upgrade|year|of charge|week|licen)|\bon the house\b|\b(?:losses|costs"
    r"|damages?) (?:will be|are) covered\b"
    r"|\bmoney back\b|\b(?:at )?no (?:extra )?cost\b|\bfree of charge\b|\b(?:\d+|\w+)(?: percent| per cent"
    r"| ?%)? off (?:your|the) (?:next |monthly )?(?:bill|invoice|fee|subscription)\b"
    r"|\b(?:invoice|bill|month|quarter|year|dinner|subscription|fee)s?\b[^.]{0,30}\bon us\b"
    r"|\bso is \w+['’]s (?:invoice|bill|fee)\b|\b(?:fee|payment|charge)s? (?:comes?|goes|will come) back\b"
    r"|\bextra (?:seats|months|licen)"
    r"|\b(?:you|your company) (?:will |won['’]?t )?(?:pay|owe) (?:nothing|anything)\b|一分钱(?:都|也)?不(?:用|要|收|必)"
    r"|(?:我们|我方|我司)[^,。]{0,4}(?:全包|承担|买单|包了|出了?钱)|退钱|便宜\s?\d|不收费|不收您|请客|算我们的|多送|弥补|费用[^,。]{0,6}(?:退|返)|白送"
    r"|\bcover your (?:losses|costs)\b"
    r"|退(?:款|还|费|给您|您)|费用[^,。]{0,8}退|减免|免(?:掉|除|费|收)|赔偿|赔付|补偿|抵扣"
    r"|打[一二三四五六七八九\d.]+折|折扣|代金券|优惠券"
    r"|送您|赠送|不收您|延长您?[^,。]{0,6}服务"
)
_NO_COMPENSATION = Lazy(
    r"\brefund (?:request|policy|form|page|status)|\bcompensation (?:field|column|report)|\bcredit (?:note|limit"
    r"|balance)|\brefund was\b|\brefunds are\b|\bhandled by"
    r"|退款由|退款(?:申请|政策|单|页面|按钮|状态|已)|免费(?:版|试用)|免除(?:了)?您?的?担忧"
)
_CALL = Lazy(
    r"\byour (?:phone )?number\b|拨[^,。]{0,3}(?:您的?)?电话|给您去电|"
    r"\bmy call\b|\bdial in\b|等我电话|拨入|"
    r"\b(?:call|phone|ring|dial)(?: (?:you|back|sarah|david))?\b(?! (?:it|this|the))|打电话|致电|电话联系|回电|去电"
)
_UPDATE = Lazy(
    r"\b(?:hear (?:from|back|more|again)|write(?: to you)?(?: again)?|get back|news|keep (?:\w+ ){1,3}(?:posted"
    r"|informed|updated|in the loop)|respond"
    r"|reply|answer|let you know|check in|be back with|back with you|drop you a line|more (?:at|by)|message"
    r"|word (?:from (?:us|me)|by|at|before)"
    r"|come back to you|inform|notif\w+|ping|tell you|touch base|follow up|be in touch"
    r"|an update|updates?(?: you)?|status|summary|report back)\b(?! (?:plan|report))"
    r"|答[复覆]|跟您说|跟您讲|邮件|报一次|情况给您|回[复覆]|回话|联系|联络|消息|进展|通报|同步给|同步(?!服务|恢复)"
    r"|[向跟给和与同]您[^,。]{0,4}更新(?=\W*$|[,。;!]|一[次下]|进|情|最)|更新您|再更新(?=\W*$|[,。;!]|一[次下])|更新一[次下](?=\W*$|[,。;!]|进|情)"
    r"|告诉|告知|通知|更新(?:时间|:)|下一?次更新|小结|汇报|结果"
)
_SEND = Lazy(
    r"\b(?:sent out|get you (?:the|our|a)|credit note|follows by)\b|寄出|寄到|草稿|材料[^,。]{0,4}[寄发]|"
    r"\b(?:send|share|deliver|e-?mail|in your inbox|(?<!in )(?<!back )with you|is yours|reach(?:es)? you"
    r"|get (?:the|our|a)|receive|have (?:our|the) (?:\w+ )*(?:plan|report|analysis|file)"
    r"|count on the)\b|发给|发到|发您|给到您|到您手|发送|寄给|补丁[^,。]{0,6}给您|给您[^,。]{0,10}(?:补丁"
    r"|报告|方案|账单|文件|版本|步骤)|(?:报告|账单|方案"
    r"|文件)[^,。]{0,8}给您"
)
_FIX = Lazy(
    r"\b(?:back online|online again|correction|then it is (?:solved|done))\b|修正版|能用|重新上线|"
    r"\b(?:fix\w*|resolv\w+|restor\w+|sort(?:ed)?|repair\w*|hotfix|solv\w+|recover\w*|up and running|back (?:up"
    r"|online|to normal|in service)|be back"
    r"|work(?:s|ing)? again|working|close (?:this|it|that) out|resum\w+|service returns|full service|patched"
    r"|back at|back by|be done|is done|have it running|complete again|normal|all (?:be )?back)\b"
    r"|恢复|修好|修复|解决|处理[好完]|补齐|搞定|热修复|弄好|跑起来|补全|正常|回来|能用"
)
_DELIVER = Lazy(
    r"\b(?:ship(?:s|ped)?|comes? (?:on|by|today|tomorrow|this|next)|releas\w+"
    r"|go(?:es)? live|comes? out|roll(?:s|ed|ing)? ?out|rollout|launch\w*|available"
    r"|patch|feature|version|planned for"
    r"|scheduled for|goes out|lands?|arriv\w+|complet\w+|new build|write-?up|invoice|publish\w*)\b|上线|发布|推出|交付|更换|上门"
    r"|(?:补丁|修复包?|安装包|升级包|热修)[^,。]{0,10}[发上推出给]|提供|开放|版本|书面说明|报告|账单|方案|有了|日发"
    r"|(?:重新?|补)[寄发]|补[开办]|重新?开(?:具|票|发票|单|收据|证明)?(?=[,。;!！给]|$)"
)
_TELL = Lazy(
    r"\b(?:back with you|get back|hear (?:from|back)|message|drop you a line|let you know|tell you|news"
    r"|write (?:to you|again)|ask you|(?:check|confirm)(?: back| again)? with you)\b|写信|来信|消息|跟您说"
    r"|问您|回报|[跟与和向同]您[^,。]{0,6}确认"
    # What comes before "then we tell you" is when, and not what is promised.
    r"|(?:后|了|时|就|马上|立即|立刻|第一时间)[^,。]{0,6}(?:告诉|告知|通知|联系|回[复覆])(?:您|你们|贵司)"
)
_REPORTS = Lazy(
    r"^\W*(?:(?:接下来|之后|此后|后续|今后|在此期间|期间|从现在起|现在起|我们?|我方|我这边|这边|会|将|先|也|至少|保持)[,\s]*){0,4}"
    r"每[^,。]{1,10}(?:同步|更新|通报|汇报|报|联系|告知|回复)(?:您|你们|大家)?一?[次回下]"
    r"(?=\W*$|[,。;!]|进展|进度|情况|状态|最新)"
)
"""A rhythm of ours that names nobody: the sentence begins with it, or with us, and not with what the product brings in."""
_UNBILLED = Lazy(r"\b(?:won['’]?t|will not) be (?:billed|charged|invoiced)\b|不(?:向您|对您)?(?:计费|收费|收取)|不收您")
_ORDER: tuple[tuple[PromiseKind, Lazy], ...] = (
    ("call_by", _CALL), ("update_by", _TELL), ("deliver_by", _SEND), ("fix_by", _FIX), ("update_by", _UPDATE),
    ("deliver_by", _DELIVER),
)  # fmt: skip


def kind_of(piece: str) -> PromiseKind:
    """What a commitment promises, by its words; `other` when no kind's words stand in it."""
    for kind, words in _ORDER:
        if words.search(piece):
            return kind
    return "other"


def tells(piece: str) -> bool:
    """Whether it is of word, a call or something sent that the customer gets: what recurs of it is a rhythm of ours."""
    word = (words for kind, words in _ORDER if kind in ("update_by", "call_by"))
    return reports(piece) or any(words.search(piece) for words in (*word, _SEND))


def reports(piece: str) -> bool:
    """Whether it says how often there is word, though not to whom: 「每两小时同步一次」."""
    return _REPORTS.search(piece) is not None


def compensates(piece: str) -> bool:
    return COMPENSATION.search(_NO_COMPENSATION.sub(" ", piece)) is not None


def unbilled(piece: str) -> bool:
    """Whether a negation is the very gift: "you won't be billed", 「不收费」."""
    return _UNBILLED.search(piece) is not None
