"""Frames of hiding, whatever the verb: whom not to reach, what to have somebody believe, what to wait for."""

from __future__ import annotations

from escalation.claims.lazy import Lazy
from escalation.recovery.wish_rule import Rule

_ABOVE = (
    r"(?:c[eftimo]o|chairman|board|boss(?:es)?|leaders?(?:hip)?|managers?|management|executives?|directors?|heads?|vps?"
    r"|vice presidents?|owners?|sponsors?|customers?|clients?|headquarters|president|auditors?|they|them|anyone|anybody|those)"
)
_WON = r"(?:sign\w*|renew\w*|paid|pays|closed?|accepted|extended|through)"
EN = (
    Rule(
        Lazy(
            rf"\b{_ABOVE}\b(?: \w+){{0,3}}? (?:should|must|may|shall|can|will|is to|are to|ought to|to)"
            r" (?:hear|know|learn|see|read|find out|be told|get)"
            r" (?:absolutely |simply )?(?:nothing|not a (?:word|thing)|no word|none)\b"
            r"|\b(?:reach|get to|land with|end up with) (?:no|none of the|nobody in) "
            r"(?:\w+ )?(?:leaders?|managers?|directors?|management)\b"
        )
    ),
    Rule(
        Lazy(
            rf"\b(?:so|such|in a way) (?:that )?[^.]{{0,24}}\b(?:{_ABOVE[3:-1]})\b (?:will |would )?"
            r"(?:think|thinks|believe|believes|assume|assumes|conclude|concludes|suspect|suspects|blame|blames)\b"
            rf"|\b(?:let|have|make|leave|keep) (?:\w+ ){{0,3}}?(?:{_ABOVE[3:-1]}) "
            r"(?:think|thinking|believe|believing|assume|assuming)\b"
        ),
        None,
        Lazy(r"\b(?:understand|trust|do not|don't|never)\b"),
        whole=True,
    ),
    Rule(
        Lazy(
            rf"\b(?:wait|hold|sit|delay|postpone|park)\w*\b[^.]{{0,40}}\b(?:news|truth|report|it|this|that|word|incident|loss)\b"
            rf"[^.]{{0,30}}\b(?:until|till|after)\b[^.]{{0,40}}\b{_WON}\b"
            rf"|\bfirst\b[^.]{{0,24}}\b{_WON}\b[^.]{{0,16}}\bthen\b[^.]{{0,10}}\b(?:tell|inform|say|explain)\b"
        ),
        Lazy(r"(?:n't|\bnot|\bnever)(?: \S+){0,3} ?$"),
        whole=True,
    ),
    Rule(
        Lazy(rf"\bonly\b,? (?:and |but )?not (?:to|for|with) (?:\w+ )?{_ABOVE}\b"),
        None,
        Lazy(r"\b(?:competitors?|press|other customers?|outside)\b"),
        whole=True,
    ),
)
ZH = (
    Rule(
        Lazy(
            r"(?:让|使|叫)[^，。]{0,10}(?:以为|误以为|误认为|觉得|相信|认为)[^，。]{0,14}(?:自己|他们|对方|网络|别人|第三方|不是我们|没事|小事|正常|计划)"
        ),
        Lazy(r"(?:不能|不要|别|不可|避免)[^，。]{0,4}$"),
        whole=True,
    ),
    Rule(
        Lazy(
            r"(?:先|等)[^。]{0,10}(?:签完?|续约|续签|续费|付款|打款|回款|验收|成交)[^。]{0,8}(?:再|然后|之?后)[^。]{0,4}(?:告诉|告知|说|讲|通知|汇报|交代|披露|坦白)"
        ),
        Lazy(r"(?:不能|不要|别|不可)[^，。]{0,4}$"),
        whole=True,
    ),
)
