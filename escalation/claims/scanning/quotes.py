"""Quotations: what stands between quotation marks, in the marks of both languages."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.claims.fold import words
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy

# A single mark is an apostrophe more often than a quotation: only long ones between spaces count.
_QUOTED = Lazy(
    r"„(?P<h>[^„“”\n]+)[“”]|＂(?P<i>[^＂\n]+)＂|[″〃](?P<j>[^″〃\n]+)[″〃]|(?m:^\s*[>＞]\s*(?P<k>[^\n]{12,}))"
    # Code stands in backticks; words with two spaces between them are speech.
    r"|`(?P<l>[^`\n ]+ [^`\n ]+ [^`\n]+)`"
    r"|“(?P<a>[^“”]+)”|\"(?P<b>[^\"\n]+)\"|「(?P<c>[^「」]+)」|『(?P<d>[^『』]+)』|«(?P<e>[^«»]+)»"
    r"|(?<!\w)‘(?P<f>[^‘]{12,}?)’(?!\w)|(?<![\w'])'(?P<g>[^'\n]{12,}?)'(?!\w)"
)
_ELISION = Lazy(r"…+|\.{3,}|\[\s*(?:…|\.{3})\s*\]")


def quotes(text: str) -> Iterator[Claim]:
    """Every quotation in a text, unfolded; `key` is its words, the parts around an elision divided by "|"."""
    for match in _QUOTED.finditer(text):
        inside = next(group for group in match.groups() if group)
        parts = [part for part in map(words, _ELISION.split(inside)) if part.strip()]
        if parts:
            yield Claim("quotation", *match.span(), key="|".join(parts))
