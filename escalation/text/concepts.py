"""Concepts: what a text is about, whichever language and words it says it in."""

from __future__ import annotations


def concepts(text: str) -> set[str]:
    """The ids of the support domain's concepts that stand in a text."""
    return set()
