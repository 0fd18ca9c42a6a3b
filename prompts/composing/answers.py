"""Every answer that the reporter gave is told: in the field that would else be unknown, or among the records to read on."""

from __future__ import annotations

import re

from escalation.assessment import Finding
from escalation.brief import BriefText
from prompts.composing.case import Case
from prompts.composing.steps import is_reproduced
from prompts.excerpts import shortened
from prompts.plain import disarm
from prompts.statements import say
from prompts.unknowns import SETTLED_BY

LONGEST = 320
_CITED = re.compile(r"\[(E\d+)\]")


def told(text: BriefText, case: Case) -> BriefText:
    """`text` with what was answered and no section tells yet."""
    answers = {str(each.values["question"]): each for each in case.assessment.answered}
    known = {
        field: case.sentence("told_by_reporter", each.evidence, words=_words(each))
        for field, questions in SETTLED_BY.items()
        if field in BriefText.model_fields and getattr(text, field) is None
        for each in [next((answers[q] for q in questions if q in answers), None)]
        if each
    }
    text = text.model_copy(update=known)
    unseen = set[str]() if is_reproduced(case.assessment) else {"reproduction"}
    cited = set(_CITED.findall(text.model_dump_json(exclude=unseen)))
    left = [
        case.sentence("context_told", each.evidence, question=_question(each, case), words=_words(each))
        for each in answers.values()
        if cited.isdisjoint(each.evidence)
    ]
    return text.model_copy(update={"context": (*left, *text.context)})


def _words(answer: Finding) -> str:
    return shortened(disarm(str(answer.values["words"])), LONGEST)


def _question(answer: Finding, case: Case) -> str:
    return say(Finding(signal=str(answer.values["question"])), case.language)
