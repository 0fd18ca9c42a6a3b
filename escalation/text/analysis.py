"""Tokens and concepts of one text in one pass, for those who store both."""

from __future__ import annotations

from escalation.text.concepts import concepts_of
from escalation.text.tokens import prepared, runs_of, tokens_from, word_tokens
from escalation.text.words import plain_words


def terms(text: str) -> list[str]:
    """The tokens of a text, then its concepts as `c:<id>`, sorted."""
    ready = prepared(text)
    cut = runs_of(ready)
    return tokens_from(cut, ready) + sorted(f"c:{concept}" for concept in concepts_of(cut))


def forget() -> None:
    """Lets go of the words that were cut lately: after an import those of a whole company, which no question asks for again."""
    for remembered in (word_tokens, plain_words):
        remembered.cache_clear()
