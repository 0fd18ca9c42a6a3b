"""When a trial ends, as the line says it: nobody mends anything for them after that, whatever day they named beside it."""

from __future__ import annotations

import re
from datetime import datetime

from escalation.assessment import Finding
from escalation.judgement.case import Case
from escalation.reading.times.deadlines import deadline
from escalation.text.folding import simplified

_ENDS = re.compile(
    r"\b(?:trials?|pilots?|evaluations?|poc)\b[^,.;!?]{0,40}?"
    r"\b(?:ends?|ending|expires?|expiring|runs? out|is over|lapses?|finishes|stops)\b"
    r"(?P<en>[^,.;!?]{0,30})"
    r"|(?P<zh>(?:试用|试点|试运行)(?:期|账号|套餐)?[^，。；！？]{0,20}(?:到期|结束|截止|届满|过期))",
    re.IGNORECASE,
)


def trial_end(case: Case) -> tuple[datetime, Finding] | None:
    """The instant and that a trial ends then; None where the line names no day that is ahead."""
    found = _ENDS.search(simplified(case.issue.text))
    if found is None:
        return None
    named = f"by {found['en'].strip()}" if found["en"] else found["zh"]
    ends = deadline(named, case.typed_at, case.account.timezone if case.account else None) if named else None
    if ends is None or ends <= case.now:
        return None
    account = case.account.name if case.account else None
    return ends, Finding(signal="deadline_trial", values={"account": account}, evidence=(case.by_reporter(),))
