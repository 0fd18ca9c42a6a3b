"""Whether a text touches security at all: what keeps a matter with Security, however the line is read.

Broad on purpose. A harmless text that is held costs Security one look; one that passes may be talked away.
"""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.orders.finding import find_orders
from escalation.reading.signals.polarity import assertions
from escalation.text.concepts import concepts
from escalation.text.folding import simplified

SECURITY = ("security_exposure", "unauthorised_access", "vulnerability")
"""Signals of a security matter."""

_OF_SECRECY = frozenset(
    {
        "security", "privacy", "compliance", "encryption", "penetration", "authority", "audit_report", "audit_log",
        "access_review", "password", "token", "role", "permission", "access", "share", "share_link",
    }
)  # fmt: skip
"""Concepts of who may see or keep what, in every language that the lexicon knows."""

_OF_ENTERING = frozenset(
    {"login", "login_fails", "sso", "session", "account", "admin", "invite", "delete", "key_card", "keypad"}
)
"""Everyday concepts: one of them alone says little."""

_NAMED = re.compile(r"\b(?:info|cyber)?-?sec(?:urity)?\b|安全|资安|信安|安保", re.IGNORECASE | re.ASCII)
"""Security by its name: also where a text says that it is none."""

_CALLED = re.compile(
    r"\bsec(?:urity)? (?:incident|issue|problem|concern|breach|hole|flaw|event|bug|risk)s?\b"
    r"|(?:安全|资安|信安)(?:性)?(?:事件|事故|问题|隐患|漏洞|风险)",
    re.IGNORECASE | re.ASCII,
)
"""A matter of security that is called one."""

_WHOSE = (
    r"\bwho(?:m|so)?ever\b|\banother\b|\bstranger|\belse['’]s?\b|\btenants?\b|\bsaw\b|\bc(?:an|ould) (?:\w+ )?see\b"
    r"|\bsees\b|\bdifferent (?:\w+ )?(?:customer|client|company|firm|tenant|user|person|school|family)"
    r"|\bwrong (?:\w+ )?(?:person|customer|client|compan\w+|recipient|address|list|inbox|office)"
    r"|\b(?:not|aren['’]t|isn['’]t|weren['’]t|wasn['’]t) (?:theirs|ours|his|hers|mine|us|them|from (?:my|our))"
    r"|\bnone of\b|\bunknown\b|\bunfamiliar|\bforeign\b|\bnever (?:made|created|asked|given|sent|authori\w+)"
    r"|\b(?:not|n['’]t) recogni[sz]e|\brivals?\b|\bneighbou?r|\bcompetitor"
    r"|\bprevious (?:guest|visitor|user|patient|tenant|customer)|看(?:得到|到了?|了)|租户|隔壁|别人|他人|别[家班对院]"
    r"|别的?(?:公司|客户|店|孩|娃|诊所|学校)|另一[个家位名间]|陌生|外人|不认识|不是(?:我|他|她|本人|自己)"
    r"|没(?:见过|操作|建过|这个人)|谁(?:都|也|点|扫|看)|任何人|旁人|路人|上一[个位]|前一[个位]|竞争对手|境外|国外|寄错"
    r"|发错|发给了?全"
)
"""Somebody else's, or somebody who should not."""

_ANYBODY = (
    r"(?:some|any|every|no)(?:body|one)\b|\bno one\b|\bothers?\b|\bodd\b|\bweird\b|\bstrange\b"
    r"|其他(?:公司|客户|人|用户|老师|院|部门)|其它|另外|有人|对方"
)
_OF_KEYS = (
    r"\burls?\b|\bip\b|\bports?\b|\bvulns?\b|\bpaste ?bin|\bforum\b|\bantivirus|\bupload\w*.{0,30}(?:\.\w|file type)"
    r"|\bor 1=1|\bdump\b|\bprompts?\b|[两双]因素|多因素|二次验证|\bapi\b.{0,20}返回|接口返回|抓包|外连|外传|挖矿|跳板"
    r"|改url|地址栏|\bkeys?\b|\bsecrets?\b|\bpins?\b|\botp\b|\b[2m]fa\b|\b(?:two|multi)[- ]?factor|\bunusual\b"
    r"|\blog ?out\b|\blogged out\b|\bremotely?\b|\bcodes?\b.{0,20}\bguess|\bguess|\bcookies?\b|\bjwt\b|\bcredential"
    r"|\bcertificates?\b|\bcipher|\btls\b|\bssl\b|\bcookie|\bcsp\b|\bheaders?\b|\bdmarc\b|\bspf\b|\bbucket|\bs3\b"
    r"|\bpublic(?:ly)?\b|\bincognito\b|\bindexed\b|\bgoogle\b|\bvisible\b|\breadable\b|\bplain ?text|\bin clear\b"
    r"|\bclear text|\bunmasked\b|\bmask(?:ed|ing)?\b|\bauth\w*|\bunauth\w*|\bforge|\bfake\b|\bspoof|\bspam\b|\bphish"
    r"|\bscam|\bfraud|\bimpersonat|\bhack|\battack|\bmalware|\bransom|\bvirus|\btrojan|\bbackdoor|\bweb ?shell"
    r"|\bransomware|\bintru|\binject|\bcve\b|\bxxe\b|\bbypass|\bbreach|\bleak|\bexpos|\bexploit|\bvulnerab|\bweak\b"
    r"|\bscan(?:ner|ned|s)?\b|\bpentest|\bpen[- ]test|\bresearcher|\bwhite ?hat|\bbounty|\bstolen\b|\bstole\b|\bsteal"
    r"|\btheft|\blost (?:a |the |his |her |our )?(?:\w+ )?(?:laptop|phone|disk|drive|tablet|stick|device)|\bsuspicious"
    r"|\bstrange\b|\bodd\b|\bweird|\btamper|\bdark ?web|\bblackmail|\bextort|\btransferring out|密钥|密匙|金钥|凭证|凭据"
    r"|口令|验证码|证书|签名|明文|打码|脱敏|公开|公网|外网|网盘|存储桶|搜索引擎|谷歌|百度|越权|权限|泄|暴露|裸露|黑客"
    r"|骇客|被黑|攻击|入侵|木马|后门|勒索|病毒|漏洞|注入|钓鱼|冒充|假冒|冒用|盗|偷|诈骗|暗网|扫描|弱扫|渗透|白帽|可疑"
    r"|绕过|鉴权|免登|登录|登入|偷窥|截获|拖走|拷到|内鬼|私下|ak/sk|root|shell|0day|c2\b"
)
_LEFT = (
    r"\bex-|\bformer\b|\bfired\b|\bsacked\b|\blet go\b|\bleavers?\b|\bleft the (?:company|firm)|\bdeparted|\boffboard"
    r"|\bdeactivat|\bdisabled (?:user|account|on)|\brevok|\bdeprovision|\bremoved (?:a |the )?user|\binsider"
    r"|\bdeleted user|离职|前同事|前员工|停权|停用|吊销|注销|合同结束|合作(?:早)?停|开除|走了"
)
_LAW = (
    r"\bgdpr|dpo|\btrain\w* .{0,12}\bmodels?\b|训练模型|节点|\bhipaa|\bccpa|\bnis ?2|\bdora\b|\bpci\b|soc ?2|\biso ?27"
    r"|\bnda\b|\bregulator|\bprivacy|\bpersonal (?:data|information)"
    r"|\bdata (?:protection|location|residency|subject|processing)|\bsub-?processor|\berasures?\b|\berased?\b"
    r"|\bretention\b|\bconsent|\bcomplian|\baudit|\blawful|\blegal basis|\bworks council|\bcctv\b|\bsurveil|合规|个保"
    r"|个资|隐私|等保|网信|监管|主管机关|公安|银保监|金管会|数据(?:存|处理|出境|境内)|境内|抹除|删除(?:请求|证明|申请)"
    r"|影响评估|留痕|审计|内审|外审|保密|密级"
)
_PRIVATE = (
    r"\bsalar|\bpayroll|\bpayslip|\biban\b|\bcvv\b|\bpan\b|\bcard numbers?|\bcard data|\bbank details|\bpassports?"
    r"|\bid cards?|\bsocial security|\bnational insurance|\bmedical|\bdiagnos|\bpatients?|\bcounsell?or|\bfingerprint"
    r"|\bbiometric|\bface (?:scan|template)|\b(?:customer|client|member|contact|mailing|user) (?:list|table)s?\b|\bcamera"
    r"|\brecordings?\b|\bmicrophone|\bin (?:to|cc)\b|\bbcc\b|工资|薪|身份证|护照|银行卡|卡号|病历|病人|患者|诊断|人脸"
    r"|指纹|客户名单|名单|抄送|收件人|摄像头|监控|录音|录像|通讯录"
)
_STRONG = re.compile("|".join((_WHOSE, _OF_KEYS, _LEFT, _LAW)), re.IGNORECASE | re.ASCII)
_WEAK = tuple(re.compile(words, re.IGNORECASE | re.ASCII) for words in (_ANYBODY, _PRIVATE))

SURELY, RATHER = 0.8, 0.6
"""Chances that the reader gives a security matter: from the first on no word is needed, from the second on an everyday one does.

Measured on the lines of authors that the reader had not learnt from: of 921 that are of security and were taken for it, these
words and chances hold 903; of 136 that are not, they let go of 48."""


def touches(text: str, chance: float) -> bool:
    """Whether a line has words of access, identity, secrecy, other people's data or its law: one that means nothing else, two
    everyday ones, or one of these where the reader gives security a fair `chance`."""
    plain, told = simplified(text), concepts(text)
    if chance >= SURELY or not _OF_SECRECY.isdisjoint(told) or _STRONG.search(plain) or speaks(text):
        return True
    everyday = sum(rule.search(plain) is not None for rule in _WEAK) + (not _OF_ENTERING.isdisjoint(told))
    return everyday > (chance < RATHER)


def speaks(text: str) -> bool:
    """Whether a record speaks of security: affirmed, feared, asked, or denied, for who denies it may be the one to fear; or it
    gives orders to a machine."""
    return _NAMED.search(simplified(text)) is not None or states(text)


def states(text: str) -> bool:
    """The same, of what happened or may have: that somebody works in security or that a rule is called so is none of it."""
    return (
        any(said.signal in SECURITY for said in assertions(text))
        or _CALLED.search(simplified(text)) is not None
        or bool(find_orders(text))
    )


_ENTRY = re.compile(
    r"\b(?:sign(?:ing|ed)?|log(?:ging|ged)?)[- ]?(?:in|on)(?:to)?\b|\blogins?\b|\bpasswords?\b|\bresets?\b|\bverification\b"
    r"|\b(?:one-time |text message )?codes?\b|\botps?\b|\bpins?\b|\bsms\b|\b[2m]fa\b|\b(?:two|multi)[- ]?factor\b"
    r"|\bauthenticators?\b|\b(?:nobody|no one|every(?:one|body))\b|[两双]因素|二次验证|登录|登入|密码|验证码|口令|重置|重设",
    re.IGNORECASE | re.ASCII,
)
"""How one gets in, and that nobody does."""

_MEDDLED = re.compile(
    r"\battempt|\babroad\b|\bchanged\b|\breplaced\b|\bswitched\b|[被遭]|改了|换了|异地|尝试", re.IGNORECASE | re.ASCII
)
"""Somebody may have had a hand in it."""

_MEANS = frozenset({"password", "reset", "sms", "verification_code", "code_number", "mfa"})
_NOT_THERE = frozenset({"bounce", "not_sent", "delayed", "late_arrival", "expired"})


@lru_cache(maxsize=16)  # several criteria ask it of one line
def shut_out(text: str, chance: float) -> bool:
    """Whether a line tells of nothing but that its own people do not get in, or get no code or mail to do so: that is no matter
    of security by itself, as long as no other word is. `chance`: what the reader gives for security."""
    told = concepts(text)
    if chance >= RATHER or not ("login_fails" in told or (told & _MEANS and told & _NOT_THERE)) or speaks(text):
        return False
    rest = _ENTRY.sub(" ", simplified(text))
    other = any(rule.search(rest) for rule in (_STRONG, _MEDDLED, *_WEAK))
    return not other and _OF_SECRECY.isdisjoint(concepts(rest))
