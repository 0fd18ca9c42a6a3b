"""What the check refused, told to whoever wrote it: where, what, why, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.results.briefs import Unsupported
from tools.serving.quoting import cut

if TYPE_CHECKING:
    from escalation.claims import FieldUnsupported
    from escalation.terms import Language

_SPAN = 160


def told(refused: FieldUnsupported, language: Language) -> Unsupported:
    from prompts.claim_words import claim_words

    return Unsupported(
        field=refused.field,
        found=cut(refused.span, _SPAN),
        problem=claim_words(refused, language),
        evidence=refused.evidence,
    )
