"""A promise of ours that a customer holds against us: its time is over, and is nothing that they set."""

from __future__ import annotations

import re

from escalation.reading.uncovered import uncover

_SO_FAR = r"(?:(?!\b(?:and|but|so) (?:we|i|it|now)\b)[^,;.!?]){0,80}"
_OUR_WORD = re.compile(
    r"\b(?:you|your \w+|support)(?:['’]d| had| have|['’]ve)? (?:\w+ly |also |even )?"
    r"(?:said|promised|told (?:us|me)|wrote|assured (?:us|me)|agreed|committed|swore|were (?:going|supposed|meant) to)\b"
    + _SO_FAR
    + r""
    r"|\b(?:(?:was|were|been|as) promised|(?:the|your) promise(?:d \w+)?)\b" + _SO_FAR + r""
    r"|(?:你们?|您|客服|贵司)[^，。；！？]{0,10}(?:说|答应|承诺|保证|讲)(?:好|过|了|的)?(?!明)[^，。；！？]{0,30}"
    r"|(?:说好|讲好|约好|答应|承诺)(?:的|过|了)?[^，。；！？]{0,30}"
)
_NOT_COME = re.compile(
    r"\b(?:nothing|still (?:no|nothing|waiting|not)|no (?:word|news|answer|reply|call|updates?|response|sign|message)|never"
    r"|did(?:n['’]?t| not)|has(?:n['’]?t| not)|have(?:n['’]?t| not)|nobody|no one|not a (?:word|thing)|silence|heard no\w*"
    r"|(?:next|another) day|over(?:due)?|late)\b"
    r"|没|未(?!来)|至今|到现在|食言|呢|在哪|不算数|都过了|已经过"
)


def without_broken_word(sentence: str, entry: str) -> str:
    """`sentence` without what it recounts of our promise, where the `entry` that it stands in says that nothing came of it."""
    plain, whole = uncover(sentence), uncover(entry).text
    held = [match.span() for match in _OUR_WORD.finditer(plain.text)]
    if not held or not _NOT_COME.search(whole):
        return sentence
    for start, end in reversed([plain.span(*span) for span in held]):
        sentence = f"{sentence[:start]} {sentence[end:]}"
    return sentence
