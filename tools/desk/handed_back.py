"""What was answered since the team handed an escalation back: it no longer lacks that, though it has not taken it yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, cast

from escalation.assessment import Assessment, Finding, Question
from escalation.judgement.answers import SENT_BACK
from escalation.judgement.yet_to_come import yet_to_come
from escalation.register.events import Event
from escalation.register.state import EscalationState
from escalation.signals import QUESTIONS
from escalation.telling.questions import FOR_MISSING, MOST
from escalation.telling.readiness import handed_back
from escalation.text.folding import fold


def ids_of(state: EscalationState) -> dict[str, str]:
    """By the id under which it is asked for, what the team said is lacking: the question that settles an item of its list, else
    "handed_back_1" and on."""
    return {
        FOR_MISSING[lack][0] if lack in FOR_MISSING else lack if lack in QUESTIONS else f"handed_back_{n}": lack
        for n, lack in enumerate(state.lacks or ((state.bounced_why,) if state.bounced_why else ()), 1)
    }


def as_asked(answers: Mapping[str, str], state: EscalationState) -> dict[str, str]:
    """Answers as they are kept: those to what the team asked for under its own words, which a later list does not renumber. It
    may be answered by these words too."""
    found: dict[str, str] = {}
    lacking = ids_of(state)
    by_words = {fold(lack): id_ for id_, lack in lacking.items()}
    for id_, answer in answers.items():
        asked = id_ if id_ in QUESTIONS or id_ in lacking else by_words.get(fold(id_), id_)
        found[asked if asked in QUESTIONS or asked not in lacking else f"{SENT_BACK}{lacking[asked]}"] = answer
    return found


def asked_back(found: Assessment, state: EscalationState, answered: AbstractSet[str]) -> Assessment:
    """The assessment with the team's list, what is new of it, and a question for what is still lacking, before all others."""
    readiness = handed_back(found.readiness, state, answered)
    missing = {item.item for item in readiness if not item.present}
    theirs = [
        Question(signal=id_, changes=("readiness",))
        if id_ in QUESTIONS
        else Question(signal="handed_back", values={"lack": lack}, key=id_, changes=("readiness",))
        for id_, lack in ids_of(state).items()
        if lack in missing
    ]
    known = {question.signal for question in theirs}
    lacks = ids_of(state).values()
    returned = Finding(
        signal="returned",
        values={
            "why": state.bounced_why,
            "found": tuple(lack for lack in lacks if lack not in missing),
            "lacks": tuple(lack for lack in lacks if lack in missing),
        },
    )
    questions = (*theirs, *(each for each in found.questions if each.signal not in known))[:MOST]
    return found.model_copy(update={"readiness": readiness, "questions": questions, "returned": returned})


def answered_since(log: Iterable[Event], answers: Mapping[str, str]) -> frozenset[str]:
    """Ids of questions whose answer in `answers` was not there when the team last handed it back; that it is yet to come is no
    answer."""
    known: Mapping[str, str] = {}
    then: Mapping[str, str] = {}
    for event in log:
        request = event.data.get("request")
        if event.what == "bounced":
            then = known
        elif isinstance(request, dict) and event.what != "joined":
            said = cast("dict[str, Any]", request).get("answers")
            known = cast("dict[str, str]", said) if isinstance(said, dict) else {}
    return frozenset(
        question for question, answer in answers.items() if then.get(question) != answer and not yet_to_come(answer)
    )
