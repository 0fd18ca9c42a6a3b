"""Whether a line asks us for money: a refund, a credit, compensation. It asks for a decision, and never for a feature."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.text.folding import fold, simplified

_MONEY = (
    r"(?:refund(?:s|ed)?|money back|reimburse\w*|compensat\w+|(?:service )?credits?(?= (?:for|note|on|of|against)\b|$|[.,;!])"
    r"|discount|goodwill|\d+ ?% off)"
)
_ASKED = (
    rf"\b(?:wants?|wanted|wanting|asks?|asked|asking|demand\w*|request\w*|expect\w*|claim\w*|insist\w*|deserves?)\b[^.;]{{0,30}}?\b{_MONEY}"
    rf"|\b(?:refund|credit|reimburse|compensate) (?:us|them|me|the customer|our)\b"
)
_ASKED_ZH = (
    r"(?:要求?|想要?|申请|索要?|希望|主张|追讨|提出)[^，。；]{0,8}?(?:退款|退费|退钱|退回?(?:[^，。；]{0,6})的?[款费钱]|赔偿|赔钱|赔付|补偿|减免|打折|折扣)"
    r"|索赔"
)
_WISH = re.compile(rf"{_ASKED}|{_ASKED_ZH}")
_OF_THE_PRODUCT = re.compile(
    r"\b(?:button|page|screen|api|endpoint|how (?:do|to|can)|in the app|fails?|errors?|webhooks?|workflow|module|feature"
    r"|functionality|automatic\w*|partial refunds|option|support for|their (?:customers?|clients?|guests?|buyers?))\b"
    r"|按钮|页面|功能|接口|报错|失败|怎么|如何|状态|流程|自动|入口|支持(?!团队)|他们的(?:客户|客人|买家|用户)"
)
"""Words of a product that handles refunds of its own: then it is a wish or a fault as any other."""


_BILL = (
    r"(?:invoices?|bills?|billing|charges?|charged|fees?|statements?|amounts?|payments?|overages?|overcharg\w+|overbill\w+"
    r"|usd|eur|gbp|[$€£] ?\d)"
)
_BILL_ZH = r"(?:账单|发票|费用?|收费|扣款|金额|[万千百\d] ?(?:元|美元|欧元|块))"
_DISPUTED = re.compile(
    r"\b(?:disput(?:es?|ed|ing)|contest(?:s|ed|ing)|contest (?=the|their|our|an?\b|this|that)"
    rf"|(?:refus\w+|declin\w+|won['’]?t|will not) (?:to )?(?:pay|settle))\b[^.;]{{0,40}}?{_BILL}"
    rf"|{_BILL}[^.;]{{0,30}}?\b(?:is|are|was|in|under) (?:being )?(?:disputed?|contested)\b"
    rf"|{_BILL_ZH}[^，。；]{{0,10}}?(?:有异议|有争议|不认可|不认账|拒付|拒绝支付|提出异议)"
    rf"|(?:质疑|不认可?|拒付|拒绝支付|不肯付|不同意付|争议)[^，。；]{{0,16}}?{_BILL_ZH}"
)
_OF_THEIR_OWN = re.compile(r"\b(?:chargebacks?|cardholders?|contest(?:s|ed)? entr\w+)\b|买家|持卡人")


@lru_cache(maxsize=64)
def disputes_a_bill(text: str) -> bool:
    """Whether a customer does not accept what we ask them to pay: an invoice, a fee, an amount."""
    line = fold(simplified(text))
    if _DISPUTED.search(line) is None or _OF_THEIR_OWN.search(line):
        return False
    return _OF_THE_PRODUCT.search(line) is None


@lru_cache(maxsize=64)
def asks_for_money(text: str) -> bool:
    """Whether a customer asks us to give something back for what went wrong or was not used, or will not pay a bill of ours."""
    line = fold(simplified(text))
    return (_WISH.search(line) is not None and _OF_THE_PRODUCT.search(line) is None) or disputes_a_bill(text)


_CLAUSES = re.compile(r"[,;，；。]|\band (?=(?:wants?|asks?|demands?|expects?|requests?|insists?)\b)")
_MENDED = re.compile(
    r"(?i)\b(?:wants?|asks?|asked|demand\w*|request\w*|expect\w*|insist\w*)\b[^.;]{0,30}"
    r"\b(?:correct\w*|re-?issued?|cancell?ed|voided|withdrawn)\b"
    r"|(?:要求?|请|希望|想)[^，。；]{0,6}(?:更正|重开|作废|冲红|撤销|修改|开具?|开)[^，。；]{0,8}(?:发票|账单|红字)"
)


def money_wanted(text: str) -> str | None:
    """The clause in which a line that asks for money, or is of a bill, says what is wanted; None where it says no such thing."""
    if not asks_for_money(text):
        return None
    clauses = (c.strip() for c in _CLAUSES.split(text))
    return next((c for c in clauses if _WISH.search(line := fold(simplified(c))) or _MENDED.search(line)), None)
