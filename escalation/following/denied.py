"""Words of a customer that are no confirmation: whoever says that it still fails stays among those who have not confirmed."""

from __future__ import annotations

import re

_STILL = re.compile(
    r"(?i)\bstill (?:missing|failing|fails?|broken|down|not|no|the same|there|happen\w*|see\w*|get\w*|wrong"
    r"|an? (?:error|issue)|open)"
    r"|\b(?:does|do|did|is|are|was|has|have)(?: not|n['’]?t) (?:\w+ )?"
    r"(?:work\w*|help\w*|hold|fixed|solved|resolved|gone|better|confirm\w*)\b"
    r"|\bnot (?:yet )?(?:fixed|solved|resolved|working|happy|satisfied|ok(?:ay)?|confirmed)\b"
    r"|^\W*(?:no|nope|nah)\b(?! (?:more|longer|problem|issue)s?)"
    r"|\b(?:came|come|is|it['’]s) back again\b|\b(?:cannot|can['’]?t|could not) confirm\b"
)
_STILL_ZH = re.compile(
    r"还是(?:不|没|报|有|一样|缺|失败|老样子)|仍(?:然|旧|未)?(?:不|没|报|有|缺|失败|存在|未)|依然(?:不|没|报|有|缺)|没(?:有)?(?:解决|恢复|修好|好转|用|效果)"
    r"|(?:未|尚未)(?:解决|恢复|修复)|不行|又(?:出现|报|坏)|不(?:能|可以)?确认"
)


def denied(text: str) -> bool:
    """Whether a customer says that it does not hold: "still missing", 「还是不行」; not "no longer missing", 「没有再出现」."""
    from escalation.text.folding import simplified

    return _STILL.search(text) is not None or _STILL_ZH.search(simplified(text)) is not None
