"""What it costs the customer by their own word stands beside our revenue at risk."""

from __future__ import annotations

from datetime import timedelta

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.threads.money_lost import loses_money
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, ticket


@pytest.mark.parametrize(
    "words",
    [
        "Opening the pool by hand works but we lose every entry fee, about 2,400 euros a night.",
        "We lost $1,150 in takings on Sunday.",
        "That has cost us £300 so far, it is costing us daily.",
        "昨晚因为收不了费，我们损失了大概三千元。",
        "一晚上少收 2600 元。",
    ],
)
def test_a_sum_that_is_lost(words: str) -> None:
    assert loses_money(words)


@pytest.mark.parametrize(
    "words",
    [
        "The invoice of 2,400 euros is wrong.",
        "We would lose 2,400 euros a night if that goes on.",
        "We lost three tickets.",
        "Do we lose the 200 euro deposit?",
        "如果不修好，我们会损失三千元。",
        "月费是 2600 元。",
    ],
)
def test_a_sum_or_a_loss_alone_is_none(words: str) -> None:
    assert not loses_money(words)


def judged(words: str) -> Assessment:
    told = ticket(
        "S-1", "lido", "Turnstiles do not open", type="incident", priority="urgent",
        description="No turnstile opens, we let people in by hand.",
        comments=[{"id": "c", "author": "Jo", "role": "customer", "public": True, "at": NOW - timedelta(hours=2), "body": words}],
    )  # fmt: skip
    return assess(understand("Turnstiles do not open at Lido"), context(told, named=("lido",)), Policy(), NOW)


def test_it_is_told_with_the_revenue_in_the_customer_s_words() -> None:
    found = judged("Any news? We lost $1,150 in takings today.")
    assert "Lido puts its own loss in figures: “We lost $1,150 in takings today.” [" in (
        compose(found, "en").revenue_at_risk or ""
    )
    assert "Lido 自述的损失：「We lost $1,150 in takings today.」" in (compose(found, "zh").revenue_at_risk or "")


def test_the_latest_word_counts_and_no_loss_is_no_word() -> None:
    assert "loss" not in (compose(judged("Any news?"), "en").revenue_at_risk or "")
