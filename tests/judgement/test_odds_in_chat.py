"""What a colleague wrote in chat on the odds of a renewal is found although it calls the customer by half its name."""

from datetime import timedelta

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import Message
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, ticket


def judged(text: str, days: float = 1) -> Assessment:
    school = account("qf", name="青枫学校", arr_usd=150_000)
    told = ticket(
        "K-1",
        "qf",
        "排课系统又崩了",
        description="排课系统又崩了，本学期第三次，校长很生气。",
        type="incident",
        priority="urgent",
    )
    message = Message(id="m1", channel="#csm", at=NOW - timedelta(days=days), author="许", text=text)
    world = Context(
        tickets=(told,), accounts={"qf": school}, named=(school,), messages=(message,), frequencies={"c:x": 1}, ticket_total=900
    )  # fmt: skip
    return assess(understand("青枫学校校长发火，说要换供应商"), world, Policy(), NOW)


@pytest.mark.parametrize("text", ["青枫那边校长真要走，续约把握从九成降到五成了", "青枫学校的续约概率我估计只有四成"])
def test_the_odds_are_told_in_the_colleague_s_words_and_not_asked_for(text: str) -> None:
    found = judged(text)
    assert found.renewal_odds == text
    assert "renewal_odds" not in {q.signal for q in found.questions}
    told = compose(found, "zh").leadership
    assert told is not None
    assert text in (told.renewal_odds or "")


@pytest.mark.parametrize(
    ("text", "days"), [("白桦学校的续约概率只有四成", 1), ("青枫续约把握五成", 40), ("青枫午饭吃了七成饱", 1)]
)
def test_of_another_of_long_ago_or_of_something_else_is_none(text: str, days: float) -> None:
    assert judged(text, days).renewal_odds is None
