"""A customer whom the typed line names and whom no record knows: said, never silently dropped."""

from __future__ import annotations

import re

from escalation.text.concepts import concepts
from escalation.text.everyday import is_everyday
from escalation.text.folding import fold

_NAME = r"([A-Z][\w&-]*[a-z][\w&-]*(?: [A-Z][\w&-]+){0,3})"
_TALKS = (
    re.compile(
        rf"^{_NAME}(?:['’]s (?:\w+ )?)?\s+(?:says?|said|reports?|reported|asks?|asked|complains?|wants?|wrote|called)\b"
    ),
    re.compile(rf"\b(?:for|at|from|customer|client|account)\s+{_NAME}\s*(?:$|[.,;:–—])"),
)
_CHINESE = re.compile(r"^([\u4e00-\u9fff]{2,8}(?:公司|科技|集团|銀行|银行|医院|大学|股份))")


def unresolved_name(text: str) -> str | None:
    """The name of a customer in a line in which no known account was found; None when nobody is named.

    Only a name where names stand counts ("Contoso says …", "… for Contoso"); words of the trade and everyday words do not.
    """
    for pattern in (*_TALKS, _CHINESE):
        found = pattern.search(text.strip())
        if found and not concepts(found.group(1)) and not is_everyday(fold(found.group(1))):
            return found.group(1)
    return None
