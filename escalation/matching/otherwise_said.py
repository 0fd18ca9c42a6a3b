"""How else a word of a question may be said in a record: words near in meaning, in any language, and kindred concepts."""

from __future__ import annotations

from collections.abc import Mapping

from escalation.matching.kin import kin_of
from escalation.matching.profile import KINDRED
from escalation.text.thesaurus import near


def otherwise_said(token: str) -> Mapping[str, float]:
    """Further tokens that would answer for this one, each with how well, 0..1; a concept is a token `c:<id>`."""
    if token.startswith("c:"):
        return {f"c:{one}": KINDRED for one in sorted(kin_of(frozenset({token[2:]})))}
    return near(token)
