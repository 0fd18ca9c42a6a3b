"""Verdicts: a severity told other than the assessment's, and a root cause stated where no source speaks of a cause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason

_SEVERITY = Lazy(r"\bseverity(?: level)?(?: is| was|:| =)\s*(?P<word>critical|high|medium|low|urgent|normal)\b", re.I)
_CAUSE = Lazy(
    r"\broot cause(?: is|:| was)\s*(?!unknown|not|unclear|under|being|to be|still|tbd|suspected|likely|possibly|probably)\w"
    r"|根因(?:是|为|:)\s*(?!未|待|不|尚|仍|还|否|什么|可能|疑|何)\w",
    re.I,
)
_SPOKEN = Lazy(r"\b(?:root )?caus(?:e|es|ed|ing)\b|\bdue to\b|\bbecause\b|原因|根因|导致|由于|因为|引起", re.I)


def verdicts(folded: str, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each severity and root cause of a folded text that this escalation does not have."""
    for match in _SEVERITY.finditer(folded):
        if book.severity and match["word"].lower() != book.severity and not book.says(match[0]):
            yield Claim("verdict", *match.span()), Reason("severity_other")
    if not any(_SPOKEN.search(said) for _, _, said in book.quotations):
        for match in _CAUSE.finditer(folded):
            yield Claim("verdict", match.start(), match.end()), Reason("cause_unknown")
