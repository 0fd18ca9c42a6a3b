"""How a fault of an interface is brought about, where nobody listed steps: the call that fails, and our own trial of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from escalation.reading.quote import Quote
from escalation.reading.threads.entries import Entry, sentences

_CALL = re.compile(r"\b(?:GET|POST|PUT|PATCH|DELETE) /[\w/{}.:-]+|(?<![\w.])/(?:api|v\d)/[\w/{}.:-]+")
_UNDER = re.compile(
    r"(?i)\b(?:only|with (?!https?\b|an? |errors?\b|status\b|\d)|when|whenever|if|while|filter\w*|param\w*)\b"
    r"|只有|仅|僅|带|帶|按|筛选|篩選|参数|參數|时"
)
_FAILS = re.compile(
    r"(?i)\b(?:fail\w*|errors?|5\d\d|4\d\d|time[sd]? ?out|broken|wrong|missing|empty|comes? back|returns?|returned|only)\b"
    r"|失败|失敗|报错|報錯|错误|錯誤|超时|逾時|返回|缺|空"
)
_FINE = re.compile(r"(?i)\b(?:works? again|is fine now|all fine|can you|could you|please)\b|恢复正常|能否|请")
_OWN_TRIAL = re.compile(
    r"(?i)\b(?:test|demo|sandbox|staging) (?:account|tenant|workspace|project|user|environment|site)\b|\bon staging\b"
    r"|测试(?:账号|帐号|账户|环境|空间|租户|项目)|測試(?:帳號|環境|空間|專案)"
)
_COUNTED = re.compile(r"(?i)\b\d+ (?:of|out of|in) (?:\d+|every)|\d+\s*次(?:中|里|裡)?有?\s*\d+\s*次|\d+ ?%")


def calls(told: Iterable[Entry]) -> list[tuple[str, Quote]]:
    """At most two steps, each a whole sentence: the failing call under its condition, and what we saw when we tried it."""
    spoken = [
        (sentence, entry) for entry in told for sentence in sentences(entry.text) if not sentence.endswith(("?", "？"))
    ]
    failing = [one for one in spoken if _CALL.search(one[0]) and not _FINE.search(one[0]) and _FAILS.search(one[0])]
    under = [one for one in failing if _UNDER.search(_CALL.sub("", one[0]))]
    tried = [
        (sentence, entry)
        for sentence, entry in spoken
        if entry.role != "customer"
        and _OWN_TRIAL.search(sentence)
        and (_COUNTED.search(sentence) or _FAILS.search(sentence))
        and not _FINE.search(sentence)
    ]
    steps = [*(under or failing)[:1], *tried[:1]]
    return [(sentence, entry.quote(sentence)) for sentence, entry in dict.fromkeys(steps)]
