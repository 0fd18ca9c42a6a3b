"""What mending takes and what happens of itself, as colleagues note it."""

from datetime import UTC, datetime

import pytest

from escalation.reading.threads.needed import ahead, needs

SAID = datetime(2026, 3, 18, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "sentence",
    ["Needs a parser change and a backfill.", "Fix needs firmware 2.9.1.", "Code change in the label service.",
     "Plan is to raise the limit back.", "4.3.1 is being tested, not yet released.", "Next: trace one rebuild.",
     "需要研发改映射表。", "待发布，版本 3.2。"],
)  # fmt: skip
def test_a_note_says_what_mending_takes(sentence: str) -> None:
    assert needs(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["The customer needs to know by Friday.", "It no longer needs a restart.", "Does it need a fix?", "Still down.",
     "不需要重启。", "Second customer linked."],
)  # fmt: skip
def test_what_customers_want_to_know_mends_nothing(sentence: str) -> None:
    assert not needs(sentence)


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("The clean-up is scheduled to run again on 22 March.", datetime(2026, 3, 22, tzinfo=UTC)),
        ("Next run at 18:30 UTC.", datetime(2026, 3, 18, 18, 30, tzinfo=UTC)),
        ("清理任务将于3月22日再次执行。", datetime(2026, 3, 22, tzinfo=UTC)),
        ("It ran on 15 March.", None),
        ("The customer renews on 22 March.", None),
        ("The job was scheduled to run on 12 March.", None),
    ],
)
def test_what_happens_of_itself_has_its_instant(sentence: str, at: datetime | None) -> None:
    assert ahead(sentence, SAID) == at
