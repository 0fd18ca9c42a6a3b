"""A brief as written: the words, what the check said of them, and the texts that go with it."""

from __future__ import annotations

from dataclasses import dataclass

from escalation.brief import BriefText
from escalation.claims import FieldUnsupported


@dataclass(frozen=True)
class Written:
    """`markdown` is empty and `unsupported` is not when the check refused the words."""

    markdown: str
    text: BriefText
    unsupported: tuple[FieldUnsupported, ...] = ()
    questions: tuple[str, ...] = ()
    customer_update: str | None = None
