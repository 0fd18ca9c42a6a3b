"""Deadlines said in words: the earliest wish that is still ahead."""

from datetime import UTC, datetime

import pytest

from escalation.reading.times.deadlines import day_only, deadline


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("今晚必须恢复，周一（3 月 23 日）一早要用，不然没法交代。", "2026-03-20T15:59"),
        ("本周之内我要看到计划，下周五（3 月 27 日）之前看到第一批动作。", "2026-03-20T10:00"),
        ("财务部门今天下午五点前要用完整数据对账。", "2026-03-20T09:00"),
        ("We need this stable before the peak on Monday 23 March, 12:00 UTC", "2026-03-23T12:00"),
    ],
)
def test_the_earliest_of_several_wishes_counts(text: str, due: str) -> None:
    said = datetime(2026, 3, 20, 6, 30, tzinfo=UTC)
    found = deadline(text, said, "Asia/Shanghai")
    assert found is not None
    assert found.isoformat() == f"{due}:00+00:00"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We received it on 29 April and have one month, so it must be done by 29 May.", "2026-05-29T18:00"),
        ("Unless I see a plan by the end of May, we will not renew on 8 July.", "2026-05-31T18:00"),
        ("They won't sign in June unless they get a plan by month end", "2026-04-30T18:00"),
        ("Before we talk about August I want a written plan by 29 May.", "2026-05-29T18:00"),
        ("Raise the limit before the supplier runs on Friday 8 May, we wrote on 20 April.", "2026-05-08T09:00"),
        ("Wir müssen bis zum 28. Mai antworten, der Brief kam am 20. April.", "2026-05-28T18:00"),
        ("L'autorité demande, pour le 29 mai, la preuve.", "2026-05-29T18:00"),
    ],
)
def test_a_day_that_is_a_limit_comes_before_the_other_days_of_its_sentence(text: str, due: str) -> None:
    found = deadline(text, datetime(2026, 4, 30, 8, 0, tzinfo=UTC))
    assert found is not None
    assert found.isoformat() == f"{due}:00+00:00"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "I want your head of support on the phone this week, with a plan in writing for all, before we vote on it in August.",
            "2026-05-01T18:00",
        ),
        ("Please send the list on Monday, ahead of the audit on 20 May", "2026-05-04T18:00"),
        # Of what was, and of which thing is meant, no wish is made for that day.
        ("We need what was promised for Monday before the audit on 20 May", "2026-05-20T09:00"),
        ("Please settle the plan for next week before 20 May", "2026-05-19T18:00"),
        ("We must have it by 20 May", "2026-05-20T18:00"),
    ],
)
def test_a_day_that_is_wished_for_comes_before_a_later_limit(text: str, due: str) -> None:
    found = deadline(text, datetime(2026, 4, 30, 8, 0, tzinfo=UTC))
    assert found is not None
    assert found.isoformat() == f"{due}:00+00:00"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # Only what is before a day, or on one, is wanted by its morning: of a whole period its end is meant.
        ("Before you ask: yes, we want the list this week.", "2026-05-01T18:00"),
        ("Before we sign anything I want to see your plan next week", "2026-05-08T18:00"),
        ("Mend it before we need it on 6 May", "2026-05-06T09:00"),
        ("I want it tomorrow, before we open", "2026-05-01T09:00"),
        ("Send it on Monday before the audit begins", "2026-05-04T09:00"),
    ],
)
def test_a_word_for_before_that_speaks_of_something_else_sets_no_hour(text: str, due: str) -> None:
    found = deadline(text, datetime(2026, 4, 30, 8, 0, tzinfo=UTC))
    assert found is not None
    assert found.isoformat() == f"{due}:00+00:00"


def test_a_thing_counted_is_no_day_of_a_foreign_month() -> None:
    assert deadline("We get 3 mails and 5 marks a minute", datetime(2026, 4, 30, 8, 0, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("We need this by Monday 30 November or we cancel.", True),
        ("月底前不修好我们就不续约了", True),
        ("before 1 December", True),
        ("Solve it by 28 November 12:00 UTC", False),
        ("within 4 hours please", False),
        ("by Friday 5pm", False),
        ("明天中午前", False),
        ("今天下班前必须恢复", False),
        ("by close of business on Friday", False),
    ],
)
def test_a_day_without_its_hour_is_told_from_one_with(text: str, *, only: bool) -> None:
    assert day_only(text, datetime(2026, 11, 27, 10, tzinfo=UTC)) is only


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Please refund us before 12 May or we cancel the mandate.", "2026-05-11T18:00"),
        ("We need the rooms right before May 12th, the inspector comes on that day.", "2026-05-11T18:00"),
        ("It has to work before Monday.", "2026-05-03T18:00"),
        ("Send it before tomorrow, please.", "2026-04-30T23:59"),
        ("It has to work before Monday morning.", "2026-05-04T09:00"),
        ("It has to work before Monday's service.", "2026-05-04T09:00"),
        ("It has to work before the service on Monday.", "2026-05-04T09:00"),
        ("It has to work before Monday 7am.", "2026-05-04T07:00"),
        ("It has to work by 12 May.", "2026-05-12T18:00"),
    ],
)
def test_before_a_day_ends_with_the_day_before(text: str, due: str) -> None:
    found = deadline(text, datetime(2026, 4, 30, 19, 0, tzinfo=UTC))
    assert found is not None
    assert found.isoformat() == f"{due}:00+00:00"


@pytest.mark.parametrize(
    ("text", "zone", "due"),
    [
        ("今天之内给个答复", "Asia/Shanghai", "2026-03-20T15:59"),
        ("We need a call back today.", "America/Denver", "2026-03-21T05:59"),
        ("今天下班前给个答复", "Asia/Shanghai", "2026-03-20T10:00"),
        ("Call us today, close of business at the latest.", "America/Denver", "2026-03-21T00:00"),
    ],
)
def test_a_customers_today_ends_with_their_day_unless_they_mean_their_working_hours(
    text: str, zone: str, due: str
) -> None:
    said = datetime(2026, 3, 20, 14, tzinfo=UTC) if zone.startswith("America") else datetime(2026, 3, 20, 8, tzinfo=UTC)
    found = deadline(text, said, zone)
    assert found is not None
    assert found.isoformat()[:16] == due


def test_our_own_today_ends_with_the_working_day() -> None:
    found = deadline("今天给您答复", datetime(2026, 3, 20, 8, tzinfo=UTC), "Asia/Shanghai", kept=True)
    assert found is not None
    assert found.isoformat()[:16] == "2026-03-20T10:00"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The regulator must hear within 48 hours of our finding it, i.e. by Friday 1 May 07:15.", "2026-05-01T07:15"),
        ("We have to file within 3 days, that is by 2 May 12:00.", "2026-05-02T12:00"),
        ("必须在发现后48小时内上报，也就是5月1日7:15之前。", "2026-05-01T07:15"),
        ("It has to be back within 4 hours, that is what the contract says.", "2026-04-30T14:30"),
    ],
)
def test_a_length_that_is_said_in_other_words_is_what_these_name(text: str, due: str) -> None:
    found = deadline(text, datetime(2026, 4, 30, 10, 30, tzinfo=UTC))
    assert found is not None
    assert found.isoformat() == f"{due}:00+00:00"
