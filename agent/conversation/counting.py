"""What the model used and what that costs: by escalation, by the published prices, tokens alone where no price is known."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel

from agent.conversation.settings import AgentSettings, Price

_FILE = Path(__file__).with_name("prices.toml")
_MILLION = 1_000_000


class Used(BaseModel):
    """Tokens, requests and USD; `usd` is None as soon as one request had no known price."""

    requests: int = 0
    input: int = 0
    cache_write: int = 0
    cache_read: int = 0
    output: int = 0
    usd: float | None = 0.0

    def __add__(self, other: Self) -> Used:
        return Used(
            requests=self.requests + other.requests,
            input=self.input + other.input,
            cache_write=self.cache_write + other.cache_write,
            cache_read=self.cache_read + other.cache_read,
            output=self.output + other.output,
            usd=None if self.usd is None or other.usd is None else self.usd + other.usd,
        )

    @property
    def prompt(self) -> int:
        """Everything that was read, from the cache or not."""
        return self.input + self.cache_write + self.cache_read


@dataclass(frozen=True)
class Prices:
    as_of: str
    by_model: dict[str, Price]

    def of(self, model: str) -> Price | None:
        """A dated name ("claude-haiku-4-5-20251001") costs what its plain name costs."""
        return self.by_model.get(model) or self.by_model.get(model.rpartition("-")[0])


@cache
def published() -> Prices:
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Prices(read["as_of"], {name: Price.model_validate(row) for name, row in read["models"].items()})


def used(usage: Any, model: str, settings: AgentSettings) -> Used:
    """One request's use, priced by the settings' own table first. `usage` is the SDK's."""
    counted = Used(
        requests=1,
        input=usage.input_tokens,
        cache_write=usage.cache_creation_input_tokens or 0,
        cache_read=usage.cache_read_input_tokens or 0,
        output=usage.output_tokens,
    )
    price = settings.prices.get(model) or published().of(model)
    return counted.model_copy(update={"usd": _cost(counted, price) if price else None})


def _cost(counted: Used, price: Price) -> float:
    long = price.long_from is not None and counted.prompt > price.long_from
    rates = (
        (price.long_input, price.long_cache_write, price.long_cache_read, price.long_output)
        if long
        else (price.input, price.cache_write, price.cache_read, price.output)
    )
    tokens = (counted.input, counted.cache_write, counted.cache_read, counted.output)
    return sum(rate * count for rate, count in zip(rates, tokens, strict=True)) / _MILLION
