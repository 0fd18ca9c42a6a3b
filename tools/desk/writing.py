"""From an assessment to a brief on record: the words are composed or given, checked against the evidence, then rendered."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel

from escalation.assessment import Assessment
from escalation.brief import BriefText
from escalation.claims import FieldUnsupported, book_of, check_brief
from escalation.language import spoken_by
from escalation.terms import Language
from prompts.brief import render_brief
from prompts.compose import compose
from prompts.statements import say
from prompts.update import customer_update, interim_phase
from tools.customers.demanded import wanted_by
from tools.customers.handed import handed, reads_the_tracker
from tools.customers.next_word import next_word
from tools.desk.desk import Desk
from tools.desk.left_out import without
from tools.desk.written import Written


def write(
    desk: Desk,
    found: Assessment,
    *,
    escalation_id: str | None = None,
    text: BriefText | None = None,
    language: Language | None = None,
    who: str = "customer-escalation",
) -> Written:
    """Writes one brief. With unsupported statements in a given `text` nothing is rendered or recorded (invariant 1).

    Without `text` the program writes it itself. `escalation_id` puts the brief on that escalation's record.
    """
    tongue = language or found.issue.language
    unsupported = check(desk, found, text) if text is not None else ()
    words = compose(found, tongue)
    words = _borne_out(desk, found, words, tongue) if text is None else _filled(text, words)
    questions = tuple(say(q, tongue) for q in found.questions)
    if unsupported:
        return Written("", words, unsupported, questions)
    markdown = render_brief(found, words, tongue, escalation_id=escalation_id)
    if escalation_id is not None:
        data = {"text": markdown, "language": tongue, "sections": words.model_dump(mode="json", exclude_none=True)}
        desk.register.append(escalation_id, "brief_written", who=who, at=found.at, data=data)
    return Written(markdown, words, (), questions, _update(desk, found, escalation_id, tongue))


def _update(desk: Desk, found: Assessment, escalation_id: str | None, language: Language) -> str | None:
    """The interim word to the customer; none while it is not even clear what the matter is."""
    if found.decision == "need_info":
        return None
    state = desk.register.state(escalation_id) if escalation_id is not None else None
    return customer_update(
        found,
        spoken_by(found.account) or language,
        interim_phase(found),
        next_update_at=next_word(desk.policy, found, state, wanted_by(found, found.account)),
        handed=handed(state) if state else bool(found.items) and reads_the_tracker(found.target),
    )


NOWHERE = frozenset(
    {
        "figure_unknown", "money_unknown", "percentage_unknown", "identifier_unknown", "citation_unknown", "quotation_unknown",
        "customer_unknown", "quotation_of_other", "customer_of_other",
    }
)  # fmt: skip
"""Values that no evidence has. Of what is told of the wrong role, deed or order the check is less sure than the records that the
program read: such a sentence of its own stays."""


def _borne_out(desk: Desk, found: Assessment, words: BriefText, language: Language) -> BriefText:
    """The program's own words, held to the same check as a model's: a value that no evidence has is left out with its sentence.

    Where the line says what no record shows, the title quotes it as reported.
    """
    refused = check(desk, found, words)
    if any(each.field == "summary" for each in refused):
        words = words.model_copy(update={"summary": compose(found, language, reported=True).summary})
    nowhere = [each for each in refused if each.reason in NOWHERE and each.field != "summary"]
    # From the end of a list to its beginning.
    for field in sorted({each.field for each in nowhere}, reverse=True):
        words = without(words, field, [(each.start, each.end) for each in nowhere if each.field == field])
    return words


Section = TypeVar("Section", bound=BaseModel)


def _filled(given: Section, known: BaseModel | None) -> Section:
    """The writer's words, and the program's where the writer left something out: that is not unknown."""
    if not isinstance(known, type(given)):
        return given
    said: dict[str, object] = {}
    for name in type(given).model_fields:
        value, before = getattr(given, name), getattr(known, name)
        said[name] = _filled(value, before) if isinstance(value, BaseModel) else before if value in _LEFT_OUT else value
    return given.model_copy(update=said)


_LEFT_OUT: tuple[object, ...] = (None, "", ())


def check(desk: Desk, found: Assessment, words: BriefText) -> tuple[FieldUnsupported, ...]:
    """What in `words` neither the ledger nor the records that the assessment read show, field by field."""
    accounts = {a.id: a for a in (*found.affected, *((found.account,) if found.account else ()))}
    others = desk.workspace.account_names(except_ids=tuple(accounts))
    zone = next((a.timezone for a in accounts.values() if a.timezone), None)
    return tuple(check_brief(words, book_of(found, others, zone=zone)))
