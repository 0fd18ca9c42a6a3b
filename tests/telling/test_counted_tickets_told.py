"""What stands in any counted ticket is not called unknown: another customer's wish and its day, our reply, an error in chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.threads.tried import tried_in
from escalation.reading.times.onset import onset_told
from escalation.records import Message
from escalation.terms import Language
from escalation.updates.waited import waited
from prompts.compose import compose
from prompts.statements import say
from tests.judgement.worlds import NOW, context, item, ticket

FAULT = "Export is missing rows"


def judged(
    theirs: str, reply: str = "Please clear the cache and try again.", own: str = "Rows are missing."
) -> Assessment:
    """Acme, which the line names, says nothing more; Globex wrote `theirs`, and had our `reply`."""
    said = [
        {"id": "c1", "role": "agent", "public": True, "at": NOW - timedelta(hours=5), "body": reply},
        {"id": "c2", "role": "customer", "public": True, "at": NOW - timedelta(hours=4), "body": theirs},
    ]
    mine = ticket("T-1", "acme", FAULT, description=own)
    other = ticket("T-2", "globex", FAULT, description="Export is missing rows.", comments=said)
    world = context(mine, other, items=(item("BUG-1", linked=("T-1", "T-2"), status="open"),), named=("acme",))
    return assess(understand(f"{FAULT} for Acme"), world, Policy(), NOW)


@pytest.mark.parametrize(
    ("language", "none"), [("en", "No written reply from us to Acme"), ("zh", "没有我方对 Acme 的书面回复")]
)
def test_our_reply_to_another_customer_stands_beside_that_the_named_one_had_none(language: Language, none: str) -> None:
    told = compose(judged("The cache is cleared, rows are still missing."), language).last_update
    assert told is not None
    assert none in told
    assert "Globex" in told
    assert "Please clear the cache and try again." in told


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_day_of_another_customer_that_is_over_is_told_and_nobody_gave_no_date(language: Language) -> None:
    words = f"We need the file by {(NOW - timedelta(hours=2)):%d %B %H:%M} UTC."
    found = judged(words)
    text = compose(found, language)
    assert words in (text.expectation or "")
    assert "Globex" in (text.expectation or "")
    assert "customer_expectation" not in {q.signal for q in found.questions}
    assert found.deadline_why is None or found.deadline_why.values.get("passed") == NOW - timedelta(hours=2)
    assert "gave no date" not in (text.deadline or "")
    assert "没有提出期限" not in (text.deadline or "")


def test_the_named_customers_own_wish_is_enough() -> None:
    found = judged("We hope for a file soon.", own="Rows are missing. We need the file by 22 March 09:00 UTC.")
    assert "wished" not in {f.signal for f in found.others}
    assert found.deadline == datetime(2026, 3, 22, 9, tzinfo=UTC)


def test_chat_that_shows_a_ticket_s_very_code_belongs() -> None:
    mine = ticket("T-1", "acme", FAULT, description="Export is missing rows, the console says EXPRT_NULL_9.")
    same = Message(
        id="c1", channel="#a", at=NOW - timedelta(hours=1), author="x", text="EXPRT_NULL_9 all over the place"
    )
    other = same.model_copy(update={"id": "c2", "text": "EXPRT_NULL_8 all over the place"})
    world = replace(context(mine, named=("acme",)), messages=(same, other))
    found = assess(understand(f"{FAULT} for Acme"), world, Policy(), NOW)
    assert found.cited.chat == ("c1",)


@pytest.mark.parametrize("line", ["清了缓存，还是白屏", "清除了浏览器缓存，还是白屏", "清了快取，還是白屏"])
def test_a_cleared_cache_is_a_step(line: str) -> None:
    assert [result for _, result in tried_in(line)] in (["还是白屏"], ["還是白屏"])


@pytest.mark.parametrize(
    ("words", "history", "waited"),
    [
        ("I am the COO: third outage in two months, no answer for 30 hours. Call me or we leave.", "third outage", "for 30 h"),
        ("我是 COO：两个月内第三次中断，30 小时没有人答复。请高层来电，否则我们解约。", "第三次中断", "没有人答复"),
    ],
)  # fmt: skip
def test_how_often_and_how_long_the_customer_waited_is_told_to_leaders(words: str, history: str, waited: str) -> None:
    told = ticket("T-1", "acme", "Complaint", description=words)
    found = assess(understand("The COO of Acme threatens to leave"), context(told, named=("acme",)), Policy(), NOW)
    assert found.target == "leadership"
    assert {"time"} <= {r.criterion for r in found.reasons if r.stance == "for"}
    assert [r for r in found.reasons if r.signal == "waiting_long_said" and waited in str(r.values["words"])]
    body = compose(found, "en").leadership
    assert body is not None
    assert any(history in line for line in body.history)


@pytest.mark.parametrize(("language", "told"), [("en", "has passed"), ("zh", "已过")])
def test_a_day_that_is_over_is_no_unknown_deadline(language: Language, told: str) -> None:
    """Leaders are told that it has passed; two sentences of one brief do not contradict each other."""
    words = f"I am the COO. Call me by {(NOW - timedelta(hours=3)):%d %B %H:%M} UTC or we leave."
    own = ticket("T-1", "acme", "Complaint", description=words)
    found = assess(understand("The COO of Acme threatens to leave"), context(own, named=("acme",)), Policy(), NOW)
    assert found.target == "leadership"
    assert found.deadline is None
    text = compose(found, language)
    assert told in (text.deadline or "")
    assert f"{(NOW - timedelta(hours=3)):%Y-%m-%d %H:%M}" in (text.deadline or "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Since 26 Nov 18:20 UTC every payment is declined.", "Since 26 Nov 18:20 UTC"),
        ("It stops since last night, 14 clerks wait.", "since last night"),
        ("Down since 2026-11-26 18:20 UTC.", "since 2026-11-26 18:20 UTC"),
        ("昨晚開始所有扣款都失敗", "昨晚開始"),
        ("自11月26日18:20起无法支付", "自11月26日18:20起"),
        ("Broken since the upgrade.", None),
        ("Broken since 3 users joined.", None),
        ("Since at the least three of us see it.", None),
    ],
)
def test_when_it_began_is_told_in_the_customers_words_of_time(text: str, words: str | None) -> None:
    assert onset_told(text) == words


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Globex gives its beginning as “Since 18 March 09:10 UTC”"), ("zh", "开始时间")]
)
def test_the_first_report_is_not_called_the_beginning(language: Language, told: str) -> None:
    first = ticket("T-1", "globex", FAULT, description="Since 18 March 09:10 UTC rows are missing in every export.")
    found = assess(understand(FAULT), context(first), Policy(), NOW)
    finding = next(f for f in found.impact.dimensions["duration"] if f.signal == "ongoing_since")
    assert "going on since" not in say(finding, "en")
    assert "起持续" not in say(finding, "zh")
    assert told in (compose(found, language).time_in_queue or "")


def test_an_export_that_only_says_when_we_answered_first_is_no_silence() -> None:
    """Neither leaders nor the customer read that nobody answered, where the export holds the time of the first answer."""
    at = NOW - timedelta(days=3)
    silent = ticket("T-1", "acme", FAULT, days=4, description="Rows are missing.")
    told = silent.model_copy(update={"first_response_at": at})
    assert (silent.answered(NOW), told.answered(NOW), told.answered(at - timedelta(hours=1))) == (None, at, None)
    assert (wait := waited([silent], NOW, None)) is not None
    assert wait.unanswered
    assert (since := waited([told], NOW, None)) is not None
    assert (since.since, since.unanswered) == (at, False)
    again = {"id": "c", "role": "customer", "public": True, "at": NOW - timedelta(days=2), "body": "Any news?"}
    asked = ticket("T-1", "acme", FAULT, days=4, description="Rows.", first_response_at=at, comments=[again])
    assert (last := waited([asked], NOW, None)) is not None
    assert (last.since, last.unanswered) == (NOW - timedelta(days=2), True)


@pytest.mark.parametrize(
    ("words", "risk"),
    [("sort it or we go elsewhere", True), ("otherwise we end the contract", True), ("or we close the ticket", False)],
)
def test_another_customer_that_goes_elsewhere_is_a_risk(words: str, *, risk: bool) -> None:
    told = compose(judged(f"Rows are missing, {words}."), "en").escalation_risk
    assert (words in (told or "")) is risk


@pytest.mark.parametrize(
    ("text", "step", "result"),
    [
        ("restarted everything no luck", "restarted everything", "no luck"),
        ("cleared the cache with no effect", "cleared the cache", "with no effect"),
    ],
)
def test_a_failure_without_a_comma_is_the_result(text: str, step: str, result: str) -> None:
    assert tried_in(text) == [(step, result)]


def test_a_day_with_an_article_is_a_limit_and_three_of_us_are_people() -> None:
    own = "Labels are blank, 3 of us write them by hand. We really need it for the Saturday rush."
    mine = ticket("T-1", "acme", "Labels are blank", description=own, product_area="printing")
    found = assess(understand("Labels are blank at Acme"), context(mine, named=("acme",)), Policy(), NOW)
    assert found.communication.expectation_deadline == datetime(2026, 3, 21, 18, tzinfo=UTC)
    assert "how_many_users" not in {q.signal for q in found.questions}
