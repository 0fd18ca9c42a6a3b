"""What a text asserts, signal by signal, and how: said to be so, denied, feared, long past, or asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from escalation.reading.signals.chinese import CHINESE
from escalation.reading.signals.clauses import Clause, clauses
from escalation.reading.signals.context import said
from escalation.reading.signals.earlier import as_a_rule, of_an_earlier_time
from escalation.reading.signals.english import ENGLISH
from escalation.reading.signals.pretest import Pretest
from escalation.reading.signals.scopes import asked, hypothetical, negated, past
from escalation.reading.uncovered import uncover

Polarity = Literal["affirmed", "negated", "hypothetical", "past", "asked"]

REQUESTS = frozenset(
    {"feature_request", "how_to_question", "deadline", "trial_or_renewal", "executive_involved", "competitor"}
)
"""Said by asking or wishing: a question or a "would" makes them no less so."""

ALWAYS = frozenset({"deadline", "how_to_question", "trial_or_renewal"})
"""A wish for a day or for help, or a contract's end, is there whatever is denied around it: only "no deadline" denies it."""

INTENTIONS = frozenset({"churn_threat", "legal_or_pr", "compliance_deadline"})
"""Threats are conditional by nature: "if it is not fixed, we leave" is one; "if they leave" is a fear."""

SUSPECTED = frozenset({"security_exposure", "unauthorised_access", "vulnerability"})
"""A suspicion of these is already a concern ("possible breach"); a mere "what if" is not."""

_NAMES = tuple(ENGLISH)
_HAN = re.compile(r"[\u3400-\u9fff]")
_MARKS = re.compile(r"[，,；;：:]")
_NONE = re.compile(r"(?:\b(?:no|without(?: an?| any)?)|没有|无)\s*$")
_REPORTED = re.compile(
    r"\b(?:customer|client|user|they|he|she|contact|admin|account)s?\b[^,.]{0,24}?\b(?:say|says|said|report\w*"
    r"|claim\w*|complain\w*|threaten\w*|told|tells|mention\w*|ask\w*|think\w*)\b"
    r"|(?:客户|用户|对方|他们).{0,8}(?:说|称|反馈|反映|表示|投诉|威胁|要求|问)"
)


@dataclass(frozen=True)
class Assertion:
    """One signal in one clause. `words` is that clause verbatim, `span` [start, end) of the words that carry the signal.

    `speaker` is "customer" when the writer reports what the customer says, else "writer".
    """

    signal: str
    words: str
    polarity: Polarity
    span: tuple[int, int]
    speaker: Literal["writer", "customer"]


@lru_cache(maxsize=8192)
def assertions(text: str) -> tuple[Assertion, ...]:
    """Every signal found, in the order of the text; at most one per signal and clause."""
    seen = uncover(text)
    pretest, table, chinese = _table()
    possible = pretest.possible(seen.text)
    if not _HAN.search(seen.text):
        possible = [at for at in possible if at not in chinese]
    rules = [(table[at][0], _compiled(table[at][1])) for at in possible]
    if not rules:
        return ()
    found: list[Assertion] = []
    for clause in clauses(seen.text):
        for signal, start, end in said(_signals(clause.text, rules), clause):
            first, last = seen.span(clause.start + start, clause.start + end)
            lead = _condition(clause) if signal in INTENTIONS else 0
            left, right = seen.span(clause.start - lead, clause.start + len(clause.text))
            words = text[left:right].strip(" \t\n,，:：;；()（）—–-")
            speaker: Literal["writer", "customer"] = "customer" if _REPORTED.search(clause.sentence) else "writer"
            found.append(Assertion(signal, words, _polarity(signal, clause, start, end), (first, last), speaker))
    return tuple(found)


def _condition(clause: Clause) -> int:
    """Characters of the condition right before a threat that 就 cuts off from it: "就换掉" alone does not say on what."""
    if not clause.text.lstrip().startswith(("就", "会", "将")):
        return 0
    return len(_MARKS.split(clause.sentence[: clause.offset])[-1])


def _signals(clause: str, rules: list[tuple[int, re.Pattern[str]]]) -> dict[str, tuple[int, int]]:
    """Each signal with its first words in the clause, the longest of them; in the order of the table."""
    best: dict[int, tuple[int, int]] = {}
    for number, rule in rules:
        if match := rule.search(clause):
            found = (match.start(), -match.end())
            best[number] = min(found, best.get(number, found))
    return {_NAMES[number]: (best[number][0], -best[number][1]) for number in sorted(best)}


@cache
def _table() -> tuple[Pretest, tuple[tuple[int, str], ...], frozenset[int]]:
    """The rules by number of signal, and which are Chinese: those count only where a Chinese character stands."""
    stated = [
        (number, rule, table is CHINESE)
        for number, name in enumerate(_NAMES)
        for table in (ENGLISH, CHINESE)
        for rule in table[name]
    ]
    chinese = frozenset(at for at, (*_, of_it) in enumerate(stated) if of_it)
    return Pretest([rule for _, rule, _ in stated]), tuple((number, rule) for number, rule, _ in stated), chinese


_compiled = cache(re.compile)


def compile_rules() -> None:
    """Compiles now what the first dozen texts would each compile a part of: a process that stays does it once, at its start."""
    for _, rule in _table()[1]:
        _compiled(rule)


_WISHED = re.compile(
    r"\b(?:need(?:s|ed)?|wants?|wanted|please|hope(?:s|d)?|must|should|expect(?:s|ed)?|require[sd]?|asap|when (?:will|can)"
    r"|by (?:when|tonight|tomorrow|noon|today|mon|tue|wed|thu|fri|sat|sun|\d|end)|until (?:it|this)|demands?|would like"
    r"|has to|have to)\b|希望|期望|请|尽快|尽早|需要|要求|务必|必须|能否|能不能|何时|什么时候|之前|催",
    re.IGNORECASE,
)
"""Words that ask for an end do not report one."""


_TOLD_THEN = re.compile(
    r"\b(?:we|i|you|support|engineering|(?:(?:they|he|she) )?(?:was|were|been)) (?:\w+ )?(?:told|said|wrote|confirmed"
    r"|assured|promised|announced)\b|\btold (?:them|him|her|the customer|in|on|last|earlier)\b"
    r"|(?:告诉|告知|答复|回复|通知|告訴)[过了]?(?:客户|用户|他们|对方|他|她)|(?:我们|我司|客服|支持|研发)[^，。；]{0,6}(?:说过?|答复|回复|承诺)",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:was|were|had been|in (?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|last \w+|earlier|before|yesterday|ago)\b|(?:\d+|[一二三四五六七八九十]+)月|上[个周月次]|之前|以前|当时|说过|昨天",
    re.IGNORECASE,
)
"""That we told somebody then that it was over tells what was said, and not that it is."""


def _is_of_then(clause: Clause, end: int) -> bool:
    return bool(_TOLD_THEN.search(clause.text[:end]) and _THEN.search(clause.text)) or of_an_earlier_time(clause)


def _polarity(signal: str, clause: Clause, start: int, end: int) -> Polarity:
    if signal in ALWAYS and _NONE.search(clause.text[:start]):
        return "negated"
    if signal not in ALWAYS and negated(clause.text, start, end, inner=signal in {"workaround_works", "resolved_now"}):
        return "negated"
    if signal in REQUESTS:
        return "affirmed"
    if signal == "resolved_now" and _WISHED.search(clause.text):
        return "asked"
    if signal == "resolved_now" and as_a_rule(clause):
        return "hypothetical"
    if signal == "resolved_now" and _is_of_then(clause, end):
        return "past"
    if past(clause, end) and signal not in {"recurrence", "resolved_now", "workaround_fails"}:
        return "past"
    if asked(clause, start) and signal not in {"churn_threat"}:
        return "asked"
    if hypothetical(clause, start, threat=signal in INTENTIONS, suspicion=signal in SUSPECTED):
        return "hypothetical"
    return "affirmed"
