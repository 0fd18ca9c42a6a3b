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


@lru_cache(maxsize=64)
def asks_for_money(text: str) -> bool:
    """Whether a customer asks us to give something back for what went wrong or was not used."""
    line = fold(simplified(text))
    return _WISH.search(line) is not None and _OF_THE_PRODUCT.search(line) is None
