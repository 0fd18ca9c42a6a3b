"""The table `[agent]` of customer-escalation.toml. The key is no setting: it comes from the environment alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from tools.settings import load_table

KEYS = ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN")
"""Environment variables that the SDK takes a key from."""

Effort = Literal["low", "medium", "high", "xhigh", "max"]
ServerName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,23}$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Price(_Table):
    """USD for a million tokens; `long_*` hold for a request whose prompt is over `long_from` tokens."""

    input: float = Field(ge=0)
    output: float = Field(ge=0)
    cache_write: float = Field(ge=0)
    cache_read: float = Field(ge=0)
    long_from: int | None = None
    long_input: float = 0
    long_output: float = 0
    long_cache_write: float = 0
    long_cache_read: float = 0


class Server(_Table):
    """Another MCP server whose tools the conversation may use: a program to start, or an address to call."""

    command: str | None = None
    args: tuple[str, ...] = ()
    env: tuple[str, ...] = ()
    """Names of environment variables that are passed on to it; it gets no other of ours."""
    url: str | None = None
    tools: tuple[str, ...] | None = None
    """The tools to offer, by the server's own names; all unless given."""
    unasked: tuple[str, ...] = ()
    """Tools that may run without asking the person first, although the server does not mark them as reading only."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.command is None) == (self.url is None):
            raise ValueError("give either command or url")
        return self


class AgentSettings(_Table):
    """How the conversation runs. Token figures are counts, times are seconds."""

    model: str = Field(default="claude-opus-5-5", min_length=1)
    effort: Effort | None = None
    max_tokens: int = Field(default=16_000, ge=256, le=128_000)
    base_url: str | None = None
    max_iterations: int = Field(default=24, ge=1, le=200)
    """Calls of the model that one answer may take."""
    timeout_seconds: float = Field(default=300, gt=0)
    retries: int = Field(default=2, ge=0, le=10)
    compact_at_tokens: int = Field(default=120_000, ge=1_000)
    """Size of a request from which older turns are replaced by what is on record."""
    prices: dict[str, Price] = Field(default_factory=dict[str, Price])
    servers: dict[ServerName, Server] = Field(default_factory=dict[str, Server])


def load(config: str | None = None, environment: Mapping[str, str] = os.environ) -> AgentSettings:
    """Raises `PolicyInvalid` with one line for each wrong key or value."""
    return load_table("agent", AgentSettings, config, environment)


def has_key(environment: Mapping[str, str] = os.environ) -> bool:
    return any(environment.get(name, "").strip() for name in KEYS)
