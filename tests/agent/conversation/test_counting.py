"""Tokens and money: by the published table, by the settings' own, or tokens alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from agent.conversation.counting import Used, published, used
from agent.conversation.settings import AgentSettings, Price
from agent.conversation.transcript import begin


@dataclass
class Usage:
    input_tokens: int
    output_tokens: int
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None


def test_each_kind_of_token_has_its_price() -> None:
    spent = used(Usage(1_000_000, 1_000_000, 1_000_000, 1_000_000), "claude-opus-5-5", AgentSettings())
    assert spent.usd == 4 + 20 + 5 + 0.2
    assert spent.prompt == 3_000_000


def test_a_dated_name_costs_what_its_plain_name_costs() -> None:
    assert published().of("claude-haiku-4-5-20251001") == published().of("claude-haiku-4-5")


def test_a_long_prompt_may_cost_more() -> None:
    short = used(Usage(100_000, 0), "claude-haiku-5-5", AgentSettings())
    long = used(Usage(60_000, 1_000, 0, 60_000), "claude-haiku-5-5", AgentSettings())
    assert short.usd == 0.01
    assert long.usd is not None
    assert abs(long.usd - (60_000 * 0.5 + 60_000 * 0.05 + 1_000 * 2.5) / 1e6) < 1e-12


def test_an_unknown_model_gives_tokens_alone_and_the_sum_says_so() -> None:
    spent = used(Usage(10, 10), "somebody-elses-model", AgentSettings())
    assert spent.usd is None
    assert (spent + Used(usd=1.0)).usd is None
    assert (spent + Used(usd=1.0)).input == 10


def test_the_settings_own_price_goes_before_the_published_one() -> None:
    own = AgentSettings(prices={"claude-opus-5-5": Price(input=1, output=0, cache_write=0, cache_read=0)})
    assert used(Usage(1_000_000, 5), "claude-opus-5-5", own).usd == 1


def test_what_led_to_an_escalation_belongs_to_it() -> None:
    told = begin("w", "m", "en", datetime(2026, 3, 20, tzinfo=UTC))
    told.count(Used(requests=1, input=5))
    told.matter.escalation_id = "ESC-0001"
    told.count(Used(requests=1, input=7))
    told.matter.escalation_id = "ESC-0002"
    told.count(Used(requests=1, input=1))
    assert {key: value.input for key, value in told.used.items()} == {"ESC-0001": 12, "ESC-0002": 1}
    assert told.whole.requests == 3
