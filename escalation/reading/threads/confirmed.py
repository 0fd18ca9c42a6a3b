"""What a customer says settled it, what they were told that did, and what they write that waits for nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from escalation.reading.threads.tried_words import ASKED_FOR
from escalation.records import Comment, Ticket
from escalation.remembered import OfRecord
from escalation.text.folding import fold

_SETTLED = re.compile(
    r"\b(?:works?|working|fine|solved|sorted|fixed|good) (?:now|again)\b|\bnow (?:it |that )?works\b"
    r"|\b(?:that|this|it) (?:worked|helped|helps|solved|did (?:it|the trick)|fixed|settles)\b"
    r"|\b(?:exactly|just|precisely) what (?:we|i) (?:need|want|was looking|were looking)"
    r"|\b(?:you (?:can|may)|please) close(?: (?:this|it|the (?:ticket|case|request)))?(?=\W*$)"
    r"|\b(?:fine|good enough|ok(?:ay)?) for (?:us|me)\b|\bproblem (?:is )?solved\b|\bwe can (?:live|work) with (?:it|that|this)\b"
    r"|正是(?:我们?|咱们?)要的|(?:已经?|都)?(?:解决|搞定|弄好)了|(?:现在|这样|都|就)?(?:可以|能用|好用|正常|没问题)了"
    r"|可以(?:关闭|关了|关单|结单)|先这样用|这样(?:就)?(?:行|可以|够)"
)
_NOT = re.compile(
    r"\b(?:not|no|never|n['’]t|until|only|unless|if|when|once|sometimes|except|still|should|hardly)\b|\w+n['’]t\b"
    r"|没(?!问题)|不|未|还|仍|又|如果|要是|什么时候|何时|除了|只"
)
_CLAUSE = re.compile(r"[^,.;!\n，。；！、]+[?？]?")
_AGAIN = re.compile(r"\b(?:but|however|though|until|again today|came back)\b|但|不过|可是|然而|又(?:来|出|开始)")
"""What follows such a word may take it back, unless it settles it."""


def confirms(text: str) -> bool:
    """Whether a customer says that it is settled, or that they go on like this, and asks for nothing more."""
    plain = fold(text)
    if "?" in plain or "？" in plain:
        return False
    clauses = _CLAUSE.findall(plain)
    settled = [
        n for n, clause in enumerate(clauses) if (found := _SETTLED.search(clause)) and not _denied(clause, found)
    ]
    return bool(settled) and not any(_AGAIN.search(clause) for clause in clauses[settled[-1] + 1 :])


def _denied(clause: str, found: re.Match[str]) -> bool:
    return _NOT.search(clause[: found.start()] + " " + clause[found.end() :]) is not None


@OfRecord
def confirmed_replies(ticket: Ticket) -> tuple[Comment, ...]:
    """Our replies whose advice the customer's next message confirms."""
    told = [c for c in ticket.comments if c.public and c.role in {"agent", "customer"}]
    return tuple(
        ours for ours, theirs in pairwise(told)
        if ours.role == "agent" and theirs.role == "customer" and confirms(theirs.body)
    )  # fmt: skip


def answers_us(ticket: Ticket) -> Iterator[datetime]:
    """When the customer answered what we had asked or asked for, and asked nothing back: that is no coming back to us."""
    asked = False
    for comment in sorted(ticket.comments, key=lambda c: c.at):
        if comment.role == "agent" and comment.public:
            asked = "?" in fold(comment.body) or "？" in comment.body or ASKED_FOR.search(comment.body) is not None
        elif comment.role == "customer":
            if asked and not ("?" in fold(comment.body) or "？" in comment.body):
                yield comment.at
            asked = False
