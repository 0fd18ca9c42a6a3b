"""A brief is checked field by field, and each finding has words that mend it."""

from __future__ import annotations

import pytest

from escalation.brief import BriefReproduction, BriefStep, BriefText, ProductBody
from escalation.claims import REASONS, EvidenceBook, FieldUnsupported, Unsupported, check_brief, check_text
from prompts.claim_words import claim_words


def test_each_finding_names_its_field_and_span(book: EvidenceBook) -> None:
    text = BriefText(
        summary="Sync down for 7 customers",
        tried=(BriefStep(step="Restart"), BriefStep(step="Wait", result="after 9 hours, same")),
        reproduction=BriefReproduction(steps=("Open /v9/x",)),
        product=ProductBody(options=("Plan it for 2031",)),
    )
    found = check_brief(text, book)
    assert [(each.field, each.span) for each in found] == [
        ("summary", "7"),
        ("tried[1].result", "9 hours"),
        ("reproduction.steps[0]", "/v9/x"),
        ("product.options[0]", "2031"),
    ]
    assert all(isinstance(each, FieldUnsupported) for each in found)


def test_a_true_brief_has_no_findings(book: EvidenceBook) -> None:
    assert check_brief(BriefText(summary="Sync stopped at 14:00", description="2 customers, $420k [E3]"), book) == []


def test_the_span_is_where_it_says(book: EvidenceBook) -> None:
    text = "數據同步：７名客戶，「同步成功」"
    for each in check_text(text, book):
        assert text[each.start : each.end] == each.span


def test_the_nearest_value_and_its_evidence_are_named(book: EvidenceBook) -> None:
    (each,) = check_text("Acme lost 1,240 rows", book)
    assert (each.values["nearest"], each.evidence) == ("1,204", ("E5",))
    assert "1,204" in claim_words(each, "en")
    assert "1,204" in claim_words(each, "zh")


def test_the_owner_of_a_swapped_value_is_named(book: EvidenceBook) -> None:
    _, each = check_text("XYZ 科技 ($180,000)", book)
    assert "(Acme Corp)" in claim_words(each, "en")
    assert "（Acme Corp）" in claim_words(each, "zh")


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_words_in_both_languages(reason: str) -> None:
    each = Unsupported(kind="figure", span="SPAN", start=0, end=4, reason=reason)
    english, chinese = claim_words(each, "en"), claim_words(each, "zh")
    assert "SPAN" in english
    assert "SPAN" in chinese
    assert english.isascii() or "…" in english
    assert chinese.endswith("。")


def test_a_reason_without_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        claim_words(Unsupported(kind="figure", span="", start=0, end=0, reason="nonsense"), "en")


def test_an_empty_book_supports_nothing_and_does_not_fail() -> None:
    book = EvidenceBook.build((), ())
    texts = '3 customers, $5, 4%, 11/20, 14:00, 14:00Z, 9 hours, Friday, T-1, "quoted"'
    assert len(check_text(texts, book)) == 10


def test_evidence_mentioning_another_customer_lets_it_be_named(book: EvidenceBook) -> None:
    assert book.says("export lost")
    assert not book.says("Globex")
