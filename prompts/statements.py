"""The words for each signal: one sentence per finding, in either language."""

from __future__ import annotations

import re

from escalation.assessment import Finding, Value
from escalation.clocks.due import WHY
from escalation.signals import CLAIMS, IMPACT, LOOKALIKES, QUESTIONS, REASONS, WOULD_CHANGE
from escalation.terms import Language
from prompts.filters import references
from prompts.plain import disarm
from prompts.render import phrase

_OTHERS: dict[str, tuple[str, ...]] = dict.fromkeys(("expected_by", "wished", "replied_to"), ("account", "words", "at"))
_HEED: dict[str, tuple[str, ...]] = {
    "not_to_be_said": ("words", "at", "on"),
    "left_to_tell": ("account", "words", "at", "on"),
}
_DEADLINES: dict[str, tuple[str, ...]] = {
    "deadline_customer": ("account",),
    "deadline_unread": ("words",),
    "deadline_sla": ("ticket", "missed"),
    "deadline_sla_passed": ("ticket",),
    "deadline_policy": ("hours", "passed"),
    "deadline_ahead": ("words",),
    "deadline_renewal": ("account",),
    "deadline_trial": ("account",),
    "deadline_rhythm": ("passed",),
    "deadline_passed": ("at",),
}
VOCABULARIES = (REASONS, IMPACT, CLAIMS, LOOKALIKES, WOULD_CHANGE, QUESTIONS, _OTHERS, _HEED, _DEADLINES, WHY)
DECLARED: dict[str, tuple[str, ...]] = {signal: values for group in VOCABULARIES for signal, values in group.items()}
"""Every signal with the values its sentence takes; the last two groups say why a deadline binds and why something is due."""
_ENDS = ".。?？!！"
NO_ERROR_TEXT = frozenset({"error", "errors", "exception", "错误", "报错", "錯誤", "异常"})
"""What says that there is an error, not which: no help to whoever searches the logs for it."""

_FULL_QUOTATION = re.compile(r"[。？！]』?」$")
_WIDE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def say(finding: Finding, language: Language) -> str:
    """One sentence for a finding, without its references. Not yet markdown: put it through `prose` there.

    Values that are missing or None are left out of the sentence. Raises KeyError for a signal without words.
    """
    values = {name: _disarmed(name, finding.values.get(name)) for name in DECLARED[finding.signal]}
    return phrase(finding.signal, language, **values)


def say_with_sources(finding: Finding, language: Language) -> str:
    """`say`, ending in the finding's evidence references: "Three customers reported this [E1][E4]."."""
    return with_sources(say(finding, language), finding.evidence)


def with_sources(sentence: str, evidence: tuple[str, ...] | list[str]) -> str:
    """`sentence` with references to `evidence` before its closing mark; as it was when there is none."""
    marks = references(evidence)
    if not marks or not sentence:
        return sentence
    end = sentence[-1] if sentence[-1] in _ENDS else ""
    body = sentence.removesuffix(end)
    space = "" if _WIDE.match(end or body[-1]) else " "
    # A Chinese quotation with its own full stop still needs one after the references, or two sentences run together.
    return f"{body}{space}{marks}{end or ('。' if _FULL_QUOTATION.search(body) else '')}"


def _disarmed(name: str, value: Value) -> object:
    # Values come from records: a value that poses as a reference or spans lines must not survive into a sentence.
    if isinstance(value, str):
        text = disarm(value)
        return None if name == "error" and text.casefold() in NO_ERROR_TEXT else text or None
    if isinstance(value, tuple):
        return [disarm(part) for part in value]
    return value
