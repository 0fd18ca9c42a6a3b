"""An answer that says that there is no answer yet: "the customer has no log yet, it follows this afternoon"."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[,，;；。!！\n]+|\.(?=\s|$)|\b(?:and|but)\b|但是?")
_NOT_YET = re.compile(
    r"(?i)(?:\bno\b|\bnone\b|\bnot\b|n['’]t\b|\bnothing\b).*\b(?:yet|so far|at hand)\b|\byet to (?:come|be|send)\b|\bnot yet\b"
    r"|\bstill (?:missing|outstanding|to come)\b|\bwaiting for (?:the |our )?(?:customers?|client|them|him|her|it)\b"
    r"|\b(?:i|we)(?:['’]ve| have)? (?:asked|requested)\b|\b(?:to|will|['’]ll) follow\b"
    r"|(?:还|還|尚|仍|暂时?|暫時?)(?:没|沒|未)|未(?:拿|收|取)到|等(?:着|著)?(?:客户|客戶|对方|對方|他们|他們)|(?:稍后|稍後|晚点|晚點|回头|随后)补"
    r"|(?:向|问|問|请|請|催).{0,8}(?:要|催|提供|补)"
)
_LATER = re.compile(
    r"(?i)\b(?:will|['’]ll|going to|shall)\b.*\b(?:send|sent|follow|come|provide|get|deliver|share|add|be)\b|\bfollows?\b"
    r"|(?:会|會|将|將|再|稍后|稍後|晚点|晚點|明天|明早|今晚|下午|上午|之后|之後|回头).{0,10}(?:补|補|给|給|发|發|提供|传|傳|附|拿|截|送)"
)


def yet_to_come(answer: str) -> bool:
    """Whether it says that it is not there yet, and in every other clause that it comes later; what there is beside that is an
    answer."""
    clauses = [clause for each in _CLAUSE.split(answer) if (clause := each.strip(" \t.\"'“”「」"))]
    told = [bool(_NOT_YET.search(clause)) for clause in clauses]
    return any(told) and all(said or _LATER.search(clause) for said, clause in zip(told, clauses, strict=True))
