"""The papers a customer reads are words of ours: nothing in them may need changing before anybody added a word."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.audience import Audience, check
from escalation.policy import Policy
from escalation.policy_recovery import Gifts
from escalation.recovery.ladder import LADDER, PAPERS
from escalation.recovery.plan import Dated
from escalation.recovery.wishes import REFUSALS
from escalation.terms import Language
from prompts import recovery as words
from prompts.recovery import CUSTOMERS, Told

NOW = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)
CLEAR: dict[Language, Told] = {
    "en": Told("2026-03-08 09:08 (your local time)", "API down", "T-1", 1.5, cause="A full queue.", fix="Emptied it."),
    "zh": Told("2026-03-08 09:08（北京时间）", "接口中断", "T-1", 1.5, cause="队列已满", fix="已清空队列"),
}
BARE = Told("2026-03-08 09:08")
READER = Audience(customer=("Acme Corp",), shared=("T-1",))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize("known", [True, False])
def test_they_pass_the_audience_check_as_they_are(language: Language, count: int, *, known: bool) -> None:
    told = [CLEAR[language] if known else BARE] * count
    report = words.paper(
        "incident_report",
        language,
        account="Acme Corp",
        incidents=told,
        first="2026-01-13",
        last="2026-03-08",
        prevention=[],
        next_word="2026-03-23 16:15",
    )
    commitment = words.paper(
        "commitment",
        language,
        account="Acme Corp",
        count=count,
        first="2026-01-13",
        begins="2026-03-20",
        ends="2026-06-20",
    )
    reader = READER.model_copy(update={"language": language, "cause": CLEAR[language].cause if known else None})
    for text in (report, commitment):
        assert check(text, reader, NOW) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_rung_act_owner_approval_and_refusal_has_words(language: Language) -> None:
    policy = Policy(gifts=Gifts(allowed=True, most_usd=30))
    for number, rules in {0: None, **LADDER}.items():
        assert words.rung(number, language)
        for step in rules.steps if rules else ():
            assert words.act(Dated(step.act, step.owner, NOW), "Acme", policy, language)
            assert words.owner(step.owner, ("Li Wei",), language)
            assert not step.approval or words.approval(step.approval, {}, language)
        assert all(words.avoid(each, language) for each in (rules.avoid if rules else ()))
    assert all(words.refusal(each, policy, language) for each in REFUSALS)
    assert all(words.title(each, language) for each in PAPERS)
    assert set(PAPERS) > CUSTOMERS
