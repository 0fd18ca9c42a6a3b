"""The error strings that the reports of an issue show, the most telling first."""

from __future__ import annotations

import re
from collections import Counter

from escalation.judgement.case import Case
from escalation.matching.profile import GENERIC_ERRORS, opening


def telling_errors(case: Case) -> tuple[str, ...]:
    """Error strings as the reports write them: codes and messages before status codes, then the one most tickets show."""
    counts = Counter(e for s in case.matched for e in s.profile.errors if _tells(e))
    counts.update(e for e in case.issue.error_strings if _tells(e))
    texts = [case.issue.text, *(opening(t) for t in case.tickets)]
    ranked = sorted(counts, key=lambda e: (e in GENERIC_ERRORS, -counts[e], e))
    return tuple(_as_written(e, texts) for e in ranked)


def _tells(error: str) -> bool:
    """A bare word such as "error" names nothing."""
    return " " in error or "_" in error or any(c.isdigit() for c in error) or len(error) > 12


def _as_written(error: str, texts: list[str]) -> str:
    hits = (re.search(re.escape(error), text, re.IGNORECASE) for text in texts)
    return next((hit.group() for hit in hits if hit), error.upper() if error.startswith("http ") else error)
