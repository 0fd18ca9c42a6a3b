"""write_brief: sections in, checked against the evidence; a rendered brief or the list of what is unsupported out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from escalation.brief import BriefText
from escalation.errors import InvalidInput
from tools import coverage
from tools.catalog.unsupported import told
from tools.desk.office import Call, opened
from tools.results.briefs import WrittenBrief
from tools.serving.parameters import EscalationId, WrittenLanguage

if TYPE_CHECKING:
    from escalation.assessment import Assessment

LIMIT = 20_000
"""Characters: as many as may be typed of an issue. A brief that nobody reads to its end is none."""

BODIES = ("product", "security", "leadership")
"""Fields that are one target's own."""

Text = Annotated[
    BriefText | None,
    Field(
        description="The sections in your words, citing evidence as [E3]; a field you leave out the program fills, or"
        " asks for. `ask` is one explicit request. product, security and leadership only for that target. Without text the"
        " program writes the brief itself."
    ),
]


def write_brief(
    call: Call, *, escalation_id: EscalationId, text: Text = None, language: WrittenLanguage = None
) -> WrittenBrief:
    """Checks every figure, date, quotation, id and customer name against this escalation's evidence, then renders and stores the
    brief. If anything is unsupported nothing is stored, and each passage comes back with the reason and how to mend it."""
    from tools.desk.writing import write

    _check_length(text)
    desk = opened(call).desk
    found = desk.reassess(escalation_id)
    tongue = language or found.issue.language
    _check_target(text, found)
    written = write(desk, found, escalation_id=escalation_id, text=text, language=tongue)
    return WrittenBrief(
        escalation_id=escalation_id,
        stored=not written.unsupported,
        language=tongue,
        unsupported=tuple(told(each, tongue) for each in written.unsupported),
        missing=() if written.unsupported else _missing(found),
        brief=written.markdown or None,
        coverage=coverage.said(found.coverage),
    )


def _check_length(text: BriefText | None) -> None:
    length = len(text.model_dump_json()) if text else 0
    if length > LIMIT:
        raise InvalidInput(
            f"`text` holds {length:,} characters, and a brief takes at most {LIMIT:,}; nothing was stored.",
            "Write what the receiving team needs to act, and cite the records for the rest.",
        )


def _check_target(text: BriefText | None, found: Assessment) -> None:
    """Sections of one target's body in a brief for another would be read by people whom they do not ask."""
    given = [name for name in BODIES if text is not None and getattr(text, name) is not None]
    strange = [name for name in given if name != found.target]
    if strange:
        goes_to = f"this brief goes to {found.target}" if found.target else "this is no escalation yet"
        raise InvalidInput(
            f"`text` has the section {' and '.join(f'`{name}`' for name in strange)}, and {goes_to}; nothing was stored.",
            "Say it in `description` or `ask`, or change the target with prepare_escalation first.",
        )


def _missing(found: Assessment) -> tuple[str, ...]:
    """What the target's checklist still lacks (domain.md §4)."""
    return tuple(each.item for each in found.readiness if not each.present)
