"""What colleagues put on record about the odds of a renewal: said by them, never computed by us."""

from __future__ import annotations

import re

from escalation.judgement.case import Case
from escalation.records import Message

_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]?")
_PERCENT = re.compile(r"\d{1,3}\s*(?:%|％|percent\b|per cent\b)|百分之[一二三四五六七八九十百]+|[一二三四五六七八九]成")
_RENEWAL = re.compile(
    r"\brenew\w*|\bchurn\b|\bodds\b|\blikelihood\b|\bprobabilit\w+|续约|續約|续费|流失|把握|概率|可能性", re.IGNORECASE
)


def renewal_odds(case: Case, messages: tuple[Message, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The latest sentence that puts a percentage on the named customer's renewal, with its evidence; (None, ()) if none."""
    if case.account is None:
        return None, ()
    for message in sorted(messages, key=lambda m: m.at, reverse=True):
        if words := _sentence(message.text):
            return words, (case.ledger.message(message),)
    if case.account.notes and (words := _sentence(case.account.notes)):
        return words, (case.ledger.account(case.account, "notes", case.account.notes),)
    return None, ()


def _sentence(text: str) -> str | None:
    for found in _SENTENCE.finditer(text):
        if _PERCENT.search(found.group()) and _RENEWAL.search(found.group()):
            return found.group().strip()
    return None
