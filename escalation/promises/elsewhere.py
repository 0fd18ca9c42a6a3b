"""No promise of ours: the customer's part, somebody else's words, a deed that is done, how the product works."""

from __future__ import annotations

from escalation.claims.lazy import Lazy

_DO = (
    r"open|choose|click|press|select|enter|tap|use|see|sort|check|try|restart|reinstall|reload|sign|log|go to|make sure"
    r"|set|turn|add|remove|delete|install|upload|reply|contact|ask|keep|put|note|remember|have your"
)
_WILL_DO = (
    r"need|have to|want to|be asked|be prompted|test|try|check|sign|log|do|run|see a|reconnect|re-?enter|install|restart"
    r"|confirm|provide|upload|share your|send us|tell us|let us|give us|answer us"
)
_CUSTOMERS_PART = Lazy(
    rf"^\W*(?:(?:to|in order to) [^,]{{3,40}}, )?(?:first|then|next|now|so|just|simply)?,? ?(?:{_DO})\b(?! will)"
    rf"|\byou (?:will|['’]ll|(?:are|['’]re) going to) (?:then |also |first |still )?(?:{_WILL_DO})\b"
    r"|\byour (?!account manager\b|customer success\b|csm\b|contact\b|engineer|technician)(?:[\w-]+ ){0,2}?"
    r"(?:admin\w*|team|it|colleagues?|users?|side|department|people|provider|partner)"
    r" (?:should|must|needs?|has|have|will (?:need|have)|can)\b"
    r"|点(?:击|开|选)?[“\"「]|(?:输入|选择|填写|勾选)[^,。]{0,12}(?:即可|就行|就可以)|即可(?=[,。;]|$)"
    r"|(?:贵司|贵方|您的?|您那边|您这边)(?:的)?(?:管理员|团队|同事|技术|it|人员|用户)?[^,。]{0,8}(?<![不重])"
    r"(?:需要?|须|得|要|应)(?!求)"
    r"|您[^,。]{1,10}(?:后|再)(?:告诉|通知|回复|联系)我"
)
_SAID = Lazy(
    r"\b(?:you|your \w+(?: \w+)?|they|he|she|customers?) (?:has |have |had |also )?"
    r"(?:wrote|said|quoted|stated|claimed|mentioned|writes|says)\b"
    r"|\b(?:i|we) (?:know|understand|see|realise|realize|appreciate|hear) (?:that |how )?(?:you|your)\b"
    r"|\b(?:agreement|contract|documentation|manual|policy|article|competitors?) (?:\w+ )?"
    r"(?:say\w*|promis\w+|state\w*|allow\w*)\b"
    r"|\b(?:your|the|this) (?:[\w-]+ )?(?:plan|edition|package|subscription) (?:includes?|comes with|covers)\b"
    r"|\b(?:request|wish|demand|need) for\b[^.]* (?:has been|was|is) (?:passed|forwarded|noted|recorded)"
    r"|(?:您|贵司|贵方|客户)(?:的)?(?:[^,。]{0,6}(?:同事|领导|来信|邮件))?[^,。]{0,4}(?:来信|写道|写到|提到|引用|说过|问到?|表示|指出)"
    r"|^\W*说(?!明)|我们?(?:知道|理解|明白|了解)您|的(?:要求|请求|诉求|需求)已|(?:套餐|版本|方案)(?:中|里)?(?:包含|含有|自带)"
    r"|(?:纪要|文档|手册|合同|协议|文章)[^,。]{0,6}(?:写|约定|规定|注明|说)"
)
_QUOTED = Lazy(
    r"\b(?:you|your \w+(?: \w+)?|they|he|she) (?:\w+ )?(?:wrote|said|asked|quoted|mentioned|put it)\b[^.]{0,20}[“\"「:]"
    r"|(?:您|贵司|贵方|他|她|对方)[^,。]{0,8}(?:来信|写道|写到|提到|引用|说|问)[^,。]{0,6}[“\"「:]"
    r"|您[^,。]{0,4}引用[^。]{0,12}的话"
)
"""Somebody else's words are given: they are not ours in any piece of the sentence."""
_GIVEN = Lazy(r"[“\"「](?:[^”\"」]*)[”\"」]|[“\"「][^”\"」]*$")
_DONE = Lazy(
    r"\b(?:yesterday|last (?:week|month|night))\b"
    r"|昨天|前天|上周|上个?月|^\W*上一?(?:个|版|次)|(?:原|旧)计划|[作做]了(?:答|回|处)|(?<!就)(?<!能)是[^,。]{1,14}的\W*$"
)
_PAID = Lazy(
    r"\b(?:have|has|had|was|were|been) (?:\w+ly |now |just |also |already )?"
    r"(?:refunded|credited|paid|compensated|reimbursed|applied|booked|issued)\b"
    r"|\b(?:we|i) (?:\w+ ){0,4}?(?:refunded|credited|reimbursed|compensated)\b|\band (?:refunded|credited|reimbursed)\b"
    r"|已经?[^,。]{0,8}(?:退还|退款|退回|退费|到账|入账|支付)|(?:退还|退款|退回)了"
)
"""A payment made is no promise of one; a waiver told of is, since it binds from then on."""
_DONE_UNDATED = Lazy(r"已经?(?!安排|计划|列入|约|预|定于|排)")
_RULE = Lazy(
    r"\b(?:refunds?|credits?|payments?) (?:always|usually|normally|only|never|can only) \w+"
    r"|(?:退款|退费|减免|补偿|赔偿|折扣)[^,。]{0,4}(?:一律|只能|仅|须|需|超出|按原)|免费(?:额度|套餐|次数|名额|用户)"
    r"|(?:贵司|贵方|您的?|对方)[^,。]{0,12}(?:系统|erp|crm|任务|脚本|程序)[^,。]{0,3}每"
)
_HEDGED = Lazy(
    r"\b(?:we|i) (?:could|might|may)\b|\bno (?:plans?|intention)\b|(?:没有?|无|暂无|并无)[^,。]{0,4}(?:计划|打算|安排)"
    r"|(?:设想|草案|尚未确定|有待确定)"
)
_NO_GIFT = Lazy(
    r"(?:给|向|发|为|与|和|跟|由)?[^,。]{0,4}(?:共享|分享|发送|提供|寄|授权|分配)给您的|[与和跟]您[^,。]{0,8}(?:一致|相同|不同|无关|有关)"
)


def not_ours(piece: str, sentence: str) -> bool:
    """Whether a piece of a folded text tells of the customer's part, of a rule, or what somebody else said."""
    return any(each.search(piece) for each in (_CUSTOMERS_PART, _SAID, _RULE, _NO_GIFT)) or quoted(piece, sentence)


def paid(piece: str) -> bool:
    """Whether it tells that money has gone back."""
    return _PAID.search(piece) is not None


def done(piece: str, *, dated: bool) -> bool:
    """Whether it tells of a deed, or weighs one that nobody has settled on; `dated` when it names a time to come."""
    return (
        _DONE.search(piece) is not None
        or _HEDGED.search(piece) is not None
        or (not dated and _DONE_UNDATED.search(piece) is not None)
    )


def quoted(piece: str, sentence: str) -> bool:
    """Whether a sentence gives somebody else's words, and the piece stands among them."""
    if not _QUOTED.search(sentence):
        return False
    at = sentence.find(piece.strip(" ,.!?。;；"))
    given = [each.span() for each in _GIVEN.finditer(sentence)]
    return not given or any(start < at + len(piece) and at < end for start, end in given)
