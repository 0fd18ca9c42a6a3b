"""Blame: of the customer, a colleague, another team or a vendor. Owning a fault ("we should have told you") is none."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.audience.words import matches
from escalation.claims.lazy import Lazy
from escalation.reading.seen import Seen

_DID_WRONG = (
    r"(?:broke|messed|forgot|failed to|missed|ignored|dropped the ball|screwed|deleted|uploaded the wrong"
    r"|used the wrong|chose the wrong"
    r"|misconfigured|misread|made (?:a|the) mistake|pushed a bad|shipped a bad|gave (?:you|us) (?:the )?wrong"
    r"|let (?:us|you) down|did not (?:test|check|read|tell|follow)"
    r"|didn['’]?t (?:test|check|read|tell|follow|bother)|promised you something|overpromised|over-promised"
    r"|lost track|was(?: too)? slow|caused this|neglected|overlooked)"
)
_WHO = (
    r"(?:administrators?|admins?|it (?:department|team)|team|people|staff|users?|colleagues?|engineers?"
    r"|developers?|vendor|provider|supplier|partner|sales|agent|ops"
    r"|operations|engineering|product|support|infrastructure|contractor|somebody|someone|person)"
)
_BLAME = Lazy(
    rf"\b(?:your|their|the|our|previous|last|another|an?) (?:[\w-]+ ){{0,3}}?{_WHO}(?: (?:who|in|from|at|on"
    rf"|that) (?:\w+ ){{1,5}}?| \w+ | ){_DID_WRONG}\b[^.,;\n]*"
    rf"|\b(?:somebody|someone|sales|engineering|ops|product|support) (?:(?:in|from|at"
    rf"|on) (?:\w+ ){{1,3}})?{_DID_WRONG}\b[^.,;\n]*"
    r"|\b(?:your|their|his|her|\w+['’]s|whose) (?:own )?fault\b|\b(?:is|are|was|were) to blame\b|\bat fault\b"
    r"|\bblam(?:e|ed|es|ing) (?:\w+ )"
    r"|\b(?:user|operator|pilot) error\b|\b(?:error|mistake|misconfiguration|misuse) (?:on|at|from) your (?:side"
    r"|end|part)\b"
    r"|\byour (?:own )?(?:mistake|misconfiguration|negligence|carelessness)\b"
    r"|\byou should(?:n['’]?t| not)? have (?:\w+ )?(?:tested|checked|read|told|backed|known|asked|updated"
    r"|noticed|verified|used|reported|followed|done|clicked|changed|deleted)\b"
    r"|\bif (?:you|your \w+) had(?: not|n['’]?t)? (?:read|checked|tested|told|followed|updated|done|reported"
    r"|waited|listened|deleted|changed)\b[^.,;\n]*"
    r"|\bhad (?:you|your \w+) (?:only |just )?(?:read|followed|checked|tested|told|updated|waited|listened"
    r"|reported)\b[^.\n]*"
    rf"|\bhad (?:the|our|their|your|another) (?:[\w-]+ ){{0,2}}?{_WHO}(?: [\w-]+){{0,2}}? "
    r"(?:\w+ed|done|known|seen|read|told|kept|caught)\b[^.\n]*"
    rf"|\byour (?:[\w-]+ ){{0,2}}?{_WHO} should(?: not|n['’]?t| never)? have \w+\b[^.,\n]*"
    r"|\byou (?:simply |just )?(?:ignored|overlooked|forgot|neglected|misread|mixed up|broke|misused"
    r"|misconfigured)\b[^.,\n]*"
    r"|\bwhoever\b[^.\n]*\bwrong\b|['’]s (?:own )?doing\b|\b(?:the|our|your) (?:[\w-]+ )?(?:shift|team"
    r"|developers?|engineers?|agents?|partner|vendor|colleagues?)(?: [A-Z]?\w+)? (?:rushed|botched|ruined|caused"
    r"|slept|misread|did not|didn['’]?t|never)\b[^.,\n]*"
    r"|\b(?:microsoft|google|aws|amazon|azure|cloudflare|okta|salesforce|stripe|twilio"
    r"|oracle)\b(?: \w+)? (?:broke|failed|messed|changed|let|caused|is to blame|was down|went down)\b[^.,\n]*"
    r"|\b(?<!we )(?<!have )(?:dropped the ball|screwed up|messed up)\b|\b(?:sloppy|careless|incompeten\w+"
    r"|negligen\w+)\b"
)
_WRONG_ZH = (
    r"(?:没测|没做好|忘了|忘记|误删|搞错|弄错|改错|传错|配错|填错|写错|点错|漏了|漏掉|疏忽|夸大|失误|拖延|没有?及时|操作不当|使用不当|误操作|误用|没看|没有看"
    r"|没按|乱承诺|配置不当|出了差错|没交代|不专业|处理不当)"
)
_OF_WHOM = Lazy(
    rf"\bfault of (?:our|your|the|their|one of (?:our|your)) (?:[\w-]+ ){{0,2}}?{_WHO}\b[^.,;\n]*"
    r"|\byour (?:own )?(?:[\w-]+ ){0,2}?(?:misuse|mishandling|(?:wrong|incorrect|improper) (?:use|usage|handling))\b[^.,;\n]*"
    r"|\byour (?:staff|team|people|users?|colleagues?|administrators?|admins?)\b[^.,;\n]{0,30}"
    r"\b(?:wrongly|incorrectly|improperly|the wrong way)\b"
    r"|\bthe way (?:you|your \w+) (?:have |has )?(?:used?|handled?|configured?|set up)\b[^.,;\n]{0,20}"
    r"\b(?:caused|brought|led|broke)\b[^.,;\n]*"
    r"|(?:组|部门?|团队|同事|研发|测试|运维|您|你们|贵司)[^,。]{0,6}没有?把好?关"
    r"|(?:您|你们|贵司)(?:自己)?[^,。我]{0,12}(?:方式|方法|用法|操作)(?:不对|有误|错误|有问题)"
)
"""The doing itself is named as theirs: a fault of, a misuse by, a wrong way of handling."""
_NOT_QUOTED = (
    r"(?![^,。]{0,8}(?:反馈|反映|回报|报告|提到|提出|提交|来信|说|写)的?"
    rf"[「“『\"][^」”』\"]{{0,80}}?(?:错|{_WRONG_ZH}))"
)
"""Behind whom it is said of: not where it stands among their own words, such as what they called their ticket."""
_OUGHT = Lazy(
    r"\b(?!we\b|i\b|you\b|it\b|this\b|that\b)\w+ should(?: never|n['’]?t| not)? have (?:\w+ )?(?:caught|tested"
    r"|checked|noticed|seen|known|told|prevented|stopped|warned)\b[^.,;\n]*"
    r"|\b(?:did|does|doing|done) (?:a |an )?(?:poor|bad|sloppy|terrible|lousy) (?:job|work)\b|\b(?:mistake"
    r"|error) was made by\b[^.,;\n]*"
    r"|\byou(?:['’]re| are)? (?:using|used) (?:the |our |it )?(?:\w+ )?(?:wrongly|incorrectly|in a way)\b[^.,;\n]*"
    r"|(?:做得|干得|处理得|写得)(?:太|很|非常)?(?:差|烂|糟|粗)|(?<!我们)(?<!我)本(?:该|应该)(?:发现|拦住|测出|检查|注意|提前)|本来就不对|用(?:法|得)(?:不对|有问题)"
    rf"|(?:贵司|您|你们){_NOT_QUOTED}[^,。]{{0,10}}(?:录|填|选|配|点|发|算|写)错"
)
_BLAME_ZH = Lazy(
    r"都怪|怪罪|怪到|归咎|甩锅|背锅|掉链子|失职|责任(?:全)?(?:在|归|出在)(?!我们|我方|我司)|是[^,。]{1,8}的(?:锅|责任|过错)(?<!我们的责任)"
    rf"|(?<!我)(?:贵司|您|你们|客户|对方){_NOT_QUOTED}[^,。]{{0,10}}?{_WRONG_ZH}[^,。]{{0,10}}"
    rf"|(?:研发|运维|开发|测试|销售|产品|同事|供应商|厂商|服务商|上一位|数据库|工程师|团队|合作方|外包)[^,。]{{0,8}}?{_WRONG_ZH}[^,。]{{0,8}}"
    r"|(?:您|你们|贵司)[^,。]{0,6}(?:应该先|早该|就应该|就该|本该先|不该)[^,。]{0,10}"
    r"|的人把[^,。]{1,14}(?:错|坏|丢)了?|(?:贵司|您|你们)(?:的?[\u4e00-\u9fff]{0,4}?(?:组|部门|团队|管理员|同事|it))?(?:干|搞|弄|惹)(?:出来)?的"
    r"|[^,。]{0,8}惹(?:出来)?的(?:祸|乱子|麻烦)"
    r"|(?:要是|如果|假如)(?:贵司|您|你们)[^,。]{0,12}[,，]?(?:也)?就不会|(?:没|不)当回事|没认真|赶得太急|(?:微软|谷歌|亚马逊|阿里云|腾讯云|华为云|厂商|供应商"
    r"|运营商)[^,。]{0,6}(?:改坏|搞坏|出错|不稳定|掉线|挂了)"
    r"|\b(?:infrastructure|ops|operations|engineering|sales|support|product|qa|development|finance|marketing|logistics) "
    r"(?:slept|missed|ignored|overlooked|forgot|failed|botched|rushed|did(?: not|n['’]?t) (?:see|notice|check|test))"
    r"\b[^.,\n]*"
    r"|(?:研发|运维|开发|测试|销售|产品|同事|供应商|值班|工程师|团队)[^,。]{0,6}没(?:有)?(?:听到|注意|发现|看到|盯|管|接|处理)[^,。]{0,6}"
    r"|(?:要是|如果|假如|若)[^,。我]{0,8}?(?:组|部门|团队|同事|工程师|管理员|研发|测试|运维|销售|产品|供应商|厂商)[^,。]{0,4}?(?:早|好好|先|提前|认真|及时|仔细)[^,。]*"
    r"|(?:用户|人为)(?:误操作|操作失误|失误)"
)


def blame(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """Who is said to have done wrong, unless it is the writer's own side as a whole."""
    yield from matches(seen, "blame", _BLAME, _OUGHT, _OF_WHOM, _BLAME_ZH)
