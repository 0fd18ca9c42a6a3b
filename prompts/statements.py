"""The words for each signal: one sentence per finding, in either language."""

from __future__ import annotations

from escalation.assessment import Finding, Value
from escalation.signals import CLAIMS, IMPACT, LOOKALIKES, QUESTIONS, REASONS, WOULD_CHANGE
from escalation.terms import Language
from prompts.filters import references
from prompts.plain import disarm
from prompts.render import phrase

VOCABULARIES = (REASONS, IMPACT, CLAIMS, LOOKALIKES, WOULD_CHANGE, QUESTIONS)
DECLARED: dict[str, tuple[str, ...]] = {signal: values for group in VOCABULARIES for signal, values in group.items()}
_ENDS = ".。?？!！"


def say(finding: Finding, language: Language) -> str:
    """One sentence for a finding, without its references. Not yet markdown: put it through `prose` there.

    Values that are missing or None are left out of the sentence. Raises KeyError for a signal without words.
    """
    values: dict[str, object] = dict.fromkeys(DECLARED[finding.signal])
    values |= {name: _disarmed(value) for name, value in finding.values.items()}
    return phrase(finding.signal, language, **values)


def say_with_sources(finding: Finding, language: Language) -> str:
    """`say`, ending in the finding's evidence references: "Three customers reported this [E1][E4]."."""
    return with_sources(say(finding, language), finding.evidence)


def with_sources(sentence: str, evidence: tuple[str, ...] | list[str]) -> str:
    """`sentence` with references to `evidence` before its closing mark; as it was when there is none."""
    marks = references(evidence)
    if not marks or not sentence:
        return sentence
    space = "" if sentence[-1] in "。？！" else " "
    if sentence[-1] in _ENDS:
        return f"{sentence[:-1]}{space}{marks}{sentence[-1]}"
    return f"{sentence} {marks}"


def _disarmed(value: Value) -> object:
    # Values come from records: a value that poses as a reference or spans lines must not survive into a sentence.
    if isinstance(value, str):
        return disarm(value) or None
    if isinstance(value, tuple):
        return [disarm(part) for part in value]
    return value
