"""Secrets: what masking would hide, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.reading.secrets.mask import mask
from escalation.reading.seen import Seen

_NAMED = re.compile(
    r"(?i)(?:password|passphrase|api[ -]key|access key|secret|token|login|credentials?|密码|密钥|令牌|账号|口令"
    r"|秘钥)[^\n。]{0,40}?"
    r"(?<![\w./@#-])((?=[^\s,;，。]*\d)(?=[^\s,;，。]*[A-Za-z])(?![^\s]*://)(?:[0-9a-f]{24,}"
    r"|(?=[^\s]*(?-i:[A-Z]))[^\s,;:，。、「」\"“”()（）]{8,}))(?<![.!?])"
)
"""Beside a word for a secret, what has capitals and digits, or is a long hexadecimal number, is one."""
_LABEL = re.compile(r"\[masked: [^\]]*\]")


def secrets(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """Each stretch that masking replaced. A label that a text already holds hides its secret and is left alone."""
    cased = seen.cased
    for named in _NAMED.finditer(cased):
        yield Hit("secret", *named.span(1))
    masked = mask(cased)
    if masked == cased:
        return
    at = 0
    for before, after in pairwise(_LABEL.split(masked)):
        start = cased.find(before, at) + len(before)
        end = cased.find(after, start) if after else len(cased)
        if end < start:
            break
        if not _LABEL.fullmatch(cased, start, end):
            yield Hit("secret", start, end)
        at = end
