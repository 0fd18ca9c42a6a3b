"""What several escalations have in common as rows of a result: an issue of several customers, an improvement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.results.following import ImprovementRow, PatternRow
from tools.serving.quoting import listed, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from escalation.following.improvements import Improvement
    from escalation.following.patterns import Pattern
    from escalation.terms import Language
    from prompts.following import Names

_SHOWN = 12


def pattern_row(pattern: Pattern, name: Names, language: Language | None = None) -> PatternRow:
    """Words are in the issue's language unless another is given."""
    from prompts.following import handle_pattern

    tongue = language or pattern.parent.language or "en"
    return PatternRow(
        escalation_id=pattern.parent.id,
        issue=plain(pattern.parent.issue) or "",
        customers=len(pattern.account_ids),
        accounts=_some(pattern.account_ids, tongue),
        others=listed(state.id for state in pattern.escalations[1:]),
        untold=_some(pattern.untold, tongue),
        unconfirmed=_some(pattern.unconfirmed, tongue),
        do=plain(handle_pattern(pattern, tongue, name), 300) or "",
    )


def _some(ids: Sequence[str], language: Language) -> tuple[str, ...]:
    """The first of these customers, and how many more there are."""
    from prompts.handover import and_more

    return and_more(listed(ids[:_SHOWN]), len(ids) - _SHOWN, language)


def improvement_row(named: Improvement) -> ImprovementRow:
    return ImprovementRow(
        improvement=plain(named.words, 300) or "",
        times=len(named.escalations),
        escalations=listed(state.id for state in named.escalations[:_SHOWN]),
    )
