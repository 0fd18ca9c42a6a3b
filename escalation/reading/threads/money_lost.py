"""What a customer says that it costs them, as a sum of money: a sentence that names the sum and says that it is lost."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.threads.entries import READ
from escalation.reading.threads.plainly import plainly

_SUM = (
    r"(?:(?:[$€£¥₹]|\b(?:usd|eur|gbp|chf|rmb|cny|hkd|nt)\b\$?) ?\d[\d,.' ]*(?:k|m)?\b"
    r"|\b\d[\d,.']* ?(?:k |thousand |million )?(?:[$€£¥₹]|(?:euros?|dollars?|pounds?|francs?|yen|yuan|usd|eur|gbp|chf|rmb|cny"
    r"|hkd)\b)"
    r"|[\d一二三四五六七八九十百千万两几][\d,.一二三四五六七八九十百千万两几余多]*\s*(?:元|块钱|块|美元|欧元|港币|台币|人民币|万元|万块))"
)
_LOST = re.compile(
    r"\b(?:lose|loses|losing|lost|loss(?:es)?|cost(?:s|ing)? us|costing|out of pocket|forgone|unbilled|uncollected"
    r"|(?:could|can)(?:not|n['’]?t) (?:charge|collect|bill)|missed (?:sales|revenue|takings)|written? off|down by)\b"
    r"|损失|亏|少收|漏收|没收到|白白|赔了|赔偿给|流失"
)
_SUMMED = re.compile(_SUM)
_UNREAL = re.compile(
    r"\b(?:if|would|could lose|might|may lose|otherwise|unless)\b|如果|否则|要是|万一|可能会|将会|不然", re.IGNORECASE
)


@lru_cache(maxsize=READ)
def loses_money(sentence: str) -> bool:
    """Whether it says that a sum is lost, and not only what would be."""
    plain = plainly(sentence)
    told = _LOST.search(plain) is not None and _SUMMED.search(plain) is not None
    return told and _UNREAL.search(plain) is None and not sentence.endswith(("?", "？"))
