"""Every kind of finding says in both languages what to change."""

from __future__ import annotations

import pytest

from escalation.audience import KINDS, Finding, LeakKind
from escalation.terms import Language
from prompts.audience_words import audience_words


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_words(kind: LeakKind, language: Language) -> None:
    said = audience_words(Finding(kind=kind, span="X-span", start=0, end=6), language)
    assert ("X-span" in said) is (kind != "secret")
    assert "{" not in said


def test_a_date_is_named_and_a_long_span_is_cut() -> None:
    found = Finding(kind="unapproved_date", span="x" * 90, start=0, end=90, values={"due": "2026-11-20"})
    assert "(2026-11-20)" in audience_words(found, "en")
    assert "x…”" in audience_words(found, "en")
    assert "（2026-11-20）" in audience_words(found, "zh")
