"""Agreed lengths: hours that a contract or our own rhythm gives may be said of what they are agreed for, and of nothing else."""

from __future__ import annotations

import re

from escalation.claims.answering import ANSWER
from escalation.claims.lazy import Lazy
from escalation.claims.support.facts import Fact
from escalation.claims.support.topics import told_of

_TOPICS = {
    "response": Lazy(ANSWER, re.I),
    "resolution": Lazy(r"resol|\bsolv|\bfix|解决|修复", re.I),
    "update": Lazy(r"\bupdat|更新|通报", re.I),
}


_CONTRACT = Lazy(r"\bcontract|\bagreed|\bsla\b|合同|约定", re.I)


_AGREED = Lazy(
    r"\bcontract|\bagreed|\bsla\b|\btargets?\b|\blimit|\ballow|\bagainst\b|\binstead\b|\bpromis|\bdue\b|\bwithin\b|\brequire|"
    r"-(?:hour|day)|\bevery\b|\bthe (?:\w+ )?\w+ (?:hours|days)\b|合同|约定|时限|期限|承诺|应[在于该]|"
    r"目标|标准|超|规定|每|内|要求",
    re.I,
)


_LEFT = Lazy(r"\bleft\b|\bremain|\bto go\b|剩|还有", re.I)
_PAST = Lazy(r"\bpast (?:its|the|their)\b|\boverdue\b|\btarget (?:has )?passed|已?(?:超时|逾期|超期)了?", re.I)
_COMPUTED = (
    ("resolution due", _AGREED),
    ("first response", Lazy(rf"{ANSWER}|\bwait|\blate\b|等|晚|迟|超|逾", re.I)),
    ("solved", Lazy(r"resol|\bsolv|\bfix|\bclos|\blate\b|\btook\b|restor|解决|修复|恢复|关闭|用了|晚|迟|超|逾", re.I)),
)


def same_topic(fact: Fact, clause: str, sentence: str) -> bool:
    """An hour of the SLA is said of what it is agreed for, where the clause says what it speaks of."""
    if _LEFT.search(clause) and (fact.claim.nouns or fact.says.startswith("resolution due")):
        return False  # Nor is it what is left of it.
    computed = next((pattern for start, pattern in _COMPUTED if fact.says.startswith(start)), None)
    if computed and not computed.search(sentence):
        return False
    if _PAST.search(clause) and fact.claim.nouns:
        return False  # How long a target has passed is not how long it is.
    if not _AGREED.search(clause) and not told_of(fact.says, clause):
        return False
    if "policy" in fact.claim.nouns:
        return not _CONTRACT.search(clause)
    if not fact.claim.nouns:
        return True
    if not _AGREED.search(clause):
        return False  # A length that a contract gives is no length that passed.
    topics = {name for name, pattern in _TOPICS.items() if pattern.search(clause)}
    return not topics or bool(topics & fact.claim.nouns)
