"""Whether a customer stays with us, said in a roundabout way: a doubt about it, a loss foretold, a rival already in the house."""

from __future__ import annotations

_STAY = (
    r"(?:(?:stay|stick|remain|carry on|go on|keep on|continu)(?:e|ing)? (?:with (?:you|this|your)|(?:as )?(?:a |your )?customers?"
    r"|using (?:you|your|this) ?(?:product|platform|system|service|software|tool|app)?(?=\W*$))"
    r"|(?:stay|remain|continu(?:e|ing)|stick around)(?:ing)?(?=\W*$)"
    r"|(?:keep|continue|go on|carry on) (?:paying|to pay)|pay(?:ing)? you\b"
    r"|renew(?:ing)?(?=\W*$| (?:with|in|next|at all|our (?:contract|subscription|licen[cs]es?)|the (?:contract|subscription)))"
    r"|(?:keep|keeping|use|using) (?:you|your (?:product|platform|system|service|software|tool|app))(?=\W*$))"
)
_WHO = (
    r"(?:we|i|our (?:company|firm|team|board|management))(?:['’]d)?"
    r"(?: (?:should|would|shall|still|even|want to|ought to|are|do|can|need to|actually)){0,3} "
)
_DOUBT = (
    r"\b(?:(?:do(?:n['’]?t| not)|no longer|can(?:['’]?t|not)) (?:\w+ ){0,2}?(?:know|see|understand|tell)"
    r"|not (?:so |very |at all )?(?:sure|certain|convinced)|unsure|wonder(?:s|ing)?|question(?:s|ing)?|doubt(?:s|ing)?"
    r"|ask(?:s|ing)? (?:myself|ourselves|themselves)|discuss(?:es|ing)?|debat(?:e|es|ing)|rethink(?:ing)?|on the fence) "
)
EN = (
    _DOUBT
    + rf"(?:(?:why|if|whether|how long|that) (?:{_WHO}|to )|(?:any |the |a |what )(?:reason|point|sense) (?:to|in|of|for us to) "
    rf"|about ){_STAY}"
    rf"|\bwhy (?:should|would|do|are|shall) (?:we|i) (?:still |even |then |actually )?{_STAY}"
    r"|(?:\b(?:no|little|hardly any|not much|one|any|zero|the|a)(?: good| single| real| more)? (?:reason|point|sense|incentive)"
    rf" (?:left )?(?:for us )?(?:to|in|of) ){_STAY}"
    r"|\b(?:reason|point) (?:for us )?not to (?:leave|switch|go elsewhere)\b"
    # "You lost us there" only asks to be told again.
    r"|\byou(?:['’](?:ve|ll|re)| have| will| are|['’]d)(?: (?:have|already|just|about to|going to|now|soon|nearly|almost)){0,2}"
    r" los(?:t|e|ing) (?:us|our (?:business|custom|account))(?=\W*$| (?:as|for good|if|unless|forever|to|too|then|soon|over))"
    r"|\byou(?:['’](?:ve|ll|re)| have| will| are)?(?: \w+){0,2} los(?:t|e|ing) (?:us|me) as (?:a |your )?(?:customer|client)s?\b"
)
"""The threat itself, over one lower-case clause."""

_OWN = r"(?!(?:your?|our|my|their|his|her|its|the|a|an|it|this|that|them|him|he|she|who|what|there|one)\b)"
_CALLER = r"(?:sales ?(?:m[ae]n|wom[ae]n|persons?|people|reps?|team|guys?)|account (?:manager|executive)s?|reps?)"
_GUESTS = (
    r"(?!(?:\w+ )?(?:customers?|clients?|guests?|visitors|people|prospects?|buyers?|investors?|users|staff|someone)\b)"
)
RIVAL_EN = (
    rf"\b{_OWN}[\w.&-]{{2,30}}(?:['’]s|s['’]) {_CALLER} (?:\w+ ){{0,2}}?(?:(?:sits?|sat|is|are|was|were|comes?|coming|came|be)"
    r" (?:\w+ ){0,2}?(?:in|at|to|into) our|(?:visits?|visited|visiting|meets?|met|meeting|pitch\w*) us"
    r"|com(?:es?|ing) (?:in |by |over )?to (?:see|pitch|present|show))\b"
    rf"|\b(?:had|have|having|got|getting|invit(?:ed|ing)|book(?:ed|ing)) {_OWN}{_GUESTS}[a-z][\w.&-]{{1,30}}(?: [\w.&-]{{1,30}})?"
    r" (?:in|over|round) (?:for|to) (?:a |an |the )?(?:\w+ )?(?:demos?|demonstrat\w+|pitch\w*|present\w*|quote|trial|show)\b"
)
"""Somebody else sells to them: a competitor, whoever it is."""

_END = r"(?=$|[吗呢啊吧了，。！？])"
_GO_ON = (
    r"(?:(?:继续|接着|再|还要?)?(?:用|使用|选|找)(?:你们|贵司|贵公司|你家)(?:的?(?:系统|平台|产品|服务|软件|东西))?(?:下去)?"
    + _END
    + r""
    r"|(?:跟|和|与)(?:你们|贵司|贵公司)(?:继续|再)?(?:合作|做|走|耗)|(?:继续|再|接着)(?:合作|续|留|待|付[费钱]|交[费钱])"
    r"|(?:用|做|走|合作|续)下去" + _END + r"|(?:续[约费签]|留下来?)(?=$|[吗呢啊吧，。！？])"
    r"|(?:继续|再|接着)(?:用|使用)这(?:个|套|家)?(?:系统|平台|产品|软件|供应商)" + _END + r")"
)
ZH = (
    r"(?:(?:不知道|不清楚|不确定|想不通|搞不懂|不明白|看不出|怀疑|犹豫|纠结|在想|考虑|掂量)[^，。；]{0,6}?"
    r"(?:有没有|有无|有什么|要不要|是否|该不该|值不值得?|(?:为什么|为何)(?:还要?|要|得)|凭什么|何必)"
    r"|没(?:有|什么|啥)?[^，。；]{0,3}?(?:必要|理由|意义)|(?:凭什么|何必|为什么|为何|干嘛)(?:还要?|要?(?=继续|再)))"
    r"[^，。；]{0,8}?" + _GO_ON + r""
    r"|你们[^，。；]{0,4}?(?:失去|丢掉?|流失)(?:掉|了)?(?:我们(?!的)|这个客户|一个老?客户)"
)
_OURS = "".join(f"(?<!{who})(?<!{who}的)" for who in ("你们", "我们", "他们", "咱们", "贵司", "公司", "客户", "自己"))
RIVAL_ZH = (
    rf"{_OURS}(?<=[\w])(?:销售|业务员|客户经理)[^，。；]{{0,8}}?(?:来|到|坐|在)[^，。；]{{0,3}}?我们(?:公司|办公室|这里?|单位)"
    + _END
    + r""
    r"|(?:约|请|叫)了?(?!了|你们|客户|领导|专家|贵司)[^，。；我你]{2,8}来(?:我们公司)?(?:演示|报价|讲标|比价)"
)
