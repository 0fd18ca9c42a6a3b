"""A title is read at one glance, and says what is wrong: the gravest part of a line is never what is cut."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escalation.judgement.understand import summary_of
from escalation.terms import Language
from prompts.compose import compose
from tests.prompts.worlds import outage, security


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (
            "Lakeside Museum suggest nicer receipt links, they could open another person's receipt by changing the number",
            "open another person's receipt",
        ),
        (
            "Lakeside Museum: erased patrons still show up in reporting, the authority wants written confirmation by 6 May",
            "by 6 May",
        ),
        (
            "湖畔玻璃博物館建議把收據連結做得好看一點，另外提到他們把網址最後的號碼改一下，就能打開別家博物館捐款人的收據，上面有姓名和地址",
            "別家博物館捐款人的收據",
        ),
    ],
)
def test_a_title_for_security_keeps_what_was_exposed(typed: str, kept: str) -> None:
    found = security()
    line = found.issue.model_copy(update={"text": typed, "summary": summary_of(typed)})
    assert kept in compose(found.model_copy(update={"issue": line}), line.language).summary


def test_a_long_line_is_cut_where_a_clause_ends_and_never_at_a_word() -> None:
    typed = (
        "Sending to everybody has been hanging in the middle of the list for days, two of their people wrote in about it, "
        "and the new starters are due on Thursday"
    )
    found = outage()
    line = found.issue.model_copy(update={"text": typed, "summary": summary_of(typed), "language": "en"})
    title = compose(found.model_copy(update={"issue": line}), "en").summary
    assert title.startswith("Sending to everybody has been hanging in the middle of the list for days")
    assert "…" not in title


def test_no_title_tells_the_date_of_the_first_report() -> None:
    assert "首次反馈" not in compose(outage(), "zh").summary
    assert "reported" not in compose(outage(), "en").summary


@example(words="nothing dramatic " * 12, target="security", language="en", matched=False)
@example(words="没有什么大事" * 40, target="engineering", language="zh", matched=False)
@given(
    words=st.text("abcdefg hij, klm. 客户导出，少了几行。", min_size=1, max_size=400).filter(str.strip),
    target=st.sampled_from(("engineering", "security")),
    matched=st.booleans(),
    language=st.sampled_from(("en", "zh")),
)
def test_no_line_makes_a_title_longer_than_a_brief_takes(
    words: str, target: str, language: Language, *, matched: bool
) -> None:
    found = security() if target == "security" else outage()
    line = found.issue.model_copy(update={"text": words, "summary": summary_of(words)})
    reported = found.model_copy(update={"issue": line, **({} if matched else {"matched": (), "account": None})})
    assert len(compose(reported, language).summary) <= 160
